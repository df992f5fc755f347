"""Read as Ultralytics' trainer reads its labels, and by supervision."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
import supervision
import yaml
from PIL import Image
from truth import Mask, Truth, iou


def parse_label(path: Path, class_count: int) -> list[tuple[int, np.ndarray]]:
    """The checks of ultralytics.data.utils.verify_image_label; coordinates as (n, 2) shares."""
    lines = [line.split() for line in path.read_text(encoding="utf-8").strip().splitlines() if line]
    labels = []
    for line in lines:
        values = np.array(line[1:], dtype=np.float64)
        assert len(line) == 5 or (len(line) > 6 and len(values) % 2 == 0)
        assert values.min() >= 0
        assert values.max() <= 1
        assert 0 <= int(line[0]) < class_count
        labels.append((int(line[0]), values.reshape(-1, 2)))
    return labels


def fill(polygon: np.ndarray, size: tuple[int, int]) -> Mask:
    """As ultralytics.data.utils.polygon2mask, which also fills the pixels that the line touches."""
    mask = np.zeros(size, dtype=np.int32)
    cv2.fillPoly(mask, np.asarray([polygon], dtype=np.int32), color=1)
    return mask.astype(bool)


def label_file(folder: Path, stem: str) -> Path:
    (path,) = folder.glob(f"labels/*/{stem}.txt")
    return path


@pytest.mark.parametrize("folder", ["yolo-segment", "yolo-detect"])
def test_each_photo_has_its_label_where_the_trainer_looks_for_it(written: Path, truth: Truth, folder: str):
    data = yaml.safe_load((written / folder / "data.yaml").read_text(encoding="utf-8"))
    assert data["names"] == dict(enumerate(truth.classes))
    photos = [path for part in ("train", "val") for path in (written / folder / data[part]).iterdir()]
    assert sorted(path.name for path in photos) == [photo.file for photo in truth.photos]
    assert len(list((written / folder / data["val"]).iterdir())) == 1
    for path in photos:
        label = Path(str(path).replace("/images/", "/labels/")).with_suffix(".txt")
        assert label.exists()


def test_polygons_fill_the_masks(written: Path, truth: Truth):
    for photo in truth.photos:
        labels = parse_label(label_file(written / "yolo-segment", photo.stem), len(truth.classes))
        assert [label for label, _ in labels] == [item.label for item in photo.objects]
        for (_, shares), item in zip(labels, photo.objects, strict=True):
            corners = shares * [photo.width, photo.height]
            assert np.abs(corners - corners.round()).max() < 0.01
            # The trainer's line is a pixel wide, to the right and below of the outline.
            theirs = fill(corners.round(), item.mask.shape)
            grown = cv2.dilate(np.pad(item.mask, 1).astype(np.uint8), np.ones((3, 3)))[1:-1, 1:-1]
            assert not (item.mask & ~theirs).any()
            if item.mask.sum() > 2000:
                assert not (theirs & ~grown.astype(bool)).any()
                assert iou(theirs, item.mask) > 0.95


def test_boxes_are_those_of_the_masks(written: Path, truth: Truth):
    for photo in truth.photos:
        labels = parse_label(label_file(written / "yolo-detect", photo.stem), len(truth.classes))
        for (label, shares), item in zip(labels, photo.objects, strict=True):
            (x, y), (width, height) = shares * [photo.width, photo.height]
            box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2]
            ys, xs = np.nonzero(item.mask)
            assert box == pytest.approx([xs.min(), ys.min(), xs.max() + 1, ys.max() + 1], abs=0.01)
            assert label == item.label


def test_any_class_name_comes_back(written: Path):
    data = yaml.safe_load((written / "hostile" / "data.yaml").read_text(encoding="utf-8"))
    names = json.loads((written / "hostile" / "classes.json").read_text(encoding="utf-8"))
    assert data["names"] == dict(enumerate(names))


@pytest.mark.parametrize("folder", ["yolo-segment", "yolo-detect"])
def test_supervision_reads_it(written: Path, truth: Truth, folder: str):
    for part in ("train", "val"):
        dataset = supervision.DetectionDataset.from_yolo(
            images_directory_path=str(written / folder / "images" / part),
            annotations_directory_path=str(written / folder / "labels" / part),
            data_yaml_path=str(written / folder / "data.yaml"),
        )
        assert dataset.classes == truth.classes
        for path, _, detections in dataset:
            photo = truth.photo(Path(path).stem)
            assert Image.open(path).size == (photo.width, photo.height)
            assert [int(label) for label in detections.class_id] == [item.label for item in photo.objects]
