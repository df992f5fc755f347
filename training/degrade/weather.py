"""Snow, fog and rain. Photos uint8 [H, W, 3] RGB; severity 0..1, 0.5 as in the paper."""

import cv2
import numpy as np

from .fields import falling_specks, smooth_noise
from .severity import at, pixels, to_bytes


def snow(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Bright places turn white (brightness threshold 0.7 to 0.3 in the paper) and flakes fall."""
    height, width = photo.shape[:2]
    angle = np.pi / 2 + rng.uniform(-0.5, 0.5)
    light = photo.astype(np.float32)
    threshold = 255 * at(severity, mild=0.85, paper=0.5, beyond=0.2)
    whiteness = np.clip((light.mean(axis=2, keepdims=True) - threshold) / 80, 0, 1) * 0.6
    light += (255 - light) * whiteness
    for size, length in ((2, 5), (4, 9)):
        flakes = falling_specks(
            rng,
            height,
            width,
            share=at(severity, mild=0.012, paper=0.085, beyond=0.18),
            size=pixels(photo, size),
            length=pixels(photo, length),
            angle=angle,
        )
        light += (255 - light) * flakes[:, :, None] * 0.9
    return to_bytes(light)


def fog(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Layers of cloud over an even haze, thicker towards the top."""
    height, width = photo.shape[:2]
    clouds = sum(
        smooth_noise(rng, height, width, cell=pixels(photo, cell)) * share
        for cell, share in ((160, 0.5), (60, 0.3), (20, 0.2))
    )
    depth = np.linspace(1.15, 0.85, height, dtype=np.float32)[:, None]
    thickness = at(severity, mild=0.25, paper=0.82, beyond=1.1)
    veil = np.clip(thickness * depth * (0.65 + 0.5 * clouds), 0, 0.97)[:, :, None]
    colour = np.array([225, 228, 232]) - rng.uniform(0, 25)
    return to_bytes(photo * (1 - veil) + colour * veil)


def rain(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Streaks at two distances, in a darker light (drop size 0.4 to 0.5 in the paper)."""
    height, width = photo.shape[:2]
    angle = np.pi / 2 + rng.uniform(-0.4, 0.4)
    light = photo.astype(np.float32) * at(severity, mild=0.98, paper=0.93, beyond=0.65)
    for size, length in ((1, 14), (2, 30)):
        streaks = falling_specks(
            rng,
            height,
            width,
            share=at(severity, mild=0.003, paper=0.01, beyond=0.05),
            size=max(1.0, pixels(photo, size)),
            length=pixels(photo, length),
            angle=angle,
        )
        strength = at(severity, mild=0.3, paper=0.4, beyond=0.7)
        light += (220 - light) * streaks[:, :, None] * strength
    # Far drops blur together.
    return to_bytes(cv2.GaussianBlur(light, (0, 0), pixels(photo, at(severity, mild=0.3, paper=0.5, beyond=1))))
