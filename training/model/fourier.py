"""Fourier Degradation Suppression (AMFG, step 4): degradation lives in amplitude, structure in
phase, so amplitudes pass a 1x1 convolution and phases stay.

Written without complex tensors, DFT or atan2, which exported graphs pay dearly for: a transform
is a product with constant cosines and sines, over half the spectrum since the input is real.
"""

import math
from collections.abc import Callable
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor, nn

# Small beside any amplitude that carries something; keeps the gradient of a silent channel finite.
EPSILON = 1e-5
# Columns longer than this are transformed in two stages.
STAGE = 16
# From a length to parts of a full turn.
Steps = Callable[[int], np.ndarray]


class FourierSuppression(nn.Module):
    """[B, C, H, W] to the same; float32 inside, since squared amplitudes leave half precision."""

    def __init__(self, *, channels: int):
        super().__init__()
        self.amplitude = nn.Conv2d(channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        with torch.autocast(device_type=x.device.type, enabled=False):
            real, imaginary = forward_transform(x.float())
            amplitude = (real * real + imaginary * imaginary + EPSILON**2).sqrt()
            # Scaling both parts keeps the phase.
            scale = self.amplitude(amplitude) / amplitude
            return inverse_transform(real * scale, imaginary * scale, width=int(x.shape[3]))


def forward_transform(x: Tensor) -> tuple[Tensor, Tensor]:
    """Real [B, C, H, W] to real and imaginary part [B, C, H, W / 2 + 1]."""
    width = int(x.shape[3])
    cosine, sine = _constants(_row_steps, width, x)
    return _along_columns(x @ cosine, -(x @ sine), sign=-1)


def inverse_transform(real: Tensor, imaginary: Tensor, *, width: int) -> Tensor:
    """Real and imaginary part [B, C, H, W / 2 + 1] to real [B, C, H, W]."""
    real, imaginary = _along_columns(real, imaginary, sign=1)
    cosine, sine = _constants(_row_steps, width, real)
    share = _tensor(_shares, (width,), real) / int(real.shape[2])
    return real @ (cosine * share).T - imaginary @ (sine * share).T


def _along_columns(real: Tensor, imaginary: Tensor, *, sign: int) -> tuple[Tensor, Tensor]:
    """Complex transform over H, unscaled; sign -1 forward, 1 inverse."""
    height = int(real.shape[2])
    if height % STAGE == 0 and height > STAGE:
        return _in_two_stages(real, imaginary, sign=sign)
    return _turn(_constants(_square_steps, height, real), real, imaginary, sign=sign)


def _in_two_stages(real: Tensor, imaginary: Tensor, *, sign: int) -> tuple[Tensor, Tensor]:
    """After Cooley and Tukey: row 16 i + j gives frequency i' + (H / 16) j'."""
    height, width = map(int, real.shape[2:])
    outer = height // STAGE
    parts = [part.reshape(*part.shape[:2], outer, STAGE * width) for part in (real, imaginary)]
    parts = _turn(_constants(_square_steps, outer, real), *parts, sign=sign)
    parts = [part.unflatten(3, (STAGE, width)) for part in parts]
    parts = _turn(_constants(_stage_steps, outer, real), *parts, sign=sign)
    real, imaginary = (part.transpose(2, 3).flatten(2, 3) for part in parts)
    return real, imaginary


def _turn(
    circle: tuple[Tensor, Tensor], real: Tensor, imaginary: Tensor, *, sign: int
) -> tuple[Tensor, Tensor]:
    """Product of the complex matrix cosine + sign * i * sine with complex columns."""
    cosine, sine = circle[0], circle[1] * sign
    return cosine @ real - sine @ imaginary, cosine @ imaginary + sine @ real


def _row_steps(length: int) -> np.ndarray:
    return np.outer(np.arange(length), np.arange(length // 2 + 1)) % length / length


def _square_steps(length: int) -> np.ndarray:
    return np.outer(np.arange(length), np.arange(length)) % length / length


def _stage_steps(outer: int) -> np.ndarray:
    """[outer, STAGE, STAGE]: for every i' the transform over j, the turn by i' j included."""
    length = outer * STAGE
    frequency = np.arange(outer)[:, None, None] + outer * np.arange(STAGE)[:, None]
    return frequency * np.arange(STAGE) % length / length


def _constants(steps: Steps, length: int, like: Tensor) -> tuple[Tensor, Tensor]:
    return _tensor(_cosines, (steps, length), like), _tensor(_sines, (steps, length), like)


def _cosines(steps: Steps, length: int) -> np.ndarray:
    return np.cos(steps(length) * (2 * math.pi))


def _sines(steps: Steps, length: int) -> np.ndarray:
    return np.sin(steps(length) * (2 * math.pi))


def _shares(width: int) -> np.ndarray:
    """[W / 2 + 1]: a frequency that is not its own mirror image stands for two."""
    share = np.full(width // 2 + 1, 2 / width)
    share[0] = 1 / width
    if width % 2 == 0:
        share[-1] = 1 / width
    return share


def _tensor(make: Callable[..., np.ndarray], arguments: tuple, like: Tensor) -> Tensor:
    # NumPy keeps the making of constants out of an exported graph, and casts: a graph would hold the
    # float64 and a cast.
    kind = np.float64 if like.dtype == torch.float64 else np.float32
    if like.is_cuda:
        return _on_gpu(make, arguments, kind, like.device)
    return torch.from_numpy(make(*arguments).astype(kind))


@lru_cache
def _on_gpu(
    make: Callable[..., np.ndarray], arguments: tuple, kind: type, device: torch.device
) -> Tensor:
    # Copied at each use, it would have the GPU wait. What is made in inference mode can't be trained with.
    with torch.inference_mode(False):
        return torch.from_numpy(make(*arguments).astype(kind)).to(device)
