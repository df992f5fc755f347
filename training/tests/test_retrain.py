"""Heads that differ in one thing each."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from data.pool import read_pool
from retrain import PARTS, PHOTOS, WHOLE, photos_of, variants

from .drawn_pool import write_drawn_pool


def test_each_differs_in_one_thing() -> None:
    found = variants(["discs"])
    assert found.pop("whole").config == WHOLE
    left_out = found.pop("set discs")
    assert (left_out.config, left_out.without_set) == (WHOLE, "discs")
    for name, variant in found.items():
        assert variant.without_set is None
        assert len(_differences(asdict(WHOLE), asdict(variant.config))) == 1, name
    assert set(PARTS) < found.keys()


def test_a_set_that_is_left_out_is_never_seen_and_all_see_as_many_photos(
    tmp_path: Path,
) -> None:
    sets = {"discs": PHOTOS, "stripes": PHOTOS}
    records = read_pool(write_drawn_pool(tmp_path, sets=sets, split="train"), split="train")
    found = variants(list(sets))
    whole = photos_of(found["whole"], records)
    without = photos_of(found["set discs"], records)
    assert {record.set for record in whole} == set(sets)
    assert {record.set for record in without} == {"stripes"}
    assert len(whole) == len(without) == PHOTOS
    # What is kept of their features serves both.
    assert {r.id for r in whole if r.set == "stripes"} < {r.id for r in without}


def _differences(a: dict[str, Any], b: dict[str, Any]) -> list[str]:
    """Names of the values, nested ones too, that are not the same."""
    found = []
    for name, value in a.items():
        if isinstance(value, dict):
            found += [f"{name}.{inner}" for inner in _differences(value, b[name])]
        elif value != b[name]:
            found.append(name)
    return found
