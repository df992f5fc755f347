"""Examples with their features from the frozen encoder, kept on disk in half precision.

On two CPU cores the encoder takes longer than everything else together; a GPU is better off
without the cache.
"""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from model.features import ImageFeatures
from model.head import RobustHead
from model.sam import Sam

from .examples import DataConfig, make_example
from .model_input import frame_of, photo_to_input
from .record import Record
from .teacher import teacher_objects


@dataclass(frozen=True, kw_only=True)
class EncodedExample:
    """Features of batch size 1; objects bool [H, W] each, at least one."""

    clean: ImageFeatures
    degraded: ImageFeatures
    objects: list[np.ndarray]

    @property
    def size(self) -> tuple[int, int]:
        return self.objects[0].shape


class EncodedExamples:
    """Examples by record and variant; None for a photo without any object to be found."""

    def __init__(
        self,
        *,
        sam: Sam,
        head: RobustHead,
        config: DataConfig,
        cache: Path | None,
        device: torch.device,
    ):
        self.sam, self.head, self.config, self.device = sam, head, config, device
        self.frame = frame_of(sam)
        # Which photos and how many variants does not change what one of them is.
        rules = asdict(config) | {"photos": None, "variants": None}
        rules |= {"stages": [head.stages, head.reference_stages]}
        rules = json.dumps(rules, sort_keys=True)
        name = hashlib.sha256(rules.encode()).hexdigest()[:12]
        self.folder = cache / name if cache else None
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)

    def get(self, record: Record, variant: int) -> EncodedExample | None:
        if self.folder is None:
            return self._encode(record, variant)
        path = self.folder / f"{record.set}-{record.id}-{variant}.pt"
        if path.exists():
            return _unpack(torch.load(path, weights_only=True), self.device)
        packed = self._pack(self._encode(record, variant))
        # Renamed when whole, so that a run that is stopped leaves no half file.
        part = path.with_suffix(f".{os.getpid()}.part")
        torch.save(packed, part)
        part.rename(path)
        # What later epochs will read, so that the first one is like them.
        return _unpack(packed, self.device)

    def _pack(self, encoded: EncodedExample | None) -> dict[str, list[Tensor]]:
        if encoded is None:
            return {}
        return {
            "clean": _halve(encoded.clean, keep=self.head.reference_stages),
            "degraded": _halve(encoded.degraded, keep=self.head.stages),
            "objects": [torch.from_numpy(mask) for mask in encoded.objects],
        }

    @torch.no_grad()
    def _encode(self, record: Record, variant: int) -> EncodedExample | None:
        example = make_example(record, variant=variant, config=self.config)
        images = torch.stack(
            [photo_to_input(p, frame=self.frame) for p in (example.clean, example.degraded)]
        )
        clean, degraded = (self.sam.encode(image[None].to(self.device)) for image in images)
        objects = example.objects or teacher_objects(
            self.sam, clean, size=example.clean.shape[:2], smallest=self.config.smallest_object
        )
        if not objects:
            return None
        return EncodedExample(clean=clean, degraded=degraded, objects=objects)


def join_features(features: list[ImageFeatures]) -> ImageFeatures:
    """Batches of 1 to one batch."""
    stages = zip(*(f.stages for f in features), strict=True)
    return ImageFeatures(
        embedding=torch.cat([f.embedding for f in features]),
        stages=tuple(torch.cat(stage) for stage in stages),
    )


def _unpack(packed: dict[str, list[Tensor]], device: torch.device) -> EncodedExample | None:
    if not packed:
        return None
    return EncodedExample(
        clean=_restore(packed["clean"], device),
        degraded=_restore(packed["degraded"], device),
        objects=[mask.numpy() for mask in packed["objects"]],
    )


def _halve(features: ImageFeatures, *, keep: tuple[int, ...]) -> list[Tensor]:
    """Embedding and stages; a stage that nobody reads becomes empty."""
    stages = [
        stage if index in keep else stage.new_empty(1, 0)
        for index, stage in enumerate(features.stages)
    ]
    return [tensor.half().cpu() for tensor in (features.embedding, *stages)]


def _restore(tensors: list[Tensor], device: torch.device) -> ImageFeatures:
    embedding, *stages = (tensor.to(device).float() for tensor in tensors)
    return ImageFeatures(embedding=embedding, stages=tuple(stages))
