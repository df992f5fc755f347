"""Sets marked with the VGG Image Annotator: NDD20 and STREETS."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from .record import Record, Split
from .shapes import fill_polygons


def read_ndd20(root: Path, *, split: Split) -> list[Record]:
    """ABOVE/, BELOW/ and their ABOVE_LABELS.json, BELOW_LABELS.json."""
    return [
        record
        for part in ("ABOVE", "BELOW")
        for record in _read_via(root / f"{part}_LABELS.json", root / part, "ndd20", split)
    ]


def read_streets(root: Path, *, split: Split) -> list[Record]:
    """annotations/*.json and images/."""
    return [
        record
        for path in sorted((root / "annotations").glob("*.json"))
        for record in _read_via(path, root / "images", "streets", split)
    ]


def _read_via(path: Path, images: Path, name: str, split: Split) -> list[Record]:
    document = json.loads(path.read_text())
    # A whole project keeps its photos one level down.
    entries = document.get("_via_img_metadata", document).values()
    return [
        Record(
            set=name,
            id=f"{images.name}/{Path(entry['filename']).stem}",
            image=images / entry["filename"],
            split=split,
            read_objects=partial(_objects, images / entry["filename"], _regions(entry)),
        )
        for entry in entries
    ]


def _regions(entry: dict[str, Any]) -> list[dict[str, Any]]:
    # Version 1 of the annotator writes a dictionary, version 2 a list.
    regions = entry["regions"]
    return list(regions.values()) if isinstance(regions, dict) else regions


def _objects(image: Path, regions: list[dict[str, Any]]) -> list[np.ndarray]:
    with Image.open(image) as photo:
        width, height = photo.size
    outlines = [region["shape_attributes"] for region in regions]
    return [
        fill_polygons([_corners(outline)], height=height, width=width)
        for outline in outlines
        if outline["name"] in ("polygon", "polyline")
    ]


def _corners(outline: dict[str, Any]) -> list[float]:
    pairs = zip(outline["all_points_x"], outline["all_points_y"], strict=True)
    return [value for pair in pairs for value in pair]
