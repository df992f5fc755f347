"""Objects of a photo without annotation: what plain SAM is sure of on the clean photo."""

import numpy as np
import torch

from model.choice import choose_mask
from model.features import ImageFeatures
from model.sam import Sam

from .model_input import frame_of, logits_to_mask
from .prompts import Click, clicks_to_prompt

# What the teacher must think of its own mask.
TRUSTED_SCORE = 0.88
# Points tried along each side.
TRIES = 3
# Shares: of the photo, and of two masks that count as one.
LARGEST_OBJECT = 0.9
SAME_OBJECT = 0.8


@torch.no_grad()
def teacher_objects(
    sam: Sam, features: ImageFeatures, *, size: tuple[int, int], smallest: float
) -> list[np.ndarray]:
    """Features of one photo of `size` (height, width) to masks bool [H, W], largest first, perhaps none."""
    height, width = size
    frame = frame_of(sam)
    places = (np.arange(TRIES) + 0.5) / TRIES
    prompts = [[Click(x=x * width, y=y * height, label=1)] for y in places for x in places]
    prompt = clicks_to_prompt(prompts, [size] * len(prompts), frame=frame)
    answer = sam.answer(embedding=features.embedding, prompt=prompt.to(features.embedding.device))
    chosen = choose_mask(answer.scores, prompt)
    objects: list[np.ndarray] = []
    for masks, scores, index in zip(answer.masks, answer.scores, chosen, strict=True):
        if scores[index] < TRUSTED_SCORE:
            continue
        logits = masks[index].float().cpu().numpy()
        mask = logits_to_mask(logits, height=height, width=width, frame=frame)
        if smallest < mask.mean() < LARGEST_OBJECT and _is_new(mask, objects):
            objects.append(mask)
    return sorted(objects, key=np.count_nonzero, reverse=True)


def _is_new(mask: np.ndarray, objects: list[np.ndarray]) -> bool:
    return all((mask & old).sum() < SAME_OBJECT * (mask | old).sum() for old in objects)
