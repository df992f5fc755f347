"""What training adds to the weights of the frozen image encoder: W + B A (LoRA, arXiv 2106.09685).

The encoder stays as it is, for plain SAM and as the teacher; folded into it, the adapter makes
another encoder that costs as much to run.
"""

from collections.abc import Iterator
from copy import deepcopy

import torch
from torch import Tensor, nn
from torch.func import functional_call

from .features import ImageFeatures


class LowRank(nn.Module):
    """B A for a weight [outputs, ...]; zero at the start."""

    def __init__(self, weight: Tensor, *, rank: int):
        super().__init__()
        self.shape = weight.shape
        rows, columns = weight.flatten(1).shape
        self.down = nn.Parameter(torch.randn(rank, columns) * columns**-0.5)
        self.up = nn.Parameter(torch.zeros(rows, rank))

    def forward(self) -> Tensor:
        return (self.up @ self.down).reshape(self.shape)


class Shift(nn.Module):
    """Every number of its own, where that takes fewer than two factors: biases, norms, depthwise
    kernels."""

    def __init__(self, weight: Tensor):
        super().__init__()
        self.delta = nn.Parameter(torch.zeros_like(weight))

    def forward(self) -> Tensor:
        return self.delta


class Adapter(nn.Module):
    """A change for every parameter of `encoder`, by the parameter's name with / for the dots."""

    def __init__(self, encoder: nn.Module, *, rank: int):
        super().__init__()
        self.changes = nn.ModuleDict(
            {
                name.replace(".", "/"): _change(weight, rank)
                for name, weight in encoder.named_parameters()
            }
        )

    def weights(self, encoder: nn.Module) -> dict[str, Tensor]:
        """The encoder's parameters with their changes, float32."""
        return {
            name: weight.detach() + self.changes[name.replace(".", "/")]()
            for name, weight in encoder.named_parameters()
        }

    def shifts(self) -> Iterator[nn.Parameter]:
        return (change.delta for change in self.changes.values() if isinstance(change, Shift))

    def factors(self) -> Iterator[nn.Parameter]:
        for change in self.changes.values():
            if isinstance(change, LowRank):
                yield from change.parameters()


def run_adapted(encoder: nn.Module, adapter: Adapter, image: Tensor) -> ImageFeatures:
    """In the image's dtype, with gradients for the adapter. image normalised [B, 3, H, W]."""
    weights = {
        name: weight.to(dtype=image.dtype, memory_format=torch.channels_last)
        if weight.ndim == 4
        else weight.to(image.dtype)
        for name, weight in adapter.weights(encoder).items()
    }
    return functional_call(encoder, weights, image)


@torch.no_grad()
def fold_adapter(encoder: nn.Module, adapter: Adapter) -> nn.Module:
    """A frozen encoder of its own, with the adapter in its weights."""
    folded = deepcopy(encoder)
    folded.load_state_dict(adapter.weights(encoder), strict=True)
    return folded.eval().requires_grad_(False)


@torch.no_grad()
def shrink_factors(state: dict[str, Tensor], *, energy: float) -> dict[str, Tensor]:
    """An adapter's state with as few ranks as keep this share of each change's squared norm; the
    others become zeros, which an export leaves out."""
    shrunk = dict(state)
    for up in (name for name in state if name.endswith(".up")):
        down = f"{up.removesuffix('.up')}.down"
        left, sizes, right = torch.linalg.svd(state[up] @ state[down], full_matrices=False)
        rank = state[up].shape[1]
        shares = sizes.square().cumsum(0) / sizes.square().sum().clamp(min=1e-30)
        kept = min(rank, int((shares < energy).sum()) + 1)
        roots = sizes[:kept].sqrt()
        shrunk[up], shrunk[down] = torch.zeros_like(state[up]), torch.zeros_like(state[down])
        shrunk[up][:, :kept] = left[:, :kept] * roots
        shrunk[down][:kept] = roots[:, None] * right[:kept]
    return shrunk


def _change(weight: Tensor, rank: int) -> nn.Module:
    if weight.ndim < 2:
        return Shift(weight)
    rows, columns = weight.flatten(1).shape
    return LowRank(weight, rank=rank) if (rows + columns) * rank < rows * columns else Shift(weight)
