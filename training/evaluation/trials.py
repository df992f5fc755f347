"""Every photo under every degradation, asked in every way; the same for all subjects."""

import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

import numpy as np
import torch
from torch import Tensor

from data.model_input import frame_of, logits_to_mask, photo_to_input
from data.prompts import (
    Click,
    box_clicks,
    central_click,
    clicks_to_prompt,
    corrective_click,
    random_clicks,
)
from data.record import Record
from degrade.registry import IDENTITY, Recipe, degrade
from model.choice import choose_mask
from model.sam import Sam

from .metrics import measure
from .subjects import Subject

Question = Literal["centre", "points", "box", "corrections"]
QUESTIONS: tuple[Question, ...] = ("centre", "points", "box", "corrections")
POINTS = 3
CORRECTIONS = 5

# set, photo, degradation, severity, prompt, model, predicted and the fields of Quality.
Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Plan:
    degradations: tuple[str, ...]
    severities: tuple[float, ...]
    questions: tuple[Question, ...] = QUESTIONS
    seed: int = 0


class Trials:
    def __init__(self, *, sam: Sam, subjects: list[Subject], plan: Plan, device: torch.device):
        self.sam, self.subjects, self.plan, self.device = sam, subjects, plan, device
        self.frame = frame_of(sam)

    def run(self, record: Record) -> Iterator[Row]:
        """The largest object, as in the paper."""
        photo, mask = record.read_photo(), record.read_largest_first()[0]
        seed = zlib.crc32(f"{record.set}/{record.id}".encode())
        for name, severity in self._conditions():
            recipe = Recipe(name=name, severity=severity, seed=seed)
            self._look(degrade(photo, recipe))
            for question in self.plan.questions:
                for subject in self.subjects:
                    rng = np.random.default_rng([self.plan.seed, seed])
                    answer, predicted = self._ask(subject, question, mask, rng)
                    yield {
                        "set": record.set,
                        "photo": f"{record.set}/{record.id}",
                        "degradation": name,
                        "severity": severity,
                        "prompt": question,
                        "model": subject.name,
                        "predicted": predicted,
                        **asdict(measure(answer, mask)),
                    }

    def _conditions(self) -> list[tuple[str, float]]:
        return [
            (name, severity)
            for name in self.plan.degradations
            for severity in ((0.0,) if name == IDENTITY else self.plan.severities)
        ]

    @torch.no_grad()
    def _look(self, photo: np.ndarray) -> None:
        image = photo_to_input(photo, frame=self.frame)[None].to(self.device)
        features = self.sam.encode(image)
        for subject in self.subjects:
            subject.look(features)

    def _ask(
        self, subject: Subject, question: Question, mask: np.ndarray, rng: np.random.Generator
    ) -> tuple[np.ndarray, float]:
        """The answer bool [H, W] and the IoU that the subject expects of it."""
        match question:
            case "points":
                return self._answer(subject, random_clicks(mask, POINTS, rng), mask)[:2]
            case "box":
                return self._answer(subject, box_clicks(mask), mask)[:2]
            case "centre":
                return self._answer(subject, [central_click(mask)], mask)[:2]
            case "corrections":
                return self._correct(subject, mask)

    def _correct(self, subject: Subject, mask: np.ndarray) -> tuple[np.ndarray, float]:
        """A click in the middle, then on the largest mistake, the last answer as mask prompt."""
        clicks = [central_click(mask)]
        answer, predicted, logits = self._answer(subject, clicks, mask)
        while len(clicks) < CORRECTIONS and (click := corrective_click(mask, answer)):
            clicks.append(click)
            answer, predicted, logits = self._answer(subject, clicks, mask, logits)
        return answer, predicted

    def _answer(
        self, subject: Subject, clicks: list[Click], mask: np.ndarray, earlier: Tensor | None = None
    ) -> tuple[np.ndarray, float, Tensor]:
        height, width = mask.shape
        prompt = clicks_to_prompt([clicks], [(height, width)], mask=earlier, frame=self.frame)
        masks, scores = subject.answer(prompt.to(self.device))
        index = choose_mask(scores, points=prompt.labels.shape[1])[0]
        logits = masks[0, index].float()
        answer = logits_to_mask(logits.cpu().numpy(), height=height, width=width, frame=self.frame)
        return answer, float(scores[0, index]), logits[None, None]
