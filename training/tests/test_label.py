"""A pool in which the teacher's objects are written down."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from data import label
from data.label import join_manifests, label_photos
from data.pool import read_pool
from data.record import Record, no_objects

from .small_models import small_sam

HEIGHT, WIDTH = 60, 90


@pytest.fixture
def records(tmp_path: Path) -> list[Record]:
    rng = np.random.default_rng(0)
    disc = np.hypot(*np.mgrid[-30:30, -45:45]) < 20
    records = []
    for name, read in {"bare": no_objects, "marked": lambda: [disc]}.items():
        path = tmp_path / f"{name}.png"
        Image.fromarray(rng.integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8)).save(path)
        records.append(Record(set="s", id=name, image=path, split="train", read_objects=read))
    return records


def test_objects_that_cover_each_other_come_back_whole(
    tmp_path: Path, records: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = np.zeros((3, HEIGHT, WIDTH), dtype=bool)
    seen[0, 10:50, 10:80], seen[1, 20:30, 20:40], seen[2, 20:30, 50:60] = True, True, True
    monkeypatch.setattr(label, "teacher_objects", lambda *_, **__: list(seen))
    _label(records, tmp_path / "out")
    bare, marked = read_pool(tmp_path / "out", split="train")
    assert np.array_equal(bare.read_largest_first(), seen)
    assert np.array_equal(marked.read_largest_first(), records[1].read_largest_first())
    assert np.array_equal(bare.read_photo(), records[0].read_photo())


def test_a_photo_without_objects_is_left_out_and_not_asked_again(
    tmp_path: Path, records: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(label, "teacher_objects", lambda *_, **__: asked.append(0) or [])
    for _ in range(2):
        _label(records, tmp_path / "out")
    assert len(asked) == 1
    assert [record.id for record in read_pool(tmp_path / "out", split="train")] == ["marked"]


def _label(records: list[Record], out: Path) -> None:
    sam = small_sam()
    with torch.no_grad():
        label_photos(records, out, sam=sam, encode=sam.encode, manifest="manifest-0.jsonl")
    join_manifests(out)
