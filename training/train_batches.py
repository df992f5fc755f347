"""Which photos a step sees: fixed by seed and step, so runs resume and share exactly."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from torch.utils.data import DataLoader, Dataset

from config import TrainConfig
from data.encoded import CachedExamples, EncodedExample, FreshExamples
from data.examples import Example, make_example
from data.prompts import PromptKind
from data.record import Record
from train_processes import Share

AHEAD = 2


@dataclass(frozen=True, kw_only=True)
class Batch:
    """This process's share of a step's photos, each with a generator of its own."""

    step: int
    kinds: list[PromptKind]
    examples: list[EncodedExample]
    rngs: list[np.random.Generator]


@dataclass(frozen=True, kw_only=True)
class Steps:
    """What each step of a run asks of which photos, this process's share of it."""

    config: TrainConfig
    records: list[Record]
    share: Share

    @property
    def per_epoch(self) -> int:
        return max(1, len(self.records) // self.config.batch)

    def kinds(self, step: int) -> list[PromptKind]:
        rng = np.random.default_rng([self.config.seed, *divmod(step, self.per_epoch)])
        prompts = self.config.prompts
        return [prompts[i] for i in rng.integers(len(prompts), size=self.config.questions)]

    def places(self, step: int) -> list[int]:
        """In the epoch's order."""
        first = step % self.per_epoch * self.config.batch
        own = range(self.share.rank, self.config.batch, self.share.world)
        return [(first + i) % len(self.records) for i in own]

    def rngs(self, step: int) -> list[np.random.Generator]:
        epoch, index = divmod(step, self.per_epoch)
        seeds = ([self.config.seed, epoch, index, place] for place in self.places(step))
        return [np.random.default_rng(seed) for seed in seeds]

    def candidates(self, step: int, place: int) -> Iterator[tuple[Record, int]]:
        """The photo at this place and its variant, and those after it, should it hold no object."""
        epoch = step // self.per_epoch
        order = _order(self.config.seed, epoch, len(self.records))
        for offset in range(len(order)):
            record = self.records[order[(place + offset) % len(order)]]
            yield record, epoch % self.config.data.variants


@lru_cache(maxsize=2)
def _order(seed: int, epoch: int, count: int) -> np.ndarray:
    """In which an epoch comes to its photos."""
    return np.random.default_rng([seed, epoch]).permutation(count)


def cached_batches(
    steps: Steps, cached: CachedExamples, *, wanted: range, threads: int
) -> Iterator[Batch]:
    """Features are read, or made, in threads a little ahead of need."""

    def make(step: int) -> Batch:
        return Batch(
            step=step,
            kinds=steps.kinds(step),
            examples=[_find_cached(steps, cached, step, place) for place in steps.places(step)],
            rngs=steps.rngs(step),
        )

    with ThreadPoolExecutor(threads) as pool:
        waiting: deque[Future[Batch]] = deque()
        for step in wanted:
            waiting.append(pool.submit(make, step))
            if len(waiting) >= threads * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def fresh_batches(
    steps: Steps, fresh: FreshExamples, *, wanted: range, processes: int
) -> Iterator[Batch]:
    """Photos are augmented and degraded in processes ahead of need (0 for none), and encoded here."""
    loader = DataLoader(
        _Drawn(steps),
        sampler=wanted,
        batch_size=None,
        num_workers=processes,
        collate_fn=_as_it_is,
        worker_init_fn=_start_worker,
    )
    for step, drawn in zip(wanted, loader, strict=True):
        encoded = fresh.encode_all(drawn)
        examples = [
            example or _find_fresh(steps, fresh, step, place)
            for example, place in zip(encoded, steps.places(step), strict=True)
        ]
        yield Batch(step=step, kinds=steps.kinds(step), examples=examples, rngs=steps.rngs(step))


class _Drawn(Dataset):
    def __init__(self, steps: Steps):
        self.steps = steps

    def __getitem__(self, step: int) -> list[Example]:
        """The first candidate of each place."""
        steps = self.steps
        firsts = [next(steps.candidates(step, place)) for place in steps.places(step)]
        return [make_example(r, variant=v, config=steps.config.data) for r, v in firsts]


def _find_cached(steps: Steps, cached: CachedExamples, step: int, place: int) -> EncodedExample:
    return _first(cached.get(r, v) for r, v in steps.candidates(step, place))


def _find_fresh(steps: Steps, fresh: FreshExamples, step: int, place: int) -> EncodedExample:
    config = steps.config.data
    return _first(
        fresh.encode_all([make_example(record, variant=variant, config=config)])[0]
        for record, variant in steps.candidates(step, place)
    )


def _first(found: Iterator[EncodedExample | None]) -> EncodedExample:
    for example in found:
        if example is not None:
            return example
    raise ValueError("no photo holds an object")


def _as_it_is(drawn: list[Example]) -> list[Example]:
    return drawn


def _start_worker(_: int) -> None:
    # Processes enough: threads of OpenCV would only be in their way.
    cv2.setNumThreads(0)
