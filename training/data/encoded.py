"""Examples with their features: the clean photo's from the frozen encoder, which is the teacher's,
and the degraded photo's from the encoder that RobustSAM sees through.

On two CPU cores the encoder takes longer than everything else together, so features are kept on disk,
in half precision. A GPU is faster than a disk: it encodes a whole batch at each step.
"""

import functools
import hashlib
import json
import os
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from degrade.registry import IDENTITY
from model.features import ImageFeatures
from model.head import RobustHead
from model.sam import Sam

from .examples import DataConfig, Example, make_example, scene_of
from .model_input import frame_of, photo_to_input
from .record import Record
from .teacher import teacher_objects

Packed = dict[str, list[Tensor]]
Encode = Callable[[Tensor], ImageFeatures]


@dataclass(frozen=True, kw_only=True)
class Encoders:
    """Normalised images [B, 3, H, W] to features; the same twice where there is no adapter."""

    clean: Encode
    degraded: Encode


@dataclass(frozen=True, kw_only=True)
class EncodedExample:
    """Features of batch size 1; objects bool [H, W] each, at least one, largest first."""

    clean: ImageFeatures
    degraded: ImageFeatures
    objects: list[np.ndarray]

    @property
    def size(self) -> tuple[int, int]:
        return self.objects[0].shape


class FreshExamples:
    """Encodes a batch at a time and keeps nothing."""

    def __init__(self, *, sam: Sam, config: DataConfig, device: torch.device, encoders: Encoders):
        self.sam, self.config, self.device = sam, config, device
        self.encoders = encoders
        self.frame = frame_of(sam)

    @torch.no_grad()
    def encode_all(self, examples: list[Example]) -> list[EncodedExample | None]:
        """None where there is no object to be found."""
        cleans = self._encode(self.encoders.clean, [example.clean for example in examples])
        seen = self._see(examples, cleans)
        encoded: list[EncodedExample | None] = []
        for example, clean, degraded in zip(examples, cleans, seen, strict=True):
            objects = example.objects or _ask_teacher(self.sam, clean, example, self.config)
            found = EncodedExample(clean=clean, degraded=degraded, objects=objects)
            encoded.append(found if objects else None)
        return encoded

    def _see(self, examples: list[Example], cleans: list[ImageFeatures]) -> list[ImageFeatures]:
        """What RobustSAM sees of each; a clear photo through the frozen encoder is the teacher's."""
        seen: list[ImageFeatures | None] = [
            clean if example.is_frozen and example.recipe.name == IDENTITY else None
            for example, clean in zip(examples, cleans, strict=True)
        ]
        for is_frozen, encode in ((True, self.encoders.clean), (False, self.encoders.degraded)):
            places = [
                place
                for place, example in enumerate(examples)
                if seen[place] is None and example.is_frozen == is_frozen
            ]
            photos = [examples[place].degraded for place in places]
            for place, features in zip(places, self._encode(encode, photos), strict=True):
                seen[place] = features
        return seen

    def _encode(self, encode: Encode, photos: list[np.ndarray]) -> list[ImageFeatures]:
        if not photos:
            return []
        images = [photo_to_input(photo, frame=self.frame, device=self.device) for photo in photos]
        return _split(encode(torch.stack(images)))


class CachedExamples:
    """Examples by record and variant, encoded once; None for a photo without any object to be found."""

    def __init__(
        self,
        *,
        sam: Sam,
        head: RobustHead,
        config: DataConfig,
        cache: Path,
        device: torch.device,
        encoders: Encoders,
        adapter: str | None = None,
    ):
        """`adapter` tells features of one adapter from those of another."""
        self.encoders = encoders
        self.sam, self.head, self.config, self.device = sam, head, config, device
        self.frame = frame_of(sam)
        # Which photos and how many variants does not change what one of them is.
        rules = asdict(config) | {"photos": None, "variants": None}
        rules |= {"stages": [head.stages, head.reference_stages], "adapter": adapter}
        rules = json.dumps(rules, sort_keys=True)
        name = hashlib.sha256(rules.encode()).hexdigest()[:12]
        self.folder = cache / name
        self.folder.mkdir(parents=True, exist_ok=True)

    def get(self, record: Record, variant: int) -> EncodedExample | None:
        # The example is drawn only where a file is missing.
        example = functools.cache(lambda: make_example(record, variant=variant, config=self.config))
        name = f"{record.set}-{record.id}"
        scene = self._kept(
            f"{name}-scene{scene_of(variant, self.config)}", lambda: self._pack_scene(example())
        )
        if not scene["objects"]:
            return None
        degraded = self._kept(f"{name}-{variant}", lambda: self._pack_degraded(example()))
        return EncodedExample(
            clean=_restore(scene["features"], self.device),
            degraded=_restore(degraded["features"], self.device),
            objects=[mask.numpy() for mask in scene["objects"]],
        )

    def _kept(self, name: str, make: Callable[[], Packed]) -> Packed:
        path = self.folder / f"{name}.pt"
        if not path.exists():
            # Renamed when whole, so a run that is stopped leaves no half file.
            part = path.with_suffix(f".{os.getpid()}.{threading.get_ident()}.part")
            torch.save(make(), part)
            part.rename(path)
        # What later epochs will read, so the first one is like them.
        return torch.load(path, weights_only=True)

    @torch.no_grad()
    def _pack_scene(self, example: Example) -> Packed:
        clean = self._encode(self.encoders.clean, example.clean)
        objects = example.objects or _ask_teacher(self.sam, clean, example, self.config)
        return {
            "features": self._pack(clean, keep=self.head.reference_stages),
            "objects": [torch.from_numpy(mask) for mask in objects],
        }

    @torch.no_grad()
    def _pack_degraded(self, example: Example) -> Packed:
        encode = self.encoders.clean if example.is_frozen else self.encoders.degraded
        features = self._encode(encode, example.degraded)
        return {"features": self._pack(features, keep=self.head.stages)}

    def _encode(self, encode: Encode, photo: np.ndarray) -> ImageFeatures:
        return encode(photo_to_input(photo, frame=self.frame, device=self.device)[None])

    def _pack(self, features: ImageFeatures, *, keep: tuple[int, ...]) -> list[Tensor]:
        """Embedding and stages; a stage that nobody reads becomes empty."""
        stages = [
            stage if index in keep else stage.new_empty(1, 0)
            for index, stage in enumerate(features.stages)
        ]
        tensors = (features.embedding, *stages)
        return [tensor.half().cpu() for tensor in tensors]


def _ask_teacher(
    sam: Sam, clean: ImageFeatures, example: Example, config: DataConfig
) -> list[np.ndarray]:
    size = example.clean.shape[:2]
    return teacher_objects(sam, clean, size=size, smallest=config.smallest_object)


def _split(features: ImageFeatures) -> list[ImageFeatures]:
    """A batch to batches of 1."""
    stages = zip(*(stage.split(1) for stage in features.stages), strict=True)
    return [
        ImageFeatures(embedding=embedding, stages=own)
        for embedding, own in zip(features.embedding.split(1), stages, strict=True)
    ]


def join_features(features: list[ImageFeatures]) -> ImageFeatures:
    """Batches of 1 to one batch."""
    stages = zip(*(f.stages for f in features), strict=True)
    return ImageFeatures(
        embedding=torch.cat([f.embedding for f in features]),
        stages=tuple(torch.cat(stage) for stage in stages),
    )


def _restore(tensors: list[Tensor], device: torch.device) -> ImageFeatures:
    embedding, *stages = (tensor.to(device).float() for tensor in tensors)
    return ImageFeatures(embedding=embedding, stages=tuple(stages))
