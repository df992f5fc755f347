"""Fourier degradation suppression as products with constant matrices; see model/fourier.py.

Frequencies stay in the order in which the transform leaves them: amplitudes don't mind. float32
throughout, since amplitudes and their squares leave float16.
"""

import math

import numpy as np

from base.graph import Value
from model.fourier import EPSILON, STAGE

from .layers import MapLayers


class FourierLayers(MapLayers):
    def suppress(self, x: Value, name: str, *, channels: int, side: int) -> Value:
        """Maps [1, C, side, side] to the same."""
        g = self.graph
        half, outer = side // 2 + 1, side // STAGE
        spectrum = self._rows_forward(g.to_float32(x), channels, side)
        spectrum = self._columns_forward(spectrum, channels, side)
        spectrum = self.reshape(spectrum, channels, outer, 2, STAGE * half)
        scale = self._scale(spectrum, name, channels, outer * STAGE * half)
        scale = self.reshape(scale, channels, outer, 1, STAGE * half)
        spectrum = g.op("Mul", spectrum, scale)
        spectrum = self._columns_inverse(spectrum, channels, side)
        return g.to_precision(self._rows_inverse(spectrum, channels, side))

    def _scale(self, spectrum: Value, name: str, channels: int, count: int) -> Value:
        """[C, frequencies]: what each number of the spectrum is multiplied by."""
        g = self.graph
        power = g.op("ReduceSum", g.op("Mul", spectrum, spectrum), g.integers(2), keepdims=0)
        amplitude = g.op("Sqrt", g.op("Add", power, g.numbers(EPSILON**2)))
        amplitude = self.reshape(amplitude, channels, count)
        weight = self.weights[f"{name}.weight"].reshape(channels, channels)
        bias = self.weights[f"{name}.bias"].reshape(channels, 1)
        mixed = g.op("MatMul", g.to_float32(g.weight(f"{name}.weight", weight)), amplitude)
        mixed = g.op("Add", mixed, g.to_float32(g.weight(f"{name}.bias", bias)))
        return g.op("Div", mixed, amplitude)

    def _rows_forward(self, x: Value, channels: int, side: int) -> Value:
        """Real [1, C, H, W] to [C, 2, H, half]."""
        g = self.graph
        x = self.reshape(x, channels * side, side)
        x = g.op("MatMul", x, g.exact(f"fourier.{side}.rows", row_matrix(side)))
        x = self.reshape(x, channels, side, 2, -1)
        return self.transpose(x, 0, 2, 1, 3)

    def _rows_inverse(self, parts: Value, channels: int, side: int) -> Value:
        """[C, 2, H, half] to real [1, C, H, W]."""
        g = self.graph
        half = side // 2 + 1
        x = self.reshape(parts, channels, 2, side, half)
        x = self.reshape(self.transpose(x, 0, 2, 1, 3), channels * side, 2 * half)
        x = g.op("MatMul", x, g.exact(f"fourier.{side}.rows_back", inverse_row_matrix(side)))
        return self.reshape(x, 1, channels, side, side)

    def _columns_forward(self, x: Value, channels: int, side: int) -> Value:
        """[C, 2, H, half] to [C, outer, 2, STAGE, half], the frequencies in two digits."""
        g = self.graph
        half, outer = side // 2 + 1, side // STAGE
        x = self.reshape(x, channels, 2 * outer, STAGE * half)
        x = g.op("MatMul", g.exact(f"fourier.{side}.first", first_stage(outer)), x)
        x = self.reshape(x, channels, outer, 2 * STAGE, half)
        return g.op("MatMul", g.exact(f"fourier.{side}.second", second_stage(outer)), x)

    def _columns_inverse(self, x: Value, channels: int, side: int) -> Value:
        """The other way round; unscaled, so the matrices are the transposed ones."""
        g = self.graph
        half, outer = side // 2 + 1, side // STAGE
        first, second = first_stage(outer).T, second_stage(outer).swapaxes(1, 2)
        x = self.reshape(x, channels, outer, 2 * STAGE, half)
        x = g.op("MatMul", g.exact(f"fourier.{side}.second_back", second), x)
        x = self.reshape(x, channels, 2 * outer, STAGE * half)
        return g.op("MatMul", g.exact(f"fourier.{side}.first_back", first), x)


def row_matrix(side: int) -> np.ndarray:
    """[side, 2 * half]: real and imaginary part of the frequencies that a real row needs."""
    angles = _turns(np.outer(np.arange(side), np.arange(side // 2 + 1)), side)
    return np.concatenate([np.cos(angles), -np.sin(angles)], axis=1)


def inverse_row_matrix(side: int) -> np.ndarray:
    """[2 * half, side], scaled by both sides' lengths."""
    share = np.full(side // 2 + 1, 2.0)
    # These are their own mirror images.
    share[[0, -1]] = 1
    cosine, sine = np.split(row_matrix(side), 2, axis=1)
    return np.concatenate([cosine * share, sine * share], axis=1).T / side**2


def first_stage(outer: int) -> np.ndarray:
    """[2 * outer, 2 * outer]: from (part, i) to (i', part)."""
    matrix = _complex(_turns(np.outer(np.arange(outer), np.arange(outer)), outer))
    return matrix.transpose(0, 1, 3, 2).reshape(2 * outer, 2 * outer)


def second_stage(outer: int) -> np.ndarray:
    """[outer, 2 * STAGE, 2 * STAGE]: for every i' from (part, j) to (part, j'), the turn by i' j
    included."""
    frequency = np.arange(outer)[:, None, None] + outer * np.arange(STAGE)[:, None]
    matrix = _complex(_turns(frequency * np.arange(STAGE), outer * STAGE))
    return matrix.transpose(0, 2, 1, 4, 3).reshape(outer, 2 * STAGE, 2 * STAGE)


def _complex(angles: np.ndarray) -> np.ndarray:
    """Angles [..., a, b] to [..., a, 2, b, 2]: what exp(-i * angle) does to (real, imaginary)."""
    cosine, sine = np.cos(angles), np.sin(angles)
    return np.stack([np.stack([cosine, sine], -1), np.stack([-sine, cosine], -1)], -3)


def _turns(steps: np.ndarray, length: int) -> np.ndarray:
    return steps % length * (2 * math.pi / length)
