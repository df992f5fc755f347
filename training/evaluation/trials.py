"""One photo under one degradation, asked in every way; the same for all subjects."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice, product
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from data.model_input import frame_of, logits_to_mask, photo_to_input
from data.prompts import (
    Click,
    box_clicks,
    central_click,
    clicks_to_prompt,
    corrective_click,
    random_clicks,
)
from degrade.registry import Recipe
from model.choice import choose_mask, is_lone_click
from model.features import ImageFeatures
from model.sam import Sam

from .answers import Line
from .metrics import count_pieces, measure, measure_candidates
from .plan import GOOD_ENOUGH, MOST_CLICKS, Item, Question, choose_objects, name_of
from .subjects import Subject

POINTS = 3
CORRECTIONS = 5
# Each side of a box as a person draws it is off by up to this share.
LOOSE = 0.2
DIGITS = 5

Degrade = Callable[[np.ndarray, Recipe], np.ndarray]
Encode = Callable[[Tensor], ImageFeatures]


@dataclass(frozen=True, kw_only=True)
class Reply:
    """`seen` bool [H, W], the IoU that the subject expects of it, its logits [1, 1, 256, 256], and
    the candidates bool [H, W] where it was chosen among them."""

    seen: np.ndarray
    predicted: float
    logits: Tensor
    candidates: list[np.ndarray]


class Trials:
    """`encoders` run the subjects' encoders; `degrade` makes of a recipe what it does to a photo;
    `is_clear` is asked where a subject sees clear photos through another encoder.

    A decoder call holds one prompt: longer ones would pad shorter ones with points that the model
    sees, and on a CPU a batch takes as long as its prompts one by one.
    """

    def __init__(
        self,
        *,
        sam: Sam,
        subjects: list[Subject],
        encoders: dict[nn.Module, Encode],
        degrade: Degrade,
        is_clear: Callable[[np.ndarray], bool] = lambda _: False,
    ):
        self.subjects, self.encoders, self.degrade = subjects, encoders, degrade
        self.is_clear = is_clear
        self.frame = frame_of(sam)
        self.device = next(sam.parameters()).device

    def run(self, item: Item) -> Line:
        record, condition = item.record, item.condition
        photo, objects = record.read_photo(), choose_objects(record, item.objects)
        seed = zlib.crc32(name_of(record).encode())
        recipe = Recipe(name=condition.degradation, severity=condition.severity, seed=seed)
        self.look(self.degrade(photo, recipe))
        answers = []
        for subject, (index, mask) in product(self.subjects, enumerate(objects)):
            rng = np.random.default_rng([index, seed])
            for question, reply in self._ask(subject, item.questions, mask, rng):
                who = {"prompt": question, "model": subject.name, "object": index}
                answers.append(who | _measures(reply, mask))
            if "clicks" in item.questions:
                who = {"prompt": "clicks", "model": subject.name, "object": index}
                answers.append(who | self._count_clicks(subject, mask))
        where = {"set": record.set, "photo": name_of(record)}
        return where | asdict(condition) | {"answers": answers}

    @torch.inference_mode()
    def look(self, photo: np.ndarray) -> None:
        """Shows all subjects uint8 [H, W, 3]."""
        image = photo_to_input(photo, frame=self.frame, device=self.device)[None]
        tells = any(subject.clear_encoder for subject in self.subjects)
        is_clear = tells and self.is_clear(photo)
        used = [subject.encoder_of(is_clear) for subject in self.subjects]
        features = {encoder: self.encoders[encoder](image) for encoder in dict.fromkeys(used)}
        for subject, encoder in zip(self.subjects, used, strict=True):
            subject.look(features[encoder])

    def _ask(
        self,
        subject: Subject,
        questions: tuple[Question, ...],
        mask: np.ndarray,
        rng: np.random.Generator,
    ) -> Iterator[tuple[Question, Reply]]:
        if "points" in questions:
            yield "points", self._reply(subject, random_clicks(mask, POINTS, rng), mask)
        if "box" in questions:
            yield "box", self._reply(subject, box_clicks(mask), mask)
        if "loose_box" in questions:
            loose = box_clicks(mask, rng=rng, loose=LOOSE)
            yield "loose_box", self._reply(subject, loose, mask)
        if "centre" in questions or "corrections" in questions:
            centre = self._reply(subject, [central_click(mask)], mask)
            if "centre" in questions:
                yield "centre", centre
            if "corrections" in questions:
                corrected = islice(self._corrected(subject, centre, mask), CORRECTIONS)
                yield "corrections", list(corrected)[-1]

    def _corrected(self, subject: Subject, reply: Reply, mask: np.ndarray) -> Iterator[Reply]:
        """`reply` to a click in the middle, then after one on the largest mistake, and so on until
        there is none; the last answer comes back as mask prompt."""
        clicks = [central_click(mask)]
        yield reply
        while click := corrective_click(mask, reply.seen):
            clicks.append(click)
            reply = self._reply(subject, clicks, mask, reply.logits)
            yield reply

    def _count_clicks(self, subject: Subject, mask: np.ndarray) -> dict[str, float]:
        """How many it takes, one more than the most where they are not enough, and the IoU then."""
        counts, best = {name: MOST_CLICKS + 1 for name in GOOD_ENOUGH}, 0.0
        first = self._reply(subject, [central_click(mask)], mask)
        replies = islice(self._corrected(subject, first, mask), MOST_CLICKS)
        for count, reply in enumerate(replies, start=1):
            best = max(best, measure(reply.seen, mask).iou)
            for name, wanted in GOOD_ENOUGH.items():
                counts[name] = min(counts[name], count if best >= wanted else MOST_CLICKS + 1)
            if best >= max(GOOD_ENOUGH.values()):
                break
        return counts | {"iou": round(best, DIGITS)}

    def _reply(
        self, subject: Subject, clicks: list[Click], mask: np.ndarray, earlier: Tensor | None = None
    ) -> Reply:
        prompt = clicks_to_prompt([clicks], [mask.shape], mask=earlier, frame=self.frame)
        logits, scores = (part.float().cpu() for part in subject.answer(prompt.to(self.device)))
        single_only, has_chequer = subject.single_only, subject.has_chequer
        index = int(choose_mask(scores, prompt, single_only=single_only)[0])
        is_ambiguous = is_lone_click(prompt) and not single_only
        height, width = mask.shape
        masks = {
            i: logits_to_mask(
                logits[0, i].numpy(),
                height=height,
                width=width,
                frame=self.frame,
                has_chequer=has_chequer,
            )
            for i in ((1, 2, 3) if is_ambiguous else (index,))
        }
        return Reply(
            seen=masks[index],
            predicted=float(scores[0, index]),
            logits=logits[:, index : index + 1],
            candidates=list(masks.values()) if len(masks) > 1 else [],
        )


def _measures(reply: Reply, mask: np.ndarray) -> dict[str, Any]:
    measures = {"predicted": reply.predicted, **asdict(measure(reply.seen, mask))}
    measures |= asdict(count_pieces(reply.seen, mask))
    if reply.candidates:
        measures |= asdict(measure_candidates(reply.candidates, mask))
    return {name: round(value, DIGITS) for name, value in measures.items()}
