"""Which photos a step sees: fixed by seed and step, so that runs resume and share exactly."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from config import TrainConfig
from data.encoded import EncodedExample, EncodedExamples
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


def steps_per_epoch(config: TrainConfig, photos: int) -> int:
    return max(1, photos // config.batch)


def train_batches(
    *,
    config: TrainConfig,
    records: list[Record],
    encoded: EncodedExamples,
    share: Share,
    steps: range,
    threads: int = 1,
) -> Iterator[Batch]:
    """Batches of the given steps, made in threads a little ahead of need."""

    def make(step: int) -> Batch:
        return _make_batch(config, records, encoded, share, step)

    with ThreadPoolExecutor(threads) as pool:
        waiting: deque[Future[Batch]] = deque()
        for step in steps:
            waiting.append(pool.submit(make, step))
            if len(waiting) >= threads * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _make_batch(
    config: TrainConfig, records: list[Record], encoded: EncodedExamples, share: Share, step: int
) -> Batch:
    per_epoch = steps_per_epoch(config, len(records))
    epoch, index = divmod(step, per_epoch)
    order = np.random.default_rng([config.seed, epoch]).permutation(len(records))
    places = [
        (index * config.batch + i) % len(records)
        for i in range(share.rank, config.batch, share.world)
    ]
    kinds = np.random.default_rng([config.seed, epoch, index])
    return Batch(
        step=step,
        kinds=[config.prompts[i] for i in kinds.integers(len(config.prompts), size=config.questions)],
        examples=[_find(config, records, encoded, order, place, epoch) for place in places],
        rngs=[np.random.default_rng([config.seed, epoch, index, place]) for place in places],
    )


def _find(
    config: TrainConfig,
    records: list[Record],
    encoded: EncodedExamples,
    order: np.ndarray,
    place: int,
    epoch: int,
) -> EncodedExample:
    """The photo at this place, or the next one in which there is an object."""
    for offset in range(len(order)):
        record = records[order[(place + offset) % len(order)]]
        example = encoded.get(record, epoch % config.data.variants)
        if example is not None:
            return example
    raise ValueError("no photo holds an object")
