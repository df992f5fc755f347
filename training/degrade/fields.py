"""Random fields that degradations are made of."""

import cv2
import numpy as np


def smooth_noise(rng: np.random.Generator, height: int, width: int, *, cell: float) -> np.ndarray:
    """Clouds in 0..1, float32 [height, width], of features about `cell` pixels large."""
    rows, columns = max(2, round(height / cell) + 2), max(2, round(width / cell) + 2)
    coarse = rng.random((rows, columns), dtype=np.float32)
    return cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC).clip(0, 1)


def line_kernel(length: float, angle: float) -> np.ndarray:
    """An antialiased line through the middle, sum 1; `length` in pixels, `angle` in radians."""
    side = int(np.ceil(length)) | 1
    offsets = np.arange(side) - side // 2
    x, y = np.meshgrid(offsets, offsets)
    along = x * np.cos(angle) + y * np.sin(angle)
    across = -x * np.sin(angle) + y * np.cos(angle)
    inside = np.clip(1 - np.abs(across), 0, 1) * np.clip(length / 2 + 0.5 - np.abs(along), 0, 1)
    return (inside / inside.sum()).astype(np.float32)


def disc_kernel(radius: float) -> np.ndarray:
    """An antialiased disc, sum 1; `radius` in pixels."""
    offsets = np.arange(2 * int(np.ceil(radius)) + 1) - np.ceil(radius)
    distance = np.hypot(offsets[:, None], offsets)
    inside = np.clip(radius + 0.5 - distance, 0, 1)
    return (inside / inside.sum()).astype(np.float32)


def falling_specks(
    rng: np.random.Generator,
    height: int,
    width: int,
    *,
    share: float,
    size: float,
    length: float,
    angle: float,
) -> np.ndarray:
    """Specks drawn out along a direction, float32 [height, width] in 0..1.

    `share` of the cells of `size` pixels hold one; a higher share keeps those of a lower one.
    """
    rows, columns = max(1, round(height / size)), max(1, round(width / size))
    specks = (rng.random((rows, columns)) < share).astype(np.float32)
    specks = cv2.resize(specks, (width, height), interpolation=cv2.INTER_LINEAR)
    kernel = line_kernel(max(length, 1), angle)
    drawn = cv2.filter2D(
        specks, -1, kernel * max(1.0, length / size), borderType=cv2.BORDER_REFLECT
    )
    return drawn.clip(0, 1)
