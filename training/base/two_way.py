"""SAM's two-way transformer: seven or so tokens and 4096 pixels look at each other.

Where pixels are involved, projections are moved to the tokens' side: a score is
pixel . (key weight * query), and the value's weight comes after the weighted sum of pixels. With
eight heads and seven tokens that multiplies pixels by 56 columns instead of 128. Biases that add
the same to every score of a softmax have no effect and are left out; the value's bias passes
through attention unchanged and goes into the projection after it.
"""

import numpy as np

from .graph import Graph, Value
from .imported import ImportedWeights
from .layers import Layers

CHANNELS = 256
HEADS = 8
EPSILON = 1e-5


class TwoWay(Layers):
    """Positions are added to what is compared, not to what is gathered."""

    def __init__(self, graph: Graph, weights: ImportedWeights, *, positions: Value):
        super().__init__(graph, weights)
        self._image_positions = positions

    def transform(self, tokens: Value, image: Value) -> tuple[Value, Value]:
        """Tokens [t, 256] and image [4096, 256], both changed."""
        token_positions = tokens
        for layer in range(2):
            name = f"transformer.layers.{layer}"
            if layer == 0:
                tokens = self._self_attention(f"{name}.self_attn", tokens, tokens)
            else:
                placed = self._sum(tokens, token_positions)
                attended = self._self_attention(f"{name}.self_attn", placed, tokens)
                tokens = self._sum(tokens, attended)
            tokens = self._norm(tokens, f"{name}.norm1")
            attended = self._look_at_image(
                f"{name}.cross_attn_token_to_image", self._sum(tokens, token_positions), image
            )
            tokens = self._norm(self._sum(tokens, attended), f"{name}.norm2")
            hidden = self.graph.op("Relu", self.linear(tokens, f"{name}.mlp.lin1"))
            hidden = self.linear(hidden, f"{name}.mlp.lin2")
            tokens = self._norm(self._sum(tokens, hidden), f"{name}.norm3")
            attended = self._look_at_tokens(
                f"{name}.cross_attn_image_to_token",
                image,
                self._sum(tokens, token_positions),
                tokens,
            )
            image = self._norm(self._sum(image, attended), f"{name}.norm4")
        attended = self._look_at_image(
            "transformer.final_attn_token_to_image", self._sum(tokens, token_positions), image
        )
        return self._norm(self._sum(tokens, attended), "transformer.norm_final_attn"), image

    def _self_attention(self, name: str, placed: Value, tokens: Value) -> Value:
        g = self.graph
        q = self._heads(self._query(name, placed), 1, 0, 2)
        k = self._heads(self._projected(name, "k_proj", placed), 1, 2, 0)
        v = self._heads(self._projected(name, "v_proj", tokens), 1, 0, 2)
        return self._out(name, g.op("MatMul", g.op("Softmax", g.op("MatMul", q, k), axis=-1), v))

    def _look_at_image(self, name: str, placed: Value, image: Value) -> Value:
        """What tokens [t, 256] gather from the image."""
        g = self.graph
        q = self._heads(self._query(name, placed), 1, 0, 2)
        probes = g.op("MatMul", q, self._per_head(name, "k_proj", 1, 2, 0))
        probes = self.reshape(probes, -1, CHANNELS)
        placed_image = self._sum(image, self._image_positions)
        scores = g.op("MatMul", probes, self.transpose(placed_image, 1, 0))
        x = g.op("MatMul", g.op("Softmax", scores, axis=-1), image)
        x = self.reshape(x, HEADS, -1, CHANNELS)
        return self._out(name, g.op("MatMul", x, self._per_head(name, "v_proj", 1, 0, 2)))

    def _look_at_tokens(self, name: str, image: Value, placed: Value, tokens: Value) -> Value:
        """What the image gathers from tokens [t, 256]: [4096, 256]."""
        g = self.graph
        k = self._heads(self._projected(name, "k_proj", placed), 1, 2, 0)
        probes = g.op("MatMul", self._per_head(name, "q_proj", 1, 0, 2), k)
        probes = self.reshape(self.transpose(probes, 1, 0, 2), CHANNELS, -1)
        query_bias = self.weights[f"{name}.q_proj.bias"] * self._scale(name)
        query_bias = g.weight(f"{name}.q_proj.bias", query_bias.reshape(HEADS, 1, -1))
        bias = self.reshape(g.op("MatMul", query_bias, k), 1, -1)
        scores = g.op("Gemm", self._sum(image, self._image_positions), probes, bias)
        scores = g.op("Softmax", self.reshape(scores, 0, HEADS, -1), axis=-1)
        v = self._heads(self._projected(name, "v_proj", tokens), 1, 0, 2)
        answers = g.op("MatMul", v, self._per_head(name, "out_proj", 0, 1, 2))
        answers = self.reshape(answers, -1, CHANNELS)
        out_bias = g.weight(f"{name}.out_proj.bias", self._out_bias(name))
        return g.op("Gemm", self.reshape(scores, 0, -1), answers, out_bias)

    def _query(self, name: str, x: Value) -> Value:
        """Scaled, so scores need not be."""
        weight, bias = (self.weights[f"{name}.q_proj.{part}"] for part in ("weight", "bias"))
        scale = self._scale(name)
        return self.gemm(x, f"{name}.q_proj", weight * scale, bias * scale)

    def _projected(self, name: str, projection: str, x: Value) -> Value:
        """Without the bias of k, which has no effect, or of v, which is in the output's."""
        self.weights.leave_out(f"{name}.k_proj.bias")
        weight = self.weights[f"{name}.{projection}.weight"]
        return self.graph.op("MatMul", x, self.graph.weight(f"{name}.{projection}.weight", weight))

    def _per_head(self, name: str, projection: str, *axes: int) -> Value:
        """A weight as [256, 8, width] (of out_proj [8, width, 256]), transposed."""
        self.weights.leave_out(f"{name}.k_proj.bias")
        weight = self.weights[f"{name}.{projection}.weight"]
        weight = weight * self._scale(name) if projection == "q_proj" else weight
        shape = (HEADS, -1, CHANNELS) if projection == "out_proj" else (CHANNELS, HEADS, -1)
        weight = weight.reshape(shape).transpose(axes)
        return self.graph.weight(f"{name}.{projection}.weight", weight)

    def _out(self, name: str, x: Value) -> Value:
        """[8, t, width] to [t, 256]."""
        x = self.reshape(self.transpose(x, 1, 0, 2), 0, -1)
        weight = self.weights[f"{name}.out_proj.weight"]
        return self.gemm(x, f"{name}.out_proj", weight, self._out_bias(name))

    def _out_bias(self, name: str) -> np.ndarray:
        weight = self.weights[f"{name}.out_proj.weight"]
        bias = self.weights[f"{name}.out_proj.bias"]
        return bias + self.weights[f"{name}.v_proj.bias"] @ weight

    def _scale(self, name: str) -> float:
        return (self.weights[f"{name}.q_proj.bias"].size // HEADS) ** -0.5

    def _heads(self, x: Value, *axes: int) -> Value:
        """[rows, channels] to [rows, 8, width], transposed."""
        return self.transpose(self.reshape(x, 0, HEADS, -1), *axes)

    def _norm(self, x: Value, name: str) -> Value:
        return self.layer_norm(x, name, epsilon=EPSILON)

    def _sum(self, x: Value, y: Value) -> Value:
        return self.graph.op("Add", x, y)
