"""Batch norm whose statistics are those of the whole batch, however many processes share it."""

import torch
from torch import Tensor, distributed, nn
from torch.distributed.nn.functional import all_reduce


class SharedBatchNorm2d(nn.BatchNorm2d):
    """[B, C, H, W] to the same. PyTorch's own for many processes does not run on CPUs."""

    def forward(self, x: Tensor) -> Tensor:
        if not (self.training and distributed.is_initialized()):
            return super().forward(x)
        count = x.numel() // x.shape[1] * distributed.get_world_size()
        sums = torch.stack([x.float().sum((0, 2, 3)), x.float().square().sum((0, 2, 3))])
        mean, square = all_reduce(sums) / count
        variance = square - mean.square()
        self._remember(mean.detach(), variance.detach() * count / (count - 1))
        scale = self.weight * torch.rsqrt(variance + self.eps)
        return x * scale[:, None, None] + (self.bias - mean * scale)[:, None, None]

    @torch.no_grad()
    def _remember(self, mean: Tensor, variance: Tensor) -> None:
        self.num_batches_tracked += 1
        self.running_mean.lerp_(mean, self.momentum)
        self.running_var.lerp_(variance, self.momentum)
