"""Pools of drawn photos: a bright disc each, on noise."""

import json
from pathlib import Path

import numpy as np
from PIL import Image


def write_drawn_pool(root: Path, *, sets: dict[str, int], split: str = "val") -> Path:
    """`sets` says how many photos of which set; photos are 128 x 90."""
    root.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    entries = []
    for name in (f"{set_name}/{index}" for set_name, n in sets.items() for index in range(n)):
        y, x = np.mgrid[:90, :128]
        disc = np.hypot(y - rng.uniform(35, 55), x - rng.uniform(40, 80)) < rng.uniform(15, 30)
        photo = rng.integers(0, 120, (90, 128, 3)) + 120 * disc[:, :, None]
        stem = name.replace("/", "-")
        Image.fromarray(photo.astype(np.uint8)).save(root / f"{stem}.jpg")
        Image.fromarray(disc.astype(np.uint8)).save(root / f"{stem}.png")
        set_name, _, photo_id = name.partition("/")
        files = {"image": f"{stem}.jpg", "mask": f"{stem}.png"}
        entries.append({"set": set_name, "id": photo_id, "split": split} | files)
    (root / "manifest.jsonl").write_text("\n".join(map(json.dumps, entries)))
    return root
