import pytest
import torch

from losses import (
    LONE_CLICK,
    LossWeights,
    MaskShares,
    SegmentationTarget,
    mask_shares,
    relative_error,
    robust_losses,
    score_error,
    segmentation_parts,
    total_loss,
)
from model.head import RobustAnswer, Traits
from model.mask_decoder import Decoded
from model.prompt import Prompt
from model.sam import Answer


def test_right_masks_cost_nothing_and_wrong_ones_do() -> None:
    target = torch.zeros(1, 1, 8, 8)
    target[..., :4] = 1
    valid = torch.ones_like(target)
    right = segmentation_parts(40 * target - 20, target, valid)
    wrong = segmentation_parts(20 - 40 * target, target, valid)
    assert right.dice.item() == pytest.approx(0, abs=1e-3)
    assert right.focal.item() == pytest.approx(0, abs=1e-6)
    # One for smoothing in numerator and denominator: 1 - 1 / 65.
    assert wrong.dice.item() == pytest.approx(1 - 1 / 65, abs=1e-3)
    assert wrong.focal.item() == pytest.approx(20 * (0.25 + 0.75) / 2, rel=1e-3)


def test_padding_does_not_count() -> None:
    target = torch.zeros(1, 1, 8, 8)
    target[..., :4, :4] = 1
    valid = torch.zeros_like(target)
    valid[..., :4, :] = 1
    logits = torch.randn(1, 1, 8, 8)
    changed = logits.clone()
    changed[..., 4:, :] = 50
    first, second = (segmentation_parts(x, target, valid) for x in (logits, changed))
    assert torch.equal(first.dice, second.dice)
    assert torch.equal(first.focal, second.focal)


def test_relative_error_does_not_depend_on_the_scale() -> None:
    x, reference = torch.randn(2, 3, 4, 4), torch.randn(2, 3, 4, 4)
    assert relative_error(10 * x, 10 * reference).item() == pytest.approx(
        relative_error(x, reference).item(), rel=1e-4
    )
    assert relative_error(torch.zeros_like(x), reference).item() == pytest.approx(1, abs=1e-3)


def test_a_batch_costs_the_mean_of_its_photos() -> None:
    x, reference = torch.randn(2, 3, 4, 4), torch.randn(2, 3, 4, 4)
    alone = [relative_error(x[i : i + 1], reference[i : i + 1]) for i in range(2)]
    assert torch.allclose(relative_error(x, reference), torch.stack(alone).mean())


def test_scores_are_compared_with_the_true_overlap() -> None:
    mask = torch.zeros(1, 8, 8)
    mask[:, :, :4] = 1
    masks = torch.full((1, 4, 8, 8), -5.0)
    masks[:, :, :, :2] = 5
    traits = Traits(image_features=masks, mask_features=masks, tokens=masks)
    answer = RobustAnswer(masks=masks, scores=torch.full((1, 4), 0.5), traits=traits)
    target = SegmentationTarget(mask=mask, valid=torch.ones_like(mask))
    assert score_error(answer, target).item() == pytest.approx(0)


@pytest.mark.parametrize(
    ("labels", "shares"),
    [
        ((1, -1), LONE_CLICK),
        ((2, 3), MaskShares(single=0.6, taught=0.4)),
        ((1, 2, 3), MaskShares(single=0.75, taught=0.3)),
        ((1, 0, -1), MaskShares(single=0.75, taught=0.3)),
    ],
)
def test_the_single_mask_answers_for_clear_prompts(labels: tuple, shares: object) -> None:
    prompt = Prompt(coords=torch.zeros(1, len(labels), 2), labels=torch.tensor([labels]))
    weights = LossWeights(box_single=0.6, box_taught=0.4, points_taught=0.3)
    assert mask_shares(prompt, weights) == shares


def test_a_lone_click_leaves_the_single_mask_alone() -> None:
    masks = torch.randn(2, 4, 8, 8, requires_grad=True)
    parts = losses_of(masks, teacher=torch.randn(2, 4, 8, 8), shares=LONE_CLICK)
    total_loss(parts, LossWeights()).backward()
    assert not masks.grad[:, 0].any()
    assert masks.grad[:, 1:].any()


def test_what_is_taught_of_a_single_mask_follows_the_teachers() -> None:
    teacher = torch.randn(2, 4, 8, 8)
    masks = 20 * teacher.sign()
    taught, annotated, between = (
        losses_of(masks, teacher=teacher, shares=MaskShares(single=1, taught=taught))
        for taught in (1.0, 0.0, 0.25)
    )
    assert taught["dice"].item() == pytest.approx(0, abs=1e-3)
    assert taught["focal"].item() == pytest.approx(0, abs=1e-6)
    assert annotated["dice"].item() > 0.1
    assert between["dice"].item() == pytest.approx(0.75 * annotated["dice"].item(), abs=1e-3)


def test_specks_and_frayed_edges_are_ragged_and_clean_masks_are_not() -> None:
    upper = torch.zeros(2, 4, 8, 8)
    upper[:, :, :4] = 1
    speckled, smaller = upper.clone(), upper.clone()
    speckled[:, :, 6, ::2] = 1
    smaller[:, :, 3] = 0
    single = MaskShares(single=1)
    clean, other, ragged = (
        losses_of(40 * mask - 20, teacher=20 * upper - 10, shares=single)["ragged"].item()
        for mask in (upper, smaller, speckled)
    )
    assert clean == pytest.approx(0, abs=1e-3)
    assert other == pytest.approx(0, abs=1e-3)
    assert ragged > 0.3
    taught = losses_of(40 * speckled - 20, teacher=40 * speckled - 20, shares=single)["ragged"]
    assert taught.item() == pytest.approx(0, abs=1e-3)


def losses_of(masks: torch.Tensor, *, teacher: torch.Tensor, shares: MaskShares) -> dict:
    """An object in the upper half; masks and teacher [2, 4, 8, 8]."""
    target = torch.zeros(2, 8, 8)
    target[:, :4] = 1
    traits = Traits(image_features=target, mask_features=target, tokens=target)
    decoded = Decoded(score_token=target, mask_tokens=target, mask_features=target)
    return robust_losses(
        robust=RobustAnswer(masks=masks, scores=torch.zeros(2, 4), traits=traits),
        teacher=Answer(masks=teacher, scores=torch.zeros(2, 4), decoded=decoded),
        reference=traits,
        target=SegmentationTarget(mask=target, valid=torch.ones_like(target)),
        shares=shares,
    )
