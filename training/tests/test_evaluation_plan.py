"""Which photos, degradations and ablations an evaluation asks for."""

from pathlib import Path

import pytest
import torch

from config import ModelConfig
from data.pool import read_pool
from degrade.registry import COMPOSITIONS
from evaluation.models import ABLATIONS, ablate
from evaluation.plan import Plan, name_of, spread_photos
from evaluation.subjects import Robust

from .drawn_pool import write_drawn_pool
from .small_models import light, photo_batch, prompts

pytestmark = pytest.mark.usefixtures("one_thread")


def test_photos_are_spread_over_the_sets_however_many_are_asked(tmp_path: Path) -> None:
    records = read_pool(write_drawn_pool(tmp_path, sets={"many": 8, "few": 2}), split="val")
    orders = [[name_of(r) for r in spread_photos(records, count)] for count in (4, 9, 10, 99)]
    assert sorted(name.split("/")[0] for name in orders[0]) == ["few", "few", "many", "many"]
    assert len(set(orders[3])) == len(records)
    assert all(orders[3][: len(order)] == order for order in orders)


def test_compositions_of_the_registry_are_asked_by_default() -> None:
    assert Plan(degradations=()).compositions == tuple(COMPOSITIONS)


@torch.inference_mode()
def test_each_ablation_changes_the_trained_model_and_leaves_it_whole() -> None:
    model = light().eval()
    torch.manual_seed(0)
    for parameter in model.head.parameters():
        parameter += 0.05 * torch.randn_like(parameter)
    features, prompt = model.sam.encode(photo_batch(1)), prompts(1)

    def masks(subject) -> torch.Tensor:
        subject.look(features)
        return subject.answer(prompt)[0]

    whole = masks(Robust(name="robust", model=model))
    ablated = dict(ablate(model, ModelConfig(light=model.head.size)))
    assert list(ablated) == list(ABLATIONS)
    for name, other in ablated.items():
        assert not torch.allclose(masks(Robust(name=name, model=other)), whole, atol=1e-4), name
    assert torch.equal(masks(Robust(name="robust", model=model)), whole)


def test_a_head_of_another_size_is_not_ablated() -> None:
    model = light()
    with pytest.raises(RuntimeError, match="size mismatch"):
        next(ablate(model, ModelConfig()))
