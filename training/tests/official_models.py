"""The authors' model, with weights that leave no part of it silent."""

import numpy as np
import torch

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
