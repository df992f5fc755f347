"""Which photo is asked what under which degradation."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from data.examples import choose_photos
from data.record import Record
from degrade.registry import COMPOSITIONS, IDENTITY

Question = Literal["centre", "points", "box", "corrections"]
QUESTIONS: tuple[Question, ...] = ("centre", "points", "box", "corrections")
# Corrections take as long as all others together.
QUICK: tuple[Question, ...] = ("centre", "points", "box")


@dataclass(frozen=True, kw_only=True)
class Condition:
    degradation: str
    severity: float


@dataclass(frozen=True, kw_only=True)
class Item:
    record: Record
    condition: Condition
    questions: tuple[Question, ...]

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
    questions: tuple[Question, ...] = QUESTIONS
    swept: int = 0
    sweep: tuple[float, ...] = (0.25, 0.75, 1.0)
    compositions: tuple[str, ...] = tuple(COMPOSITIONS)

    def items(self, records: list[Record]) -> Iterator[Item]:
        """Photo by photo."""
        for index, record in enumerate(records):
            for condition in self._main():
                yield Item(record=record, condition=condition, questions=self.questions)
            for condition in self._extra() if index < self.swept else ():
                yield Item(record=record, condition=condition, questions=self._quick())

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
    # Asked for all of them, choose_photos leaves them in their order.
    first = choose_photos(records, count=min(count, len(records) - 1), seed=0)
    taken = {name_of(record) for record in first}
    return [*first, *(r for r in records if name_of(r) not in taken)][:count]


def name_of(record: Record) -> str:
    return f"{record.set}/{record.id}"
