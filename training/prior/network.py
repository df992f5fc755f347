"""The restorer: one small design for both tasks, of equally many parameters with any prior or none."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .segments import mean_in_segments

LEVELS = 2


class Block(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.convolutions = nn.Sequential(
            nn.Conv2d(width, width, 3, padding=1), nn.GELU(), nn.Conv2d(width, width, 3, padding=1)
        )

    def forward(self, x: Tensor) -> Tensor:
        return x + self.convolutions(x)


class Restorer(nn.Module):
    """A U-Net that says what to add to the photo."""

    def __init__(self, width: int):
        super().__init__()
        widths = [width << level for level in range(LEVELS + 1)]
        self.first = nn.Conv2d(3, width, 3, padding=1)
        self.prior = nn.Conv2d(2 * width, width, 1)
        self.down_blocks = nn.ModuleList(Block(w) for w in widths)
        self.downs = nn.ModuleList(nn.Conv2d(w, 2 * w, 2, stride=2) for w in widths[:-1])
        self.ups = nn.ModuleList(nn.ConvTranspose2d(2 * w, w, 2, stride=2) for w in widths[:-1])
        self.up_blocks = nn.ModuleList(Block(w) for w in widths[:-1])
        self.last = nn.Conv2d(width, 3, 3, padding=1)
        # At first the photo stays as it is.
        nn.init.zeros_(self.last.weight)
        nn.init.zeros_(self.last.bias)

    def forward(self, photo: Tensor, segments: Tensor) -> Tensor:
        """photo float32 [B, 3, H, W], 0 to 1, and segments int64 [B, H, W], all 0 without a prior: the
        restored photo, of the same shape."""
        height, width = photo.shape[2:]
        step = 1 << LEVELS
        edges = (0, -width % step, 0, -height % step)
        # Before it is padded: what is repeated at the edges has no part in the means.
        x = self.first(photo)
        x = self.prior(torch.cat([x, mean_in_segments(x, segments)], dim=1))
        x = F.pad(x, edges, mode="replicate")
        kept = []
        for block, down in zip(self.down_blocks, self.downs, strict=False):
            x = block(x)
            kept.append(x)
            x = down(x)
        x = self.down_blocks[-1](x)
        for level in reversed(range(LEVELS)):
            x = self.up_blocks[level](self.ups[level](x) + kept[level])
        return photo + self.last(x)[:, :, :height, :width]
