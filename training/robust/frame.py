"""Features of a photo in its own shape, laid into the whole frame; see model/framed_encoder.py."""

from base.graph import Graph, Value
from model.framed_encoder import EmptyPart


def fill_frame(
    graph: Graph, x: Value, *, name: str, empty: EmptyPart, size: tuple[int, int]
) -> Value:
    """x [1, C, h, w] of a picture of `size` (height, width) to [1, C, H, W] of the whole frame."""
    height, width = (side // FEATURE_STRIDES[name] for side in size)
    missing = width - height
    if missing == 0:
        return x
    is_lying = missing > 0
    strip = empty.below if is_lying else empty.beside
    side, axis = ("below", 2) if is_lying else ("beside", 3)
    whole = graph.weight(f"empty.{name}.{side}", strip.numpy())
    limits = (graph.integers(0), graph.integers(abs(missing)), graph.integers(axis))
    shape = (
        (1, strip.shape[1], missing, width) if is_lying else (1, strip.shape[1], height, -missing)
    )
    fill = graph.op("Expand", graph.op("Slice", whole, *limits), graph.integers(*shape))
    return graph.op("Concat", x, fill, axis=axis)


# Pixels of the picture per pixel of the features.
FEATURE_STRIDES = {
    "embedding": 16,
    "stage_0": 4,
    "stage_1": 8,
    "stage_2": 16,
    "stage_3": 16,
}
