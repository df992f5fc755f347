"""Several processes that share every batch, as torchrun starts them."""

import os
from dataclasses import dataclass

import torch
from torch import distributed, nn


@dataclass(frozen=True, kw_only=True)
class Share:
    """Process `rank` of `world`."""

    rank: int = 0
    world: int = 1


def join_processes() -> tuple[Share, torch.device]:
    """Alone where torchrun has not started us; a GPU each where there are any."""
    share = Share(rank=int(os.environ.get("RANK", 0)), world=int(os.environ.get("WORLD_SIZE", 1)))
    local = int(os.environ.get("LOCAL_RANK", 0))
    device = torch.device("cuda", local) if torch.cuda.is_available() else torch.device("cpu")
    if share.world > 1:
        distributed.init_process_group("nccl" if device.type == "cuda" else "gloo")
    return share, device


def mean_over_processes(
    losses: dict[str, float], share: Share, device: torch.device
) -> dict[str, float]:
    if share.world == 1:
        return losses
    values = torch.tensor(list(losses.values()), device=device)
    distributed.all_reduce(values)
    return dict(zip(losses, (values / share.world).tolist(), strict=True))


def share_gradients(module: nn.Module, share: Share) -> None:
    """Means over processes, for what DistributedDataParallel does not wrap."""
    if share.world == 1:
        return
    parameters = [p for p in module.parameters() if p.grad is not None]
    flat = torch.cat([p.grad.flatten() for p in parameters])
    distributed.all_reduce(flat)
    parts = (flat / share.world).split([p.numel() for p in parameters])
    for parameter, part in zip(parameters, parts, strict=True):
        parameter.grad = part.view_as(parameter)
