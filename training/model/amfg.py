"""Anti-Degradation Mask Feature Generation (AMFG), applied to early, final and mask features."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .batch_norm import SharedBatchNorm2d
from .fourier import FourierSuppression
from .parts import ALL_PARTS, Parts

REDUCTION = 16
SELECTOR_SIDE = 4


class Amfg(nn.Module):
    """Steps 1 to 4 and the 3x3 convolution that merges; [B, C, H, W] to the same."""

    def __init__(self, *, channels: int, parts: Parts = ALL_PARTS):
        super().__init__()
        self.norm_branches = NormBranches(channels=channels, parts=parts)
        self.channel_attention = ChannelAttention(channels=2 * channels)
        self.fourier = FourierSuppression(channels=2 * channels) if parts.fourier else nn.Identity()
        self.merge = nn.Conv2d(2 * channels, channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        x = torch.cat([x, self.norm_branches(x)], dim=1)
        return self.merge(self.fourier(self.channel_attention(x)))


class NormBranches(nn.Module):
    """Batch norm keeps detail, instance norm takes "style", that is degradation, away; after
    URIE, which also selects between them."""

    def __init__(self, *, channels: int, parts: Parts):
        super().__init__()
        self.parts = parts
        self.batch_norm = SharedBatchNorm2d(channels)
        self.batch_conv = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.instance_conv = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.selector = Selector(channels=channels)

    def forward(self, x: Tensor) -> Tensor:
        detail = self.batch_conv(F.leaky_relu(self.batch_norm(x)))
        style_free = self.instance_conv(F.leaky_relu(F.instance_norm(x)))
        if not self.parts.instance_branch:
            return detail
        if not self.parts.batch_branch:
            return style_free
        detail_weight, style_free_weight = self.selector(detail + style_free)
        return detail_weight * detail + style_free_weight * style_free


class Selector(nn.Module):
    """[B, C, H, W] to two weights of that shape that add up to 1, constant on a 4x4 grid."""

    def __init__(self, *, channels: int):
        super().__init__()
        cells = channels * SELECTOR_SIDE**2
        self.squeeze = nn.Linear(cells, cells // REDUCTION, bias=False)
        self.batch_weight = nn.Linear(cells // REDUCTION, cells)
        self.instance_weight = nn.Linear(cells // REDUCTION, cells)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        # Plain numbers, so an exported graph holds no arithmetic on shapes.
        height, width = map(int, x.shape[2:])
        pooled = F.avg_pool2d(x, (height // SELECTOR_SIDE, width // SELECTOR_SIDE))
        hidden = F.relu(self.squeeze(pooled.flatten(1)))
        # The softmax of two is the sigmoid of their difference.
        first = torch.sigmoid(self.batch_weight(hidden) - self.instance_weight(hidden))
        first = first.unflatten(1, (-1, SELECTOR_SIDE, SELECTOR_SIDE))
        first = F.interpolate(first, size=(height, width), mode="nearest")
        return first, 1 - first


class ChannelAttention(nn.Module):
    """Squeeze and excitation; [B, C, H, W] to the same."""

    def __init__(self, *, channels: int):
        super().__init__()
        self.squeeze = nn.Linear(channels, channels // REDUCTION)
        self.excite = nn.Linear(channels // REDUCTION, channels)

    def forward(self, x: Tensor) -> Tensor:
        pooled = x.mean(dim=(2, 3))
        weights = torch.sigmoid(self.excite(F.relu(self.squeeze(pooled))))
        return x * weights[:, :, None, None]
