"""SAM's prompt encoder: points, box corners and a mask, as tokens and as an image."""

import math

import numpy as np

from .graph import Value
from .layers import Layers, centred

IMAGE_SIZE = 1024
GRID = 64
CHANNELS = 256
LABELS = (-1, 0, 1, 2, 3)
NORM_2D_EPSILON = 1e-6


class PromptEncoder(Layers):
    def points(self, coords: Value, labels: Value) -> Value:
        """coords [1, n, 2] in pixels of the model's picture, labels [1, n], to float32 [n, 256]."""
        g = self.graph
        rows = ["not_a_point_embed", *(f"point_embeddings.{i}" for i in range(4))]
        table = np.concatenate([self.weights[f"{row}.weight"] for row in rows])
        labels = self.reshape(labels, -1, 1)
        kind = g.op("Cast", g.op("Equal", labels, g.numbers([LABELS])), to=g.FLOAT32)
        kinds = g.op("MatMul", kind, g.exact("point_kinds", table))
        is_point = g.op("MatMul", kind, g.numbers([[0], [1], [1], [1], [1]]))
        # To the pixel's middle, then 0..1024 to -1..1.
        places = g.op("Add", self.reshape(coords, -1, 2), g.numbers(0.5))
        places = g.op("Sub", g.op("Mul", places, g.numbers(2 / IMAGE_SIZE)), g.numbers(1))
        return g.op("Add", g.op("Mul", self._sine(places), is_point), kinds)

    def grid_positions(self) -> Value:
        """[4096, 256], constant: ONNX Runtime computes it once, at load."""
        g = self.graph
        axis = g.numbers((np.arange(GRID) + 0.5) / GRID * 2 - 1)
        x = g.op("Expand", self.reshape(axis, 1, GRID, 1), g.integers(GRID, GRID, 1))
        y = g.op("Expand", self.reshape(axis, GRID, 1, 1), g.integers(GRID, GRID, 1))
        places = self.reshape(g.op("Concat", x, y, axis=2), GRID * GRID, 2)
        return g.to_precision(self._sine(places))

    def dense(self, mask: Value, has_mask: Value) -> Value:
        """[4096, 256]: the mask [1, 1, 256, 256], or "no mask" where has_mask [1] is 0."""
        g = self.graph
        # ONNX's export did not keep this parameter's name.
        no_mask = g.weight("no_mask_embed", self.weights["Mul_9.weight"].reshape(1, CHANNELS))
        has_mask = g.to_precision(has_mask)
        without = g.op("Mul", g.op("Sub", g.number(1), has_mask), no_mask)
        return g.op("Add", g.op("Mul", self._mask(g.to_precision(mask)), has_mask), without)

    def _sine(self, places: Value) -> Value:
        """Places in -1..1, float32 [n, 2], to [n, 256]."""
        g = self.graph
        matrix = self.weights["pe_layer.positional_encoding_gaussian_matrix"] * (2 * math.pi)
        angles = g.op("MatMul", places, g.exact("position_frequencies", matrix))
        return g.op("Concat", g.op("Sin", angles), g.op("Cos", angles), axis=1)

    def _mask(self, x: Value) -> Value:
        """Two 2x2 convolutions of stride 2 are products over rows of patches."""
        x = self.reshape(x, GRID, 2, 2, GRID, 2, 2)
        x = self.reshape(self.transpose(x, 0, 3, 1, 4, 2, 5), GRID * GRID * 4, 4)
        x = self.reshape(self._patch_layer(x, 0), GRID * GRID, 16)
        name = "mask_downscaling.6"
        weight = self.weights[f"{name}.weight"].reshape(CHANNELS, -1).T
        return self.gemm(self._patch_layer(x, 3), name, weight, self.weights[f"{name}.bias"])

    def _patch_layer(self, x: Value, index: int) -> Value:
        name = f"mask_downscaling.{index}"
        kernel = self.weights[f"{name}.weight"]
        # [out, in, y, x] to rows y, x, in.
        weight = centred(kernel.transpose(2, 3, 1, 0).reshape(-1, kernel.shape[0]), axis=1)
        x = self.gemm(x, name, weight, centred(self.weights[f"{name}.bias"], axis=0))
        norm = f"mask_downscaling.{index + 1}"
        return self.gelu(self.layer_norm(x, norm, epsilon=NORM_2D_EPSILON, is_centred=True))
