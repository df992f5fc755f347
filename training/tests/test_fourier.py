import pytest
import torch
from torch import Tensor

from model.fourier import FourierSuppression, forward_transform, inverse_transform

# Dense matrices, two stages, sizes that are no power of two, and an odd width.
SHAPES = [(2, 3, 16, 16), (1, 2, 64, 64), (1, 2, 256, 256), (1, 2, 48, 20), (1, 2, 8, 7)]


@pytest.mark.parametrize("shape", SHAPES)
def test_transform_is_that_of_torch(shape: tuple[int, ...]) -> None:
    x = _random(shape)
    real, imaginary = forward_transform(x)
    expected = torch.fft.rfft2(x)
    largest = expected.abs().max()
    assert (real - expected.real).abs().max() < 1e-6 * largest
    assert (imaginary - expected.imag).abs().max() < 1e-6 * largest


@pytest.mark.parametrize("shape", SHAPES)
def test_inverse_brings_the_input_back(shape: tuple[int, ...]) -> None:
    x = _random(shape)
    assert (inverse_transform(*forward_transform(x), width=shape[3]) - x).abs().max() < 1e-5


def test_suppression_is_the_convolution_of_amplitudes_with_phases_kept() -> None:
    suppression = FourierSuppression(channels=6)
    x = _random((2, 6, 32, 32))
    spectrum = torch.fft.fft2(x)
    amplitude = suppression.amplitude(spectrum.abs())
    expected = torch.fft.ifft2(
        torch.polar(torch.ones_like(amplitude), spectrum.angle()) * amplitude
    )
    assert (suppression(x) - expected.real).abs().max() < 1e-5


def test_a_silent_channel_has_a_finite_gradient() -> None:
    x = torch.zeros(1, 4, 16, 16, requires_grad=True)
    FourierSuppression(channels=4)(x).sum().backward()
    assert torch.isfinite(x.grad).all()


def _random(shape: tuple[int, ...]) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(1))
