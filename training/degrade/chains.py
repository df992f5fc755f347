"""Chains that pictures on the web have been through: blur, resize, noise and JPEG, twice over, as
GleSAM (CVPR 2025) measures with. Photos uint8 [H, W, 3] RGB; severity 0..1."""

from functools import partial

import cv2
import numpy as np

from .coding import through_jpeg
from .severity import at, pixels, to_bytes

ROUNDS = 2
# By which each level makes the photo smaller on the way.
SHRINKING = {1: 1.0, 2: 2.0, 3: 4.0}
WAYS = (cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_CUBIC)


def chain(
    photo: np.ndarray, severity: float, rng: np.random.Generator, *, level: int
) -> np.ndarray:
    """Level 1 to 3, mild to strong; the photo gets back its size at the end."""
    height, width = photo.shape[:2]
    smaller = SHRINKING[level] * at(severity, mild=0.7, paper=1, beyond=1.4)
    for part in range(ROUNDS):
        photo = _blur(photo, severity, rng)
        factor = max(1.0, smaller ** (1 / ROUNDS) * rng.uniform(0.85, 1.15))
        photo = _resize(photo, width / factor ** (part + 1), height / factor ** (part + 1), rng)
        photo = _noise(photo, severity, rng)
        photo = _jpeg(photo, severity, rng)
    return _resize(photo, width, height, rng)


def _blur(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    wide = pixels(photo, at(severity, mild=0.3, paper=1.1, beyond=2.4))
    x, y = rng.uniform(0.6, 1.2, 2) * wide
    return cv2.GaussianBlur(photo, (0, 0), float(x), sigmaY=float(y))


def _resize(
    photo: np.ndarray, width: float, height: float, rng: np.random.Generator
) -> np.ndarray:
    size = (max(1, round(width)), max(1, round(height)))
    return cv2.resize(photo, size, interpolation=WAYS[int(rng.integers(len(WAYS)))])


def _noise(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Noise of the same size everywhere, or growing with the light."""
    noise = rng.standard_normal(photo.shape, dtype=np.float32)
    noise *= at(severity, mild=1, paper=9, beyond=24) * rng.uniform(0.7, 1.1)
    is_shot = rng.random() < 0.5
    return to_bytes(photo + noise * (np.sqrt(photo / 128.0) if is_shot else 1.0))


def _jpeg(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    quality = round(at(severity, mild=80, paper=45, beyond=15) * rng.uniform(0.8, 1.2))
    return through_jpeg(photo, quality)


CHAINS = {f"chain_{level}": partial(chain, level=level) for level in SHRINKING}
