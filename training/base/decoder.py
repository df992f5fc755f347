"""SAM's mask decoder with its prompt encoder, up to four masks of 256x256 and their scores.

Tokens and pixels are rows of a matrix [count, channels] everywhere.
"""

from dataclasses import dataclass

import numpy as np

from .graph import Graph, Value
from .imported import ImportedWeights
from .layers import Layers, centred
from .prompt import CHANNELS, GRID, NORM_2D_EPSILON, PromptEncoder
from .two_way import TwoWay

MASKS = 4
MASK_SIDE = 4 * GRID


@dataclass(frozen=True, kw_only=True)
class DecoderInputs:
    """embedding [1, 256, 64, 64], coords [1, n, 2], labels [1, n], mask [1, 1, 256, 256],
    has_mask [1], all float32."""

    embedding: Value
    coords: Value
    labels: Value
    mask: Value
    has_mask: Value


def build_decoder(
    graph: Graph, weights: ImportedWeights, inputs: DecoderInputs
) -> tuple[Value, Value]:
    """Returns float32 masks [1, 4, 256, 256] and scores [1, 4]."""
    tokens, image = transform(graph, weights, inputs, mask_tokens=sam_mask_tokens(graph, weights))
    heads, upscaling = TokenHeads(graph, weights), Upscaling(graph, weights)
    score_token, mask_tokens = heads.split(tokens)
    vectors = heads.vectors(mask_tokens, "output_hypernetworks_mlps")
    masks = upscaling.masks(vectors, upscaling.features(image))
    scores = heads.mlp(score_token, "iou_prediction_head")
    return graph.to_float32(masks), graph.to_float32(scores)


def sam_mask_tokens(graph: Graph, weights: ImportedWeights) -> Value:
    """float32 [4, 256]."""
    return graph.exact("mask_tokens", _output_tokens(weights)[1:])


def transform(
    graph: Graph, weights: ImportedWeights, inputs: DecoderInputs, *, mask_tokens: Value
) -> tuple[Value, Value]:
    """Prompt encoder and transformer: tokens [t, 256], of which the first is the score's and the
    next four are the masks', and the image [4096, 256]; mask_tokens float32 [4, 256]."""
    prompt = PromptEncoder(graph, weights)
    score_token = graph.exact("score_token", _output_tokens(weights)[:1])
    points = prompt.points(inputs.coords, inputs.labels)
    tokens = graph.op("Concat", score_token, mask_tokens, points, axis=0)
    image = prompt.reshape(graph.to_precision(inputs.embedding), CHANNELS, GRID * GRID)
    dense = prompt.dense(inputs.mask, inputs.has_mask)
    image = graph.op("Add", prompt.transpose(image, 1, 0), dense)
    transformer = TwoWay(graph, weights, positions=prompt.grid_positions())
    return transformer.transform(graph.to_precision(tokens), image)


def _output_tokens(weights: ImportedWeights) -> np.ndarray:
    # ONNX's export did not keep this parameter's name: the score's token and the masks'.
    return weights["Expand_1.weight"].reshape(1 + MASKS, CHANNELS)


class TokenHeads(Layers):
    """The small networks on output tokens; weights [outputs, inputs]."""

    def split(self, tokens: Value) -> tuple[Value, Value]:
        """The score's token [1, 256] and the masks' [4, 256]."""
        g = self.graph
        score = g.op("Slice", tokens, g.integers(0), g.integers(1), g.integers(0))
        masks = g.op("Slice", tokens, g.integers(1), g.integers(1 + MASKS), g.integers(0))
        return score, masks

    def mlp(self, x: Value, name: str) -> Value:
        for layer in range(3):
            stem = f"{name}.layers.{layer}"
            weight, bias = self.weights[f"{stem}.weight"], self.weights[f"{stem}.bias"]
            x = self.gemm(x, stem, weight.T, bias)
            x = self.graph.op("Relu", x) if layer < 2 else x
        return x

    def vectors(self, tokens: Value, name: str) -> Value:
        """Tokens [4, 256] to [4, 32]: the four small networks side by side."""
        g = self.graph
        x = self.reshape(tokens, MASKS, 1, CHANNELS)
        for layer in range(3):
            stems = [f"{name}.{i}.layers.{layer}" for i in range(MASKS)]
            weight = np.stack([self.weights[f"{stem}.weight"].T for stem in stems])
            bias = np.stack([self.weights[f"{stem}.bias"][None] for stem in stems])
            x = g.op("MatMul", x, g.weight(f"{name}.layers.{layer}.weight", weight))
            x = g.op("Add", x, g.weight(f"{name}.layers.{layer}.bias", bias))
            x = g.op("Relu", x) if layer < 2 else x
        return self.reshape(x, MASKS, -1)


class Upscaling(Layers):
    """By rows: a 2x2 transposed convolution is a product, the pixels sorted last."""

    def features(self, image: Value) -> Value:
        """Image [4096, 256] to mask features [65536, 32], sorted by y, x of the image's pixel, then
        y, x within it twice."""
        kernel, bias = self._parameters("output_upscaling.0")
        weight, biases = _as_product(centred(kernel, axis=1), centred(bias, axis=0))
        x = self.balanced_gemm(image, "output_upscaling.0", weight, biases)
        x = self.reshape(x, -1, bias.size)
        x = self.layer_norm(x, "output_upscaling.1", epsilon=NORM_2D_EPSILON, is_centred=True)
        name = "output_upscaling.3"
        kernel, bias = self._parameters(name)
        x = self.gemm(self.gelu(x), name, *_as_product(kernel, bias))
        return self.gelu(self.reshape(x, -1, bias.size))

    def masks(self, vectors: Value, features: Value) -> Value:
        """Vectors [4, 32] times features [65536, 32], in their places: [1, 4, 256, 256]."""
        masks = self.graph.op("MatMul", vectors, self.transpose(features, 1, 0))
        masks = self.reshape(masks, MASKS, GRID, GRID, 2, 2, 2, 2)
        masks = self.transpose(masks, 0, 1, 3, 5, 2, 4, 6)
        return self.reshape(masks, 1, MASKS, MASK_SIDE, MASK_SIDE)

    def _parameters(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        return self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]


def _as_product(kernel: np.ndarray, bias: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A kernel [in, out, y, x] and bias [out] for rows [pixels, in], which become the four of each pixel
    in the order y, x."""
    channels = kernel.shape[1]
    return kernel.transpose(0, 2, 3, 1).reshape(-1, 4 * channels), np.tile(bias, 4)
