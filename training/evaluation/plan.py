"""Which photo is asked what under which degradation."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from data.examples import choose_photos
from data.record import Record
from degrade.registry import COMPOSITIONS, IDENTITY

Half = Literal["choose", "report"]
HALVES: tuple[Half, ...] = ("choose", "report")
Question = Literal["centre", "points", "box", "corrections", "loose_box", "clicks"]
QUESTIONS: tuple[Question, ...] = (
    "centre",
    "points",
    "box",
    "corrections",
    "loose_box",
    "clicks",
)
# Asked unless others are named.
USUAL: tuple[Question, ...] = ("centre", "points", "box", "corrections")
# Clicks are counted until the answer is this good, or there are too many.
GOOD_ENOUGH = {"clicks_85": 0.85, "clicks_90": 0.9}
MOST_CLICKS = 20
# Corrections take as long as all others together.
QUICK: tuple[Question, ...] = ("centre", "points", "box", "loose_box")


# The largest of a photo, as in the paper, or three of them: the largest, the middle one, the smallest.
Objects = Literal["largest", "three"]
OBJECTS: tuple[Objects, ...] = ("largest", "three")


@dataclass(frozen=True, kw_only=True)
class Condition:
    degradation: str
    severity: float


@dataclass(frozen=True, kw_only=True)
class Item:
    record: Record
    condition: Condition
    questions: tuple[Question, ...]
    objects: Objects = "largest"

    @property
    def key(self) -> tuple[str, str, float]:
        condition = self.condition
        return name_of(self.record), condition.degradation, condition.severity


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Every photo meets `degradations` at `severity`, and is asked `questions` when it is clear too.

    The first `swept` photos meet them at the severities of `sweep` as well, and `compositions` at
    `severity`, all with quick questions.
    """

    degradations: tuple[str, ...]
    severity: float = 0.5
    questions: tuple[Question, ...] = USUAL
    objects: Objects = "largest"
    swept: int = 0
    sweep: tuple[float, ...] = (0.25, 0.75, 1.0)
    compositions: tuple[str, ...] = tuple(COMPOSITIONS)

    def items(self, records: list[Record]) -> Iterator[Item]:
        """Photo by photo."""
        for index, record in enumerate(records):
            for condition in self._main():
                yield self._item(record, condition, self.questions)
            for condition in self._extra() if index < self.swept else ():
                yield self._item(record, condition, self._quick())

    def _item(
        self, record: Record, condition: Condition, questions: tuple[Question, ...]
    ) -> Item:
        return Item(
            record=record, condition=condition, questions=questions, objects=self.objects
        )

    def _main(self) -> list[Condition]:
        degraded = [Condition(degradation=d, severity=self.severity) for d in self.degradations]
        return [Condition(degradation=IDENTITY, severity=0.0), *degraded]

    def _extra(self) -> list[Condition]:
        swept = [
            Condition(degradation=name, severity=severity)
            for severity in self.sweep
            if severity != self.severity
            for name in self.degradations
        ]
        composed = [Condition(degradation=c, severity=self.severity) for c in self.compositions]
        return swept + composed

    def _quick(self) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question in QUICK)


def spread_photos(records: list[Record], count: int) -> list[Record]:
    """`count` photos with an object; any first few of them are spread over the sets."""
    records = [record for record in records if record.read_objects()]
    return choose_photos(records, count=count, seed=0)


def halve_photos(records: list[Record], half: Half) -> list[Record]:
    """What is chosen on one half is reported on the other; sets are halved alike."""
    order: dict[str, int] = {}
    chosen = []
    for record in sorted(records, key=name_of):
        order[record.set] = order.get(record.set, -1) + 1
        if order[record.set] % 2 == HALVES.index(half):
            chosen.append(record)
    return chosen


def choose_objects(record: Record, objects: Objects) -> list[np.ndarray]:
    masks = record.read_largest_first()
    if objects == "largest":
        return masks[:1]
    return [masks[i] for i in sorted({0, len(masks) // 2, len(masks) - 1})]


def name_of(record: Record) -> str:
    return f"{record.set}/{record.id}"
