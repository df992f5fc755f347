"""A set made from an official checkpoint: its files, and what its graphs compute."""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import torch
from torch import Tensor

from contract import tensor_shapes
from export import main
from model.features import ImageFeatures
from model.official import published_state
from model.prompt import Prompt
from model.robust_sam import RobustSam
from model.vit import VitSize
from official_export import PRECISIONS, export_official, write_official
from traced.graphs import GRAPHS

from .numpy_head import robust_masks
from .official_models import decoder_weights, photo, prompt_feeds, random_official
from .originals import session
from .published import published_shapes

# The contract's shapes, in an encoder of the least width and depth.
SMALL = VitSize(width=64, depth=2, heads=2, global_blocks=(1,), grid=64)
# Largest difference to PyTorch in float32, as a share of the tensor's spread. Weights are rounded
# to float16 in both graphs.
TOLERANCES = {"fp32": 0.02, "fp16": 0.05}
DETAIL = 256
# What runs on ONNX Runtime's WebGPU provider, or is folded away at load.
OPERATORS = {
    "Add", "AveragePool", "BatchNormalization", "Cast", "Concat", "Conv", "ConvTranspose", "Cos",
    "Div", "Equal", "Erf", "Expand", "Gather", "Gemm", "Identity", "InstanceNormalization",
    "LayerNormalization", "LeakyRelu", "MatMul", "Mul", "Neg", "Pad", "ReduceMean", "Relu",
    "Reshape", "Resize", "Sigmoid", "Sin", "Slice", "Softmax", "Split", "Sqrt", "Squeeze", "Sub",
    "Transpose", "Unsqueeze",
}  # fmt: skip
PROMPTS = {
    "one point": [[450, 230, 1], [0, 0, -1]],
    "many points": [[60 + 45 * i, 980 - 40 * i, i % 2] for i in range(20)] + [[0, 0, -1]],
    "box and point": [[90, 300, 2], [820, 1000, 3], [450, 230, 0]],
}


@pytest.fixture(scope="module")
def model() -> RobustSam:
    return random_official(SMALL)


@pytest.fixture(scope="module")
def folder(model: RobustSam, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("set")
    provenance = {"summary": "made for a test"}
    write_official(model, out=out, set_id="small", name="Small", provenance=provenance)
    return out


@pytest.fixture(scope="module")
def manifest(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "manifest.json").read_text())


@pytest.fixture(scope="module")
def features(model: RobustSam) -> ImageFeatures:
    with torch.no_grad():
        return model.sam.encode(photo())


def test_the_manifest_lists_every_file_with_its_size_and_hash(folder: Path, manifest) -> None:
    files = [
        file
        for part in manifest["graphs"].values()
        for file in [*part["weights"], *part["graphs"]]
    ]
    assert manifest["official"] is True
    for file in files:
        data = (folder / file["name"]).read_bytes()
        assert len(data) == file["bytes"]
        assert hashlib.sha256(data).hexdigest() == file["sha256"]
    others = {"manifest.json", manifest["licence"]["file"]}
    assert {path.name for path in folder.iterdir()} == {file["name"] for file in files} | others


@pytest.mark.parametrize("part", GRAPHS)
def test_names_shapes_and_types_are_the_contract_s(folder: Path, manifest, part: str) -> None:
    for file in manifest["graphs"][part]["graphs"]:
        onnx.checker.check_model(str(folder / file["name"]), full_check=True)
        graph = onnx.load(folder / file["name"], load_external_data=False).graph
        sizes = {"detail": DETAIL, **file.get("input", {})}
        assert tensors(graph.input) == tensor_shapes(part, "inputs", sizes)
        assert tensors(graph.output) == tensor_shapes(part, "outputs", sizes)


@pytest.mark.parametrize("part", GRAPHS)
def test_nodes_stay_on_the_gpu_and_pads_are_explicit(folder: Path, manifest, part: str) -> None:
    for file in manifest["graphs"][part]["graphs"]:
        loaded = onnx.load(folder / file["name"], load_external_data=False)
        assert loaded.opset_import[0].version >= 17
        assert {node.op_type for node in loaded.graph.node} <= OPERATORS
        assert {node.domain for node in loaded.graph.node} == {""}
        attributes = [a for node in loaded.graph.node for a in node.attribute]
        assert {a.s for a in attributes if a.name == "auto_pad"} <= {b"NOTSET"}


@pytest.mark.parametrize("part", GRAPHS)
def test_weights_are_halves_in_one_file(folder: Path, manifest, part: str) -> None:
    (weights,) = manifest["graphs"][part]["weights"]
    for file in manifest["graphs"][part]["graphs"]:
        graph = onnx.load(folder / file["name"], load_external_data=False).graph
        stored = [t for t in graph.initializer if t.external_data]
        assert {entry(t, "location") for t in stored} == {weights["name"]}
        halves = [t for t in stored if t.data_type == onnx.TensorProto.FLOAT16]
        assert sum(int(entry(t, "length")) for t in halves) > 0.7 * weights["bytes"]
        types = {t.data_type for t in graph.initializer}
        known = onnx.TensorProto
        assert types <= {known.FLOAT, known.FLOAT16, known.INT64}
        assert file["bytes"] < 500_000


@pytest.mark.parametrize("precision", PRECISIONS)
def test_encoder_agrees_with_pytorch(model, folder, manifest, precision: str) -> None:
    with torch.no_grad():
        expected = GRAPHS["encoder"](model=model)(photo())
    answers = run(folder, manifest, "encoder", precision, image=photo())
    for answer, tensor in zip(answers, expected, strict=True):
        assert difference(answer, tensor) < TOLERANCES[precision]


@pytest.mark.parametrize("precision", PRECISIONS)
@pytest.mark.parametrize("has_mask", [0.0, 1.0], ids=["no mask", "mask"])
@pytest.mark.parametrize("points", PROMPTS.values(), ids=PROMPTS.keys())
def test_decoders_agree_with_pytorch(
    model, folder, manifest, features, precision: str, has_mask: float, points
) -> None:
    feeds = prompt_feeds(points, has_mask)
    with torch.no_grad():
        prepared = model.prepare(features)
        plain = GRAPHS["decoder"](model=model)(features.embedding, *feeds.values())
        robust = GRAPHS["robust_decoder"](model=model)(
            prepared.embedding, prepared.features, *feeds.values()
        )
    embedded = {"image_embedding": features.embedding}
    answers = run(folder, manifest, "decoder", precision, **embedded, **feeds)
    assert max(map(difference, answers, plain)) < TOLERANCES[precision]
    embedded = {"robust_embedding": prepared.embedding, "robust_features": prepared.features}
    answers = run(folder, manifest, "robust_decoder", precision, **embedded, **feeds)
    assert max(map(difference, answers, robust)) < TOLERANCES[precision]


def test_robust_masks_are_those_of_the_published_head_in_numpy(
    model, folder, manifest, features
) -> None:
    feeds = prompt_feeds(PROMPTS["one point"], 0.0)
    prompt = Prompt(coords=feeds["point_coords"], labels=feeds["point_labels"])
    with torch.no_grad():
        decoded = model.sam.decode(
            embedding=features.embedding, prompt=prompt, mask_tokens=model.head.output_tokens()
        )
    expected = robust_masks(
        decoder_weights(model),
        early=array(features.stages[0]),
        embedding=array(features.embedding),
        mask_features=array(decoded.mask_features),
        tokens=array(decoded.mask_tokens),
    )
    _, embedding, detail = run(folder, manifest, "encoder", "fp32", image=photo())
    embedded = {"robust_embedding": torch.tensor(embedding), "robust_features": torch.tensor(detail)}
    masks, _ = run(folder, manifest, "robust_decoder", "fp32", **embedded, **feeds)
    assert difference(masks, torch.tensor(expected[None, :4])) < TOLERANCES["fp32"]


def test_another_checkpoint_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "robustsam_checkpoint_b.pth"
    torch.save({"image_encoder.pos_embed": torch.zeros(1)}, path)
    with pytest.raises(ValueError, match="not an official checkpoint"):
        export_official(size="vit_b", checkpoint=path, out=tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_a_checkpoint_of_full_size_becomes_a_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """About five minutes and 4 GB of memory."""
    path = tmp_path / "robustsam_checkpoint_b.pth"
    model = random_official("vit_b")
    state = published_state(model)
    assert {n: tuple(t.shape) for n, t in state.items()} == published_shapes("vit_b")
    torch.save(state, path)
    monkeypatch.setattr(
        "sys.argv",
        ["export.py", "--official", "vit_b", "--checkpoint", str(path), "--out", str(tmp_path)],
    )
    main()
    written = json.loads((tmp_path / "manifest.json").read_text())
    assert written["provenance"]["sources"][0]["name"] == path.name
    with torch.no_grad():
        expected = GRAPHS["encoder"](model=model)(photo())
    answers = run(tmp_path, written, "encoder", "fp32", image=photo())
    for answer, tensor in zip(answers, expected, strict=True):
        assert difference(answer, tensor) < TOLERANCES["fp32"]


def run(folder: Path, manifest: Any, part: str, precision: str, **feeds: Tensor) -> list[np.ndarray]:
    (file,) = [g for g in manifest["graphs"][part]["graphs"] if g["precision"] == precision]
    arrays = {name: tensor.numpy() for name, tensor in feeds.items()}
    return session(folder / file["name"]).run(None, arrays)


def difference(answer: np.ndarray, expected: Tensor) -> float:
    """The largest one, as a share of the expected tensor's spread."""
    exact = expected.double().numpy()
    return np.abs(answer - exact).max() / exact.std()


def tensors(values: Any) -> dict[str, list[int | str]]:
    assert all(v.type.tensor_type.elem_type == onnx.TensorProto.FLOAT for v in values)
    return {
        v.name: [d.dim_param or d.dim_value for d in v.type.tensor_type.shape.dim] for v in values
    }


def entry(tensor: onnx.TensorProto, key: str) -> str:
    return next(e.value for e in tensor.external_data if e.key == key)


def array(tensor: Tensor) -> np.ndarray:
    return tensor[0].double().numpy()
