import numpy as np
import torch
from torch.nn import functional as F

from data.chequer import without_chequer
from data.model_input import logits_to_mask

SIZE = 64


def test_a_pattern_that_repeats_goes_and_its_mean_stays() -> None:
    tile = np.random.default_rng(0).normal(size=(4, 4)).astype(np.float32)
    even = without_chequer(np.tile(tile, (SIZE // 4, SIZE // 4)))
    np.testing.assert_allclose(even[12:-12, 12:-12], tile.mean(), atol=1e-5)


def test_it_is_a_mean_over_each_place_in_the_pattern() -> None:
    """Written with PyTorch's own layers."""
    logits = np.random.default_rng(0).normal(size=(SIZE, SIZE)).astype(np.float32)
    x = torch.from_numpy(logits)[None, None]
    taps = torch.tensor([1.0, 2, 2, 2, 1]) / 8
    smooth = F.conv2d(F.pad(x, (2,) * 4, mode="replicate"), torch.outer(taps, taps)[None, None])
    places = F.pad(F.pixel_unshuffle(x - smooth, 4), (2,) * 4, mode="replicate")
    pattern = F.pixel_shuffle(F.avg_pool2d(places, 5, stride=1), 4)
    np.testing.assert_allclose(without_chequer(logits), (x - pattern)[0, 0], atol=1e-5)


def test_logits_without_a_chequer_are_left_as_they_are() -> None:
    tile = np.where(np.indices((4, 4)).sum(axis=0) % 2, 3, -1).astype(np.float32)
    logits = np.tile(tile, (64, 64))
    as_is = logits_to_mask(logits, height=256, width=256, has_chequer=False)
    np.testing.assert_array_equal(as_is, logits > 0)
    assert logits_to_mask(logits, height=256, width=256).all()
