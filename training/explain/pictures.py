"""Maps as pictures, cut to the photo's part of the square; uint8 [H, W, 3]."""

import math

import numpy as np
import torch
from torch import Tensor

# Shared with the app's heat maps: src/ui/explanation/heat-map.ts.
FULL_COLOUR = 5
MIDDLE, INSIDE, OUTSIDE = (np.array(c) for c in ((246, 246, 246), (205, 92, 0), (0, 92, 175)))
# Deviations from the mean that reach the ends of a colour's range.
REACH = 2.5


def heat_map(logits: Tensor, shown: tuple[float, float]) -> np.ndarray:
    """logits [H, W]: warm inside, cold outside, black the last cells before an edge."""
    values = on_photo(logits[None], shown)[0].numpy()
    share = np.clip(np.abs(values) / FULL_COLOUR, 0, 1)[..., None]
    picture = MIDDLE + share * (np.where((values > 0)[..., None], INSIDE, OUTSIDE) - MIDDLE)
    inside = np.pad(values > 0, ((0, 1), (0, 1)), mode="edge")
    edge = (inside[:-1, :-1] != inside[1:, :-1]) | (inside[:-1, :-1] != inside[:-1, 1:])
    picture[edge] = 0
    return picture.round().astype(np.uint8)


def feature_picture(x: Tensor, shown: tuple[float, float]) -> np.ndarray:
    """x [C, H, W]: the mean over channels, beside the first three principal components as RGB."""
    x = on_photo(x, shown).float()
    return np.concatenate([_grey(x.mean(dim=0)), _components(x)], axis=1)


def on_photo(x: Tensor, shown: tuple[float, float]) -> Tensor:
    """[C, H, W] without what lies beyond the photo."""
    height, width = (
        max(1, math.ceil(cells * share)) for cells, share in zip(x.shape[1:], shown, strict=True)
    )
    return x[:, :height, :width]


def _grey(x: Tensor) -> np.ndarray:
    span = (x.max() - x.min()).clamp_min(1e-12)
    grey = (255 * (x - x.min()) / span).round().to(torch.uint8).numpy()
    return np.repeat(grey[..., None], 3, axis=2)


def _components(x: Tensor) -> np.ndarray:
    channels, height, width = x.shape
    rows = x.flatten(1).T.double()
    rows = rows - rows.mean(dim=0)
    _, vectors = torch.linalg.eigh(rows.T @ rows)
    # Ascending; a sign of its own keeps a picture the same from run to run.
    vectors = vectors[:, -min(3, channels) :].flip(1)
    peaks = vectors.gather(0, vectors.abs().argmax(dim=0, keepdim=True))
    reached = rows @ (vectors * peaks.sign())
    reached = reached / (REACH * reached.pow(2).mean(dim=0).sqrt().clamp_min(1e-12))
    colours = (127.5 + 127.5 * reached).clamp(0, 255).round().to(torch.uint8).numpy()
    picture = np.full((height * width, 3), 128, dtype=np.uint8)
    picture[:, : colours.shape[1]] = colours
    return picture.reshape(height, width, 3)
