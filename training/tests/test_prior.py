"""SAM as a prior: segments, the network, and a whole task on drawn photos and small modules."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from data.model_input import Frame, frame_of
from data.pool import read_pool
from degrade.registry import degrade
from evaluation.subjects import Plain, Robust, Subject
from evaluation.trials import Trials
from model.parts import Parts
from model.prompt import Prompt
from prior.config import PRIORS, TASKS, PriorConfig
from prior.learn import learn
from prior.measure import compare, degraded_rows, rows_of, summarise
from prior.network import Restorer
from prior.pairs import Pair, read_pair, recipe_of, segment_photo
from prior.publish import publish
from prior.segments import PLAIN_THRESHOLD, Threshold, mean_in_segments, segment

from .drawn_pool import write_drawn_pool
from .small_models import light

pytestmark = pytest.mark.usefixtures("one_thread")

CONFIG = PriorConfig(steps=30, crop=32, width=8, batch=4, seeds=(0,))
FRAME = Frame(image=64, mask=16)


class Quadrants(Subject):
    """Sees the quarter of a square photo that is clicked, the half, and all of it."""

    name = "quadrants"

    def look(self, features: object) -> None: ...

    def answer(self, prompt: Prompt) -> tuple[Tensor, Tensor]:
        logits = torch.full((len(prompt.coords), 4, 16, 16), -9.0)
        for row, (x, y) in enumerate(prompt.coords[:, 0].tolist()):
            left, top = 8 * int(x >= 32), 8 * int(y >= 32)
            logits[row, 1, top : top + 8, left : left + 8] = 9
            logits[row, 2, top : top + 8] = 9
            logits[row, 3] = 0.5
        return logits, torch.full((len(logits), 4), 0.9)


def test_each_pixel_gets_the_smallest_stable_mask_once() -> None:
    labels = segment(Quadrants(), (64, 64), threshold=PLAIN_THRESHOLD, frame=FRAME)
    assert set(np.unique(labels[2:30, 2:30])) == set(np.unique(labels[8, 8]))
    corners = [labels[y, x] for y in (8, 56) for x in (8, 56)]
    # Two halves lie below the four quarters; the whole photo is not stable.
    assert sorted(corners) == [3, 4, 5, 6]


def test_nothing_is_seen_by_who_is_not_sure() -> None:
    sure = Threshold(sure=0.95, stable=0.5)
    assert not segment(Quadrants(), (64, 64), threshold=sure, frame=FRAME).any()


def test_features_are_averaged_within_segments() -> None:
    features = torch.arange(16.0).view(1, 1, 4, 4).requires_grad_()
    segments = torch.tensor([[0, 0, 1, 1]]).expand(4, -1)[None]
    means = mean_in_segments(features, segments)
    assert means[0, 0, :, 0].tolist() == [6.5] * 4
    assert means[0, 0, :, 3].tolist() == [8.5] * 4
    means.sum().backward()
    assert features.grad is not None
    assert torch.equal(features.grad, torch.ones_like(features))


def test_photos_of_a_batch_do_not_mix() -> None:
    features = torch.rand(2, 3, 5, 7)
    segments = torch.randint(4, (2, 5, 7))
    alone = [mean_in_segments(features[i : i + 1], segments[i : i + 1]) for i in range(2)]
    assert torch.allclose(mean_in_segments(features, segments), torch.cat(alone), atol=1e-6)


def test_a_restorer_begins_with_the_photo_as_it_is_at_any_size() -> None:
    photo = torch.rand(1, 3, 33, 50)
    assert torch.equal(Restorer(8)(photo, torch.zeros(1, 33, 50, dtype=torch.long)), photo)


@dataclass(frozen=True)
class Task:
    train: list[Pair]
    val: list[Pair]


@pytest.fixture(scope="module")
def task(tmp_path_factory: pytest.TempPathFactory) -> Task:
    torch.set_num_threads(1)
    root = tmp_path_factory.mktemp("prior")
    model = light(parts=Parts(blend=False))
    subjects = [Plain(sam=model.sam), Robust(name="robust", model=model)]
    encoders = {model.sam.image_encoder: model.sam.encode}
    trials = Trials(sam=model.sam, subjects=subjects, encoders=encoders, degrade=degrade)
    assert trials.frame == frame_of(model.sam)
    pairs = []
    for split, photos in (("train", 4), ("val", 3)):
        pool = write_drawn_pool(root / split, sets={"discs": photos}, split=split)
        for record in read_pool(pool, split=split):
            file = root / f"{split}-{record.id}.npz"
            recipe = recipe_of(record, task="dehazing", config=CONFIG)
            assert recipe.name in TASKS["dehazing"]
            segment_photo(record, recipe, trials, file)
            pairs.append(read_pair(record, recipe, file))
    return Task(train=pairs[:4], val=pairs[4:])


def test_a_pair_holds_segments_of_each_prior(task: Task) -> None:
    for pair in task.val:
        assert set(pair.segments) == set(PRIORS)
        assert all(one.shape == pair.clean.shape[:2] for one in pair.segments.values())
        assert not pair.segments["none"].any()
        assert (pair.degraded != pair.clean).any()


def test_a_restorer_learns_and_what_it_wins_is_written(task: Task, tmp_path: Path) -> None:
    rows = degraded_rows(task.val)
    for prior in PRIORS:
        network = learn(task.train, prior=prior, seed=0, config=CONFIG)
        rows += rows_of(task.val, network, prior=prior, seed=0)
    summary = summarise(rows)
    assert summary["none"]["psnr"][0] > summary["degraded"]["psnr"][0]
    low, high = summary["robust"]["gain"]["psnr"][1:]
    assert low <= summary["robust"]["psnr"][0] - summary["none"]["psnr"][0] <= high
    results = {
        "task": "dehazing",
        "command": "python -m prior.run dehazing",
        "config": {"train_photos": 4, "val_photos": 3, "steps": 30, "batch": 4, "seeds": [0]},
        "parameters": 1234,
        "hours": 0.1,
        "summary": summary,
    }
    (tmp_path / "results.json").write_text(json.dumps(results))
    (tmp_path / "docs").mkdir()
    publish([tmp_path], tmp_path)
    page = (tmp_path / "docs/prior.md").read_text()
    assert f"| no prior | {summary['none']['psnr'][0]:.2f} (" in page
    kept = tmp_path / "training/results/prior/dehazing/results.json"
    assert json.loads(kept.read_text()) == results


def test_the_same_seed_sees_the_same_crops_whatever_the_prior(task: Task) -> None:
    for pair in task.train:
        pair.segments["robust"][:] = 0
    config = PriorConfig(steps=2, crop=32, width=8, batch=2)
    none, robust = (
        learn(task.train, prior=prior, seed=3, config=config).state_dict()
        for prior in ("none", "robust")
    )
    assert all(torch.equal(tensor, robust[name]) for name, tensor in none.items())


def test_measures_of_the_same_photo_and_of_a_known_error() -> None:
    clean = np.full((32, 32, 3), 100, np.uint8)
    assert compare(clean + 10, clean)["psnr"] == pytest.approx(20 * np.log10(25.5))
    assert compare(clean + 10, clean)["ssim"] < 1
