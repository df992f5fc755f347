"""Where prompts lie and what answers are worth, in figures: the app's evaluation (src/evaluate) is held against them.

`python -m evaluation.placed` writes placed.json; a test compares it with the present code.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from data.prompts import Click, box_clicks, central_click, corrective_click, random_clicks

from .metrics import measure
from .trials import LOOSE, POINTS

OUT = Path(__file__).parent / "placed.json"
# Height and width of the photos, one of a single pixel among them.
SIZES = ((1, 1), (3, 40), (61, 83), (97, 64), (120, 200), (200, 121), (333, 250), (64, 512))
# Pixels between the drawn values that a mask is smoothed from.
GRAIN = 24


def placed() -> list[dict[str, Any]]:
    return [_case(seed, size) for seed, size in enumerate(SIZES)]


def _case(seed: int, size: tuple[int, int]) -> dict[str, Any]:
    drawing = np.random.default_rng(seed)
    mask, answer = _draw(size, drawing), _draw(size, drawing)
    rng = np.random.default_rng([seed, 3_000_000_000 + seed])
    points = random_clicks(mask, POINTS, rng)
    loose = box_clicks(mask, rng=rng, loose=LOOSE)
    click = corrective_click(mask, answer)
    return {
        "size": size[::-1],
        "seeds": [seed, 3_000_000_000 + seed],
        "mask": _runs(mask),
        "answer": _runs(answer),
        "centre": _place(central_click(mask)),
        "points": [_place(point) for point in points],
        "box": [_place(corner) for corner in box_clicks(mask)],
        "loose_box": [_place(corner) for corner in loose],
        "correction": click and [*_place(click), click.label],
        "quality": {name: round(value, 9) for name, value in asdict(measure(answer, mask)).items()},
    }


def _draw(size: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Blobs with holes, some cut off by the photo's edge; never empty."""
    height, width = size
    grid = rng.normal(size=(2 + height // GRAIN, 2 + width // GRAIN)).astype(np.float32)
    mask = cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC) > 0.3
    if not mask.any():
        mask[height // 2, width // 2] = True
    return mask


def _runs(mask: np.ndarray) -> list[int]:
    """Row by row, from outside on."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask.ravel(), [False]])))
    bounds = np.concatenate([[0], edges, [mask.size]])
    lengths = np.diff(bounds).tolist()
    return lengths if lengths[-1] else lengths[:-1]


def _place(click: Click) -> list[float]:
    return [round(click.x, 6), round(click.y, 6)]


def write() -> None:
    lines = ",\n  ".join(json.dumps(case) for case in placed())
    OUT.write_text(f"[\n  {lines}\n]\n")


if __name__ == "__main__":
    write()
