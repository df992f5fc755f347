import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pycocotools import mask as rle
from pycocotools.coco import COCO
from truth import Truth, iou


def load(folder: Path) -> COCO:
    return COCO(str(folder / "annotations/instances_default.json"))


@pytest.mark.parametrize("folder", ["coco", "coco-masks"])
def test_pycocotools_gets_every_pixel_and_the_same_area_and_box(written: Path, truth: Truth, folder: str):
    coco = load(written / folder)
    for image_id, photo in enumerate(truth.photos, start=1):
        assert coco.imgs[image_id]["file_name"] == photo.file
        annotations = coco.loadAnns(coco.getAnnIds(imgIds=image_id))
        assert len(annotations) == len(photo.objects)
        for annotation, item in zip(annotations, photo.objects, strict=True):
            assert np.array_equal(coco.annToMask(annotation).astype(bool), item.mask)
            encoded = coco.annToRLE(annotation)
            assert annotation["area"] == rle.area(encoded) == item.mask.sum()
            assert annotation["bbox"] == list(rle.toBbox(encoded))
            assert annotation["iscrowd"] == 0
            assert coco.cats[annotation["category_id"]]["name"] == truth.classes[item.label]
            assert annotation.get("score") == item.score


def test_our_run_lengths_are_those_pycocotools_writes(written: Path, truth: Truth):
    coco = load(written / "coco-masks")
    for image_id, photo in enumerate(truth.photos, start=1):
        for annotation, item in zip(coco.imgToAnns[image_id], photo.objects, strict=True):
            theirs = rle.encode(np.asfortranarray(item.mask, dtype=np.uint8))
            assert annotation["segmentation"]["counts"].encode() == theirs["counts"]
            assert annotation["segmentation"]["size"] == theirs["size"]


def test_both_forms_have_an_iou_of_one_with_each_other(written: Path):
    polygons, masks = load(written / "coco"), load(written / "coco-masks")
    for annotation_id, annotation in polygons.anns.items():
        pair = [polygons.annToRLE(annotation)], [masks.annToRLE(masks.anns[annotation_id])]
        assert rle.iou(*pair, [0]) == 1


def test_simplified_polygons_keep_99_percent_of_what_is_smooth(written: Path, truth: Truth):
    exact, simple = load(written / "coco"), load(written / "coco-simple")
    large = truth.photo("photo 2")
    for annotation, item in zip(simple.imgToAnns[3][:3], large.objects[:3], strict=True):
        assert iou(simple.annToMask(annotation).astype(bool), item.mask) >= 0.99
        before = exact.anns[annotation["id"]]["segmentation"]
        assert _length(annotation["segmentation"]) < 0.2 * _length(before)


def test_simplified_polygons_state_the_area_and_box_of_what_they_fill(written: Path):
    coco = load(written / "coco-simple")
    for annotation in coco.anns.values():
        encoded = coco.annToRLE(annotation)
        # pycocotools rounds slanted edges in its own way.
        assert annotation["area"] == pytest.approx(int(rle.area(encoded)), rel=0.03, abs=3)
        assert annotation["bbox"] == pytest.approx(list(rle.toBbox(encoded)), abs=1)


def test_panoptic_pngs_hold_the_segments_that_the_json_lists(written: Path, truth: Truth):
    folder = written / "coco-panoptic/annotations"
    panoptic = json.loads((folder / "panoptic_default.json").read_text(encoding="utf-8"))
    assert all(category["isthing"] == 1 for category in panoptic["categories"])
    for photo, annotation in zip(truth.photos, panoptic["annotations"], strict=True):
        rgb = np.array(Image.open(folder / "panoptic_default" / annotation["file_name"])).astype(int)
        ids = rgb[..., 0] + 256 * rgb[..., 1] + 65536 * rgb[..., 2]
        segments = {segment["id"]: segment for segment in annotation["segments_info"]}
        assert set(np.unique(ids)) - {0} == set(segments)
        for number, (item, visible) in enumerate(zip(photo.objects, photo.visible(), strict=True), start=1):
            assert np.array_equal(ids == number, visible)
            if not visible.any():
                continue
            assert segments[number]["area"] == visible.sum()
            assert segments[number]["category_id"] == item.label + 1
            theirs = rle.toBbox(rle.encode(np.asfortranarray(visible, dtype=np.uint8)))
            assert segments[number]["bbox"] == list(theirs)


def test_what_was_measured_is_at_the_photo_and_in_nobodys_way(written: Path):
    coco = load(written / "coco")
    measured, unmeasured = coco.imgs[1], coco.imgs[3]
    assert measured["report"]["noise_sigma"] == 7
    assert measured["report"]["darkness"] == pytest.approx(0.8123)
    assert "report" not in unmeasured


def _length(polygons: list[list[float]]) -> int:
    return sum(len(polygon) for polygon in polygons)
