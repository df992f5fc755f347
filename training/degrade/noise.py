"""Sensor noise. Photos uint8 [H, W, 3] RGB; severity 0..1, 0.5 as in the paper."""

import cv2
import numpy as np

from .severity import at, to_bytes


def gaussian_noise(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Independent per channel; the paper's variance of 250 to 260 is a deviation of 16."""
    deviation = at(severity, mild=6, paper=16, beyond=55)
    return to_bytes(photo + deviation * _normal(rng, photo.shape))


def iso_noise(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Hues scattered pixel by pixel, shadows lifted by grain (colour shift 0.4 to 0.5, intensity
    0.7 to 0.8 in the paper), and blotches of colour, as small sensors make them."""
    hls = cv2.cvtColor(photo.astype(np.float32) / 255, cv2.COLOR_RGB2HLS)
    scatter = _normal(rng, photo.shape[:2]) * at(severity, mild=8, paper=110, beyond=160)
    hls[:, :, 0] = (hls[:, :, 0] + scatter) % 360
    lift = at(severity, mild=0.01, paper=0.13, beyond=0.35)
    grain = 1 + _normal(rng, photo.shape[:2]) * at(severity, mild=0.3, paper=0.25, beyond=0.3)
    hls[:, :, 1] += np.clip(lift * grain, 0, 1) * (1 - hls[:, :, 1])
    noisy = cv2.cvtColor(hls, cv2.COLOR_HLS2RGB) * 255
    shot = np.sqrt(photo.mean(axis=2, keepdims=True) / 255 + 0.1)
    noisy += _normal(rng, (*photo.shape[:2], 1)) * shot * at(severity, mild=8, paper=20, beyond=55)
    blotches = cv2.GaussianBlur(_normal(rng, photo.shape), (0, 0), 1.2) * 4
    return to_bytes(noisy + blotches * at(severity, mild=3, paper=8, beyond=25))


def low_light(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """A night's photo, at 0.3 to 0.05 of the light and with the shot noise of few photons; not one
    of the paper's."""
    gain = at(severity, mild=0.5, paper=0.15, beyond=0.05)
    dark = photo * gain * (1 + rng.uniform(-0.15, 0.15, 3))
    shot = np.sqrt(dark * at(severity, mild=0.1, paper=0.3, beyond=0.6))
    read = at(severity, mild=0.5, paper=1.2, beyond=2.5)
    return to_bytes(dark + (shot + read) * _normal(rng, photo.shape))


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
