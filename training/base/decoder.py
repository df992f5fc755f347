"""SAM's mask decoder with its prompt encoder, up to four masks of 256x256 and their scores.

Tokens and pixels are rows of a matrix [count, channels] everywhere.
"""

import numpy as np

from .graph import Graph, Value
from .imported import ImportedWeights
from .layers import Layers, centred
from .prompt import CHANNELS, GRID, NORM_2D_EPSILON, PromptEncoder
from .two_way import TwoWay

MASKS = 4


def build_decoder(
    graph: Graph,
    weights: ImportedWeights,
    *,
    embedding: Value,
    coords: Value,
    labels: Value,
    mask: Value,
    has_mask: Value,
) -> tuple[Value, Value]:
    """Returns float32 masks [1, 4, 256, 256] and scores [1, 4]."""
    prompt, heads = PromptEncoder(graph, weights), _Heads(graph, weights)
    # ONNX's export did not keep this parameter's name: the score's token and the masks'.
    outputs = weights["Expand_1.weight"].reshape(1 + MASKS, CHANNELS)
    points = prompt.points(coords, labels)
    tokens = graph.op("Concat", graph.exact("output_tokens", outputs), points, axis=0)
    image = heads.reshape(graph.to_precision(embedding), CHANNELS, GRID * GRID)
    image = graph.op("Add", heads.transpose(image, 1, 0), prompt.dense(mask, has_mask))
    transformer = TwoWay(graph, weights, positions=prompt.grid_positions())
    tokens, image = transformer.transform(graph.to_precision(tokens), image)
    return heads.masks(tokens, image), heads.scores(tokens)


class _Heads(Layers):
    def masks(self, tokens: Value, image: Value) -> Value:
        """Upscaling by rows: a 2x2 transposed convolution is a product, the pixels sorted last."""
        g = self.graph
        kernel, bias = self._parameters("output_upscaling.0")
        kernel, bias = centred(kernel, axis=1), centred(bias, axis=0)
        x = self._upscaled(image, "output_upscaling.0", kernel, bias)
        x = self.layer_norm(x, "output_upscaling.1", epsilon=NORM_2D_EPSILON, is_centred=True)
        name = "output_upscaling.3"
        x = self.gelu(self._upscaled(self.gelu(x), name, *self._parameters(name)))
        masks = g.op("MatMul", self._mask_vectors(tokens), self.transpose(x, 1, 0))
        masks = self.reshape(masks, MASKS, GRID, GRID, 2, 2, 2, 2)
        masks = self.transpose(masks, 0, 1, 3, 5, 2, 4, 6)
        return g.to_float32(self.reshape(masks, 1, MASKS, 4 * GRID, 4 * GRID))

    def scores(self, tokens: Value) -> Value:
        g = self.graph
        x = g.op("Slice", tokens, g.integers(0), g.integers(1), g.integers(0))
        for layer in range(3):
            name = f"iou_prediction_head.layers.{layer}"
            weight, bias = self._parameters(name)
            x = self.gemm(x, name, weight.T, bias)
            x = g.op("Relu", x) if layer < 2 else x
        return g.to_float32(x)

    def _parameters(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        return self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]

    def _upscaled(self, x: Value, name: str, kernel: np.ndarray, bias: np.ndarray) -> Value:
        """[rows, in] to [rows * 4, out], the four in the order y, x; kernel [in, out, y, x]."""
        channels = kernel.shape[1]
        weight = kernel.transpose(0, 2, 3, 1).reshape(-1, 4 * channels)
        return self.reshape(self.gemm(x, name, weight, np.tile(bias, 4)), -1, channels)

    def _mask_vectors(self, tokens: Value) -> Value:
        """[4, 32]: the four small networks side by side."""
        g = self.graph
        x = g.op("Slice", tokens, g.integers(1), g.integers(1 + MASKS), g.integers(0))
        x = self.reshape(x, MASKS, 1, CHANNELS)
        for layer in range(3):
            names = [f"output_hypernetworks_mlps.{i}.layers.{layer}" for i in range(MASKS)]
            weight = np.stack([self.weights[f"{name}.weight"].T for name in names])
            bias = np.stack([self.weights[f"{name}.bias"][None] for name in names])
            stem = f"output_hypernetworks_mlps.layers.{layer}"
            x = g.op("MatMul", x, g.weight(f"{stem}.weight", weight))
            x = g.op("Add", x, g.weight(f"{stem}.bias", bias))
            x = g.op("Relu", x) if layer < 2 else x
        return self.reshape(x, MASKS, -1)
