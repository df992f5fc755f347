"""The frozen encoder for training, in whatever this machine runs it fastest."""

from copy import deepcopy
from pathlib import Path

import torch
from torch import Tensor

from model.features import ImageFeatures
from model.precision import has_fast_bfloat16
from model.sam import Sam

from .encoded import Encode
from .onnx_encoder import OnnxEncoder


class Bfloat16Encoder:
    """All weights in bfloat16: for GPUs, and for CPUs where that takes less than half of onnxruntime's
    time (AMX) or two thirds (AVX-512). Embeddings differ by 1.4 % of their norm, those of a degraded
    photo by some 50 %."""

    def __init__(self, sam: Sam):
        self._encoder = deepcopy(sam.image_encoder).to(
            dtype=torch.bfloat16, memory_format=torch.channels_last
        )

    @torch.no_grad()
    def __call__(self, image: Tensor) -> ImageFeatures:
        """Normalised image [B, 3, H, W]."""
        features = self._encoder(
            image.to(dtype=torch.bfloat16, memory_format=torch.channels_last)
        )
        return ImageFeatures(
            embedding=features.embedding.float().contiguous(),
            stages=tuple(stage.float().contiguous() for stage in features.stages),
        )


def fastest_encoder(package: Path, sam: Sam, *, stages: tuple[int, ...], device: torch.device) -> Encode:
    """Hands out these stages at least."""
    if has_fast_bfloat16(device):
        return Bfloat16Encoder(sam)
    if device.type != "cpu":
        return sam.encode
    # Its graph hands out one stage at least.
    return OnnxEncoder(package=package, stages=stages or (0,), threads=torch.get_num_threads())
