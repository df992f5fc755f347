"""BDD-100k, instance segmentation: photos of roads in all weathers and at night."""

from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

from .record import Record, Split


def read_bdd100k(root: Path, *, split: Split) -> list[Record]:
    """images/10k/{train,val}/*.jpg and labels/ins_seg/bitmasks/{train,val}/*.png."""
    folder = "train" if split == "train" else "val"
    masks = root / "labels/ins_seg/bitmasks" / folder
    return [
        Record(
            set="bdd100k",
            id=path.stem,
            image=path,
            split=split,
            read_objects=partial(_objects, masks / f"{path.stem}.png"),
        )
        for path in sorted((root / "images/10k" / folder).glob("*.jpg"))
    ]


def _objects(path: Path) -> list[np.ndarray]:
    """Red is the category, blue and alpha the number of the object."""
    with Image.open(path) as image:
        bits = np.array(image.convert("RGBA")).astype(np.int32)
    numbers = (bits[:, :, 2] << 8) + bits[:, :, 3]
    numbers[bits[:, :, 0] == 0] = 0
    return [numbers == number for number in np.unique(numbers) if number]
