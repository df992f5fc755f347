"""Every source of Robust-Seg, as small files made here."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from data.bdd100k import read_bdd100k
from data.build import main as build
from data.coco import read_coco
from data.mask_files import read_fss1000, read_msra10k, read_thin_object
from data.pool import read_pool, write_pool
from data.record import Record, no_objects
from data.shapes import fill_polygons, fill_runs
from data.via import read_ndd20, read_streets

HEIGHT, WIDTH = 12, 20
SQUARE = (slice(2, 8), slice(3, 9))


def test_polygons_and_runs_fill_the_same() -> None:
    mask = fill_polygons([[3, 2, 8, 2, 8, 7, 3, 7]], height=HEIGHT, width=WIDTH)
    assert np.array_equal(mask, _square())
    runs = [3 * HEIGHT + 2, *[6, 6] * 5, 6, 4 + 11 * HEIGHT]
    assert np.array_equal(fill_runs(runs, height=HEIGHT, width=WIDTH), mask)


def test_run_lengths_written_as_text() -> None:
    runs = [38, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 136]
    text = _pack(runs)
    assert np.array_equal(fill_runs(text, height=HEIGHT, width=WIDTH), _square())


def test_run_lengths_of_another_size_are_refused() -> None:
    with pytest.raises(ValueError, match="run lengths"):
        fill_runs([5, 5], height=HEIGHT, width=WIDTH)


@pytest.mark.parametrize("names", ["coco", "lvis"])
def test_coco_and_lvis(tmp_path: Path, names: str) -> None:
    _photo(tmp_path / "train2017/000000000007.jpg")
    image = {"id": 7, "height": HEIGHT, "width": WIDTH}
    if names == "coco":
        image["file_name"] = "train2017/000000000007.jpg"
    else:
        image["coco_url"] = "http://example.org/train2017/000000000007.jpg"
    annotations = [
        {"image_id": 7, "segmentation": [[3, 2, 8, 2, 8, 7, 3, 7]]},
        {"image_id": 7, "iscrowd": 1, "segmentation": {"counts": [240], "size": [12, 20]}},
        {"image_id": 7, "segmentation": {"counts": [0, 240], "size": [12, 20]}},
    ]
    path = _json(tmp_path / "instances.json", {"images": [image], "annotations": annotations})
    (record,) = read_coco(path, tmp_path, name=names, split="train")
    assert [mask.sum() for mask in record.read_largest_first()] == [240, 36]
    assert record.read_photo().shape == (HEIGHT, WIDTH, 3)


def test_msra10k_keeps_every_tenth_for_the_test(tmp_path: Path) -> None:
    for index in range(20):
        _photo(tmp_path / f"Imgs/{index:02}.jpg")
        _mask(tmp_path / f"Imgs/{index:02}.png")
    train, test = (read_msra10k(tmp_path, split=split) for split in ("train", "test"))
    assert [record.id for record in test] == ["00", "10"]
    assert len(train) == 18
    assert np.array_equal(train[0].read_objects()[0], _square())


def test_thin_object(tmp_path: Path) -> None:
    for name in ("a", "b"):
        _photo(tmp_path / f"images/{name}.jpg")
        _mask(tmp_path / f"masks/{name}.png")
    (tmp_path / "list").mkdir()
    (tmp_path / "list/train.txt").write_text("b.jpg\n")
    _check_square(read_thin_object(tmp_path, split="train"), ["b"])


def test_fss1000(tmp_path: Path) -> None:
    _photo(tmp_path / "ab_wheel/1.jpg")
    _mask(tmp_path / "ab_wheel/1.png")
    _check_square(read_fss1000(tmp_path, split="test"), ["ab_wheel/1"])


@pytest.mark.parametrize("version", [1, 2])
def test_ndd20(tmp_path: Path, version: int) -> None:
    for part in ("ABOVE", "BELOW"):
        _photo(tmp_path / part / "1.jpg")
        _json(tmp_path / f"{part}_LABELS.json", {"1.jpg123": _via("1.jpg", version)})
    _check_square(read_ndd20(tmp_path, split="test"), ["ABOVE/1", "BELOW/1"])


def test_streets(tmp_path: Path) -> None:
    _photo(tmp_path / "images/cam.jpg")
    project = {"_via_img_metadata": {"cam.jpg9": _via("cam.jpg", 2)}}
    _json(tmp_path / "annotations/part.json", project)
    _check_square(read_streets(tmp_path, split="test"), ["images/cam"])


def test_bdd100k(tmp_path: Path) -> None:
    _photo(tmp_path / "images/10k/val/x.jpg")
    bits = np.zeros((HEIGHT, WIDTH, 4), dtype=np.uint8)
    bits[SQUARE] = (3, 0, 1, 4)
    bits[0, 0] = (3, 0, 0, 4)
    path = tmp_path / "labels/ins_seg/bitmasks/val/x.png"
    path.parent.mkdir(parents=True)
    Image.fromarray(bits).save(path)
    (record,) = read_bdd100k(tmp_path, split="test")
    assert [mask.sum() for mask in record.read_largest_first()] == [36, 1]


def test_pool_comes_back_as_it_was_written(tmp_path: Path) -> None:
    _photo(tmp_path / "a.jpg")
    small = np.zeros((HEIGHT, WIDTH), dtype=bool)
    small[4:6, 4:6] = True
    masks = [small, _square()]
    written = [
        Record(set="s", id="a", image=tmp_path / "a.jpg", split="val", read_objects=lambda: masks),
        Record(set="s", id="b/c", image=tmp_path / "a.jpg", split="train", read_objects=no_objects),
    ]
    write_pool(written, tmp_path / "pool", longest_side=512)
    (val,) = read_pool(tmp_path / "pool", split="val")
    assert [mask.sum() for mask in val.read_largest_first()] == [32, 4]
    (train,) = read_pool(tmp_path / "pool", split="train")
    assert (train.id, train.read_objects()) == ("b_c", [])


def test_pool_shrinks_photos(tmp_path: Path) -> None:
    _photo(tmp_path / "a.jpg")
    record = Record(
        set="s",
        id="a",
        image=tmp_path / "a.jpg",
        split="val",
        read_objects=lambda: [_square()],
    )
    write_pool([record], tmp_path / "pool", longest_side=10)
    (small,) = read_pool(tmp_path / "pool", split="val")
    assert small.read_photo().shape == (6, 10, 3)
    assert small.read_objects()[0].shape == (6, 10)


def test_union_of_parts_is_an_object_too(tmp_path: Path) -> None:
    _photo(tmp_path / "a.jpg")
    labels = np.zeros((HEIGHT, WIDTH), dtype=np.uint8)
    labels[:2], labels[5:6] = 1, 2
    Image.fromarray(labels).save(tmp_path / "a.png")
    entry = {"set": "s", "id": "a", "image": "a.jpg", "split": "val", "mask": "a.png"}
    (tmp_path / "manifest.jsonl").write_text(json.dumps(entry | {"union": True}) + "\n")
    (record,) = read_pool(tmp_path, split="val")
    assert [mask.sum() for mask in record.read_largest_first()] == [60, 40, 20]


def test_build_joins_sources_into_one_pool(tmp_path: Path) -> None:
    _photo(tmp_path / "fss/cat/1.jpg")
    _mask(tmp_path / "fss/cat/1.png")
    _photo(tmp_path / "msra/0.jpg")
    _mask(tmp_path / "msra/0.png")
    sources = ["--source", "fss1000", str(tmp_path / "fss")]
    sources += ["--source", "msra10k", str(tmp_path / "msra")]
    build(["--out", str(tmp_path / "pool"), "--split", "test", *sources])
    records = read_pool(tmp_path / "pool", split="test")
    assert [record.set for record in records] == ["fss1000", "msra10k"]
    _check_square(records, ["cat_1", "0"])


def _check_square(records: list[Record], ids: list[str]) -> None:
    assert [record.id for record in records] == ids
    for record in records:
        (mask,) = record.read_objects()
        assert np.array_equal(mask, _square())


def _square() -> np.ndarray:
    mask = np.zeros((HEIGHT, WIDTH), dtype=bool)
    mask[SQUARE] = True
    return mask


def _photo(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(0).integers(0, 255, (HEIGHT, WIDTH, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(path)


def _mask(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray((_square() * 255).astype(np.uint8)).save(path)


def _json(path: Path, document: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document))
    return path


def _via(name: str, version: int) -> dict[str, object]:
    outline = {"name": "polygon", "all_points_x": [3, 8, 8, 3], "all_points_y": [2, 2, 7, 7]}
    regions = [{"shape_attributes": outline, "region_attributes": {}}]
    return {"filename": name, "regions": {"0": regions[0]} if version == 1 else regions}


def _pack(counts: list[int]) -> str:
    """COCO's text, written from its description."""
    letters = []
    for index, count in enumerate(counts):
        value = count - counts[index - 2] if index > 2 else count
        more = True
        while more:
            bits = value & 31
            value >>= 5
            more = value != (-1 if bits & 16 else 0)
            letters.append(chr(48 + (bits | 32 if more else bits)))
    return "".join(letters)
