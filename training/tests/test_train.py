"""Training itself, on real modules made small and on drawn photos."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor, distributed, multiprocessing

from config import ModelConfig, TrainConfig, from_dict, to_dict
from data.examples import DataConfig
from data.pool import read_pool
from data.record import Record
from losses import LossWeights
from model import precision
from model.parts import ALL_PARTS, Parts
from publish_head import publish_head
from train import train
from train_checkpoint import load_trained, read_config
from train_processes import Share

from .drawn_pool import write_drawn_pool
from .small_models import light, paper

pytestmark = pytest.mark.usefixtures("one_thread")

CONFIG = TrainConfig(
    data=DataConfig(variants=2),
    # The small teacher's logits are all but zero, so rounding decides what its masks hold.
    loss=LossWeights(points_taught=0),
    batch=2,
    epochs=3,
    learning_rate=5e-4,
    warm_up_steps=1,
    # The same on every machine.
    mixed_precision=False,
)
FORMS = {"light": light, "paper": paper}


@pytest.fixture
def photos(tmp_path: Path) -> list[Record]:
    root = write_drawn_pool(tmp_path / "pool", sets={"discs": 4}, split="train")
    return read_pool(root, split="train")


@pytest.mark.parametrize("form", FORMS)
def test_training_lowers_the_loss(tmp_path: Path, photos: list[Record], form: str) -> None:
    config = TrainConfig(
        data=DataConfig(variants=1, degradations=("gaussian_noise",)),
        prompts=("box",),
        batch=4,
        epochs=8,
        warm_up_steps=1,
    )
    train(model=FORMS[form](), config=config, records=photos, out=tmp_path, cache=tmp_path / "c")
    losses = [line["total"] for line in _metrics(tmp_path)]
    assert len(losses) == 8
    assert losses[-1] < 0.9 * losses[0]


def test_a_stopped_run_ends_as_one_that_was_not(tmp_path: Path, photos: list[Record]) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    whole.mkdir()
    parts.mkdir()
    train(model=light(), config=CONFIG, records=photos, out=whole)
    train(model=light(), config=CONFIG, records=photos, out=parts, last_step=2)
    train(model=light(), config=CONFIG, records=photos, out=parts)
    assert [line["step"] for line in _metrics(parts)] == [1, 2, 3, 4, 5, 6]
    assert _metrics(parts) == _metrics(whole)
    _check_equal(_head(whole), _head(parts), tolerance=0)


def test_photos_prepared_in_processes_are_the_same(tmp_path: Path, photos: list[Record]) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    train(model=light(), config=CONFIG, records=photos, out=here, last_step=3)
    train(model=light(), config=CONFIG, records=photos, out=there, last_step=3, processes=2)
    assert _metrics(there) == _metrics(here)


def test_another_config_does_not_go_on(tmp_path: Path, photos: list[Record]) -> None:
    train(model=light(), config=CONFIG, records=photos, out=tmp_path, last_step=1)
    other = from_dict(TrainConfig, to_dict(CONFIG) | {"learning_rate": 1e-2})
    with pytest.raises(ValueError, match="another config"):
        train(model=light(), config=other, records=photos, out=tmp_path)


@pytest.mark.parametrize("parts", [ALL_PARTS, Parts(rot=False)], ids=["whole", "without ROT"])
def test_two_processes_do_as_one(tmp_path: Path, photos: list[Record], parts: Parts) -> None:
    alone, shared = tmp_path / "alone", tmp_path / "shared"
    alone.mkdir()
    shared.mkdir()
    train(model=light(parts), config=CONFIG, records=photos, out=alone, last_step=3)
    told = (shared, photos, parts, tmp_path / "meeting")
    multiprocessing.spawn(_train_in_process, told, nprocs=2)
    for one, two in zip(_metrics(alone), _metrics(shared), strict=True):
        assert two["total"] == pytest.approx(one["total"], rel=1e-4)
    _check_equal(_head(alone), _head(shared), tolerance=2e-4)


def test_bfloat16_trains_alike(
    tmp_path: Path, photos: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "has_fast_bfloat16", lambda device: True)
    totals = {}
    for mixed in (False, True):
        out = tmp_path / str(mixed)
        out.mkdir()
        config = replace(CONFIG, mixed_precision=mixed)
        train(model=light(), config=config, records=photos, out=out, last_step=3)
        totals[mixed] = [line["total"] for line in _metrics(out)]
    assert totals[True] != totals[False]
    assert totals[True] == pytest.approx(totals[False], rel=2e-2)


def test_config_survives_its_json() -> None:
    config = TrainConfig(model=ModelConfig(form="paper"), loss=LossWeights(mfc=3), seed=5)
    assert from_dict(TrainConfig, json.loads(json.dumps(to_dict(config)))) == config
    with pytest.raises(ValueError, match="learningrate"):
        from_dict(TrainConfig, {"learningrate": 1})


def test_a_checkpoint_tells_how_it_was_made(tmp_path: Path, photos: list[Record]) -> None:
    trained = light()
    train(model=trained, config=CONFIG, records=photos, out=tmp_path, last_step=1)
    assert read_config(tmp_path / "checkpoint.pt") == CONFIG
    other = light()
    load_trained(tmp_path / "checkpoint.pt", other)
    _check_equal(other.head.state_dict(), trained.head.state_dict(), tolerance=0)


def test_a_published_head_is_the_trained_one(tmp_path: Path, photos: list[Record]) -> None:
    trained, other = light(), light()
    train(model=trained, config=CONFIG, records=photos, out=tmp_path, last_step=1)
    publish_head(tmp_path / "checkpoint.pt", tmp_path / "head.pt", runs=["one"])
    assert read_config(tmp_path / "head.pt") == CONFIG
    load_trained(tmp_path / "head.pt", other)
    _check_equal(other.head.state_dict(), trained.head.state_dict(), tolerance=1e-3)


def test_the_mean_of_two_heads_is_published(tmp_path: Path, photos: list[Record]) -> None:
    one, other, mean = light(), light(), light()
    (tmp_path / "other").mkdir()
    train(model=one, config=CONFIG, records=photos, out=tmp_path, last_step=1)
    train(model=other, config=CONFIG, records=photos, out=tmp_path / "other", last_step=2)
    publish_head(
        tmp_path / "checkpoint.pt",
        tmp_path / "head.pt",
        runs=["one"],
        average=tmp_path / "other" / "checkpoint.pt",
        clear_frozen=True,
    )
    assert read_config(tmp_path / "head.pt").model.clear_frozen
    load_trained(tmp_path / "head.pt", mean)
    halves = zip(one.head.parameters(), other.head.parameters(), mean.head.parameters(), strict=True)
    assert all(torch.allclose((a + b) / 2, c, atol=1e-3) for a, b, c in halves)


def _train_in_process(
    rank: int, out: Path, photos: list[Record], parts: Parts, meeting: Path
) -> None:
    os.environ["OMP_NUM_THREADS"] = "1"
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", init_method=f"file://{meeting}", rank=rank, world_size=2)
    share = Share(rank=rank, world=2)
    train(model=light(parts), config=CONFIG, records=photos, out=out, share=share, last_step=3)
    distributed.destroy_process_group()


def _metrics(out: Path) -> list[dict[str, float]]:
    return [json.loads(line) for line in (out / "metrics.jsonl").read_text().splitlines()]


def _head(out: Path) -> dict[str, Tensor]:
    return torch.load(out / "checkpoint.pt", weights_only=True)["head"]


def _check_equal(first: dict[str, Tensor], second: dict[str, Tensor], *, tolerance: float) -> None:
    assert first.keys() == second.keys()
    for name, tensor in first.items():
        difference = (tensor.float() - second[name].float()).abs().max()
        assert difference <= tolerance, name
