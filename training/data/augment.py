"""Flips, aspect, scale and crop. The photo is never squashed to a square."""

from dataclasses import dataclass

import cv2
import numpy as np

SMALLEST_SIDE = 64


@dataclass(frozen=True, kw_only=True)
class AugmentConfig:
    flip: float = 0.5
    # Width over height, changed by up to this factor either way.
    aspect: float = 1.2
    # Sides of the crop as a share of the photo's.
    crop: tuple[float, float] = (0.6, 1.0)
    # Resolution kept, as a share of the photo's.
    scale: tuple[float, float] = (0.6, 1.0)


def augment(
    photo: np.ndarray, mask: np.ndarray, rng: np.random.Generator, config: AugmentConfig
) -> tuple[np.ndarray, np.ndarray]:
    """uint8 [H, W, 3] and bool [H, W] to the same types; the mask keeps at least half its area
    unless it was empty."""
    if rng.random() < config.flip:
        photo, mask = photo[:, ::-1], mask[:, ::-1]
    top, left, height, width = _crop(mask, rng, config)
    photo, mask = (part[top : top + height, left : left + width] for part in (photo, mask))
    return _resize(photo, mask, rng, config)


def _crop(
    mask: np.ndarray, rng: np.random.Generator, config: AugmentConfig
) -> tuple[int, int, int, int]:
    height, width = mask.shape
    for _ in range(8):
        rows, columns = (
            max(min(SMALLEST_SIDE, side), round(side * rng.uniform(*config.crop)))
            for side in (height, width)
        )
        top, left = int(rng.integers(height - rows + 1)), int(rng.integers(width - columns + 1))
        kept = np.count_nonzero(mask[top : top + rows, left : left + columns])
        if 2 * kept >= np.count_nonzero(mask):
            return top, left, rows, columns
    return 0, 0, height, width


def _resize(
    photo: np.ndarray, mask: np.ndarray, rng: np.random.Generator, config: AugmentConfig
) -> tuple[np.ndarray, np.ndarray]:
    stretch = config.aspect ** rng.uniform(-0.5, 0.5)
    scale = rng.uniform(*config.scale)
    height, width = mask.shape
    size = (max(16, round(width * scale * stretch)), max(16, round(height * scale / stretch)))
    photo = cv2.resize(np.ascontiguousarray(photo), size, interpolation=cv2.INTER_AREA)
    small = cv2.resize(mask.astype(np.float32), size, interpolation=cv2.INTER_AREA)
    return photo, small >= 0.5
