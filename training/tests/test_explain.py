"""A click explained from inside the head: what is written is what the model computes."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from data.model_input import photo_to_input
from data.prompts import Click, clicks_to_prompt
from explain.__main__ import main
from explain.click import Explained, Tokens, explain
from explain.pictures import feature_picture, heat_map
from explain.write import compare_tokens
from model.prompt import INCLUDE
from model.robust_sam import RobustSam

from .seeded import PACKAGE, save_seeded_checkpoint

CLICK = Click(x=300.0, y=200.0, label=INCLUDE)


@pytest.fixture(scope="module")
def photo() -> np.ndarray:
    y, x = np.mgrid[:480, :640]
    disc = np.hypot(x - 300, y - 200) < 120
    grain = np.random.default_rng(0).integers(0, 20, (480, 640, 1))
    return (np.where(disc[..., None], 200, 40) + grain).repeat(3, axis=2).astype(np.uint8)


@pytest.fixture(scope="module")
def found(seeded: RobustSam, photo: np.ndarray) -> Explained:
    return explain(seeded, photo, [[CLICK]], is_clear=True)


@torch.no_grad()
def test_masks_are_those_of_the_model_itself(
    seeded: RobustSam, photo: np.ndarray, found: Explained
) -> None:
    image = photo_to_input(photo)[None]
    features = seeded.sam.encode(image)
    prepared = seeded.prepare(features)
    prompt = clicks_to_prompt([[CLICK]], [photo.shape[:2]])
    answer = seeded.answer(prepared=prepared, prompt=prompt)
    assert torch.allclose(found.robust.masks, answer.masks[0], atol=1e-3)
    assert torch.allclose(found.tokens.refined, answer.traits.tokens[0], atol=1e-4)
    plain = seeded.sam.answer(embedding=features.embedding, prompt=prompt)
    assert torch.allclose(found.tokens.t_oc, plain.decoded.mask_tokens[0], atol=1e-4)


def test_layers_are_recorded_before_and_after(found: Explained) -> None:
    assert {"final.amfg", "early.amfg", "mask.amfg", "aotg"} <= found.layers.inputs.keys()
    assert found.layers.inputs.keys() == found.layers.outputs.keys()
    # The head reads T_RO through AOTG, and adds what comes out.
    refined = found.tokens.t_ro + found.layers.outputs["aotg"]
    assert torch.allclose(found.layers.inputs["aotg"], found.tokens.t_ro, atol=1e-4)
    assert torch.allclose(found.tokens.refined, refined, atol=1e-4)


def test_later_steps_are_asked_with_the_answer_before(
    seeded: RobustSam, photo: np.ndarray, found: Explained
) -> None:
    second = Click(x=350.0, y=220.0, label=INCLUDE)
    one, two = found, explain(seeded, photo, [[CLICK], [second]], is_clear=True)
    assert one.robust.prompt.mask is None
    fed = two.robust.prompt.mask
    assert fed is not None and torch.equal(fed[0, 0], one.robust.masks[one.robust.token])
    assert two.robust.token == 0


def test_a_degraded_photo_is_seen_through_the_adapter_a_clear_one_as_plain_sam_sees_it(
    seeded: RobustSam, photo: np.ndarray, found: Explained
) -> None:
    degraded = explain(seeded, photo, [[CLICK]], is_clear=False).features
    assert torch.equal(*_seen_and_plain(found.features))
    seen, plain = _seen_and_plain(degraded)
    assert 0 < (seen - plain).norm() / plain.norm() < 1


def _seen_and_plain(features: dict[str, torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    return features["features.seen.embedding"], features["features.plain.embedding"]


def test_tokens_that_are_the_same_have_cosine_one_and_turned_ones_minus_one() -> None:
    token = torch.tensor([[3.0, 4.0]])
    same = Tokens(rot=token, sam=token, t_ro=token, t_oc=-token, refined=2 * token)
    (compared,) = compare_tokens(same)
    assert compared["norm"]["refined"] == 10
    assert compared["cosine"] == {
        "rot_sam": 1,
        "t_ro_t_oc": -1,
        "refined_t_oc": -1,
        "refined_t_ro": 1,
    }


def test_pictures_show_the_photo_alone() -> None:
    x = torch.zeros(8, 64, 64)
    x[:3, :24, :32] = torch.eye(3)[:, :, None].repeat(1, 1, 8).reshape(3, 1, 24).mT
    picture = feature_picture(x, (0.375, 1.0))
    assert picture.shape == (24, 128, 3)
    logits = torch.full((256, 256), -20.0)
    logits[:50, :50] = 20
    warm = heat_map(logits, (0.5, 1.0))
    assert warm.shape == (128, 256, 3)
    assert warm[10, 10, 0] > warm[10, 10, 2] + 100
    assert warm[100, 200, 2] > warm[100, 200, 0] + 100
    assert (warm[10, 49] == 0).all()


def test_the_command_writes_pictures_and_figures(
    tmp_path: Path, photo: np.ndarray, capsys: pytest.CaptureFixture
) -> None:
    save_seeded_checkpoint(tmp_path / "head.pt")
    Image.fromarray(photo).save(tmp_path / "photo.png")
    _run(tmp_path, "--point", "300,200", "--exclude", "20,20", "--clear")
    content: dict[str, Any] = json.loads((tmp_path / "out/click.json").read_text())
    assert [point["label"] for point in content["robust"]["points"]] == [1, 0, -1]
    assert content["robust"]["has_mask_prompt"] is True
    assert len(content["tokens"]) == 4
    # A clear photo is not seen through the adapter.
    assert content["features"]["adapter"]["change"] == 0
    assert 0 < content["features"]["head"]["change"] < 1
    for name in ("robust-mask-0", "plain-mask-3", "final.amfg.in", "features.plain.stage_2"):
        assert Image.open(tmp_path / f"out/{name}.png").size[0] >= 256
    assert "cosine" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--point", "300"), "--point takes x,y"),
        (("--box", "1,2,3"), "--box takes x0,y0,x1,y1"),
        (("--point", "9999,1"), "is not on the photo"),
        ((), "give a --point or a --box"),
    ],
)
def test_what_can_t_be_asked_is_said(
    tmp_path: Path, photo: np.ndarray, capsys: pytest.CaptureFixture, asked: tuple, said: str
) -> None:
    Image.fromarray(photo).save(tmp_path / "photo.png")
    with pytest.raises(SystemExit):
        _run(tmp_path, *asked)
    assert said in capsys.readouterr().err


def _run(folder: Path, *asked: str) -> None:
    rest = ["--checkpoint", str(folder / "head.pt"), "--package", str(PACKAGE)]
    main([str(folder / "photo.png"), *asked, "--out", str(folder / "out"), *rest])
