"""Flips, aspect, scale and crop. The photo is never squashed to a square."""

from dataclasses import dataclass

import cv2
import numpy as np

SMALLEST_SIDE = 64


@dataclass(frozen=True, kw_only=True)
class AugmentConfig:
    flip: float = 0.5
    # Width over height, changed by up to this factor.
    aspect: float = 1.2
    # Sides of the crop as a share of the photo's.
    crop: tuple[float, float] = (0.6, 1.0)
    # Resolution kept, as a share of the photo's.
    scale: tuple[float, float] = (0.6, 1.0)


def augment(
    photo: np.ndarray, masks: list[np.ndarray], rng: np.random.Generator, config: AugmentConfig
) -> tuple[np.ndarray, list[np.ndarray]]:
    """uint8 [H, W, 3] and bool [H, W] each to the same types. One mask, chosen at random, keeps at
    least half its area."""
    layers = [photo, *(mask.view(np.uint8) for mask in masks)]
    if rng.random() < config.flip:
        layers = [layer[:, ::-1] for layer in layers]
    steering = layers[1 + int(rng.integers(len(masks)))] if masks else None
    top, left, height, width = _crop(photo.shape[:2], steering, rng, config)
    layers = [layer[top : top + height, left : left + width] for layer in layers]
    size = _new_size(height, width, rng, config)
    photo = cv2.resize(np.ascontiguousarray(layers[0]), size, interpolation=cv2.INTER_AREA)
    return photo, [_resize_mask(mask, size) for mask in layers[1:]]


def _crop(
    shape: tuple[int, ...],
    steering: np.ndarray | None,
    rng: np.random.Generator,
    config: AugmentConfig,
) -> tuple[int, int, int, int]:
    """Top, left, height, width."""
    for _ in range(8):
        rows, columns = (
            max(min(SMALLEST_SIDE, side), round(side * rng.uniform(*config.crop))) for side in shape
        )
        top, left = (
            int(rng.integers(side - part + 1))
            for side, part in zip(shape, (rows, columns), strict=True)
        )
        if steering is None:
            return top, left, rows, columns
        kept = np.count_nonzero(steering[top : top + rows, left : left + columns])
        if 2 * kept >= np.count_nonzero(steering):
            return top, left, rows, columns
    return 0, 0, *shape


def _new_size(
    height: int, width: int, rng: np.random.Generator, config: AugmentConfig
) -> tuple[int, int]:
    """Width and height."""
    stretch = config.aspect ** rng.uniform(-0.5, 0.5)
    scale = rng.uniform(*config.scale)
    return max(16, round(width * scale * stretch)), max(16, round(height * scale / stretch))


def _resize_mask(mask: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    return cv2.resize(mask.astype(np.float32), size, interpolation=cv2.INTER_AREA) >= 0.5
