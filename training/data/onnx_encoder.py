"""The image encoder in onnxruntime, which on a CPU takes about two thirds of PyTorch's time.

It is the graph that the app ships, so modules train on what they will meet there.
"""

from pathlib import Path

import onnxruntime
import torch
from torch import Tensor, nn

from base.encoder import build_encoder
from base.graph import Graph
from base.imported import read_weights
from contract import IMAGE_SIZE
from model.base import encoder_weights
from model.features import ImageFeatures


class OnnxEncoder:
    """`stages` are computed, the others come back empty."""

    def __init__(
        self, *, package: Path, encoder: nn.Module, stages: tuple[int, ...], threads: int
    ):
        self.stages = stages
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(_graph(package, encoder, stages), options)

    def __call__(self, image: Tensor) -> ImageFeatures:
        """Normalised image [1, 3, 1024, 1024]."""
        embedding, *kept = map(torch.from_numpy, self._session.run(None, {"image": image.numpy()}))
        by_stage = dict(zip(self.stages, kept, strict=True))
        return ImageFeatures(
            embedding=embedding,
            stages=tuple(
                by_stage.get(index, torch.empty(1, 0)) for index in range(1 + max(self.stages))
            ),
        )


def _graph(package: Path, encoder: nn.Module, stages: tuple[int, ...]) -> bytes:
    side = IMAGE_SIZE
    graph = Graph(precision="fp32", weights=None)
    weights = encoder_weights(encoder, like=read_weights(package / "dist/encoder.onnx"))
    embedding, all_stages = build_encoder(graph, weights, image="image", height=side, width=side)
    names = {"embedding": embedding} | {f"stage_{i}": all_stages[i] for i in stages}
    return graph.finish(
        name="encoder",
        inputs={"image": [1, 3, side, side]},
        # Shapes are the graph's own affair here.
        outputs={name: (value, [1, "channels", "rows", "columns"]) for name, value in names.items()},
    )
