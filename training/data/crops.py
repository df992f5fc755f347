"""Pairs of crops, clean and degraded, at the scales at which the encoder sees photos."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from contract import IMAGE_SIZE

from .examples import DataConfig, make_example
from .model_input import normalise, resize_photo, scaled_size
from .record import Record


@dataclass(frozen=True, kw_only=True)
class CropConfig:
    # In pixels; a multiple of 224 fills the encoder's windows.
    side: int = 448
    # Long side of the photo as a share of the model's frame. Below 1, photos of the pool are as
    # sharp as large ones are in the frame.
    scale: tuple[float, float] = (0.5, 1.0)
    # Share of the crop's side that may lie beyond the photo, where the frame holds zeros.
    beyond: float = 0.3
    # Random clicks within the photo, a crop.
    clicks: int = 2

    @property
    def are_whole_photos(self) -> bool:
        """Whether each photo fills the crop from its top left corner."""
        return self.beyond == 0 and all(
            round(IMAGE_SIZE * scale) == self.side for scale in self.scale
        )


@dataclass(frozen=True, kw_only=True)
class CropPair:
    """clean and degraded, normalised float32 [..., 3, side, side]: the photo at one place.
    `corner` [..., 2] is where that is, and `clicks` [..., N, 2] lie within the photo: (x, y) in
    pixels of the frame. `seed` [...] is for what else is drawn about the crop."""

    clean: Tensor
    degraded: Tensor
    corner: Tensor
    clicks: Tensor
    seed: Tensor


def make_crops(record: Record, *, variant: int, data: DataConfig, crops: CropConfig) -> CropPair:
    example = make_example(record, variant=variant, config=data)
    rng = np.random.default_rng([data.seed, variant, example.recipe.seed])
    longest = round(IMAGE_SIZE * rng.uniform(*crops.scale))
    height, width = scaled_size(*example.clean.shape[:2], longest)
    top, left = (_start(length, crops, rng) for length in (height, width))
    clean, degraded = (
        _crop(normalise(resize_photo(photo, (height, width))), top, left, crops.side)
        for photo in (example.clean, example.degraded)
    )
    inside = [min(crops.side, width - left), min(crops.side, height - top)]
    return CropPair(
        clean=clean,
        degraded=degraded,
        corner=torch.tensor([left, top]),
        clicks=torch.from_numpy(
            rng.integers([left, top], np.add([left, top], inside), size=(crops.clicks, 2))
        ),
        seed=torch.tensor(example.recipe.seed),
    )


def join_crops(pairs: list[CropPair]) -> CropPair:
    """A batch of them, [B, ...]."""
    return CropPair(
        **{name: torch.stack([getattr(p, name) for p in pairs]) for name in vars(pairs[0])}
    )


def _start(length: int, crops: CropConfig, rng: np.random.Generator) -> int:
    last = length - round(crops.side * (1 - crops.beyond))
    return int(rng.integers(max(0, last) + 1))


def _crop(image: Tensor, top: int, left: int, side: int) -> Tensor:
    inside = image[:, top : top + side, left : left + side]
    whole = torch.zeros((3, side, side))
    whole[:, : inside.shape[1], : inside.shape[2]] = inside
    return whole
