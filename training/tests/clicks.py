"""Prompts that are asked of exported decoders, and how far their masks differ."""

import numpy as np
import torch

from contract import CONTRACT, IMAGE_SIZE
from model.prompt import Prompt

LABELS = CONTRACT["labels"]
INCLUDE, EXCLUDE, PADDING = LABELS["include"], LABELS["exclude"], LABELS["padding"]
BOX = [([90, 300, LABELS["boxTopLeft"]]), ([820, 1000, LABELS["boxBottomRight"]])]
POINT, NO_POINT = [450, 230, INCLUDE], [0, 0, PADDING]

# x, y in the model's picture, label.
PROMPTS = {
    "one point": [POINT, NO_POINT],
    "points in and out": [POINT, [400, 700, INCLUDE], [900, 100, EXCLUDE], NO_POINT],
    "many points": [[60 + 45 * i, 980 - 40 * i, i % 2] for i in range(20)] + [NO_POINT],
    "box": BOX,
    "box and points": [*BOX, POINT, [700, 400, EXCLUDE]],
    "point on the edge": [[0, IMAGE_SIZE, INCLUDE], NO_POINT],
}


def feeds(prompt: list[list[float]], mask: np.ndarray | None) -> dict[str, np.ndarray]:
    points = np.array(prompt, dtype=np.float32)[None]
    side = CONTRACT["mask"]["size"]
    empty = np.zeros((1, 1, side, side), dtype=np.float32)
    return {
        "point_coords": points[:, :, :2],
        "point_labels": points[:, :, 2],
        "mask_input": empty if mask is None else mask,
        "has_mask_input": np.array([mask is not None], dtype=np.float32),
    }


def torch_prompt(given: dict[str, np.ndarray]) -> Prompt:
    return Prompt(
        coords=torch.from_numpy(given["point_coords"]),
        labels=torch.from_numpy(given["point_labels"]),
        mask=torch.from_numpy(given["mask_input"]),
        has_mask=torch.from_numpy(given["has_mask_input"]),
    )


def blob() -> np.ndarray:
    """Logits of a disc, float32 [1, 1, 256, 256]."""
    y, x = np.mgrid[:256, :256]
    return (20 - np.hypot(x - 110, y - 90) / 3).astype(np.float32)[None, None]


def differing(a: np.ndarray, b: np.ndarray) -> float:
    """Share of pixels that one mask has and the other has not."""
    return np.mean((a > 0) != (b > 0))
