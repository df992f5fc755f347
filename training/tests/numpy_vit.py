"""SAM's ViT in NumPy, from the checkpoint's own names, written for clearness and one photo."""

import math
from collections.abc import Mapping

import numpy as np

Array = np.ndarray
Weights = Mapping[str, Array]


def embed_and_run_blocks(
    weights: Weights, image: Array, *, heads: int, windows: list[int]
) -> list[Array]:
    """image [3, S, S] to the output [S/16, S/16, C] of every block; a window of 0 is the whole."""
    kernel = weights["patch_embed.proj.weight"]
    side = image.shape[1] // 16
    patches = image.reshape(3, side, 16, side, 16)
    x = np.einsum("cyiuj,ocij->yuo", patches, kernel) + weights["patch_embed.proj.bias"]
    x = x + weights["pos_embed"][0]
    outputs = []
    for index, window in enumerate(windows):
        block = _part(weights, f"blocks.{index}")
        x = x + _attend(block, _norm(x, block, "norm1"), heads, window or side)
        hidden = _linear(_norm(x, block, "norm2"), block, "mlp.lin1")
        hidden = hidden * (1 + np.vectorize(math.erf)(hidden / math.sqrt(2))) / 2
        x = x + _linear(hidden, block, "mlp.lin2")
        outputs.append(x)
    return outputs


def _attend(block: Weights, x: Array, heads: int, window: int) -> Array:
    """Window by window; outside the photo a window holds zeros."""
    height, width = x.shape[:2]
    rows, columns = -(-height // window), -(-width // window)
    padded = np.zeros((rows * window, columns * window, x.shape[2]))
    padded[:height, :width] = x
    result = np.zeros_like(padded)
    for top in range(0, padded.shape[0], window):
        for left in range(0, padded.shape[1], window):
            place = np.s_[top : top + window, left : left + window]
            result[place] = _attend_within(block, padded[place], heads)
    return result[:height, :width]


def _attend_within(block: Weights, x: Array, heads: int) -> Array:
    side, _, channels = x.shape
    tokens = x.reshape(-1, channels)
    query, key, value = np.split(_linear(tokens, block, "attn.qkv"), 3, axis=1)
    part = channels // heads
    result = np.zeros_like(tokens)
    for head in range(heads):
        cut = np.s_[:, head * part : (head + 1) * part]
        q, k, v = query[cut], key[cut], value[cut]
        scores = q @ k.T / math.sqrt(part)
        for a in range(side * side):
            for b in range(side * side):
                down, across = a // side - b // side, a % side - b % side
                scores[a, b] += q[a] @ block["attn.rel_pos_h"][down + side - 1]
                scores[a, b] += q[a] @ block["attn.rel_pos_w"][across + side - 1]
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        result[cut] = weights / weights.sum(axis=1, keepdims=True) @ v
    return _linear(result, block, "attn.proj").reshape(x.shape)


def _norm(x: Array, weights: Weights, name: str) -> Array:
    x = (x - x.mean(axis=-1, keepdims=True)) / np.sqrt(x.var(axis=-1, keepdims=True) + 1e-6)
    return x * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _linear(x: Array, weights: Weights, name: str) -> Array:
    return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def _part(weights: Weights, prefix: str) -> Weights:
    start = f"{prefix}."
    return {name[len(start) :]: w for name, w in weights.items() if name.startswith(start)}
