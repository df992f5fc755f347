"""Works through a plan, on as many processes as there are cores."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator

import torch
from tqdm import tqdm

from .answers import Answers, Line
from .plan import Item
from .trials import Trials

# Makes the trials of a process; what it holds must survive pickling.
MakeTrials = Callable[[], Trials]


def answer_items(
    items: list[Item],
    answers: Answers,
    make_trials: MakeTrials,
    *,
    processes: int = 1,
    minutes: float | None = None,
) -> None:
    """Adds what is missing, in the order of the items; ends early when the minutes are over."""
    missing = [item for item in items if item.key not in answers.lines]
    if not missing:
        return
    end = time.monotonic() + 60 * minutes if minutes else None
    bar = tqdm(total=len(items), initial=len(items) - len(missing), unit="condition")
    for line in _lines(missing, make_trials, processes):
        answers.add(line)
        bar.update()
        if end and time.monotonic() > end:
            break
    bar.close()


def complete_lines(items: list[Item], answers: Answers) -> list[Line]:
    """Lines of the photos whose items are all answered."""
    open_photos = {item.key[0] for item in items if item.key not in answers.lines}
    return [answers.lines[item.key] for item in items if item.key[0] not in open_photos]


def _lines(items: list[Item], make_trials: MakeTrials, processes: int) -> Iterator[Line]:
    if processes == 1:
        yield from map(make_trials().run, items)
        return
    # Forked threads of PyTorch would hang.
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes, initializer=_start, initargs=(make_trials,)) as pool:
        yield from pool.imap_unordered(_run, items)


_trials: Trials


def _start(make_trials: MakeTrials) -> None:
    global _trials
    # One thread each: two that share a core cost more than they bring.
    torch.set_num_threads(1)
    _trials = make_trials()


def _run(item: Item) -> Line:
    return _trials.run(item)


def default_processes(device: torch.device) -> int:
    """A GPU is one; cores each take a photo."""
    return 1 if device.type == "cuda" else len(os.sched_getaffinity(0))
