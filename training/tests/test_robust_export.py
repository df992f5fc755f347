"""The exported set beside PyTorch, from photo to masks, with a head whose every layer counts.

Tolerances are for weights rounded to float16 and GELU by tanh (float32), or for arithmetic in
float16 as onnxruntime does it on the CPU.
"""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from torch.nn import functional as F

from base.source import read_source
from base.weights import WeightFile
from contract import IMAGE_SIZE
from model.build import build_robust
from model.features import ImageFeatures
from model.framed_encoder import frame_sizes
from model.head import PreparedImage
from model.parts import Parts
from model.robust_sam import RobustSam
from robust.trained import read_head
from set_graphs import PRECISIONS, SQUARE, write_robust_decoder

from .clicks import PROMPTS, blob, differing, feeds, torch_prompt
from .originals import photo, session
from .seeded import CONFIG, PACKAGE, save_seeded_checkpoint, seeded_robust_sam

# Norm of the difference over norm of what is expected.
LARGEST_DIFFERENCE = {
    "image_embedding": 0.005,
    "robust_embedding": 0.01,
    # Early features differ by 0.008 already, and the norms of AMFG bring out what is small.
    "robust_features": 0.05,
}
# As much more where products are made of 8-bit integers.
WHOLE = 6
LARGEST_SCORE_DIFFERENCE = {"fp32": 0.002, "fp16": 0.01, "int8": 0.002}
# Share of the logits' standard deviation.
LARGEST_LOGIT_DIFFERENCE = {"fp32": 0.02, "fp16": 0.1, "int8": 0.3}
LARGEST_SHARE_OF_PIXELS = {"fp32": 0.002, "fp16": 0.002, "int8": 0.004}


@pytest.fixture(scope="module")
def plain_embedding(seeded: RobustSam) -> np.ndarray:
    with torch.no_grad():
        return seeded.sam.encode(torch.from_numpy(photo("astronaut"))).embedding.numpy()


@pytest.fixture(scope="module")
def of_clear(seeded: RobustSam) -> np.ndarray:
    """The head's embedding of what the frozen encoder sees."""
    with torch.no_grad():
        seen = seeded.sam.encode(torch.from_numpy(photo("astronaut")))
        return seeded.prepare(seen).embedding.numpy()


@pytest.fixture(scope="module")
def features(seeded: RobustSam) -> ImageFeatures:
    """What the adapted encoder sees."""
    with torch.no_grad():
        return seeded.image_encoder()(torch.from_numpy(photo("astronaut")))


@pytest.fixture(scope="module")
def prepared(seeded: RobustSam, features: ImageFeatures) -> PreparedImage:
    with torch.no_grad():
        return seeded.prepare(features)


@pytest.fixture(scope="module")
def robust_features(
    seeded: RobustSam, features: ImageFeatures, prepared: PreparedImage
) -> np.ndarray:
    """What `early` computes before its last layer."""
    early = seeded.head.early
    with torch.no_grad():
        x = early.from_detail(features.stages[1]) + early.from_final(prepared.embedding)
        return F.gelu(early.amfg(x)).numpy()


def graph(folder: Path, part: str, precision: str, size: tuple[int, int] = SQUARE):
    return session(folder / _file(folder, part, precision, size)["name"])


def _file(
    folder: Path, part: str, precision: str, size: tuple[int, int] = SQUARE
) -> dict[str, Any]:
    manifest = json.loads((folder / "manifest.json").read_text())
    square = dict(zip(("height", "width"), SQUARE, strict=True))
    wanted = (precision, dict(zip(("height", "width"), size, strict=True)))
    (file,) = [
        graph
        for graph in manifest["graphs"][part]["graphs"]
        if (graph["precision"], graph.get("input", square)) == wanted
    ]
    return file


@pytest.mark.parametrize("precision", PRECISIONS)
def test_once_per_photo(
    seeded_set, plain_embedding, of_clear, prepared, robust_features, precision: str
):
    expected = {
        # RobustSAM sees clear photos through the frozen encoder.
        "encoder": {"image_embedding": plain_embedding, "robust_embedding": of_clear},
        "robust_encoder": {
            "robust_embedding": prepared.embedding.numpy(),
            "robust_features": robust_features,
        },
    }
    for part, known in expected.items():
        encoder = graph(seeded_set, part, precision)
        got = encoder.run(list(known), {"image": photo("astronaut")})
        for name, value in zip(known, got, strict=True):
            allowed = LARGEST_DIFFERENCE[name] * (WHOLE if precision == "int8" else 1)
            assert np.linalg.norm(value - known[name]) < allowed * np.linalg.norm(known[name])


@pytest.mark.parametrize("size", [size for size in frame_sizes(IMAGE_SIZE) if size != SQUARE])
def test_a_photo_in_its_own_shape(seeded: RobustSam, seeded_set: Path, size: tuple[int, int]):
    height, width = size
    image = photo("astronaut").copy()
    # Not quite as large as the graph's picture.
    image[:, :, height - 3 :], image[:, :, :, width - 5 :] = 0, 0
    with torch.no_grad():
        known = seeded.prepare(seeded.image_encoder()(torch.from_numpy(image))).embedding.numpy()
    encoder = graph(seeded_set, "robust_encoder", "int8", size)
    (got,) = encoder.run(["robust_embedding"], {"image": image[:, :, :height, :width]})
    allowed = WHOLE * LARGEST_DIFFERENCE["robust_embedding"]
    assert np.linalg.norm(got - known) < allowed * np.linalg.norm(known)


def test_shapes_are_for_gpus_with_float16_and_for_cpus(seeded_set: Path):
    manifest = json.loads((seeded_set / "manifest.json").read_text())
    graphs = manifest["graphs"]["robust_encoder"]["graphs"]
    by_precision = Counter(graph["precision"] for graph in graphs)
    assert by_precision == {"fp32": 1, "fp16": 7, "int8": 7}
    assert [g["input"] for g in manifest["graphs"]["encoder"]["graphs"]] == [
        {"height": IMAGE_SIZE, "width": IMAGE_SIZE}
    ] * 3


def test_the_adapter_counts(features, plain_embedding):
    change = np.linalg.norm(features.embedding.numpy() - plain_embedding)
    assert change > 5 * LARGEST_DIFFERENCE["image_embedding"] * np.linalg.norm(plain_embedding)


def test_a_session_holds_the_folded_weights_alone(seeded_set, tmp_path):
    """Else each encode would fold them again."""
    counts = {}
    for part in ("encoder", "robust_encoder"):
        file = _file(seeded_set, part, "fp32")
        options = onnxruntime.SessionOptions()
        options.optimized_model_filepath = str(tmp_path / f"{part}.onnx")
        options.log_severity_level = 3
        onnxruntime.InferenceSession(seeded_set / file["name"], options)
        nodes = onnx.load(options.optimized_model_filepath, load_external_data=False).graph.node
        counts[part] = Counter(node.op_type for node in nodes)
    # AMFG and what surrounds it make products of their own, but no casts.
    assert counts["robust_encoder"]["Cast"] == counts["encoder"]["Cast"] == 0
    assert counts["robust_encoder"]["MatMul"] - counts["encoder"]["MatMul"] < 20


def test_the_base_is_stored_once(seeded_set):
    parts = json.loads((seeded_set / "manifest.json").read_text())["graphs"]
    base = parts["encoder"]["weights"][0]
    assert parts["encoder"]["weights"] == parts["robust_encoder"]["weights"]
    own = [file for file in parts["robust_encoder"]["weights"] if file != base]
    assert sum(file["bytes"] for file in own) < base["bytes"] / 4


@pytest.mark.parametrize("precision", PRECISIONS)
@pytest.mark.parametrize("with_mask", [False, True], ids=["no mask", "mask"])
@pytest.mark.parametrize("prompt", PROMPTS.values(), ids=PROMPTS.keys())
def test_click(seeded, seeded_set, prepared, robust_features, precision, with_mask, prompt):
    given = feeds(prompt, blob() if with_mask else None)
    decoder = graph(seeded_set, "robust_decoder", precision)
    embedding = prepared.embedding.numpy()
    inputs = {**given, "robust_embedding": embedding, "robust_features": robust_features}
    masks, scores = decoder.run(["low_res_masks", "iou_predictions"], inputs)
    with torch.no_grad():
        answer = seeded.answer(prepared=prepared, prompt=torch_prompt(given))
    known = answer.masks.numpy()
    assert np.abs(scores - answer.scores.numpy()).max() < LARGEST_SCORE_DIFFERENCE[precision]
    assert np.abs(masks - known).max() < LARGEST_LOGIT_DIFFERENCE[precision] * known.std()
    assert differing(masks, known) < LARGEST_SHARE_OF_PIXELS[precision]


WITHOUT_FUSION = replace(CONFIG, model=replace(CONFIG.model, parts=Parts(fusion=False)))


@pytest.fixture(scope="module")
def without_fusion() -> RobustSam:
    return seeded_robust_sam(WITHOUT_FUSION)


def test_a_head_without_fusion_takes_no_features(without_fusion, features, tmp_path: Path):
    save_seeded_checkpoint(tmp_path / "checkpoint.pt", WITHOUT_FUSION)
    head, base = read_head(tmp_path / "checkpoint.pt"), read_source(PACKAGE, "decoder")
    written = write_robust_decoder(tmp_path, base, head, WeightFile())
    given = feeds(PROMPTS["one point"], None)
    with torch.no_grad():
        prepared = without_fusion.prepare(features)
        known = without_fusion.answer(prepared=prepared, prompt=torch_prompt(given)).masks.numpy()
    assert prepared.features is None
    decoder = session(tmp_path / written["graphs"][0]["name"])
    inputs = {**given, "robust_embedding": prepared.embedding.numpy()}
    (masks,) = decoder.run(["low_res_masks"], inputs)
    assert np.abs(masks - known).max() < LARGEST_LOGIT_DIFFERENCE["fp32"] * known.std()


def test_a_head_without_fusion_may_begin_with_one_that_has_it(seeded: RobustSam):
    begun = build_robust(seeded.sam, WITHOUT_FUSION.model).head
    begun.load_state_dict(seeded.head.state_dict())
    assert torch.equal(begun.rot.tokens.weight, seeded.head.rot.tokens.weight)
    with pytest.raises(RuntimeError, match="Missing"):
        seeded.head.load_state_dict(begun.state_dict())


def test_the_head_counts(seeded, plain_embedding, prepared):
    prompt = torch_prompt(feeds(PROMPTS["one point"], None))
    with torch.no_grad():
        robust = seeded.answer(prepared=prepared, prompt=prompt).masks
        plain = seeded.sam.answer(
            embedding=torch.from_numpy(plain_embedding), prompt=prompt
        ).masks
    assert (robust - plain).abs().max() > 10 * LARGEST_LOGIT_DIFFERENCE["fp32"] * robust.std()
