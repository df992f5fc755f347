"""A pool: photos, label pictures and a `manifest.jsonl` that names them.

A line holds set, id, width, height, image (a path beside the manifest), split, and where there are
objects also mask (8-bit grey picture; 0 none, 1 to `objects` the objects, largest first; a list of
such pictures where objects cover each other), objects, and union, true where all ids together are an
object too.
"""

import json
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from .record import Record, Split, no_objects

MANIFEST = "manifest.jsonl"
MAX_OBJECTS = 255


def read_pool(root: Path, *, split: Split) -> list[Record]:
    lines = (root / MANIFEST).read_text().splitlines()
    entries = [json.loads(line) for line in lines if line]
    return [_record(root, entry) for entry in entries if entry["split"] == split]


def write_pool(records: list[Record], root: Path, *, longest_side: int) -> None:
    """Shrinks photos to the longest side given; bigger objects give way to smaller ones."""
    root.mkdir(parents=True, exist_ok=True)
    with (root / MANIFEST).open("a") as manifest:
        for record in records:
            manifest.write(json.dumps(_write_entry(record, root, longest_side)) + "\n")


def label_objects(labels: np.ndarray, *, has_union: bool) -> list[np.ndarray]:
    """Label picture [H, W], 0 for nothing, to one mask per label and perhaps their union."""
    objects = [labels == label for label in np.unique(labels) if label]
    return [*objects, labels > 0] if has_union else objects


def _record(root: Path, entry: dict[str, Any]) -> Record:
    read = no_objects
    if "mask" in entry:
        names = [entry["mask"]] if isinstance(entry["mask"], str) else entry["mask"]
        paths = [root / name for name in names]
        read = partial(_read_labels, paths, entry.get("union", False))
    return Record(
        set=entry["set"],
        id=entry["id"],
        image=root / entry["image"],
        split=entry["split"],
        read_objects=read,
    )


def _read_labels(paths: list[Path], has_union: bool) -> list[np.ndarray]:
    objects = []
    for path in paths:
        with Image.open(path) as image:
            objects += label_objects(np.array(image.convert("L")), has_union=has_union)
    return objects


def _write_entry(record: Record, root: Path, longest_side: int) -> dict[str, Any]:
    with Image.open(record.image) as image:
        photo = image.convert("RGB")
    scale = min(1, longest_side / max(photo.size))
    size = tuple(max(1, round(side * scale)) for side in photo.size)
    folder = root / record.set
    folder.mkdir(exist_ok=True)
    stem = record.id.replace("/", "_")
    photo.resize(size, Image.Resampling.LANCZOS).save(folder / f"{stem}.jpg", quality=92)
    entry = {
        "set": record.set,
        "id": stem,
        "width": size[0],
        "height": size[1],
        "image": f"{record.set}/{stem}.jpg",
        "split": record.split,
    }
    objects = record.read_largest_first()[:MAX_OBJECTS]
    if not objects:
        return entry
    labels, count = _paint(objects, size)
    Image.fromarray(labels).save(folder / f"{stem}.png")
    return entry | {"mask": f"{record.set}/{stem}.png", "objects": count}


def _paint(objects: list[np.ndarray], size: tuple[int, ...]) -> tuple[np.ndarray, int]:
    """Label picture, without objects that shrank to nothing or are hidden, and their count."""
    labels = np.zeros((size[1], size[0]), dtype=np.uint8)
    for index, mask in enumerate(objects, start=1):
        small = Image.fromarray(mask).resize(size, Image.Resampling.NEAREST)
        labels[np.asarray(small)] = index
    seen, areas = np.unique(labels[labels > 0], return_counts=True)
    table = np.zeros(MAX_OBJECTS + 1, dtype=np.uint8)
    table[seen[np.argsort(-areas, kind="stable")]] = np.arange(1, len(seen) + 1)
    return table[labels], len(seen)
