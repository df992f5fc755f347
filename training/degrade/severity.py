"""What a severity in 0..1 means."""

import numpy as np

# Here a degradation is as strong as the paper's; below it is milder, above stronger.
PAPER = 0.5
# Sizes in pixels are meant for photos of this long side and grow with it.
REFERENCE_SIDE = 512


def at(severity: float, *, mild: float, paper: float, beyond: float) -> float:
    """A parameter at severity 0, 0.5 and 1; straight between."""
    return float(np.interp(severity, (0, PAPER, 1), (mild, paper, beyond)))


def pixels(photo: np.ndarray, size: float) -> float:
    """A size meant for the reference side, on this photo."""
    return size * max(photo.shape[:2]) / REFERENCE_SIDE


def to_bytes(photo: np.ndarray) -> np.ndarray:
    """Float 0..255 to uint8."""
    return np.clip(np.rint(photo), 0, 255).astype(np.uint8)
