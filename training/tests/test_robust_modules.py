"""RobustSAM on a small encoder: shapes, what is trained, and that it can learn."""

import pytest
import torch
from torch import Tensor

from model.amfg import Selector
from model.features import ImageFeatures
from model.light_head import LightHead, LightSize
from model.paper_head import PaperHead
from model.parts import Parts
from model.prompt import Prompt
from model.robust_sam import RobustSam

from .small_models import GRID, ask_once, light, paper, photo_batch, prompts, small_sam

FORMS = {"paper": paper, "light": light}


@pytest.mark.parametrize("form", FORMS)
def test_shapes(form: str) -> None:
    model = FORMS[form]()
    features = model.sam.encode(photo_batch(2))
    answer = ask_once(model, features, prompts(2))
    assert answer.masks.shape == (2, 4, 4 * GRID, 4 * GRID)
    assert answer.scores.shape == (2, 4)
    _, reference = model.teach(features, prompts(2))
    for name in ("image_features", "mask_features", "tokens"):
        assert getattr(answer.traits, name).shape == getattr(reference, name).shape


@pytest.mark.parametrize("form", FORMS)
def test_only_the_head_is_trained_and_all_of_it(form: str) -> None:
    model = FORMS[form]().train()
    features = model.sam.encode(photo_batch(2))
    for _ in range(2):
        # The second step: what starts at zero passes no gradient on in the first.
        answer = ask_once(model, features, prompts(2))
        loss = answer.masks.square().mean() + answer.scores.mean()
        loss.backward()
        with torch.no_grad():
            for parameter in model.head.parameters():
                parameter -= 1e-2 * torch.sign(torch.nan_to_num(parameter.grad))
    trained = {name for name, p in model.named_parameters() if p.grad is not None}
    assert trained == {f"head.{name}" for name, _ in model.head.named_parameters()}


@pytest.mark.parametrize("form", FORMS)
def test_teacher_stands_still(form: str) -> None:
    model = FORMS[form]().train()
    answer, reference = model.teach(model.sam.encode(photo_batch(2)), prompts(2))
    tensors = [answer.masks, reference.image_features, reference.mask_features, reference.tokens]
    assert not any(tensor.requires_grad for tensor in tensors)


def test_light_head_starts_as_plain_sam() -> None:
    model = light(parts=Parts(blend=False)).eval()
    features, prompt = model.sam.encode(photo_batch(1)), prompts(1)
    with torch.no_grad():
        robust = ask_once(model, features, prompt)
        plain = model.sam.answer(embedding=features.embedding, prompt=prompt)
    assert torch.equal(robust.masks, plain.masks)
    assert torch.equal(robust.scores, plain.scores)


@pytest.mark.parametrize("form", FORMS)
def test_one_photo_serves_many_prompts(form: str) -> None:
    model = FORMS[form]().eval()
    with torch.no_grad():
        prepared = model.prepare(model.sam.encode(photo_batch(1)))
        together = model.answer(prepared=prepared, prompt=prompts(3)).masks
        alone = [
            model.answer(prepared=prepared, prompt=_row(prompts(3), i)).masks for i in range(3)
        ]
    assert torch.allclose(together, torch.cat(alone), atol=1e-4)


@pytest.mark.parametrize("form", FORMS)
def test_a_few_steps_lower_the_loss(form: str) -> None:
    torch.manual_seed(1)
    model = FORMS[form]().train()
    features, prompt = model.sam.encode(photo_batch(2)), prompts(2)
    target = torch.zeros(2, 4 * GRID, 4 * GRID)
    target[:, : 2 * GRID] = 1
    optimiser = torch.optim.Adam(model.head.parameters(), lr=1e-3)
    losses = []
    for _ in range(4):
        logits = ask_once(model, features, prompt).masks[:, 0]
        loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, target)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0]


@pytest.mark.parametrize(
    "part", ["rot", "aotg", "batch_branch", "instance_branch", "fourier", "fusion"]
)
def test_ablations_change_the_answer(part: str) -> None:
    sam = small_sam()
    torch.manual_seed(2)
    whole = PaperHead(early_stage=2, early_channels=64)
    torch.manual_seed(2)
    ablated = PaperHead(early_stage=2, early_channels=64, parts=Parts(**{part: False}))
    ablated.load_state_dict(whole.state_dict(), strict=False)
    features, prompt = sam.encode(photo_batch(1)), prompts(1)
    models = [RobustSam(sam=sam, head=head).eval() for head in (whole, ablated)]
    answers = [ask_once(model, features, prompt).masks for model in models]
    assert not torch.allclose(*answers)


def test_selector_is_the_softmax_of_two() -> None:
    selector = Selector(channels=4)
    x = torch.randn(2, 4, 16, 24)
    pooled = torch.nn.functional.adaptive_avg_pool2d(x, (4, 4)).flatten(1)
    hidden = selector.squeeze(pooled).relu()
    both = torch.stack([selector.batch_weight(hidden), selector.instance_weight(hidden)])
    expected = both.softmax(dim=0)[0].reshape(2, 4, 4, 4)
    first, second = selector(x)
    assert torch.allclose(first[:, :, ::4, ::6], expected)
    assert torch.allclose(first + second, torch.ones_like(x))


def test_mask_features_may_be_left_as_they_are() -> None:
    sam = small_sam()
    size = LightSize(
        early_stage=2,
        early_channels=64,
        detail_stage=1,
        detail_channels=32,
        width=32,
        mask_reduction=None,
    )
    head = LightHead(decoder=sam.mask_decoder, size=size)
    assert not any(name.startswith("mask.") for name, _ in head.named_parameters())
    features: ImageFeatures = sam.encode(photo_batch(1))
    model = RobustSam(sam=sam, head=head)
    assert ask_once(model, features, prompts(1)).masks.isfinite().all()


def _row(prompt: Prompt, index: int) -> Prompt:
    def pick(tensor: Tensor) -> Tensor:
        return tensor[index : index + 1]

    return Prompt(coords=pick(prompt.coords), labels=pick(prompt.labels))
