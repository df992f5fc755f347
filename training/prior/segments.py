"""Everything mode, made small: a grid of clicks, and of what is sure and stable each pixel's smallest mask."""

from dataclasses import dataclass

import numpy as np
import torch

from data.model_input import Frame, logits_to_mask, scaled_size
from data.prompts import Click, clicks_to_prompt
from evaluation.metrics import mask_iou
from evaluation.subjects import Subject
from model.prompt import INCLUDE

# Clicks along each side; SAM's automatic mask generator has 32.
GRID = 8


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """Least predicted IoU, and least IoU of a mask cut one logit higher with itself cut one lower."""

    sure: float
    stable: float


# The app's in its Everything mode, src/engine/everything.ts: RobustSAM is less sure and its edges are softer.
PLAIN_THRESHOLD = Threshold(sure=0.88, stable=0.95)
ROBUST_THRESHOLD = Threshold(sure=0.5, stable=0.7)

# Where two masks overlap more, the less sure one goes; as there.
OVERLAP = 0.7
# Share of the photo.
SMALLEST = 0.001
MOST_SEGMENTS = 255


def segment(
    subject: Subject, size: tuple[int, int], *, threshold: Threshold, frame: Frame
) -> np.ndarray:
    """Segments of the photo that `subject` looks at, `size` its height and width: uint8 [H, W], 0 where
    there is none."""
    height, width = size
    labels = np.zeros(size, dtype=np.uint8)
    good = _good_masks(subject, size, threshold=threshold, frame=frame)
    largest_first = sorted(_distinct(good), key=lambda found: -found[1].sum())
    for label, (logits, _) in enumerate(largest_first[:MOST_SEGMENTS], start=1):
        labels[logits_to_mask(logits, height=height, width=width, frame=frame)] = label
    return labels


# Logits [256, 256] and what they cover within the photo, bool [rows, columns].
Found = tuple[np.ndarray, np.ndarray]


def _good_masks(
    subject: Subject, size: tuple[int, int], *, threshold: Threshold, frame: Frame
) -> list[Found]:
    """The surest first."""
    height, width = size
    rows, columns = scaled_size(height, width, frame.mask)
    found: list[tuple[float, Found]] = []
    places = (np.arange(GRID) + 0.5) / GRID
    for y in places * height:
        clicks = [[Click(x=x, y=y, label=INCLUDE)] for x in places * width]
        prompt = clicks_to_prompt(clicks, [size] * GRID, frame=frame)
        masks, scores = (part.float().cpu().numpy() for part in subject.answer(prompt))
        # The single mask is for prompts of several points.
        for logits, score in zip(
            masks[:, 1:].reshape(-1, *masks.shape[2:]), scores[:, 1:].ravel(), strict=True
        ):
            inside = logits[:rows, :columns]
            if score < threshold.sure or (inside > 0).sum() < SMALLEST * inside.size:
                continue
            if mask_iou(inside > 1, inside > -1) >= threshold.stable:
                found.append((float(score), (logits, inside > 0)))
    return [mask for _, mask in sorted(found, key=lambda one: -one[0])]


def _distinct(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in found:
        if all(mask_iou(one[1], other[1]) <= OVERLAP for other in kept):
            kept.append(one)
    return kept


def mean_in_segments(features: torch.Tensor, segments: torch.Tensor) -> torch.Tensor:
    """Averages features [B, C, H, W] within each segment of int64 [B, H, W], back to [B, C, H, W]: the
    mask average pooling of SAM-Deblur. Pixels of no segment are averaged together."""
    batch, channels, *size = features.shape
    rows = torch.arange(batch, device=features.device)[:, None, None]
    index = (rows * (MOST_SEGMENTS + 1) + segments).flatten()
    pixels = features.permute(0, 2, 3, 1).reshape(-1, channels)
    sums = pixels.new_zeros(batch * (MOST_SEGMENTS + 1), channels).index_add(0, index, pixels)
    counts = torch.bincount(index, minlength=len(sums)).clamp(min=1)
    means = (sums / counts[:, None])[index]
    return means.view(batch, *size, channels).permute(0, 3, 1, 2)
