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
    # Of the crop's side, how much of it may lie beyond the photo, where the frame holds zeros.
    beyond: float = 0.3


def make_crops(
    record: Record, *, variant: int, data: DataConfig, crops: CropConfig
) -> tuple[Tensor, Tensor]:
    """Normalised float32 [3, side, side] each: the clean and the degraded photo at one place."""
    example = make_example(record, variant=variant, config=data)
    rng = np.random.default_rng([data.seed, variant, example.recipe.seed])
    longest = round(IMAGE_SIZE * rng.uniform(*crops.scale))
    size = scaled_size(*example.clean.shape[:2], longest)
    place = [_start(length, crops, rng) for length in size]
    clean, degraded = (
        _crop(normalise(resize_photo(photo, size)), place, crops.side)
        for photo in (example.clean, example.degraded)
    )
    return clean, degraded


def _start(length: int, crops: CropConfig, rng: np.random.Generator) -> int:
    last = length - round(crops.side * (1 - crops.beyond))
    return int(rng.integers(max(0, last) + 1))


def _crop(image: Tensor, place: list[int], side: int) -> Tensor:
    top, left = place
    inside = image[:, top : top + side, left : left + side]
    whole = torch.zeros((3, side, side))
    whole[:, : inside.shape[1], : inside.shape[2]] = inside
    return whole
