"""Which photos are done together, and what a file of boxes says of them."""

import hashlib
import json
import subprocess
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAMES = Path(__file__).parent / "names.mjs"


@dataclass(frozen=True)
class Part:
    """Photos by their paths below the folder, in order."""

    number: int
    photos: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Changes when photos come or go."""
        return hashlib.sha256("\n".join(self.photos).encode()).hexdigest()


@dataclass(frozen=True)
class Keys:
    """By path, what photos and the names in labels that may mean them have in common."""

    photos: dict[str, str]
    names: dict[str, str]


def read_keys(files: Sequence[str], names: Sequence[str] = (), *, node: str = "node") -> Keys:
    """Asks the engine's own reading of names; files that are no photos to it are left out."""
    asked = json.dumps({"photos": list(files), "names": list(names)})
    ran = subprocess.run([node, str(NAMES)], input=asked, capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise SystemExit(f"{node} {NAMES}: {ran.stderr.strip()}")
    keys = json.loads(ran.stdout)
    photos = zip(files, keys["photos"], strict=True)
    return Keys(
        {photo: key for photo, key in photos if key is not None},
        dict(zip(names, keys["names"], strict=True)),
    )


def split_photos(keys: Keys, count: int) -> list[Part]:
    """Parts 0 to `count` - 1, without those that have no photo. A photo's part follows from its bare name,
    so it stays when others come, and photos that labels could mix up are done together."""
    parts: dict[int, list[str]] = defaultdict(list)
    for photo, key in keys.photos.items():
        parts[part_of(key, count)].append(photo)
    return [Part(number, tuple(sorted(parts[number]))) for number in sorted(parts)]


def part_of(key: str, count: int) -> int:
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:6]) % count


def is_coco(labels: Any) -> bool:
    """Whether all its lists are there, and every image has a name."""
    return (
        isinstance(labels, dict)
        and all(isinstance(labels.get(key), list) for key in ("images", "annotations", "categories"))
        and all(isinstance(image.get("file_name"), str) for image in labels["images"])
    )


def split_coco(labels: dict[str, Any], keys: Keys, count: int) -> dict[int, dict[str, Any]]:
    """By part, what a COCO file says of photos that belong there, whether there are such photos or not."""
    images: dict[int, list[dict[str, Any]]] = defaultdict(list)
    part_by_id = {}
    for image in labels["images"]:
        part = part_of(keys.names[image["file_name"]], count)
        images[part].append(image)
        part_by_id[image["id"]] = part
    annotations: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for one in labels["annotations"]:
        if one.get("image_id") in part_by_id:
            annotations[part_by_id[one["image_id"]]].append(one)
    return {
        part: labels | {"images": own, "annotations": annotations[part]}
        for part, own in images.items()
    }


def number_apart(coco: dict[str, Any], part: int, count: int) -> dict[str, Any]:
    """Gives images and annotations ids that no other part has: the i-th of part p of n gets i * n + p + 1."""
    images = {image["id"]: i * count + part + 1 for i, image in enumerate(coco["images"])}
    return coco | {
        "images": [image | {"id": images[image["id"]]} for image in coco["images"]],
        "annotations": [
            one | {"id": i * count + part + 1, "image_id": images[one["image_id"]]}
            for i, one in enumerate(coco["annotations"])
        ],
    }
