"""Light and colour. Photos uint8 [H, W, 3] RGB; severity 0..1, 0.5 as in the paper."""

import cv2
import numpy as np

from .severity import at, to_bytes


def colour_jitter(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Brightness, contrast, saturation and hue moved, each up or down (the paper: by up to 0.7,
    0.3, 0.7 and 0.7)."""
    reach = at(severity, mild=0.15, paper=0.5, beyond=0.9)
    brightness, contrast, saturation, hue = rng.choice((-1.0, 1.0), 4) * rng.uniform(0.7, 1, 4)
    light = photo * (1 + 0.7 * reach * brightness)
    light = light.mean() + (light - light.mean()) * (1 + 0.5 * reach * contrast)
    hsv = cv2.cvtColor((light / 255).clip(0, 1).astype(np.float32), cv2.COLOR_RGB2HSV)
    hsv[:, :, 0] = (hsv[:, :, 0] + 130 * reach * hue) % 360
    hsv[:, :, 1] = (hsv[:, :, 1] * (1 + reach * saturation)).clip(0, 1)
    return to_bytes(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB) * 255)


def brightness(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Darker: by 0.6 to 0.8 in the paper, down to a night scene; the colour of the light leans."""
    factor = at(severity, mild=0.93, paper=0.73, beyond=0.06)
    lean = 1 + rng.uniform(-0.1, 0.1, 3) * (1 - factor)
    return to_bytes(photo * factor * lean)


def contrast(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Steeper about 128, by 1.6 to 1.7 in the paper; lights and shadows are cut off."""
    factor = at(severity, mild=1.15, paper=1.65, beyond=4) * rng.uniform(0.97, 1.03)
    return to_bytes((photo - 128.0) * factor + 128)
