"""What plain SAM answers about clean crops, for the adapter to give of degraded ones. No annotator
is asked: the first clicks are random, and what they find is asked for by box and by points as well."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from data.crops import CropPair
from data.model_input import frame_of
from data.prompts import PromptKind, clicks_to_prompt, draw_prompt
from losses import agreement_losses
from model.crop_decoder import answer_crops
from model.prompt import INCLUDE, PADDING, Prompt
from model.sam import Sam

KINDS: tuple[PromptKind, ...] = ("loose_box", "points")
# Share of a lesson's loss for the masks that a person would be shown.
SHOWN = 0.7
# Smaller finds, in cells of 4 pixels, and larger ones, as a share of the crop, are no objects.
SMALLEST, LARGEST = 12, 0.6


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """A prompt [B * rows] and what the teacher makes of it: masks [B * rows, 4, h, w] logits, scores
    [B * rows, 4]; `weights` [B * rows, 4] of the masks, 0 for rows that ask for nothing."""

    prompt: Prompt
    masks: Tensor
    scores: Tensor
    weights: Tensor


@torch.no_grad()
def make_lessons(sam: Sam, *, embedding: Tensor, crops: CropPair) -> list[Lesson]:
    """`embedding` [B, 256, h, w] is the frozen encoder's of the clean crops."""
    first = _teach(sam, embedding, crops, _click_prompt(crops.clicks), shown=slice(1, 4))
    best = 1 + first.scores[:, 1:].argmax(dim=1)
    finds = (first.masks[torch.arange(len(best)), best] > 0).numpy()
    is_object = [SMALLEST <= find.sum() <= LARGEST * find.size for find in finds]
    lessons = [first]
    for kind in KINDS:
        prompt = _object_prompt(sam, kind, finds, is_object, crops)
        lesson = _teach(sam, embedding, crops, prompt, shown=slice(0, 1))
        lesson.weights.mul_(torch.tensor(is_object)[:, None])
        lessons.append(lesson)
    return lessons


def lesson_losses(
    sam: Sam, *, embedding: Tensor, corners: Tensor, lessons: list[Lesson]
) -> dict[str, Tensor]:
    """`embedding` is the adapted encoder's of the degraded crops. Means over rows, of masks and of
    predicted IoU, so processes can share a batch."""
    masks, scores = [], []
    for lesson in lessons:
        answer = answer_crops(sam, embedding=embedding, corners=corners, prompt=lesson.prompt)
        masks.append(agreement_losses(answer.masks, lesson.masks) * lesson.weights)
        scores.append((answer.scores.float() - lesson.scores).square() * lesson.weights)
    parts = {"masks": masks, "scores": scores}
    return {name: torch.stack(part).sum(dim=2).mean() for name, part in parts.items()}


def _teach(sam: Sam, embedding: Tensor, crops: CropPair, prompt: Prompt, *, shown: slice) -> Lesson:
    answer = answer_crops(sam, embedding=embedding, corners=crops.corner, prompt=prompt)
    masks, scores = answer.masks.float(), answer.scores.float()
    is_shown = torch.zeros(scores.shape[1], dtype=torch.bool)
    is_shown[shown] = True
    weights = torch.where(is_shown, SHOWN / is_shown.sum(), (1 - SHOWN) / (~is_shown).sum())
    return Lesson(prompt=prompt, masks=masks, scores=scores, weights=weights.repeat(len(scores), 1))


def _click_prompt(clicks: Tensor) -> Prompt:
    """[B, N, 2] to B * N prompts of a click each."""
    places = clicks.flatten(0, 1).float()
    coords = torch.stack([places, torch.zeros_like(places)], dim=1)
    labels = torch.tensor([INCLUDE, PADDING]).repeat(len(places), 1)
    return Prompt(coords=coords, labels=labels)


def _object_prompt(
    sam: Sam,
    kind: PromptKind,
    finds: np.ndarray,
    is_object: list[bool],
    crops: CropPair,
) -> Prompt:
    """finds bool [B * N, h, w], 4 pixels a cell. A row that found no object asks for all of it."""
    frame = frame_of(sam)
    each = len(finds) // len(crops.seed)
    rows = []
    for place, (find, is_one) in enumerate(zip(finds, is_object, strict=True)):
        rng = np.random.default_rng([int(crops.seed[place // each]), place % each])
        rows.append(draw_prompt(kind, find if is_one else np.ones_like(find), rng))
    prompt = clicks_to_prompt(rows, [(frame.mask, frame.mask)] * len(rows), frame=frame)
    corners = crops.corner.repeat_interleave(each, dim=0)[:, None]
    is_place = (prompt.labels != PADDING)[..., None]
    return Prompt(coords=prompt.coords + corners * is_place, labels=prompt.labels)
