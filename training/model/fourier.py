"""Fourier Degradation Suppression (AMFG, step 4): degradation lives in amplitude, structure in
phase, so amplitudes pass a 1x1 convolution and phases stay.

Written without complex tensors, DFT or atan2, which exported graphs pay dearly for: a transform
is a product with constant cosines and sines, over half the spectrum since the input is real.
"""

import math
from collections.abc import Callable
from functools import cache

import torch
from torch import Tensor, nn

# Small beside any amplitude that carries something; keeps the gradient of a silent channel finite.
EPSILON = 1e-5
# Columns longer than this are transformed in two stages.
STAGE = 16
# From a length to parts of a full turn.
Steps = Callable[[int], Tensor]


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
            return inverse_transform(real * scale, imaginary * scale, width=x.shape[3])


def forward_transform(x: Tensor) -> tuple[Tensor, Tensor]:
    """Real [B, C, H, W] to real and imaginary part [B, C, H, W / 2 + 1]."""
    width = x.shape[3]
    cosine, sine = _constants(_row_steps, width, x)
    return _along_columns(x @ cosine, -(x @ sine), sign=-1)


def inverse_transform(real: Tensor, imaginary: Tensor, *, width: int) -> Tensor:
    """Real and imaginary part [B, C, H, W / 2 + 1] to real [B, C, H, W]."""
    real, imaginary = _along_columns(real, imaginary, sign=1)
    cosine, sine = _constants(_row_steps, width, real)
    share = _shares(width, real.dtype, real.device) / real.shape[2]
    return real @ (cosine * share).T - imaginary @ (sine * share).T


def _along_columns(real: Tensor, imaginary: Tensor, *, sign: int) -> tuple[Tensor, Tensor]:
    """Complex transform over H, unscaled; sign -1 forward, 1 inverse."""
    height = real.shape[2]
    if height % STAGE == 0 and height > STAGE:
        return _in_two_stages(real, imaginary, sign=sign)
    return _turn(_constants(_square_steps, height, real), real, imaginary, sign=sign)


def _in_two_stages(real: Tensor, imaginary: Tensor, *, sign: int) -> tuple[Tensor, Tensor]:
    """After Cooley and Tukey: row 16 i + j gives frequency i' + (H / 16) j'."""
    height, width = real.shape[2:]
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


def _row_steps(length: int) -> Tensor:
    return _whole(length)[:, None] * _whole(length // 2 + 1) % length / length


def _square_steps(length: int) -> Tensor:
    return _whole(length)[:, None] * _whole(length) % length / length


def _stage_steps(outer: int) -> Tensor:
    """[outer, STAGE, STAGE]: for every i' the transform over j, the turn by i' j included."""
    length = outer * STAGE
    frequency = _whole(outer)[:, None, None] + outer * _whole(STAGE)[:, None]
    return frequency * _whole(STAGE) % length / length


def _whole(count: int) -> Tensor:
    return torch.arange(count, dtype=torch.float64)


def _constants(steps: Steps, length: int, like: Tensor) -> tuple[Tensor, Tensor]:
    return _cosine_and_sine(steps, length, like.dtype, like.device)


@cache
def _cosine_and_sine(
    steps: Steps, length: int, dtype: torch.dtype, device: torch.device
) -> tuple[Tensor, Tensor]:
    with torch.inference_mode(False):
        angles = steps(length) * (2 * math.pi)
        return angles.cos().to(device, dtype), angles.sin().to(device, dtype)


@cache
def _shares(width: int, dtype: torch.dtype, device: torch.device) -> Tensor:
    """[W / 2 + 1]: a frequency that is not its own mirror image stands for two."""
    with torch.inference_mode(False):
        share = torch.full((width // 2 + 1,), 2 / width, dtype=torch.float64)
        share[0] = 1 / width
        if width % 2 == 0:
            share[-1] = 1 / width
        return share.to(device, dtype)
