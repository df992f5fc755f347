from pathlib import Path

import numpy as np
import pytest
from labelme import LabelFile
from labelme.utils import shape_to_mask
from truth import TruePhoto, Truth, iou


def load(written: Path, folder: str, photo: TruePhoto) -> LabelFile:
    return LabelFile(str(written / folder / f"{photo.stem}.json"))


def test_masks_come_back_pixel_by_pixel(written: Path, truth: Truth):
    for photo in truth.photos:
        shapes = load(written, "labelme-masks", photo).shapes
        for shape, item in zip(shapes, photo.objects, strict=True):
            mask = np.zeros(item.mask.shape, bool)
            (x1, y1), (x2, y2) = np.asarray(shape["points"]).astype(int)
            mask[y1 : y2 + 1, x1 : x2 + 1] = shape["mask"]
            assert np.array_equal(mask, item.mask)
            assert shape["label"] == truth.classes[item.label]
            assert shape["description"] == item.note


def test_polygons_of_a_part_each_are_grouped_by_object(written: Path, truth: Truth):
    for photo in truth.photos:
        shapes = load(written, "labelme", photo).shapes
        groups: dict[object, list] = {}
        for index, shape in enumerate(shapes):
            key = shape["group_id"] if shape["group_id"] is not None else f"alone {index}"
            groups.setdefault(key, []).append(shape)
        for group, item in zip(groups.values(), photo.objects, strict=True):
            assert {shape["label"] for shape in group} == {truth.classes[item.label]}
            drawn = [shape_to_mask(item.mask.shape, shape["points"], "polygon") for shape in group]
            union = np.any(drawn, axis=0)
            # LabelMe's own fill includes the line around it.
            assert not (item.mask & ~union).any()
            if item.mask.sum() > 2000:
                assert iou(union, item.mask) > 0.95


@pytest.mark.parametrize("folder", ["labelme", "labelme-masks"])
def test_the_photo_beside_it_is_found(written: Path, truth: Truth, folder: str):
    for photo in truth.photos:
        label = load(written, folder, photo)
        assert label.image_path == photo.file
        assert label.image_data
