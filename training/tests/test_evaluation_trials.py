"""Asking: what is asked of whom, and how a stopped evaluation goes on. Real modules, made small."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from data.model_input import Frame, mask_to_target
from data.pool import read_pool
from degrade.registry import degrade
from evaluation.answers import Answers
from evaluation.plan import QUESTIONS, Item, Plan, spread_photos
from evaluation.run import answer_items, complete_lines
from evaluation.subjects import Plain, Robust, Subject
from evaluation.summary import Row, to_rows
from evaluation.trials import Trials
from model.features import ImageFeatures
from model.parts import Parts
from model.prompt import Prompt

from .drawn_pool import write_drawn_pool
from .small_models import light

pytestmark = pytest.mark.usefixtures("one_thread")

ASKED = {"split": "val", "prompts": list(QUESTIONS)}
PLAN = Plan(
    degradations=("brightness", "fog"),
    questions=QUESTIONS,
    swept=1,
    sweep=(0.75,),
    compositions=("dark_noisy",),
)


def small_trials() -> Trials:
    model = light(parts=Parts(blend=False))
    subjects = [Plain(sam=model.sam), Robust(name="robust", model=model)]
    encoders = {model.sam.image_encoder: model.sam.encode}
    return Trials(sam=model.sam, subjects=subjects, encoders=encoders, degrade=degrade)


class Silent(Subject):
    """Hears prompts and sees nothing."""

    name = "silent"
    encoder = nn.Identity()

    def __init__(self) -> None:
        self.heard: list[Prompt] = []

    def look(self, features: ImageFeatures) -> None: ...

    def answer(self, prompt: Prompt) -> tuple[torch.Tensor, torch.Tensor]:
        self.heard.append(prompt)
        return -torch.ones(1, 4, 32, 32), torch.zeros(1, 4)


class Knowing(Silent):
    """Sees `mask` from the `after`th click on."""

    mask: np.ndarray

    def __init__(self, *, after: int) -> None:
        super().__init__()
        self.after = after

    def answer(self, prompt: Prompt) -> tuple[torch.Tensor, torch.Tensor]:
        logits, scores = super().answer(prompt)
        if (prompt.labels == 1).sum() >= self.after:
            target = mask_to_target(self.mask, frame=Frame(image=128, mask=32)).mask
            logits = (20 * target - 10).expand(1, 4, -1, -1)
        return logits, scores


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory) -> list[Item]:
    pool = write_drawn_pool(tmp_path_factory.mktemp("pool"), sets={"a": 2})
    return list(PLAN.items(spread_photos(read_pool(pool, split="val"), 2)))


@pytest.fixture(scope="module")
def answers(items: list[Item], tmp_path_factory: pytest.TempPathFactory) -> Answers:
    answers = Answers(tmp_path_factory.mktemp("all"), asked=ASKED)
    answer_items(items, answers, small_trials)
    return answers


@pytest.fixture(scope="module")
def rows(items: list[Item], answers: Answers) -> list[Row]:
    return to_rows(complete_lines(items, answers))


def test_a_clear_photo_is_seen_through_another_encoder_where_one_is_said() -> None:
    model = light()
    plain, through = model.sam.image_encoder, nn.Identity()
    seen: list[str] = []

    def encode(name: str):
        return lambda image: seen.append(name) or model.sam.encode(image)

    for is_clear, expected in ((True, ["plain"]), (False, ["plain", "own"])):
        seen.clear()
        trials = Trials(
            sam=model.sam,
            subjects=[
                Plain(sam=model.sam),
                Robust(name="robust", model=model, encoder=through, clear_encoder=plain),
            ],
            encoders={plain: encode("plain"), through: encode("own")},
            degrade=degrade,
            is_clear=lambda _, said=is_clear: said,
        )
        trials.look(np.zeros((20, 30, 3), np.uint8))
        assert seen == expected


def test_every_photo_is_asked_everything_and_the_first_one_more(rows: list[Row]) -> None:
    photos = list(dict.fromkeys(row["photo"] for row in rows))
    asked = [
        {(r["degradation"], r["severity"], r["prompt"]) for r in rows if r["photo"] == photo}
        for photo in photos
    ]
    assert len(asked) == 2
    main = {("identity", 0.0), ("brightness", 0.5), ("fog", 0.5)}
    assert asked[1] == {(*condition, question) for condition in main for question in QUESTIONS}
    extra = {("brightness", 0.75), ("fog", 0.75), ("dark_noisy", 0.5)}
    quick = {(*condition, question) for condition in extra for question in ("centre", "points", "box", "loose_box")}
    assert asked[0] == asked[1] | quick


def test_an_untrained_light_head_measures_as_plain_sam(rows: list[Row]) -> None:
    """The same pixels and prompts reach both."""
    by_model = {
        name: [
            {k: v for k, v in row.items() if k != "model"} for row in rows if row["model"] == name
        ]
        for name in ("sam", "robust")
    }
    assert by_model["sam"] == by_model["robust"]


def test_candidates_are_measured_where_the_answer_is_one_of_them(rows: list[Row]) -> None:
    for row in rows:
        assert ("best_iou" in row) == (row["prompt"] == "centre")
        assert row.get("best_iou", 1) >= row["iou"]


def test_prompts_are_the_same_for_every_degradation_and_corrections_go_on(
    items: list[Item],
) -> None:
    heard = []
    for item in items[:3]:
        subject = Silent()
        sam = light().sam
        encoders = {subject.encoder: lambda _: None}
        Trials(sam=sam, subjects=[subject], encoders=encoders, degrade=degrade).run(item)
        heard.append(subject.heard)
    first, *others = heard
    lengths = [prompt.labels.shape[1] for prompt in first]
    # Three points, boxes, then one to five clicks and one to twenty; padding ends all but boxes.
    assert lengths == [4, 2, 2, *range(2, 7), *range(2, 22)]
    is_new = [True] * 4 + [False] * 4 + [True] + [False] * 19
    assert [prompt.mask is None for prompt in first] == is_new
    # Nothing is seen, so every correction asks for more.
    assert all((prompt.labels[0, :-1] == 1).all() for prompt in first[3:])
    assert not torch.equal(first[1].coords, first[2].coords)
    for other in others:
        assert all(torch.equal(a.coords, b.coords) for a, b in zip(first, other, strict=True))


def test_clicks_are_counted_until_the_answer_is_right(items: list[Item]) -> None:
    subject = Knowing(after=3)
    encoders = {subject.encoder: lambda _: None}
    trials = Trials(sam=light().sam, subjects=[subject], encoders=encoders, degrade=degrade)
    subject.mask = items[0].record.read_largest_first()[0]
    (found,) = [a for a in trials.run(items[0])["answers"] if a["prompt"] == "clicks"]
    assert found["clicks_85"] == found["clicks_90"] == 3
    assert found["iou"] > 0.9
    silent = Trials(
        sam=light().sam, subjects=[Silent()], encoders={Silent.encoder: lambda _: None}, degrade=degrade
    )
    (never,) = [a for a in silent.run(items[0])["answers"] if a["prompt"] == "clicks"]
    assert never["clicks_85"] == never["clicks_90"] == 21


def test_two_processes_answer_as_one(items: list[Item], answers: Answers, tmp_path: Path) -> None:
    shared = Answers(tmp_path, asked=ASKED)
    answer_items(items[:4], shared, small_trials, processes=2)
    assert shared.lines == {item.key: answers.lines[item.key] for item in items[:4]}


def test_a_stopped_evaluation_goes_on_where_it_was(
    items: list[Item], answers: Answers, tmp_path: Path
) -> None:
    (tmp_path / "answers.jsonl").write_text(answers.path.read_text()[:-40])
    resumed = Answers(tmp_path, asked=ASKED)
    assert len(resumed.lines) == len(items) - 1
    asked = []

    def watched() -> Trials:
        trials = small_trials()
        run = trials.run
        trials.run = lambda item: asked.append(item.key) or run(item)
        return trials

    answer_items(items, resumed, watched)
    assert asked == [items[-1].key]
    assert Answers(tmp_path, asked=ASKED).lines == answers.lines


def test_answers_of_something_else_are_neither_mixed_nor_lost(
    answers: Answers, tmp_path: Path
) -> None:
    kept = tmp_path / "answers.jsonl"
    kept.write_text(answers.path.read_text())
    with pytest.raises(ValueError, match="another prompts"):
        Answers(tmp_path, asked=ASKED | {"prompts": ["box"]})
    assert kept.read_text() == answers.path.read_text()


def test_a_run_ends_in_time_and_counts_whole_photos_only(
    items: list[Item], answers: Answers, tmp_path: Path
) -> None:
    some = Answers(tmp_path, asked=ASKED)
    answer_items(items, some, small_trials, minutes=1e-9)
    assert len(some.lines) == 1
    assert complete_lines(items, some) == []
    for item in items[1:-1]:
        some.add(answers.lines[item.key])
    assert {line["photo"] for line in complete_lines(items, some)} == {items[0].key[0]}


def test_lines_survive_their_file(answers: Answers) -> None:
    first, *lines = map(json.loads, answers.path.read_text().splitlines())
    assert first == ASKED
    assert lines == list(answers.lines.values())
