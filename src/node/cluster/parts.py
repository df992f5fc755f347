"""Which photos are done together, and what a file of boxes says of them."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

PHOTO_ENDINGS = {
    ".avif", ".bmp", ".gif", ".jfif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp",
}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """Photos by their paths below the folder, in order."""

    number: int
    photos: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Changes when photos come or go."""
        return hashlib.sha256("\n".join(self.photos).encode()).hexdigest()


def is_photo(path: str) -> bool:
    name = PurePosixPath(path)
    return name.suffix.lower() in PHOTO_ENDINGS and not any(p.startswith(".") for p in name.parts)


def split_photos(photos: Iterable[str], count: int) -> list[Part]:
    """Parts 0 to `count` - 1, without those that have no photo. A photo's part follows from its bare name,
    so it stays when others come, and photos that labels could mix up are done together."""
    parts: dict[int, list[str]] = defaultdict(list)
    for photo in photos:
        parts[part_of(photo, count)].append(photo)
    return [Part(number, tuple(sorted(parts[number]))) for number in sorted(parts)]


def part_of(path: str, count: int) -> int:
    stem = PurePosixPath(path.replace("\\", "/")).stem.lower()
    return int.from_bytes(hashlib.sha256(stem.encode()).digest()[:6]) % count


def is_coco(labels: Any) -> bool:
    return isinstance(labels, dict) and all(
        isinstance(labels.get(key), list) for key in ("images", "annotations", "categories")
    )


def coco_of_part(labels: dict[str, Any], part: int, count: int) -> dict[str, Any]:
    """What a COCO file says of photos that belong to a part, whether there are such photos or not."""
    images = [
        image
        for image in labels["images"]
        if isinstance(image, dict) and part_of(str(image.get("file_name", "")), count) == part
    ]
    ids = {image.get("id") for image in images}
    annotations = [one for one in labels["annotations"] if one.get("image_id") in ids]
    return labels | {"images": images, "annotations": annotations}


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
