"""Prompts as people give them, on a mask bool [H, W] in the photo's pixels.

Points are (x, y), pixel corners at integers, so a pixel's middle ends in .5.
"""

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
import torch

from model.prompt import (
    BOX_BOTTOM_RIGHT,
    BOX_TOP_LEFT,
    EXCLUDE,
    INCLUDE,
    PADDING,
    Prompt,
)

from .model_input import FULL, Frame

PromptKind = Literal["centre", "point", "points", "box", "loose_box", "box_point"]
KINDS: tuple[PromptKind, ...] = ("centre", "point", "points", "box", "loose_box", "box_point")
POINTS = 3
# Share of a box's sides, as the jitter of SAM's training.
JITTER = 0.1


@dataclass(frozen=True, kw_only=True)
class Click:
    x: float
    y: float
    label: int


def draw_prompt(kind: PromptKind, mask: np.ndarray, rng: np.random.Generator) -> list[Click]:
    match kind:
        case "centre":
            return [central_click(mask)]
        case "point":
            return random_clicks(mask, 1, rng)
        case "points":
            return random_clicks(mask, POINTS, rng)
        case "box":
            return box_clicks(mask)
        case "loose_box":
            return box_clicks(mask, rng=rng)
        case "box_point":
            return [*random_clicks(mask, 1, rng), *box_clicks(mask, rng=rng)]


def draw_object(
    objects: list[np.ndarray], rng: np.random.Generator, *, largest: float
) -> np.ndarray:
    """The first of the objects in `largest` of all cases, else any."""
    return objects[0 if rng.random() < largest else int(rng.integers(len(objects)))]


def central_click(mask: np.ndarray, *, label: int = INCLUDE) -> Click:
    """The place farthest from the mask's edge; the photo's edge counts as one."""
    padded = np.pad(mask.astype(np.uint8), 1)
    distance = cv2.distanceTransform(padded, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[1:-1, 1:-1]
    y, x = np.unravel_index(np.argmax(distance), mask.shape)
    return Click(x=float(x) + 0.5, y=float(y) + 0.5, label=label)


def random_clicks(mask: np.ndarray, count: int, rng: np.random.Generator) -> list[Click]:
    places = np.argwhere(mask)
    chosen = places[rng.integers(len(places), size=count)]
    return [Click(x=float(x) + 0.5, y=float(y) + 0.5, label=INCLUDE) for y, x in chosen]


def box_clicks(
    mask: np.ndarray, *, rng: np.random.Generator | None = None, loose: float = JITTER
) -> list[Click]:
    """Top left and bottom right; each side off by up to `loose` of it if a generator is given."""
    y, x = np.nonzero(mask)
    box = np.array([x.min(), y.min(), x.max() + 1, y.max() + 1], dtype=np.float64)
    if rng is not None:
        sides = np.tile(box[2:] - box[:2], 2)
        box += np.clip(rng.normal(size=4) * loose, -loose, loose) * sides
        box = np.clip(box, 0, np.tile(mask.shape[::-1], 2))
    left, top, right, bottom = map(float, box)
    return [
        Click(x=left, y=top, label=BOX_TOP_LEFT),
        Click(x=right, y=bottom, label=BOX_BOTTOM_RIGHT),
    ]


def corrective_click(mask: np.ndarray, answer: np.ndarray) -> Click | None:
    """In the middle of the largest mistake: include what is missing, exclude what is too much."""
    missing, surplus = mask & ~answer, answer & ~mask
    regions = [(_largest_region(missing), INCLUDE), (_largest_region(surplus), EXCLUDE)]
    region, label = max(regions, key=lambda pair: np.count_nonzero(pair[0]))
    return central_click(region, label=label) if region.any() else None


def clicks_to_prompt(
    prompts: list[list[Click]],
    sizes: list[tuple[int, int]],
    *,
    mask: torch.Tensor | None = None,
    frame: Frame = FULL,
) -> Prompt:
    """A list of clicks and a photo's (height, width) per row; all of one length but for padding.

    mask [B, 1, 256, 256] logits of an earlier answer.
    """
    scales = [frame.image / max(size) for size in sizes]
    rows = [_row(clicks, scale) for clicks, scale in zip(prompts, scales, strict=True)]
    longest = max(map(len, rows))
    rows = [row + [(0.0, 0.0, PADDING)] * (longest - len(row)) for row in rows]
    table = torch.tensor(rows, dtype=torch.float32)
    return Prompt(coords=table[:, :, :2], labels=table[:, :, 2], mask=mask)


def _row(clicks: list[Click], scale: float) -> list[tuple[float, float, int]]:
    # SAM counts from the middle of the first pixel.
    row = [(click.x * scale - 0.5, click.y * scale - 0.5, click.label) for click in clicks]
    has_box = any(click.label == BOX_TOP_LEFT for click in clicks)
    return row if has_box else [*row, (0.0, 0.0, PADDING)]


def _largest_region(mask: np.ndarray) -> np.ndarray:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    if count == 1:
        return mask
    return labels == 1 + np.argmax(stats[1:, cv2.CC_STAT_AREA])
