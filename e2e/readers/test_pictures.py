import csv
from pathlib import Path

import numpy as np
from PIL import Image
from truth import Truth


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_one_png_an_object(written: Path, truth: Truth):
    folder = written / "png-objects"
    table = rows(folder / "masks.csv")
    expected = [(photo, item) for photo in truth.photos for item in photo.objects]
    for row, (photo, item) in zip(table, expected, strict=True):
        picture = Image.open(folder / row["file"])
        assert picture.mode == "L"
        assert np.array_equal(np.array(picture), item.mask * np.uint8(255))
        assert (row["photo"], row["class"]) == (photo.file, truth.classes[item.label])


def test_instances_are_numbers_of_16_bits(written: Path, truth: Truth):
    for photo in truth.photos:
        picture = Image.open(written / "png-instances/instances" / f"{photo.stem}.png")
        assert picture.mode == "I;16"
        for number, visible in enumerate(photo.visible(), start=1):
            assert np.array_equal(np.array(picture) == number, visible)


def test_classes_are_indices_with_a_palette(written: Path, truth: Truth):
    table = rows(written / "png-classes/classes.csv")
    assert [row["class"] for row in table] == truth.classes
    for photo in truth.photos:
        picture = Image.open(written / "png-classes/classes" / f"{photo.stem}.png")
        assert picture.mode == "P"
        palette = np.array(picture.getpalette()).reshape(-1, 3)
        for row in table:
            number = int(row["number"])
            seen = [m for m, item in zip(photo.visible(), photo.objects, strict=True) if item.label + 1 == number]
            expected = np.any(seen, axis=0) if seen else np.zeros((photo.height, photo.width), bool)
            assert np.array_equal(np.array(picture) == number, expected)
            assert list(palette[number]) == [int(row[channel]) for channel in ("red", "green", "blue")]
