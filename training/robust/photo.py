"""What RobustSAM computes once per photo, in the encoder's graph; see model/light_head.py."""

from base.graph import Graph, Value
from base.prompt import GRID

from .amfg import AmfgLayers
from .trained import TrainedHead

# Side of what a stage of the encoder gives.
STAGE_SIDES = (4 * GRID, 2 * GRID, GRID, GRID)
FEATURES_SIDE = 2 * GRID


def build_robust_photo(
    graph: Graph, head: TrainedHead, *, embedding: Value, stages: list[Value]
) -> dict[str, Value]:
    """The contract's robust_embedding [1, 256, 64, 64], and, of a head with fusion, robust_features
    [1, 32, 128, 128] before their last layer, which a click applies to its masks; all in the graph's
    precision."""
    size = head.size
    if (STAGE_SIDES[size.early_stage], STAGE_SIDES[size.detail_stage]) != (GRID, FEATURES_SIDE):
        raise ValueError(f"no graph for early features of the stages in {size}")
    layers = _PhotoLayers(graph, head.weights)
    correction = layers.final_correction(embedding, stages[size.early_stage], head)
    embedding = graph.op("Add", embedding, correction)
    if not head.parts.fusion:
        return {"robust_embedding": embedding}
    features = layers.detail_features(stages[size.detail_stage], embedding, head)
    return {"robust_embedding": embedding, "robust_features": features}


class _PhotoLayers(AmfgLayers):
    def final_correction(self, embedding: Value, early: Value, head: TrainedHead) -> Value:
        """Without the photo's own embedding: what is added to it."""
        x = self.graph.op(
            "Add",
            self.conv(embedding, "final.from_final"),
            self.conv(early, "final.from_early"),
        )
        x = self.amfg(x, "final.amfg", channels=head.size.width, side=GRID, parts=head.parts)
        return self.conv(self.gelu(x), "final.to_embedding")

    def detail_features(self, detail: Value, embedding: Value, head: TrainedHead) -> Value:
        x = self.graph.op(
            "Add",
            self.conv(detail, "early.from_detail"),
            self._doubled(embedding, "early.from_final"),
        )
        channels = self.weights["early.from_detail.bias"].size
        x = self.amfg(x, "early.amfg", channels=channels, side=FEATURES_SIDE, parts=head.parts)
        return self.gelu(x)

    def _doubled(self, x: Value, name: str) -> Value:
        """A transposed 2x2 convolution of [1, C, 64, 64] as a product and a sorting of pixels."""
        g = self.graph
        kernel, bias = self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]
        inputs, outputs = kernel.shape[:2]
        weight = g.weight(f"{name}.weight", kernel.transpose(1, 2, 3, 0).reshape(-1, inputs))
        x = g.op("MatMul", weight, self.reshape(x, inputs, GRID * GRID))
        x = self.reshape(x, outputs, 2, 2, GRID, GRID)
        x = self.reshape(self.transpose(x, 0, 3, 1, 4, 2), 1, outputs, FEATURES_SIDE, FEATURES_SIDE)
        return g.op("Add", x, self.per_channel(f"{name}.bias", bias))
