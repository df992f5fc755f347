"""Layers that both graphs use, written as ONNX nodes."""

import math

import numpy as np

from .graph import Graph, Value
from .imported import ImportedWeights


class Layers:
    """A graph together with the weights its layers are named after."""

    def __init__(self, graph: Graph, weights: ImportedWeights):
        self.graph = graph
        self.weights = weights

    def linear(self, x: Value, name: str) -> Value:
        """[rows, inputs] to [rows, outputs]; weight [inputs, outputs]."""
        return self.gemm(x, name, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    def gemm(self, x: Value, name: str, weight: np.ndarray, bias: np.ndarray) -> Value:
        g = self.graph
        return g.op("Gemm", x, g.weight(f"{name}.weight", weight), g.weight(f"{name}.bias", bias))

    def layer_norm(self, x: Value, name: str, *, epsilon: float) -> Value:
        """Over the last axis."""
        g = self.graph
        scale = g.weight(f"{name}.weight", self.weights[f"{name}.weight"].ravel())
        bias = g.weight(f"{name}.bias", self.weights[f"{name}.bias"].ravel())
        return g.op("LayerNormalization", x, scale, bias, axis=-1, epsilon=epsilon)

    def gelu(self, x: Value) -> Value:
        """In the five nodes that ONNX Runtime fuses into one."""
        g = self.graph
        erf = g.op("Erf", g.op("Div", x, g.number(math.sqrt(2))))
        return g.op("Mul", g.op("Mul", x, g.op("Add", erf, g.number(1))), g.number(0.5))

    def reshape(self, x: Value, *shape: int) -> Value:
        return self.graph.op("Reshape", x, self.graph.integers(*shape))

    def transpose(self, x: Value, *axes: int) -> Value:
        return self.graph.op("Transpose", x, perm=axes)
