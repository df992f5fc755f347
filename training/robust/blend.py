"""The single mask meets the others half way: see model/blend.py."""

from base.decoder import MASKS
from base.graph import Value
from base.layers import Layers
from model.blend import SOFTNESS


class Blend(Layers):
    def single(self, vectors: Value, scores: Value) -> tuple[Value, Value]:
        """Vectors [4, 32] and scores [1, 4], the first of each blended with all."""
        g = self.graph
        shares = g.op("Softmax", g.op("Mul", scores, g.number(1 / SOFTNESS)), axis=1)
        expected = self._halfway(self.reshape(scores, MASKS, 1), shares)
        return self._halfway(vectors, shares), self.reshape(expected, 1, MASKS)

    def _halfway(self, each: Value, shares: Value) -> Value:
        """[4, n] with shares [1, 4]."""
        g = self.graph
        first = g.op("Slice", each, g.integers(0), g.integers(1), g.integers(0))
        others = g.op("Slice", each, g.integers(1), g.integers(MASKS), g.integers(0))
        first = g.op("Add", first, g.op("MatMul", shares, each))
        return g.op("Concat", g.op("Mul", first, g.number(0.5)), others, axis=0)
