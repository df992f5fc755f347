"""Python's own csv module reads the table."""

import csv
from pathlib import Path

from truth import Truth


def test_each_object_has_a_line_with_what_was_measured_of_its_photo(written: Path, truth: Truth):
    with (written / "csv/objects.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == sum(len(photo.objects) for photo in truth.photos)
    areas = [item.mask.sum() for photo in truth.photos for item in photo.objects]
    assert [int(row["area"]) for row in rows] == areas
    for row in rows:
        is_measured = row["photo"] in ("photo 0.png", "photo 1.png")
        assert row["noise_sigma"] == ("7" if is_measured else "")
        assert row["blockiness"] == ("1.25" if is_measured else "")
