"""A run's state on disk: config, what is trained, optimiser, and how many steps are done."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LRScheduler

from config import TrainConfig, from_dict, to_dict
from model.robust_sam import RobustSam

VERSION = 1


@dataclass(frozen=True, kw_only=True)
class TrainState:
    model: RobustSam
    optimiser: Optimizer
    scheduler: LRScheduler


def save_checkpoint(path: Path, *, config: TrainConfig, state: TrainState, steps: int) -> None:
    content = {
        "version": VERSION,
        "config": to_dict(config),
        "steps": steps,
        **trained_parts(state.model),
        "optimiser": state.optimiser.state_dict(),
        "scheduler": state.scheduler.state_dict(),
    }
    part = path.with_suffix(".part")
    torch.save(content, part)
    part.rename(path)


def resume_checkpoint(path: Path, *, config: TrainConfig, state: TrainState) -> int:
    """Returns the steps done. The config must be the same: half a run each is neither."""
    content = torch.load(path, map_location="cpu", weights_only=True)
    if from_dict(TrainConfig, content["config"]) != config:
        raise ValueError(f"{path} was trained with another config")
    load_parts(content, state.model)
    state.optimiser.load_state_dict(content["optimiser"])
    state.scheduler.load_state_dict(content["scheduler"])
    return content["steps"]


def read_config(path: Path) -> TrainConfig:
    return from_dict(TrainConfig, torch.load(path, map_location="cpu", weights_only=True)["config"])


def load_trained(path: Path, model: RobustSam) -> None:
    """Head and adapter of a checkpoint, of a published file, or of either alone."""
    load_parts(torch.load(path, map_location="cpu", weights_only=True), model)


def trained_parts(model: RobustSam) -> dict[str, dict[str, Tensor]]:
    parts = {"head": model.head.state_dict()}
    return parts | ({"adapter": model.adapter.state_dict()} if model.adapter else {})


def load_parts(content: dict[str, Any], model: RobustSam) -> None:
    if "head" in content:
        model.head.load_state_dict(content["head"])
    if model.adapter and "adapter" in content:
        model.adapter.load_state_dict(content["adapter"])


def adapter_digest(model: RobustSam) -> str | None:
    """Tells one adapter from another; None where there is none."""
    if model.adapter is None:
        return None
    digest = hashlib.sha256()
    for name, tensor in sorted(model.adapter.state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.float().cpu().numpy().astype("<f4").tobytes())
    return digest.hexdigest()[:16]
