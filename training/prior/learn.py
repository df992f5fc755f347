"""Trains one restorer; of two that differ in their prior, both see the same crops in the same order."""

import math

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from data.model_input import CPU
from model.precision import mixed_precision

from .config import PriorConfig
from .network import Restorer
from .pairs import Pair


def learn(pairs: list[Pair], *, prior: str, seed: int, config: PriorConfig) -> Restorer:
    torch.manual_seed(seed)
    network = Restorer(config.width)
    optimiser = torch.optim.AdamW(network.parameters(), lr=config.learning_rate)
    decay = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: 0.5 + 0.5 * math.cos(math.pi * step / config.steps)
    )
    for step in range(config.steps):
        clean, degraded, segments = _batch(
            pairs, prior, np.random.default_rng([seed, step]), config
        )
        with mixed_precision(CPU):
            restored = network(degraded, segments)
        loss = F.l1_loss(restored.float(), clean)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        decay.step()
    return network.eval()


def to_tensor(photo: np.ndarray) -> Tensor:
    """uint8 [..., H, W, 3] to float32 [..., 3, H, W], 0 to 1."""
    return torch.from_numpy(photo.astype(np.float32) / 255).movedim(-1, -3).contiguous()


def _batch(
    pairs: list[Pair], prior: str, rng: np.random.Generator, config: PriorConfig
) -> tuple[Tensor, Tensor, Tensor]:
    """clean and degraded [B, 3, crop, crop], segments [B, crop, crop]."""
    chosen = [pairs[i] for i in rng.integers(len(pairs), size=config.batch)]
    crops = [_crop(pair, prior, rng, config.crop) for pair in chosen]
    clean, degraded, segments = (np.stack(parts) for parts in zip(*crops, strict=True))
    return to_tensor(clean), to_tensor(degraded), torch.from_numpy(segments).long()


def _crop(
    pair: Pair, prior: str, rng: np.random.Generator, side: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A square of the photo, mirrored half of the time; of smaller photos the edge is repeated."""
    parts = (pair.clean, pair.degraded, pair.segments[prior])
    height, width = pair.clean.shape[:2]
    rows, columns = (
        np.minimum(rng.integers(max(1, length - side + 1)) + np.arange(side), length - 1)
        for length in (height, width)
    )
    if rng.random() < 0.5:
        columns = columns[::-1]
    clean, degraded, segments = (part[np.ix_(rows, columns)] for part in parts)
    return clean, degraded, segments
