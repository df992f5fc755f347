"""A run's state on disk: config, head, optimiser, and how many steps are done."""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LRScheduler

from config import TrainConfig, from_dict, to_dict

VERSION = 1


@dataclass(frozen=True, kw_only=True)
class TrainState:
    head: nn.Module
    optimiser: Optimizer
    scheduler: LRScheduler


def save_checkpoint(path: Path, *, config: TrainConfig, state: TrainState, steps: int) -> None:
    content = {
        "version": VERSION,
        "config": to_dict(config),
        "steps": steps,
        "head": state.head.state_dict(),
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
    state.head.load_state_dict(content["head"])
    state.optimiser.load_state_dict(content["optimiser"])
    state.scheduler.load_state_dict(content["scheduler"])
    return content["steps"]


def read_config(path: Path) -> TrainConfig:
    return from_dict(TrainConfig, torch.load(path, map_location="cpu", weights_only=True)["config"])


def load_head(path: Path, head: nn.Module) -> None:
    head.load_state_dict(torch.load(path, map_location="cpu", weights_only=True)["head"])
