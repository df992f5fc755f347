"""PSNR and SSIM of restored photos, with intervals over photos."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from evaluation.summary import Row, group_rows, mean_difference, mean_over_photos

from .config import NO_PRIOR, PRIORS
from .learn import to_tensor
from .network import Restorer
from .pairs import Pair

METRICS = ("psnr", "ssim")
# The photo as it is given to the networks.
DEGRADED = "degraded"


@torch.inference_mode()
def restore(network: Restorer, photo: np.ndarray, segments: np.ndarray) -> np.ndarray:
    """photo uint8 [H, W, 3], segments uint8 [H, W]; uint8 [H, W, 3]."""
    restored = network(to_tensor(photo)[None], torch.from_numpy(segments)[None].long())[0]
    return (restored.clamp(0, 1) * 255).round().byte().movedim(0, -1).numpy()


def rows_of(pairs: Sequence[Pair], network: Restorer, *, prior: str, seed: int) -> list[Row]:
    return [
        {"photo": pair.name, "prior": prior, "seed": seed}
        | compare(restore(network, pair.degraded, pair.segments[prior]), pair.clean)
        for pair in pairs
    ]


def compare(photo: np.ndarray, clean: np.ndarray) -> dict[str, float]:
    """PSNR in decibels; SSIM over windows of 7 pixels, mean of the channels."""
    return {
        "psnr": float(peak_signal_noise_ratio(clean, photo, data_range=255)),
        "ssim": float(structural_similarity(clean, photo, channel_axis=2, data_range=255)),
    }


def degraded_rows(pairs: Sequence[Pair]) -> list[Row]:
    return [
        {"photo": pair.name, "prior": DEGRADED} | compare(pair.degraded, pair.clean)
        for pair in pairs
    ]


def summarise(rows: Sequence[Row]) -> dict[str, Any]:
    """By prior the means, and what it gains over none; each with its 95 % interval over photos, which
    count with the mean of all seeds."""
    groups = {prior: group for (prior,), group in group_rows(rows, "prior").items()}
    summary: dict[str, Any] = {}
    for prior in (DEGRADED, *PRIORS):
        own = groups[prior]
        summary[prior] = {metric: mean_over_photos(own, metric) for metric in METRICS}
        if prior not in (DEGRADED, NO_PRIOR):
            summary[prior]["gain"] = {
                metric: mean_difference(own, metric, to=groups[NO_PRIOR]) for metric in METRICS
            }
    summary["robust"]["over sam"] = {
        metric: mean_difference(groups["robust"], metric, to=groups["sam"]) for metric in METRICS
    }
    return summary
