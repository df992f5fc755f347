"""Layers that both graphs use, written as ONNX nodes.

Where float32 does the arithmetic, the forms are those that ONNX Runtime's CPU provider runs
fastest; see docs/decisions/0007-graphs-of-our-own.md. float16 is for GPUs alone and keeps to the forms that can't
overflow there.
"""

import math

import numpy as np

from .graph import MICROSOFT, Graph, Value
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

    def large_gemm(self, x: Value, name: str, weight: np.ndarray, bias: np.ndarray) -> Value:
        """In int8, x is rounded to 255 steps of its range at each run, weights to 127 of theirs."""
        g = self.graph
        if g.precision != "int8":
            return self.gemm(x, name, weight, bias)
        return self._whole(x, name, g.quantised(f"{name}.weight", weight), bias)

    def balanced_gemm(self, x: Value, name: str, weight: np.ndarray, bias: np.ndarray) -> Value:
        """As `large_gemm`, with a third less error: in int8, x is multiplied by the root mean squares of
        its weights first, which so are alike (SmoothQuant, arXiv 2211.10438, without calibration)."""
        g = self.graph
        if g.precision != "int8":
            return self.gemm(x, name, weight, bias)
        sizes = np.sqrt(np.square(weight).mean(axis=1, keepdims=True)).astype(np.float32)
        whole = g.quantised(f"{name}.weight", weight, sizes=sizes)
        x = g.op("Mul", x, g.exact(f"{name}.weight.columns", sizes.ravel()))
        return self._whole(x, name, whole, bias)

    def layer_norm(
        self,
        x: Value,
        name: str,
        *,
        epsilon: float,
        is_centred: bool = False,
        has_bias: bool = True,
    ) -> Value:
        """Over the last axis; `is_centred` says that its mean is 0 already."""
        g = self.graph
        scale = g.weight(f"{name}.weight", self.weights[f"{name}.weight"].ravel())
        bias = self.weights[f"{name}.bias"].ravel() if has_bias else np.zeros(0)
        biases = [g.weight(f"{name}.bias", bias)] if has_bias else []
        if g.precision == "fp16":
            return g.op("LayerNormalization", x, scale, *biases, axis=-1, epsilon=epsilon)
        if not is_centred:
            # As a sum, so it is not fused into the slow LayerNormalization.
            x = g.op("Add", x, g.op("Neg", g.op("ReduceMean", x, axes=[-1])))
        x = g.op("Mul", g.op("Div", x, self._root_mean_square(x, epsilon)), scale)
        return g.op("Add", x, *biases) if has_bias else x

    def gelu(self, x: Value) -> Value:
        """Exact in float16; by tanh in float32, which costs half and differs by 0.0005 at most."""
        g = self.graph
        if g.precision == "fp16":
            erf = g.op("Erf", g.op("Div", x, g.number(math.sqrt(2))))
            return g.op("Mul", g.op("Mul", x, g.op("Add", erf, g.number(1))), g.number(0.5))
        cubic = g.op("Add", x, g.op("Mul", g.op("Pow", x, g.number(3)), g.number(0.044715)))
        tanh = g.op("Tanh", g.op("Mul", cubic, g.number(math.sqrt(2 / math.pi))))
        return g.op("Mul", g.op("Mul", x, g.number(0.5)), g.op("Add", tanh, g.number(1)))

    def reshape(self, x: Value, *shape: int) -> Value:
        return self.graph.op("Reshape", x, self.graph.integers(*shape))

    def transpose(self, x: Value, *axes: int) -> Value:
        return self.graph.op("Transpose", x, perm=axes)

    def _whole(self, x: Value, name: str, weight: tuple[Value, Value], bias: np.ndarray) -> Value:
        biases = self.graph.weight(f"{name}.bias", bias)
        return self.graph.op("DynamicQuantizeMatMul", x, *weight, "", biases, domain=MICROSOFT)

    def _root_mean_square(self, x: Value, epsilon: float) -> Value:
        g = self.graph
        square = g.op("ReduceMean", g.op("Pow", x, g.number(2)), axes=[-1])
        return g.op("Sqrt", g.op("Add", square, g.number(epsilon)))


def centred(array: np.ndarray, *, axis: int) -> np.ndarray:
    """A weight or bias whose outputs, along `axis`, have the mean 0: a norm's first step."""
    exact = array.astype(np.float64)
    return exact - exact.mean(axis=axis, keepdims=True)
