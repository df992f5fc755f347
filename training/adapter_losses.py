"""What the adapter is held against: features of the clean crop, and what plain SAM's decoder makes of them."""

from copy import deepcopy
from typing import Any

import torch
from torch import Tensor

from adapter_config import AdapterConfig
from crop_lessons import lesson_losses, make_lessons
from data.crops import CropPair
from losses import relative_errors
from model.adapter import Adapter, fold_adapter, run_adapted
from model.features import ImageFeatures
from model.framed_encoder import FramedEncoder
from model.precision import has_fast_bfloat16, mixed_precision
from model.sam import Sam


class AdapterLosses:
    """Losses of the adapter on a batch of crops; in bfloat16 where this CPU is fastest so."""

    def __init__(self, sam: Sam, adapter: Adapter, config: AdapterConfig):
        self.sam, self.config = sam, config
        self.precision = mixed_precision(torch.device("cpu"))
        is_fast = has_fast_bfloat16(torch.device("cpu"))
        self.dtype = torch.bfloat16 if is_fast else torch.float32
        self.frozen = self._lay_out(deepcopy(sam.image_encoder))
        self.framed = None
        if config.own_shape:
            first = fold_adapter(sam.image_encoder, adapter)
            self.framed = FramedEncoder(first, side=config.crops.side)

    def __call__(self, adapter: Adapter, crops: CropPair) -> dict[str, Tensor]:
        config, sam = self.config, self.sam
        with torch.no_grad():
            target = self.frozen(self._lay_out(crops.clean))
        seen = self._see(adapter, self._lay_out(crops.degraded))
        wanted = self.framed.refill(target, crops.clean) if self.framed else target
        parts = feature_losses(seen, wanted, config)
        with self.precision:
            lessons = make_lessons(sam, embedding=target.embedding, crops=crops)
            parts |= lesson_losses(
                sam, embedding=seen.embedding, corners=crops.corner, lessons=lessons
            )
        answers = config.mask_weight * parts["masks"] + config.score_weight * parts["scores"]
        return parts | {"total": parts["features"] + answers}

    def _see(self, adapter: Adapter, image: Tensor) -> ImageFeatures:
        def encode(photos: Tensor) -> ImageFeatures:
            return run_adapted(self.sam.image_encoder, adapter, photos)

        return self.framed.encode_by(encode, image) if self.framed else encode(image)

    def _lay_out(self, x: Any) -> Any:
        return x.to(dtype=self.dtype, memory_format=torch.channels_last)


def feature_losses(
    features: ImageFeatures, target: ImageFeatures, config: AdapterConfig
) -> dict[str, Tensor]:
    """Relative errors of the embedding and of the stages that modules read."""
    pairs = {"embedding": (features.embedding, target.embedding)} | {
        f"stage_{stage}": (features.stages[stage], target.stages[stage]) for stage in config.stages
    }
    parts = {}
    for name, (seen, wanted) in pairs.items():
        errors = relative_errors(seen, wanted)
        parts[name] = ((errors + 1e-6).sqrt() if config.error == "norm" else errors).mean()
    stages = sum(parts[f"stage_{stage}"] for stage in config.stages)
    return parts | {"features": parts["embedding"] + config.stage_weight * stages}
