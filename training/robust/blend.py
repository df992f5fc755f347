"""The single mask meets the others half way: see model/blend.py."""

import numpy as np

from base.decoder import MASKS
from base.graph import Value
from base.layers import Layers
from model.blend import SOFTNESS


class Blend(Layers):
    def single(self, vectors: Value, scores: Value) -> tuple[Value, Value]:
        """Vectors [4, 32] and scores [1, 4], the first of each blended with all."""
        g = self.graph
        first, *others = np.eye(MASKS)
        shares = g.op("Softmax", g.op("Mul", scores, g.number(1 / SOFTNESS)), axis=1)
        halves = g.op("Add", shares, g.to_precision(g.numbers([first])))
        row = g.op("Mul", halves, g.number(0.5))
        parts = g.op("Concat", row, g.to_precision(g.numbers(others)), axis=0)
        expected = g.op("MatMul", parts, self.reshape(scores, MASKS, 1))
        return g.op("MatMul", parts, vectors), self.reshape(expected, 1, MASKS)
