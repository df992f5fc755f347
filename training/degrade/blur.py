"""Blurs. Photos uint8 [H, W, 3] RGB; severity 0..1, 0.5 as in the paper."""

import cv2
import numpy as np

from .fields import disc_kernel, line_kernel
from .severity import at, pixels, to_bytes

ZOOM_LAYERS = 10


def resampling_blur(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Down and up again, by 4 in the paper; blocky where pixels were dropped, soft elsewhere."""
    height, width = photo.shape[:2]
    factor = at(severity, mild=1.7, paper=4, beyond=9)
    small = (max(1, round(width / factor)), max(1, round(height / factor)))
    down = (cv2.INTER_AREA, cv2.INTER_LINEAR)[int(rng.integers(2))]
    return cv2.resize(
        cv2.resize(photo, small, interpolation=down),
        (width, height),
        interpolation=cv2.INTER_LINEAR,
    )


def motion_blur(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Along a line in any direction, of 3 to 35 pixels in the paper."""
    angle, luck = rng.uniform(0, np.pi), rng.uniform(0.4, 1.6)
    kernel = line_kernel(pixels(photo, luck * at(severity, mild=5, paper=26, beyond=50)), angle)
    return cv2.filter2D(photo, -1, kernel, borderType=cv2.BORDER_REFLECT_101)


def zoom_blur(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """The mean of photos that grow to 1 to 1.33 times the size in the paper, about a point near
    the middle."""
    height, width = photo.shape[:2]
    largest = 1 + at(severity, mild=0.015, paper=0.035, beyond=0.5) * rng.uniform(0.5, 1.5)
    x, y = width * rng.uniform(0.4, 0.6), height * rng.uniform(0.4, 0.6)
    total = np.zeros(photo.shape, dtype=np.float32)
    for zoom in np.linspace(1, largest, ZOOM_LAYERS):
        matrix = np.array([[zoom, 0, x * (1 - zoom)], [0, zoom, y * (1 - zoom)]])
        total += cv2.warpAffine(photo, matrix, (width, height), borderMode=cv2.BORDER_REFLECT_101)
    return to_bytes(total / ZOOM_LAYERS)


def frosted_glass_blur(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Every pixel from a place within 3 pixels (in the paper) of its own."""
    height, width = photo.shape[:2]
    reach = pixels(photo, at(severity, mild=1, paper=3, beyond=8))
    offsets = rng.uniform(-1, 1, (2, height, width)) * reach
    y, x = np.mgrid[:height, :width] + np.rint(offsets)
    return photo[np.clip(y, 0, height - 1).astype(int), np.clip(x, 0, width - 1).astype(int)]


def defocus(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Every point becomes a disc, of up to 10 pixels in radius; not one of the paper's."""
    radius = pixels(photo, at(severity, mild=1.2, paper=4, beyond=10)) * rng.uniform(0.8, 1.2)
    return cv2.filter2D(photo, -1, disc_kernel(radius), borderType=cv2.BORDER_REFLECT_101)
