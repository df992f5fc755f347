"""Photos, what the task makes of them, and the segments that each prior sees in that."""

import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from data.record import Record
from degrade.registry import Recipe, degrade
from evaluation.plan import name_of
from evaluation.subjects import PLAIN
from evaluation.trials import Trials

from .config import NO_PRIOR, TASKS, PriorConfig
from .segments import PLAIN_THRESHOLD, ROBUST_THRESHOLD, segment


@dataclass(frozen=True, kw_only=True)
class Pair:
    """clean and degraded, uint8 [H, W, 3]; segments uint8 [H, W] by prior, all 0 for none."""

    name: str
    clean: np.ndarray
    degraded: np.ndarray
    segments: dict[str, np.ndarray]


def recipe_of(record: Record, *, task: str, config: PriorConfig) -> Recipe:
    """The same for every run."""
    seed = zlib.crc32(name_of(record).encode())
    rng = np.random.default_rng([seed, len(task)])
    name = str(rng.choice(TASKS[task]))
    return Recipe(name=name, severity=rng.uniform(*config.severities), seed=seed)


def segment_photo(record: Record, recipe: Recipe, trials: Trials, file: Path) -> None:
    """Keeps the segments of all subjects in `file`; does nothing where it is there."""
    if file.exists():
        return
    photo = degrade(record.read_photo(), recipe)
    trials.look(photo)
    seen = {
        subject.name: segment(
            subject,
            photo.shape[:2],
            threshold=PLAIN_THRESHOLD if subject.name == PLAIN else ROBUST_THRESHOLD,
            frame=trials.frame,
        )
        for subject in trials.subjects
    }
    unfinished = file.with_suffix(".unfinished.npz")
    np.savez_compressed(unfinished, **seen)
    unfinished.rename(file)


def read_pair(record: Record, recipe: Recipe, file: Path) -> Pair:
    clean = record.read_photo()
    with np.load(file) as kept:
        segments = {name: kept[name] for name in kept.files}
    segments[NO_PRIOR] = np.zeros(clean.shape[:2], dtype=np.uint8)
    degraded = degrade(clean, recipe)
    return Pair(name=name_of(record), clean=clean, degraded=degraded, segments=segments)
