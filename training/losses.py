"""The paper's losses (section 3.5), and two that keep SAM's candidates and scores honest.

All are means over the batch of a value per photo, so processes can share a batch.
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from model.choice import is_box, is_lone_click
from model.head import RobustAnswer, Traits
from model.prompt import Prompt
from model.sam import Answer

FOCAL_GAMMA, FOCAL_ALPHA = 2.0, 0.25
# Odd, so it meets all sixteen phases of an upscaling by 4.
THINNING = 3
# In cells: outlines shorter than this are all short.
SHORT_OUTLINE = 16
# Outlines may be as much longer than they should be: a copy of the teacher's has nothing to mend.
SLACK = 1.05


@dataclass(frozen=True, kw_only=True)
class LossWeights:
    """L = mfc * L_MFC + tc * L_TC + seg * L_Seg + ...; the paper has lambda1 = tc, lambda2 = seg,
    lambda3 = focal."""

    mfc: float = 1.0
    tc: float = 0.5
    seg: float = 1.0
    focal: float = 20.0
    # The three candidates against the teacher's on the clean photo, so they stay three.
    candidates: float = 0.25
    scores: float = 0.5
    # For a box: the single mask's share of L_Seg, and how much of that is against the teacher's single
    # mask on the clean photo. Annotators differ in what a box holds; the teacher is the same everywhere.
    box_single: float = 0.75
    box_taught: float = 0.7
    # The same for points.
    points_taught: float = 0.5
    # On outlines longer than what they should be: specks, holes, frayed edges.
    ragged: float = 0.1


@dataclass(frozen=True, kw_only=True)
class SegmentationTarget:
    """mask and valid, float32 [B, 256, 256]: the object, and where there is a photo."""

    mask: Tensor
    valid: Tensor


@dataclass(frozen=True, kw_only=True)
class MaskShares:
    """How much of L_Seg the single mask has, and the candidate that fits best the rest: as SAM is
    trained, a mask answers for the prompts that it will be shown for. `taught` of the single mask's
    part is against the teacher's single mask, the rest against the object."""

    single: float
    taught: float = 0.0

    @property
    def best(self) -> float:
        return 1 - self.single


# A lone click may mean a whole or a part: a single mask could only hedge, with ragged edges.
LONE_CLICK = MaskShares(single=0.0)
POINTS_SINGLE = 0.75


def mask_shares(prompt: Prompt, weights: LossWeights) -> MaskShares:
    """All rows of a prompt are of one kind."""
    if is_lone_click(prompt):
        return LONE_CLICK
    if is_box(prompt) and prompt.labels.shape[1] == 2:
        return MaskShares(single=weights.box_single, taught=weights.box_taught)
    return MaskShares(single=POINTS_SINGLE, taught=weights.points_taught)


def robust_losses(
    *,
    robust: RobustAnswer,
    teacher: Answer,
    reference: Traits,
    target: SegmentationTarget,
    shares: MaskShares,
) -> dict[str, Tensor]:
    """Unweighted, by the names of LossWeights."""
    valid = target.valid[:, None]
    each = segmentation_parts(robust.masks, target.mask[:, None], valid)
    # Mask by mask, the single one first.
    seen = (teacher.masks > 0).to(robust.masks.dtype)
    followed = segmentation_parts(robust.masks, seen, valid)
    return {
        "mfc": relative_error(robust.traits.image_features, reference.image_features)
        + relative_error(thin(robust.traits.mask_features), thin(reference.mask_features)),
        "tc": relative_error(robust.traits.tokens, reference.tokens),
        "dice": _single_and_best(each.dice, followed.dice, each, shares),
        "focal": _single_and_best(each.focal, followed.focal, each, shares),
        "candidates": (followed.dice + 20 * followed.focal)[:, 1:].mean(),
        "scores": score_error(robust, target),
        "ragged": raggedness(robust.masks, target.mask[:, None], seen, valid, shares),
    }


def total_loss(parts: dict[str, Tensor], weights: LossWeights) -> Tensor:
    segmentation = parts["dice"] + weights.focal * parts["focal"]
    return (
        weights.mfc * parts["mfc"]
        + weights.tc * parts["tc"]
        + weights.seg * segmentation
        + weights.candidates * parts["candidates"]
        + weights.scores * parts["scores"]
        + weights.ragged * parts["ragged"]
    )


def thin(features: Tensor) -> Tensor:
    """[B, C, H, W]: every ninth pixel stands for all, in a fifth less time per step."""
    return features[..., ::THINNING, ::THINNING]


def relative_error(x: Tensor, reference: Tensor) -> Tensor:
    """Squared error over the reference's mean square, so weights mean the same for all."""
    return relative_errors(x, reference).mean()


def relative_errors(x: Tensor, reference: Tensor) -> Tensor:
    """[B], of each."""
    axes = tuple(range(1, x.ndim))
    error = (x - reference).float().square().mean(dim=axes)
    return error / (reference.float().square().mean(dim=axes) + 1e-6)


@dataclass(frozen=True, kw_only=True)
class MaskLosses:
    """[B, masks]."""

    dice: Tensor
    focal: Tensor


def segmentation_parts(logits: Tensor, target: Tensor, valid: Tensor) -> MaskLosses:
    """logits [B, M, H, W]; target and valid broadcast to it."""
    logits = logits.float()
    probability = logits.sigmoid() * valid
    target = target * valid
    axes = (2, 3)
    overlap = (probability * target).sum(axes)
    dice = 1 - (2 * overlap + 1) / (probability.sum(axes) + target.sum(axes) + 1)
    target = target.expand_as(logits)
    hardness = (target * (1 - probability) + (1 - target) * probability) ** FOCAL_GAMMA
    balance = target * FOCAL_ALPHA + (1 - target) * (1 - FOCAL_ALPHA)
    entropy = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
    focal = (balance * hardness * entropy * valid).sum(axes) / valid.sum(axes)
    return MaskLosses(dice=dice, focal=focal)


def agreement_losses(logits: Tensor, taught: Tensor) -> Tensor:
    """[B, M, H, W] both to [B, M]: dice and focal loss between two soft masks (arXiv 2006.04388),
    nothing where they are the same, as clear photos must be left."""
    logits, wanted = logits.float(), taught.float().sigmoid()
    probability, axes = logits.sigmoid(), (2, 3)
    squares = (probability.square() + wanted.square()).sum(axes)
    dice = (probability - wanted).square().sum(axes) / (squares + 1)
    entropy = F.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    focal = ((probability - wanted).square() * entropy).mean(axes)
    return dice + 20 * focal


def raggedness(
    logits: Tensor, target: Tensor, seen: Tensor, valid: Tensor, shares: MaskShares
) -> Tensor:
    """How much longer outlines are than the object's and the teacher's, as a logarithm; in total
    variation, whose excess is specks, holes and frayed edges. logits and seen [B, 4, H, W]."""
    allowed = torch.maximum(outline_length(target, valid), outline_length(seen, valid))
    excess = (outline_length(logits.float().sigmoid(), valid) / (SLACK * allowed)).log().relu()
    return (shares.single * excess[:, 0] + shares.best * excess[:, 1:].mean(dim=1)).mean()


def outline_length(masks: Tensor, valid: Tensor) -> Tensor:
    """[B, M, H, W] in 0..1 to total variation [B, M], and a little, so no mask has none."""
    across = (masks[..., 1:] - masks[..., :-1]).abs() * valid[..., 1:]
    down = (masks[..., 1:, :] - masks[..., :-1, :]).abs() * valid[..., 1:, :]
    return across.sum((2, 3)) + down.sum((2, 3)) + SHORT_OUTLINE


def score_error(robust: RobustAnswer, target: SegmentationTarget) -> Tensor:
    """Predicted IoU against the true one of each mask."""
    with torch.no_grad():
        answer = (robust.masks > 0) & (target.valid[:, None] > 0)
        wanted = target.mask[:, None] > 0
        union = (answer | wanted).sum((2, 3)).clamp(min=1)
        truth = (answer & wanted).sum((2, 3)) / union
    return (robust.scores.float() - truth).square().mean()


def _single_and_best(
    loss: Tensor, followed: Tensor, each: MaskLosses, shares: MaskShares
) -> Tensor:
    """The single mask's loss, and that of whichever candidate fits best. loss and followed
    [B, 4]: against the object, and against the teacher's masks."""
    fit = each.dice[:, 1:] + 20 * each.focal[:, 1:]
    best = loss[:, 1:].gather(1, fit.detach().argmin(dim=1, keepdim=True))[:, 0]
    single = (1 - shares.taught) * loss[:, 0] + shares.taught * followed[:, 0]
    return (shares.single * single + shares.best * best).mean()
