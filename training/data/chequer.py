"""The pattern that transposed convolutions leave in logits (Odena et al., "Deconvolution and
Checkerboard Artifacts", 2016), which frays a mask where the model is unsure."""

import numpy as np

# Cells after which it repeats: two transposed convolutions double the embedding's side each.
PERIOD = 4


def without_chequer(logits: np.ndarray) -> np.ndarray:
    """float32 [M, M], M a multiple of 4, to the same without what repeats with every four cells; as
    the app does it (src/mask/without-chequer.ts)."""
    smooth = _filtered(logits, step=1, weights=(1 / 8, 2 / 8, 2 / 8, 2 / 8, 1 / 8))
    return logits - _filtered(logits - smooth, step=PERIOD, weights=(1 / 5,) * 5)


def _filtered(values: np.ndarray, *, step: int, weights: tuple[float, ...]) -> np.ndarray:
    """Both ways; beyond the ends, the last cell of the same place in the step stands for all."""
    for axis in (0, 1):
        size = values.shape[axis]
        cells = np.arange(size)
        first, last = cells % step, size - step + cells % step
        weighed = [
            np.float32(weight) * values.take(np.clip(cells + k * step, first, last), axis=axis)
            for k, weight in zip(range(-2, 3), weights, strict=True)
        ]
        values = np.sum(weighed, axis=0)
    return values
