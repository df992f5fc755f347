"""Makes the encoder that the engine's tests put in the place of a whole one: an average of the photo,
which RobustSAM and plain SAM both read, as in sets without an adapter.

    python training/make_shared_encoder.py
"""

import numpy as np

from base.graph import Graph, Value
from contract import IMAGE_SIZE, PROJECT, tensor_shapes

OUT = PROJECT / "src/engine/worker/testing/shared-encoder.onnx"


def main() -> None:
    graph = Graph(precision="fp32", weights=None)
    embedding = _averages(graph, pixels=16, channels=256)
    sizes = {"height": IMAGE_SIZE, "width": IMAGE_SIZE}
    shapes = tensor_shapes("encoder", "outputs", sizes)
    outputs = {name: (embedding, shape) for name, shape in shapes.items()}
    inputs = tensor_shapes("encoder", "inputs", sizes)
    OUT.write_bytes(graph.finish(name="encoder", inputs=inputs, outputs=outputs))


def _averages(graph: Graph, *, pixels: int, channels: int) -> Value:
    """[1, channels, side, side], each channel a mixture of the three colours."""
    window = [pixels, pixels]
    small = graph.op("AveragePool", "image", kernel_shape=window, strides=window)
    mixture = np.random.default_rng(0).normal(size=(channels, 3, 1, 1)).astype(np.float32)
    return graph.op("Conv", small, graph.exact(f"mixture.{pixels}", mixture), kernel_shape=[1, 1])


if __name__ == "__main__":
    main()
