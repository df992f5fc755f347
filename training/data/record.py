"""One photo and its objects, wherever they come from."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image

Split = Literal["train", "val", "test"]


@dataclass(frozen=True, kw_only=True)
class Record:
    """`read_objects` gives masks bool [H, W] of the photo's size, in any order; none if the photo
    has no annotation."""

    set: str
    id: str
    image: Path
    split: Split
    read_objects: Callable[[], list[np.ndarray]]

    def read_photo(self) -> np.ndarray:
        """uint8 [H, W, 3] RGB."""
        with Image.open(self.image) as image:
            return np.array(image.convert("RGB"))

    def read_largest_first(self) -> list[np.ndarray]:
        objects = [mask for mask in self.read_objects() if mask.any()]
        return sorted(objects, key=np.count_nonzero, reverse=True)


def no_objects() -> list[np.ndarray]:
    return []
