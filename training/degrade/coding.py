"""Compression and elastic distortion. Photos uint8 [H, W, 3] RGB; severity 0..1."""

import cv2
import numpy as np

from .severity import at, pixels


def compression(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """JPEG of quality 5 to 10 in the paper, of colour at half resolution or at full."""
    quality = round(at(severity, mild=40, paper=8, beyond=2))
    sampling = (cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444)
    return through_jpeg(photo, quality, sampling[int(rng.integers(2))])


def through_jpeg(
    photo: np.ndarray, quality: int, sampling: int = cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420
) -> np.ndarray:
    """Coded and decoded. OpenCV takes colours for blue, green, red, and colour loses more than light."""
    settings = [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_SAMPLING_FACTOR, sampling]
    _, data = cv2.imencode(".jpg", photo[:, :, ::-1], settings)
    return np.ascontiguousarray(cv2.imdecode(data, cv2.IMREAD_COLOR)[:, :, ::-1])


def elastic_transform(photo: np.ndarray, severity: float, rng: np.random.Generator) -> np.ndarray:
    """Ripples (the paper: alpha 100, sigma 10) and a skew of 5 pixels.

    Masks stay where they were, as in the paper: the shift is of the order of their accuracy.
    """
    height, width = photo.shape[:2]
    sigma = pixels(photo, 10)
    ripples = rng.uniform(-1, 1, (2, height, width)).astype(np.float32)
    ripples = np.stack([cv2.GaussianBlur(part, (0, 0), sigma) for part in ripples])
    ripples *= pixels(photo, at(severity, mild=0.6, paper=2.7, beyond=5.5)) / ripples.std()
    skew = pixels(photo, at(severity, mild=1, paper=4, beyond=8)) * rng.uniform(-1, 1, (2, 2))
    y, x = np.mgrid[:height, :width].astype(np.float32)
    across, down = x / width - 0.5, y / height - 0.5
    moved_x = x + ripples[0] + skew[0, 0] * across + skew[0, 1] * down
    moved_y = y + ripples[1] + skew[1, 0] * across + skew[1, 1] * down
    return cv2.remap(
        photo,
        moved_x.astype(np.float32),
        moved_y.astype(np.float32),
        interpolation=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT_101,
    )
