"""Layers on maps [1, C, H, W]; weights are PyTorch's, [outputs, inputs, y, x]."""

import numpy as np

from base.graph import Value
from base.layers import Layers


class MapLayers(Layers):
    def conv(self, x: Value, name: str, *, has_bias: bool = True) -> Value:
        """1x1 or 3x3, with zeros around."""
        g = self.graph
        kernel = self.weights[f"{name}.weight"]
        side = kernel.shape[2]
        inputs = [g.weight(f"{name}.weight", kernel)]
        if has_bias:
            inputs.append(g.weight(f"{name}.bias", self.weights[f"{name}.bias"]))
        return g.op("Conv", x, *inputs, kernel_shape=[side, side], pads=[side // 2] * 4)

    def dense(self, x: Value, name: str, *, has_bias: bool = True) -> Value:
        """Rows [n, inputs] to [n, outputs]."""
        weight = self.weights[f"{name}.weight"].T
        if has_bias:
            return self.gemm(x, name, weight, self.weights[f"{name}.bias"])
        return self.graph.op("MatMul", x, self.graph.weight(f"{name}.weight", weight))

    def standardised(self, x: Value, *axes: int, epsilon: float = 1e-5) -> Value:
        """Mean 0 and variance 1 over the axes; squares leave float16, so float32 inside."""
        g = self.graph
        x = g.to_float32(x)
        x = g.op("Sub", x, g.op("ReduceMean", x, axes=axes))
        variance = g.op("ReduceMean", g.op("Mul", x, x), axes=axes)
        deviation = g.op("Sqrt", g.op("Add", variance, g.numbers(epsilon)))
        return g.to_precision(g.op("Div", x, deviation))

    def per_channel(self, name: str, array: np.ndarray) -> Value:
        return self.graph.weight(name, array.reshape(-1, 1, 1))
