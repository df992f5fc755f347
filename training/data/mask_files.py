"""Sets with a black and white mask per photo: MSRA10K, ThinObject-5k, FSS-1000."""

from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

from .record import Record, Split

HALF = 127
# The paper splits MSRA10K without saying where; every tenth photo is a reproducible choice.
TEST_EVERY = 10


def read_msra10k(root: Path, *, split: Split) -> list[Record]:
    """`*.jpg` and `*.png` of the same name, anywhere below (MSRA10K_Imgs_GT/Imgs)."""
    photos = sorted(root.rglob("*.jpg"))
    chosen = [p for i, p in enumerate(photos) if (i % TEST_EVERY == 0) == (split != "train")]
    return [_record("msra10k", p.stem, p, p.with_suffix(".png"), split) for p in chosen]


def read_thin_object(root: Path, *, split: Split) -> list[Record]:
    """images/, masks/ and list/{train,val,test}.txt."""
    names = (root / "list" / f"{split}.txt").read_text().split()
    photos = [root / "images" / name for name in names]
    return [
        _record("thinobject5k", p.stem, p, (root / "masks" / p.name).with_suffix(".png"), split)
        for p in photos
    ]


def read_fss1000(root: Path, *, split: Split) -> list[Record]:
    """CLASS/1.jpg and CLASS/1.png, up to 10."""
    return [
        _record("fss1000", f"{p.parent.name}/{p.stem}", p, p.with_suffix(".png"), split)
        for p in sorted(root.glob("*/*.jpg"))
    ]


def _record(name: str, id: str, photo: Path, mask: Path, split: Split) -> Record:
    return Record(set=name, id=id, image=photo, split=split, read_objects=partial(_read_mask, mask))


def _read_mask(path: Path) -> list[np.ndarray]:
    with Image.open(path) as image:
        return [np.array(image.convert("L")) > HALF]
