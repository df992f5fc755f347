"""COCO, LVIS and LIS: one JSON file of annotations, and a folder of photos."""

import json
from collections import defaultdict
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from .record import Record, Split
from .shapes import fill_polygons, fill_runs


def read_coco(annotations: Path, images: Path, *, name: str, split: Split) -> list[Record]:
    """Crowds are left out: they are no objects."""
    document = json.loads(annotations.read_text())
    by_image: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for annotation in document["annotations"]:
        if not annotation.get("iscrowd") and annotation["segmentation"]:
            by_image[annotation["image_id"]].append(annotation)
    return [
        Record(
            set=name,
            id=str(image["id"]),
            image=images / _file_name(image),
            split=split,
            read_objects=partial(_objects, by_image[image["id"]], image["height"], image["width"]),
        )
        for image in document["images"]
    ]


def _file_name(image: dict[str, Any]) -> str:
    # LVIS names photos by their address in COCO: .../train2017/000000000001.jpg
    return image.get("file_name") or "/".join(image["coco_url"].split("/")[-2:])


def _objects(annotations: list[dict[str, Any]], height: int, width: int) -> list[np.ndarray]:
    return [_mask(annotation["segmentation"], height, width) for annotation in annotations]


def _mask(segmentation: Any, height: int, width: int) -> np.ndarray:
    if isinstance(segmentation, list):
        return fill_polygons(segmentation, height=height, width=width)
    return fill_runs(segmentation["counts"], height=height, width=width)
