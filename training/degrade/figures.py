"""What degradations change, in figures: the browser's make (src/degrade) is held against them.

`python -m degrade.figures` writes figures.json; a test compares it with the present code.
"""

import json
from pathlib import Path

import cv2
import numpy as np

from .registry import BEYOND_PAPER, DEGRADATIONS, Recipe, degrade

HERE = Path(__file__).parent
OUT = HERE / "figures.json"
SAMPLES = HERE.parents[1] / "public/samples"
PHOTOS = ("astronaut", "raccoon", "night-kitchen")
# Side of the square in the middle that is degraded.
SIDE = 160
SEVERITIES = (0.2, 0.5, 0.9)
SEEDS = 8


def middle_of(name: str) -> np.ndarray:
    photo = cv2.imread(str(SAMPLES / f"{name}.jpg"))[:, :, ::-1]
    top, left = ((length - SIDE) // 2 for length in photo.shape[:2])
    return np.ascontiguousarray(photo[top : top + SIDE, left : left + SIDE])


def figures() -> dict[str, dict[str, dict[str, float]]]:
    """By degradation and severity: mean absolute difference and PSNR over photos and seeds, each
    with its standard error over seeds."""
    photos = [middle_of(name) for name in PHOTOS]
    return {
        name: {str(severity): figures_of(photos, name, severity) for severity in SEVERITIES}
        for name in (*DEGRADATIONS, *BEYOND_PAPER)
    }


def figures_of(photos: list[np.ndarray], name: str, severity: float) -> dict[str, float]:
    all_seeds = []
    for seed in range(SEEDS):
        degraded = [degrade(p, Recipe(name=name, severity=severity, seed=seed)) for p in photos]
        all_seeds.append([changes(*pair) for pair in zip(photos, degraded, strict=True)])
    by_seed = np.array(all_seeds).mean(axis=1)
    mean, error = by_seed.mean(axis=0), by_seed.std(axis=0, ddof=1) / np.sqrt(SEEDS)
    return {
        "difference": round(float(mean[0]), 4),
        "difference_error": round(float(error[0]), 4),
        "psnr": round(float(mean[1]), 4),
        "psnr_error": round(float(error[1]), 4),
    }


def changes(photo: np.ndarray, degraded: np.ndarray) -> tuple[float, float]:
    """Mean absolute difference in grey levels, and PSNR in decibels."""
    difference = degraded.astype(np.float64) - photo
    squared = max(float(np.square(difference).mean()), 1e-6)
    return float(np.abs(difference).mean()), 10 * np.log10(255**2 / squared)


def write() -> None:
    settings = {"photos": PHOTOS, "side": SIDE, "seeds": SEEDS}
    OUT.write_text(json.dumps({**settings, "figures": figures()}, indent=2) + "\n")


if __name__ == "__main__":
    write()
