import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class TrueObject:
    label: int
    mask: Mask  # height x width
    score: float | None
    note: str


@dataclass(frozen=True, kw_only=True)
class TruePhoto:
    file: str
    width: int
    height: int
    objects: list[TrueObject]

    @property
    def stem(self) -> str:
        return Path(self.file).stem

    def visible(self) -> list[Mask]:
        """What is left of each object where later ones lie on top."""
        seen = []
        covered = np.zeros((self.height, self.width), bool)
        for item in reversed(self.objects):
            seen.append(item.mask & ~covered)
            covered |= item.mask
        return seen[::-1]


@dataclass(frozen=True, kw_only=True)
class Truth:
    classes: list[str]
    photos: list[TruePhoto]

    @staticmethod
    def read(path: Path) -> "Truth":
        data = json.loads(path.read_text(encoding="utf-8"))
        return Truth(classes=data["classes"], photos=[_photo(photo) for photo in data["photos"]])

    def photo(self, stem: str) -> TruePhoto:
        return next(photo for photo in self.photos if photo.stem == stem)


def _photo(data: dict) -> TruePhoto:
    size = data["height"], data["width"]
    objects = [
        TrueObject(
            label=item["class"],
            mask=mask_from_runs(item["runs"], size),
            score=item["score"],
            note=item["note"],
        )
        for item in data["objects"]
    ]
    return TruePhoto(file=data["file"], width=size[1], height=size[0], objects=objects)


def mask_from_runs(runs: list[int], size: tuple[int, int]) -> Mask:
    """Row-major run lengths, background first."""
    values = np.arange(len(runs)) % 2 == 1
    return np.repeat(values, runs).reshape(size)


def iou(a: Mask, b: Mask) -> float:
    return float((a & b).sum() / max((a | b).sum(), 1))
