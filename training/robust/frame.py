"""Features of a photo in its own shape, laid into the whole frame; see model/framed_encoder.py."""

import numpy as np

from base.graph import Graph, Value
from contract import IMAGE_SIZE


def fill_frame(
    graph: Graph, x: Value, *, name: str, empty: np.ndarray, size: tuple[int, int]
) -> Value:
    """x [1, C, h, w] of a picture of `size` (height, width) to [1, C, H, W] of the whole frame, which
    holds `empty` [1, C, 1, 1] at right and bottom."""
    if size == (IMAGE_SIZE, IMAGE_SIZE):
        return x
    g = graph
    stride = FEATURE_STRIDES[name]
    below, beside = ((IMAGE_SIZE - side) // stride for side in size)
    fill = g.weight(f"empty.{name}", empty)
    # Zeros are what Pad adds, so that the fill has to be one for the moment.
    padded = g.op("Pad", g.op("Sub", x, fill), g.integers(0, 0, 0, 0, 0, 0, below, beside))
    return g.op("Add", padded, fill)


# Pixels of the picture per pixel of the features.
FEATURE_STRIDES = {"embedding": 16, "stage_0": 4, "stage_1": 8, "stage_2": 16, "stage_3": 16}
