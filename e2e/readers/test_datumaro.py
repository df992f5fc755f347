"""Datumaro reads COCO, panoptic COCO, VOC, CVAT and its own format, and shows what it understood."""

from pathlib import Path

import datumaro
import numpy as np
import pytest
from datumaro.components.annotation import AnnotationType
from pycocotools import mask as rle
from truth import Mask, Truth


def load(written: Path, folder: str, name: str) -> datumaro.Dataset:
    return datumaro.Dataset.import_from(str(written / folder), name)


def labels_of(dataset: datumaro.Dataset) -> list[str]:
    return [label.name for label in dataset.categories()[AnnotationType.label]]


def drawn(annotation, size: tuple[int, int]) -> Mask:
    if annotation.type == AnnotationType.mask:
        return annotation.image.astype(bool)
    return rle.decode(rle.merge(rle.frPyObjects([list(annotation.points)], *size))).astype(bool)


def objects_of(item, size: tuple[int, int]) -> list[tuple[int, Mask]]:
    """Class and mask by object: shapes of one group belong together."""
    groups: dict[object, list] = {}
    for index, annotation in enumerate(item.annotations):
        if annotation.type in (AnnotationType.mask, AnnotationType.polygon):
            groups.setdefault(annotation.group or f"alone {index}", []).append(annotation)
    return [
        (group[0].label, np.any([drawn(annotation, size) for annotation in group], axis=0))
        for group in groups.values()
    ]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("coco", "coco_instances"),
        ("coco-masks", "coco_instances"),
        ("cvat", "cvat"),
        ("cvat-masks", "cvat"),
        ("datumaro", "datumaro"),
        ("datumaro-masks", "datumaro"),
    ],
)
def test_every_object_comes_back_pixel_by_pixel(written: Path, truth: Truth, folder: str, name: str):
    dataset = load(written, folder, name)
    labels = labels_of(dataset)
    assert {label for label in labels if label != "background"} == set(truth.classes)
    items = {item.id: item for item in dataset}
    assert set(items) == {photo.stem for photo in truth.photos}
    for photo in truth.photos:
        size = (photo.height, photo.width)
        got = objects_of(items[photo.stem], size)
        expected = [(truth.classes[item.label], item.mask) for item in photo.objects]
        assert len(got) == len(expected)
        for label, mask in got:
            assert any(labels[label] == name and np.array_equal(mask, true) for name, true in expected)


def test_voc_boxes_classes_and_visible_pixels(written: Path, truth: Truth):
    dataset = load(written, "voc", "voc")
    labels = labels_of(dataset)
    items = {item.id: item for item in dataset}
    for photo in truth.photos:
        annotations = items[photo.stem].annotations
        boxes = [a for a in annotations if a.type == AnnotationType.bbox]
        masks = [a for a in annotations if a.type == AnnotationType.mask]
        assert [labels[box.label] for box in boxes] == [truth.classes[item.label] for item in photo.objects]
        for box, item in zip(boxes, photo.objects, strict=True):
            ys, xs = np.nonzero(item.mask)
            # VOC names the first and last pixel, counted from 1.
            points = [xs.min() + 1, ys.min() + 1, xs.max() + 1, ys.max() + 1]
            assert list(box.points) == points
        visible = [mask for mask in photo.visible() if mask.any()]
        assert len(masks) == len(visible)
        for mask in masks:
            assert any(np.array_equal(mask.image.astype(bool), true) for true in visible)


def test_panoptic_segments(written: Path, truth: Truth):
    dataset = load(written, "coco-panoptic", "coco_panoptic")
    items = {item.id: item for item in dataset}
    for photo in truth.photos:
        visible = [mask for mask in photo.visible() if mask.any()]
        masks = [a.image.astype(bool) for a in items[photo.stem].annotations]
        assert len(masks) == len(visible)
        for mask in masks:
            assert any(np.array_equal(mask, true) for true in visible)
