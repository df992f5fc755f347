"""SAM's prompt encoder and mask decoder, up to four masks of 256x256 and their scores.

Tokens are rows of a matrix [count, channels] everywhere but in the mask prompt's convolutions.
"""

import math

import numpy as np

from .graph import Graph, Value
from .imported import ImportedWeights
from .layers import Layers

IMAGE_SIZE = 1024
GRID = 64
CHANNELS = 256
HEADS = 8
MASKS = 4
LABELS = (-1, 0, 1, 2, 3)
LAYER_EPSILON = 1e-5
NORM_2D_EPSILON = 1e-6


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
    decoder = _Decoder(graph, weights)
    tokens = decoder.tokens(coords, labels)
    keys = decoder.keys(graph.to_precision(embedding), mask, has_mask)
    tokens, keys = decoder.transform(tokens, keys, decoder.grid_positions())
    return decoder.masks(tokens, keys), decoder.scores(tokens)


class _Decoder(Layers):
    def tokens(self, coords: Value, labels: Value) -> Value:
        """[5 + points, 256]: score token, four mask tokens, points."""
        g = self.graph
        output_tokens = self.weights["Expand_1.weight"].reshape(1 + MASKS, CHANNELS)
        # A box corner or point is told apart by its label's row of a table.
        rows = ["not_a_point_embed", *(f"point_embeddings.{i}" for i in range(4))]
        table = np.concatenate([self.weights[f"{row}.weight"] for row in rows])
        labels = self.reshape(labels, -1, 1)
        chosen = g.op("Equal", labels, g.numbers(np.array([LABELS])))
        chosen = g.op("Cast", chosen, to=1)
        kinds = g.op("MatMul", chosen, g.exact("point_kinds", table))
        is_point = g.op("MatMul", chosen, g.numbers(np.array([[0], [1], [1], [1], [1]])))
        # Half a pixel to the pixel's middle, then 0..1024 to -1..1.
        shifted = g.op("Add", self.reshape(coords, -1, 2), g.numbers(np.array(0.5)))
        places = g.op("Sub", g.op("Mul", shifted, g.numbers(np.array(2 / IMAGE_SIZE))), g.numbers(np.array(1)))
        points = g.op("Add", g.op("Mul", self._sine(places), is_point), kinds)
        return g.op("Concat", g.exact("output_tokens", output_tokens), points, axis=0)

    def grid_positions(self) -> Value:
        """[4096, 256], constant: folded when the session is made."""
        g = self.graph
        middles = (np.arange(GRID) + 0.5) / GRID * 2 - 1
        axis = g.numbers(middles)
        x = g.op("Expand", self.reshape(axis, 1, GRID, 1), g.integers(GRID, GRID, 1))
        y = g.op("Expand", self.reshape(axis, GRID, 1, 1), g.integers(GRID, GRID, 1))
        places = self.reshape(g.op("Concat", x, y, axis=2), GRID * GRID, 2)
        return g.to_precision(self._sine(places))

    def keys(self, embedding: Value, mask: Value, has_mask: Value) -> Value:
        """[4096, 256]: the image with the mask prompt, or with "no mask", added."""
        g = self.graph
        image = self.transpose(self.reshape(embedding, CHANNELS, GRID * GRID), 1, 0)
        no_mask = g.weight("no_mask_embed", self.weights["Mul_9.weight"].reshape(1, CHANNELS))
        has_mask = g.to_precision(has_mask)
        without = g.op("Mul", g.op("Sub", g.number(1), has_mask), no_mask)
        dense = g.op("Add", g.op("Mul", self._mask_prompt(mask), has_mask), without)
        return g.op("Add", image, dense)

    def transform(self, tokens: Value, keys: Value, positions: Value) -> tuple[Value, Value]:
        """SAM's two-way transformer."""
        g = self.graph
        token_positions = g.to_precision(tokens)
        tokens = token_positions
        for layer in range(2):
            name = f"transformer.layers.{layer}"
            if layer == 0:
                tokens = self._attention(f"{name}.self_attn", tokens, tokens, tokens)
            else:
                placed = g.op("Add", tokens, token_positions)
                attended = self._attention(f"{name}.self_attn", placed, placed, tokens)
                tokens = g.op("Add", tokens, attended)
            tokens = self._norm(tokens, f"{name}.norm1")
            placed, placed_keys = g.op("Add", tokens, token_positions), g.op("Add", keys, positions)
            attended = self._attention(
                f"{name}.cross_attn_token_to_image", placed, placed_keys, keys
            )
            tokens = self._norm(g.op("Add", tokens, attended), f"{name}.norm2")
            hidden = g.op("Relu", self.linear(tokens, f"{name}.mlp.lin1"))
            hidden = self.linear(hidden, f"{name}.mlp.lin2")
            tokens = self._norm(g.op("Add", tokens, hidden), f"{name}.norm3")
            placed = g.op("Add", tokens, token_positions)
            attended = self._attention(
                f"{name}.cross_attn_image_to_token", placed_keys, placed, tokens
            )
            keys = self._norm(g.op("Add", keys, attended), f"{name}.norm4")
        attended = self._attention(
            "transformer.final_attn_token_to_image",
            g.op("Add", tokens, token_positions),
            g.op("Add", keys, positions),
            keys,
        )
        return self._norm(g.op("Add", tokens, attended), "transformer.norm_final_attn"), keys

    def masks(self, tokens: Value, keys: Value) -> Value:
        """Upscaling in token form: a 2x2 transposed convolution is a product and a reshape."""
        g = self.graph
        x = self._upscale(keys, "output_upscaling.0")
        x = self.layer_norm(x, "output_upscaling.1", epsilon=NORM_2D_EPSILON)
        x = self.gelu(self._upscale(self.gelu(x), "output_upscaling.3"))
        masks = g.op("MatMul", self._mask_vectors(tokens), self.transpose(x, 1, 0))
        masks = self.reshape(masks, MASKS, GRID, GRID, 2, 2, 2, 2)
        masks = self.transpose(masks, 0, 1, 3, 5, 2, 4, 6)
        return g.to_float32(self.reshape(masks, 1, MASKS, 4 * GRID, 4 * GRID))

    def scores(self, tokens: Value) -> Value:
        g = self.graph
        x = g.op("Slice", tokens, g.integers(0), g.integers(1), g.integers(0))
        for layer in range(3):
            name = f"iou_prediction_head.layers.{layer}"
            x = self.gemm(x, name, self.weights[f"{name}.weight"].T, self.weights[f"{name}.bias"])
            x = g.op("Relu", x) if layer < 2 else x
        return g.to_float32(x)

    def _sine(self, places: Value) -> Value:
        """Places in -1..1 [count, 2] to float32 [count, 256]."""
        g = self.graph
        matrix = self.weights["pe_layer.positional_encoding_gaussian_matrix"] * (2 * math.pi)
        angles = g.op("MatMul", places, g.exact("position_frequencies", matrix))
        return g.op("Concat", g.op("Sin", angles), g.op("Cos", angles), axis=1)

    def _mask_prompt(self, mask: Value) -> Value:
        """[1, 1, 256, 256] to [4096, 256]: two 2x2 convolutions of stride 2, as products."""
        g = self.graph
        x = self.reshape(g.to_precision(mask), GRID, 2, 2, GRID, 2, 2)
        x = self.reshape(self.transpose(x, 0, 3, 1, 4, 2, 5), GRID * GRID * 4, 4)
        x = self._patch_norm(x, 0)
        x = self._patch_norm(self.reshape(x, GRID * GRID, 16), 3)
        name = "mask_downscaling.6"
        weight = self.weights[f"{name}.weight"].reshape(CHANNELS, -1).T
        return self.gemm(x, name, weight, self.weights[f"{name}.bias"])

    def _patch_norm(self, x: Value, index: int) -> Value:
        """Convolution over the patches that are the rows, then norm and GELU."""
        name = f"mask_downscaling.{index}"
        kernel = self.weights[f"{name}.weight"]
        # [out, in, y, x] to rows y, x, in.
        weight = kernel.transpose(2, 3, 1, 0).reshape(-1, kernel.shape[0])
        x = self.gemm(x, name, weight, self.weights[f"{name}.bias"])
        norm = f"mask_downscaling.{index + 1}"
        return self.gelu(self.layer_norm(x, norm, epsilon=NORM_2D_EPSILON))

    def _upscale(self, x: Value, name: str) -> Value:
        """[rows, in] to [rows * 4, out], the four in the order y, x."""
        kernel, bias = self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]
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

    def _norm(self, x: Value, name: str) -> Value:
        return self.layer_norm(x, name, epsilon=LAYER_EPSILON)

    def _attention(self, name: str, query: Value, key: Value, value: Value) -> Value:
        """[m, 256], [n, 256], [n, 256] to [m, 256]; no window, no mask, no bias."""
        g = self.graph
        width = self.weights[f"{name}.q_proj.bias"].size // HEADS
        q = self._heads(self._query(query, name, width**-0.5), width, 1, 0, 2)
        k = self._heads(self.linear(key, f"{name}.k_proj"), width, 1, 2, 0)
        v = self._heads(self.linear(value, f"{name}.v_proj"), width, 1, 0, 2)
        x = g.op("MatMul", g.op("Softmax", g.op("MatMul", q, k), axis=-1), v)
        x = self.reshape(self.transpose(x, 1, 0, 2), -1, HEADS * width)
        return self.linear(x, f"{name}.out_proj")

    def _query(self, x: Value, name: str, scale: float) -> Value:
        weight, bias = (self.weights[f"{name}.q_proj.{part}"] for part in ("weight", "bias"))
        return self.gemm(x, f"{name}.q_proj", weight * scale, bias * scale)

    def _heads(self, x: Value, width: int, *axes: int) -> Value:
        return self.transpose(self.reshape(x, -1, HEADS, width), *axes)
