"""The golden answers, which browser and Node are held to, beside PyTorch from photo to mask."""

import json
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from contract import PROJECT
from data.model_input import logits_to_mask, photo_to_input
from data.prompts import Click, clicks_to_prompt
from model.base import load_base
from model.build import build_robust
from model.prompt import BOX_BOTTOM_RIGHT, BOX_TOP_LEFT, EXCLUDE, INCLUDE
from model.robust_sam import RobustSam
from train_checkpoint import load_trained, read_config

from .seeded import PACKAGE

GOLDEN = PROJECT / "e2e/golden"
SAMPLES = PROJECT / "public/samples"
WEIGHTS = PROJECT / "training/weights/light.pt"
PROMPTS = json.loads((GOLDEN / "prompts.json").read_text())
# A clear photo, which RobustSAM sees through the frozen encoder, and a degraded one.
CLEAR, DEGRADED = "astronaut", "night-raccoon"
# What the app ranks last among the candidates.
WHOLE_PHOTO = 0.95
# The shape of the degraded one has no graph in float32: its golden masks are of 8-bit integers.
SMALLEST_IOU = {CLEAR: 0.97, DEGRADED: 0.95}


@pytest.fixture(scope="module")
def robust_sam() -> RobustSam:
    model = build_robust(load_base(PACKAGE), read_config(WEIGHTS).model)
    load_trained(WEIGHTS, model)
    return model.eval()


@pytest.mark.parametrize("sample", [CLEAR, DEGRADED])
@torch.no_grad()
def test_masks_are_the_golden_ones(robust_sam: RobustSam, sample: str) -> None:
    golden = json.loads((GOLDEN / f"{sample}.golden.json").read_text())
    photo = np.asarray(Image.open(SAMPLES / f"{sample}.jpg").convert("RGB"))
    assert photo.shape[:2] == (golden["photo"]["height"], golden["photo"]["width"])
    image = photo_to_input(photo)[None]
    plain = robust_sam.sam.encode(image)
    prepared = robust_sam.prepare(plain if sample == CLEAR else robust_sam.image_encoder()(image))
    ask = {
        "robust": lambda prompt: robust_sam.answer(prepared=prepared, prompt=prompt),
        "plain": lambda prompt: robust_sam.sam.answer(embedding=plain.embedding, prompt=prompt),
    }
    for kind, answers in golden["masks"].items():
        for name, packed in answers.items():
            mask = _follow(ask[kind], PROMPTS[sample][name], photo.shape[:2])
            known = _unpack(packed, photo.shape[:2])
            iou = (mask & known).sum() / (mask | known).sum()
            assert iou >= SMALLEST_IOU[sample], (kind, name)


def _follow(ask: Any, steps: list[dict[str, list[float]]], size: tuple[int, int]) -> np.ndarray:
    """The mask after the last step; each step is asked with the logits of the one before."""
    logits = None
    for count in range(1, len(steps) + 1):
        clicks = _clicks(steps[:count])
        answer = ask(clicks_to_prompt([clicks], [size], mask=logits))
        chosen = _best_candidate(answer, size) if _is_ambiguous(clicks) else 0
        logits = answer.masks[:, chosen, None]
    return logits_to_mask(logits[0, 0].numpy(), height=size[0], width=size[1])


def _clicks(steps: list[dict[str, list[float]]]) -> list[Click]:
    """Points in order, then the last box."""
    labels = {"include": INCLUDE, "exclude": EXCLUDE}
    points = [
        Click(x=at[0], y=at[1], label=labels[kind])
        for step in steps
        for kind, at in step.items()
        if kind in labels
    ]
    boxes = [step["box"] for step in steps if "box" in step]
    if boxes:
        left, top, right, bottom = boxes[-1]
        points.append(Click(x=left, y=top, label=BOX_TOP_LEFT))
        points.append(Click(x=right, y=bottom, label=BOX_BOTTOM_RIGHT))
    return points


def _is_ambiguous(clicks: list[Click]) -> bool:
    return len(clicks) == 1 and clicks[0].label == INCLUDE


def _best_candidate(answer: Any, size: tuple[int, int]) -> int:
    masks = [logits_to_mask(m.numpy(), height=size[0], width=size[1]) for m in answer.masks[0]]
    ratings = [
        float(score) - 10 * (mask.mean() > WHOLE_PHOTO)
        for score, mask in zip(answer.scores[0], masks, strict=True)
    ]
    return 1 + int(np.argmax(ratings[1:]))


def _unpack(packed: str, size: tuple[int, int]) -> np.ndarray:
    """Runs, first of what is outside, along rows; as differences from the run before the last."""
    runs: list[int] = []
    for difference in packed.split(" "):
        runs.append(int(difference, 36) + (runs[-2] if len(runs) > 1 else 0))
    return np.repeat(np.arange(len(runs)) % 2 == 1, runs).reshape(size)
