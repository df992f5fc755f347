"""What a person labelled in the browser (e2e/specs/story.spec.ts), as pycocotools reads it."""

import json
import os
import zipfile
from itertools import cycle
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pycocotools.coco import COCO

STORY = Path(__file__).parents[1] / "out/story"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    if not STORY.exists() and "CI" not in os.environ:
        pytest.skip("npm run test:e2e writes it")
    zipfile.ZipFile(STORY / "coco.zip").extractall(tmp_path)
    return tmp_path


def mask_of(runs: list[int], height: int, width: int) -> np.ndarray:
    values = [value for run, value in zip(runs, cycle([False, True])) for value in [value] * run]
    return np.array(values).reshape(height, width)


def test_every_pixel_and_class_is_what_was_on_the_screen(story: Path):
    told = json.loads((STORY / "masks.json").read_text())
    coco = COCO(str(story / "annotations/instances_default.json"))
    assert [image["file_name"] for image in coco.imgs.values()] == told["names"]
    for image, masks in zip(coco.imgs.values(), told["masks"], strict=True):
        photo = Image.open(story / "images" / image["file_name"])
        assert photo.size == (image["width"], image["height"])
        annotations = coco.imgToAnns[image["id"]]
        names = [coco.cats[one["category_id"]]["name"] for one in annotations]
        assert names == ["ball", "plate"]
        for annotation, runs in zip(annotations, masks, strict=True):
            mask = mask_of(runs, image["height"], image["width"])
            assert np.array_equal(coco.annToMask(annotation).astype(bool), mask)
