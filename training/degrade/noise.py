"""Sensor noise. Photos uint8 [H, W, 3] RGB; severity 0..1, 0.5 as in the paper."""

import cv2
import numpy as np

from .severity import at, to_bytes


def gaussian_noise(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Independent per channel; the paper's variance of 250 to 260 is a deviation of 16."""
    deviation = at(severity, mild=6, paper=16, beyond=55)
    return to_bytes(photo + deviation * _normal(rng, photo.shape))


def iso_noise(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Grain that grows with the light, and blotches of colour (colour shift 0.4 to 0.5,
    intensity 0.7 to 0.8 in the paper)."""
    height, width = photo.shape[:2]
    grain = _normal(rng, (height, width, 1))
    blotches = cv2.GaussianBlur(_normal(rng, photo.shape), (0, 0), 1.2) * 4
    blotches -= blotches.mean(axis=2, keepdims=True)
    shot = np.sqrt(photo.mean(axis=2, keepdims=True) / 255 + 0.1)
    noise = grain * shot * at(severity, mild=8, paper=24, beyond=60)
    colour = blotches * at(severity, mild=4, paper=14, beyond=35)
    return to_bytes(photo + noise + colour)


def impulse_noise(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """A factor on all pixels (1.4 to 1.5 in the paper), and dead and hot pixels."""
    factor = at(severity, mild=1.1, paper=1.45, beyond=1.8)
    share = at(severity, mild=0.002, paper=0.02, beyond=0.2)
    luck = rng.random(photo.shape[:2])
    hot = rng.random(photo.shape[:2]) < 0.5
    noisy = to_bytes(photo * factor)
    noisy[luck < share] = np.where(hot[luck < share], 255, 0)[:, None]
    return noisy


def _normal(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    return rng.standard_normal(shape, dtype=np.float32)
