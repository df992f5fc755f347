"""Many machines give what one gives: a cluster of two, here, against the command alone. Needs requirements.txt."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from parts import number_apart, part_of, read_keys, split_coco, split_photos
from pyarrow import parquet
from store import Store

os.environ["RAY_USAGE_STATS_ENABLED"] = "0"

HERE = Path(__file__).parent
COMMAND = HERE.parent / "robustsam.mjs"
SAMPLES = HERE.parents[2] / "public" / "samples"
PHOTOS = {"day/coffee.jpg": "coffee.jpg", "night/kitchen.jpg": "night-kitchen.jpg"}
BOXES = {
    "images": [
        {"id": 7, "file_name": "day/coffee.jpg", "width": 600, "height": 400},
        # As a form encodes it.
        {"id": 9, "file_name": "night%2Fkitchen.jpg", "width": 0, "height": 0},
        {"id": 11, "file_name": "night/gone.jpg", "width": 640, "height": 480},
    ],
    "annotations": [
        {"id": 3, "image_id": 7, "category_id": 2, "bbox": [150, 80, 260, 220]},
        {"id": 4, "image_id": 9, "category_id": 2, "bbox": [100, 60, 200, 150]},
        {"id": 8, "image_id": 7, "category_id": 5, "bbox": [20, 20, 90, 120]},
    ],
    "categories": [{"id": 2, "name": "thing"}, {"id": 5, "name": "other"}],
}


def test_a_photo_stays_in_its_part_whatever_else_comes() -> None:
    photos = [f"{folder}/{i}.jpg" for folder in ("train", "val") for i in range(50)]
    few, more = (split_photos(read_keys(each), 7) for each in (photos, [*photos, "val/new.png"]))
    assert sorted(photo for part in few for photo in part.photos) == sorted(photos)
    changed = [b.number for a, b in zip(few, more, strict=True) if a.digest != b.digest]
    assert changed == [part_of("new", 7)]


# A photo, and names of it that the engine's own reading of labels takes for it.
NAMED = {
    "train/a b.jpg": ["a b.jpg", "A%20B.JPG", "C:\\data\\a+b.png", "https://x.org/i/a%20b.jpg?v=1"],
    "val/beach.heic": ["0a1b2c3d-beach.heic", "beach_jpg.rf.0a1b2c.jpg", "other/Beach.png"],
}


def test_photos_and_what_labels_call_them_are_done_together() -> None:
    for photo, names in NAMED.items():
        keys = read_keys([photo, f"test/{photo}"], names)
        assert len({*keys.photos.values(), *keys.names.values()}) == 1, photo


def test_files_are_photos_where_the_command_says_so() -> None:
    files = ["a/b.JPG", "a/b.heic", "a/b.apng", "a/.b.jpg", ".cache/b.jpg", "a/b.json", "README"]
    assert list(read_keys(files).photos) == files[:3]


def test_a_part_gets_the_boxes_of_its_photos_and_of_nobodys() -> None:
    keys = read_keys(list(PHOTOS), [image["file_name"] for image in BOXES["images"]])
    parts = split_coco(BOXES, keys, 3).values()
    assert sorted(image["id"] for part in parts for image in part["images"]) == [7, 9, 11]
    assert sorted(one["id"] for part in parts for one in part["annotations"]) == [3, 4, 8]
    for part in parts:
        ids = {image["id"] for image in part["images"]}
        assert all(one["image_id"] in ids for one in part["annotations"])


def test_no_two_parts_have_an_id_in_common() -> None:
    coco = {
        "images": [{"id": 1}, {"id": 2}],
        "annotations": [{"id": 1, "image_id": 2}, {"id": 2, "image_id": 1}],
    }
    numbered = [number_apart(coco, part, 3) for part in range(3)]
    for key in ("images", "annotations"):
        ids = [one["id"] for part in numbered for one in part[key]]
        assert len(set(ids)) == 6
    assert numbered[1]["annotations"][0]["image_id"] == numbered[1]["images"][1]["id"]


def test_a_store_writes_all_or_nothing_and_reads_addresses(tmp_path: Path) -> None:
    store = Store((tmp_path / "new").as_uri())
    store.write_json("done/one.json", {"a": 1})
    assert store.names() == ["done/one.json"]
    assert Store(str(tmp_path / "new")).read_json("done/one.json") == {"a": 1}
    assert store.read_json("done/two.json") is None


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("photos")
    for name, sample in PHOTOS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(SAMPLES / sample, folder / name)
    (folder / "night/broken.jpg").write_bytes(b"no photo")
    return folder


@pytest.fixture(scope="module")
def boxes(photos: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("boxes") / "boxes.json"
    file.write_text(json.dumps(BOXES))
    return file


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    from ray.cluster_utils import Cluster

    started = Cluster(initialize_head=True, head_node_args={"num_cpus": 0})
    for _ in range(2):
        started.add_node(num_cpus=1)
    yield started.address
    started.shutdown()


def test_two_workers_find_the_masks_of_one_machine(
    photos: Path, boxes: Path, cluster: str, tmp_path: Path
) -> None:
    alone = _alone("label", photos, tmp_path / "alone", "--boxes", boxes)
    said = _on_cluster(
        "label", photos, tmp_path / "many", cluster, "--boxes", boxes, "--parts", 4
    )
    together = [json.loads(file.read_text()) for file in (tmp_path / "many").glob("part-*.json")]
    assert _masks(together) == _masks([alone])
    assert {image["id"] for part in together for image in part["images"]} == {7, 9}
    assert said["unmatched"] == ["night/gone.jpg"]
    assert said["resumed"] == 0

    # A second start does nothing; one part that was lost is made again, the same.
    lost = min((tmp_path / "many" / "done").iterdir())
    lost.unlink()
    again = _on_cluster("label", photos, tmp_path / "many", cluster, "--boxes", boxes)
    assert again["resumed"] == again["parts"] - 1
    assert again["objects"] == said["objects"] == 3
    other = _run("label", photos, tmp_path / "many", "--boxes", boxes, "--parts", 5)
    assert other.returncode == 1
    assert "another parts" in other.stderr


def test_parquet_holds_the_same(
    photos: Path, boxes: Path, cluster: str, tmp_path: Path
) -> None:
    _on_cluster(
        "label", photos, tmp_path, cluster, "--boxes", boxes, "--parts", 1, "--format", "parquet"
    )
    rows = parquet.read_table(tmp_path / "part-000000.parquet").to_pylist()
    by_name = {row["file_name"]: row for row in rows}
    coffee = by_name["day/coffee.jpg"]
    assert (coffee["id"], coffee["width"], coffee["height"]) == (7, 600, 400)
    assert [one["class"] for one in coffee["objects"]] == ["thing", "other"]
    assert all(one["counts"] and one["area"] > 0 for one in coffee["objects"])


def test_a_photo_that_fails_is_named_and_its_part_done_again(
    photos: Path, cluster: str, tmp_path: Path
) -> None:
    few = tmp_path / "few"
    few.mkdir()
    shutil.copy(SAMPLES / "snowfall.jpg", few)
    shutil.copy(photos / "night/broken.jpg", few)
    out = tmp_path / "out"
    asked = ("everything", few, out, cluster, "--model", "plain", "--parts", 2)
    said = _on_cluster(*asked)
    problem = f"{few}/broken.jpg: This is not a photo"
    assert [one["problem"][: len(problem)] for one in said["failed"]] == [problem]
    assert said["photos"] == 2
    shutil.copy(SAMPLES / "coffee.jpg", few / "broken.jpg")
    again = _on_cluster(*asked)
    assert (again["failed"], again["resumed"]) == ([], 1)
    assert again["objects"] > said["objects"]
    # Nothing is left of a part whose photos are all gone.
    (few / "broken.jpg").unlink()
    last = _on_cluster(*asked)
    assert (last["photos"], last["objects"]) == (1, said["objects"])
    assert len(list(out.glob("part-*.json"))) == 1


def test_what_the_command_refuses_is_said_in_its_words(
    photos: Path, cluster: str, tmp_path: Path
) -> None:
    ran = _run("everything", photos, tmp_path, "--address", cluster, "--parts", 1, "--wrong")
    assert ran.returncode == 1
    assert "Unknown option '--wrong'" in ran.stderr
    assert "Traceback" not in ran.stderr


def _alone(command: str, photos: Path, out: Path, *options: object) -> dict[str, Any]:
    words = ["node", COMMAND, command, photos, "--out", out, "--jobs", "1", *options]
    subprocess.run([str(word) for word in words], check=False, capture_output=True)
    return json.loads((out / "annotations/instances_default.json").read_text())


def _on_cluster(
    command: str, photos: Path, out: Path, address: str, *options: object
) -> dict[str, Any]:
    ran = _run(command, photos, out, "--address", address, *options)
    assert ran.stdout, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def _run(command: str, photos: Path, out: Path, *options: object) -> subprocess.CompletedProcess:
    words = [sys.executable, HERE / "run.py", command, photos, "--out", out, *options]
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)


def _masks(parts: list[dict[str, Any]]) -> list[tuple]:
    names = {image["id"]: image["file_name"] for part in parts for image in part["images"]}
    return sorted(
        (names[one["image_id"]], one["id"], one["category_id"], one["segmentation"]["counts"])
        for part in parts
        for one in part["annotations"]
    )
