"""The encoders for training, in whatever this machine runs them fastest."""

from copy import deepcopy
from pathlib import Path

import torch
from torch import Tensor, nn

from model.features import ImageFeatures
from model.framed_encoder import FramedEncoder
from model.precision import has_fast_bfloat16
from model.robust_sam import RobustSam

from .encoded import Encode, Encoders
from .onnx_encoder import OnnxEncoder


class Bfloat16Encoder:
    """All weights in bfloat16: for GPUs, and for CPUs where that takes less than half of onnxruntime's
    time (AMX) or two thirds (AVX-512). Embeddings differ by 1.4 % of their norm, those of a degraded
    photo by some 50 %."""

    def __init__(self, encoder: nn.Module):
        self._encoder = deepcopy(encoder).to(
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


def fastest_encoder(
    package: Path, encoder: nn.Module, *, stages: tuple[int, ...], device: torch.device
) -> Encode:
    """`encoder` is the base's, or that with an adapter folded in. Hands out these stages at least."""
    if has_fast_bfloat16(device):
        return Bfloat16Encoder(encoder)
    if device.type != "cpu" or isinstance(encoder, FramedEncoder):
        return encoder
    # Its graph hands out one stage at least.
    threads = torch.get_num_threads()
    return OnnxEncoder(package=package, encoder=encoder, stages=stages or (0,), threads=threads)


def fastest_encoders(package: Path, model: RobustSam, device: torch.device) -> Encoders:
    """The frozen one for clean photos; with the model's adapter as it is now for degraded ones."""
    stages = model.head.all_stages()
    clean = fastest_encoder(package, model.sam.image_encoder, stages=stages, device=device)
    if model.adapter is None:
        return Encoders(clean=clean, degraded=clean)
    folded = fastest_encoder(package, model.image_encoder(), stages=stages, device=device)
    return Encoders(clean=clean, degraded=folded)
