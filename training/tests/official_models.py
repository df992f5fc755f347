"""The authors' model, with weights that leave no part of it silent, and what it is asked."""

from functools import cache

import numpy as np
import torch
from torch import Tensor

from model.official import build_official, published_state
from model.robust_sam import RobustSam
from model.vit import VitSize


def random_official(size: str | VitSize) -> RobustSam:
    torch.manual_seed(6)
    model = build_official(size)
    for name, tensor in model.state_dict().items():
        if name.endswith(("batch_norm.weight", "running_var")):
            tensor.uniform_(0.5, 2)
        elif name.startswith("head.") and name.endswith(("bias", "running_mean")):
            tensor.normal_(std=0.1)
        elif "rel_pos" in name or name.endswith("pos_embed"):
            tensor.normal_(std=0.2)
    return model


def decoder_weights(model: RobustSam) -> dict[str, np.ndarray]:
    """By their published names below `mask_decoder`, in float64."""
    prefix = "mask_decoder."
    return {
        name.removeprefix(prefix): tensor.double().numpy()
        for name, tensor in published_state(model).items()
        if name.startswith(prefix)
    }


@cache
def photo() -> Tensor:
    """Grain with a soft structure, its lower quarter padding."""
    generator = torch.Generator().manual_seed(3)
    coarse = torch.randn(1, 3, 32, 32, generator=generator)
    image = torch.nn.functional.interpolate(coarse, size=(1024, 1024), mode="bilinear")
    image += 0.2 * torch.randn(image.shape, generator=generator)
    image[:, :, 768:] = 0
    return image


def prompt_feeds(points: list[list[float]], has_mask: float) -> dict[str, Tensor]:
    rows = torch.tensor(points, dtype=torch.float32)[None]
    mask = torch.randn(1, 1, 256, 256, generator=torch.Generator().manual_seed(5))
    return {
        "point_coords": rows[:, :, :2],
        "point_labels": rows[:, :, 2],
        "mask_input": mask,
        "has_mask_input": torch.tensor([has_mask]),
    }
