"""RobustSAM's decoder: SAM's transformer between robust tokens and robust features.

A mask is the product of a vector with features, and the last layers of the features are linear, so
they act on four masks instead of 32 channels: see model/light_head.py for the plain order.
"""

from base.decoder import (
    MASK_SIDE,
    MASKS,
    DecoderInputs,
    TokenHeads,
    Upscaling,
    sam_mask_tokens,
    transform,
)
from base.graph import Graph, Value
from base.imported import ImportedWeights
from base.prompt import GRID
from base.weights import WeightFile

from .amfg import AmfgLayers
from .blend import Blend
from .trained import TrainedHead


def build_robust_decoder(
    graph: Graph,
    weights: ImportedWeights,
    head: TrainedHead,
    inputs: DecoderInputs,
    *,
    features: Value,
    own: WeightFile,
) -> tuple[Value, Value]:
    """`inputs.embedding` is the robust one, `features` float32 [1, 32, 128, 128]. What is not SAM's
    goes into the file `own`. Returns float32 masks [1, 4, 256, 256] and scores [1, 4]."""
    with graph.storing(own):
        rot = graph.exact("rot.tokens", head.weights["rot.tokens.weight"])
    mask_tokens = rot if head.parts.rot else sam_mask_tokens(graph, weights)
    tokens, image = transform(graph, weights, inputs, mask_tokens=mask_tokens)
    upscaling = Upscaling(graph, weights)
    mask_features = upscaling.features(image)
    with graph.storing(own):
        heads, layers = TokenHeads(graph, head.weights), _MaskLayers(graph, head.weights)
        score_token, mask_tokens = heads.split(tokens)
        if head.parts.aotg:
            mask_tokens = graph.op("Add", mask_tokens, layers.aotg(mask_tokens))
        vectors = heads.vectors(mask_tokens, "vector_mlps")
        scores = heads.mlp(score_token, "score_head")
        if head.parts.blend:
            vectors, scores = Blend(graph, head.weights).single(vectors, scores)
        masks = upscaling.masks(vectors, mask_features)
        if head.size.mask_reduction:
            masks = graph.op("Add", masks, layers.mask_correction(vectors, mask_features, head))
        if head.parts.fusion:
            masks = graph.op("Add", masks, layers.detail(vectors, features))
    return graph.to_float32(masks), graph.to_float32(scores)


class _MaskLayers(AmfgLayers):
    def aotg(self, tokens: Value) -> Value:
        """[4, 256] to what is added to it."""
        x = self.graph.op("Relu", self.dense(self.standardised(tokens, 1), "aotg.mlp.0"))
        return self.dense(x, "aotg.mlp.2")

    def mask_correction(self, vectors: Value, features: Value, head: TrainedHead) -> Value:
        """What AMFG on an average of the mask features [65536, 32] adds to the masks."""
        g = self.graph
        reduction = head.size.mask_reduction
        side = MASK_SIDE // reduction
        channels = self.weights["mask.to_features.bias"].size
        x = self._averaged(features, GRID // side, channels)
        x = self.gelu(self.amfg(x, "mask.amfg", channels=channels, side=side, parts=head.parts))
        weight = self.weights["mask.to_features.weight"][:, :, 0, 0]
        vectors_inside = g.op("MatMul", vectors, g.weight("mask.to_features.weight", weight))
        x = g.op("MatMul", vectors_inside, self.reshape(x, channels, side * side))
        x = g.op("Add", x, self._bias(vectors, "mask.to_features"))
        x = self.reshape(x, 1, MASKS, side, side)
        scales = g.numbers([1, 1, reduction, reduction])
        return g.op("Resize", x, "", scales, mode="linear")

    def detail(self, vectors: Value, features: Value) -> Value:
        """What the robust features [1, 32, side, side] add to the masks, through a transposed 2x2
        convolution."""
        g = self.graph
        kernel = self.weights["early.to_features.weight"]
        inputs, outputs = kernel.shape[:2]
        # [in, out, y, x] to rows out, columns y, x, in.
        weight = kernel.transpose(1, 2, 3, 0).reshape(outputs, -1)
        vectors_inside = g.op("MatMul", vectors, g.weight("early.to_features.weight", weight))
        side = MASK_SIDE // 2
        x = self.reshape(g.to_precision(features), inputs, side * side)
        x = g.op("MatMul", self.reshape(vectors_inside, MASKS, 4, inputs), x)
        x = g.op("Add", x, self.reshape(self._bias(vectors, "early.to_features"), MASKS, 1, 1))
        x = self.transpose(self.reshape(x, MASKS, 2, 2, side, side), 0, 3, 1, 4, 2)
        return self.reshape(x, 1, MASKS, MASK_SIDE, MASK_SIDE)

    def _averaged(self, features: Value, pixels: int, channels: int) -> Value:
        """Features [65536, 32] to [1, 32, side, side], averages over squares of the image's pixels,
        in each of which 16 rows lie."""
        x = self.reshape(features, GRID // pixels, pixels, GRID // pixels, pixels * 16, channels)
        x = self.graph.op("ReduceMean", x, axes=[1, 3], keepdims=0)
        return self.reshape(self.transpose(x, 2, 0, 1), 1, channels, GRID // pixels, GRID // pixels)

    def _bias(self, vectors: Value, name: str) -> Value:
        """[4, 1]."""
        bias = self.weights[f"{name}.bias"].reshape(-1, 1)
        return self.graph.op("MatMul", vectors, self.graph.weight(f"{name}.bias", bias))
