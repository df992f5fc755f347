"""SAM's ViT image encoder (B, L and H), for the official RobustSAM checkpoints."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .features import ImageFeatures
from .layers import LayerNorm2d, Windows

PATCH = 16
EPSILON = 1e-6
# 64 MiB of float32: what a WebGPU device takes in one buffer, with room to spare.
MOST_SCORES = 2**24


@dataclass(frozen=True, kw_only=True)
class VitSize:
    width: int
    depth: int
    heads: int
    global_blocks: tuple[int, ...]
    window: int = 14
    grid: int = 64


VIT_SIZES = {
    "vit_b": VitSize(width=768, depth=12, heads=12, global_blocks=(2, 5, 8, 11)),
    "vit_l": VitSize(width=1024, depth=24, heads=16, global_blocks=(5, 11, 17, 23)),
    "vit_h": VitSize(width=1280, depth=32, heads=16, global_blocks=(7, 15, 23, 31)),
}


class Vit(nn.Module):
    """Normalised image [B, 3, 16 * grid, 16 * grid] to ImageFeatures."""

    def __init__(self, *, size: VitSize, channels: int = 256):
        super().__init__()
        self.global_blocks = size.global_blocks
        self.patch_embed = PatchEmbedding(width=size.width)
        self.pos_embed = nn.Parameter(torch.zeros(1, size.grid, size.grid, size.width))
        self.blocks = nn.ModuleList(
            Block(
                width=size.width,
                heads=size.heads,
                window=None if index in size.global_blocks else size.window,
                grid=size.grid,
            )
            for index in range(size.depth)
        )
        self.neck = nn.Sequential(
            nn.Conv2d(size.width, channels, 1, bias=False),
            LayerNorm2d(channels=channels),
            nn.Conv2d(channels, channels, 3, padding=1, bias=False),
            LayerNorm2d(channels=channels),
        )

    def forward(self, image: Tensor) -> ImageFeatures:
        x = self.patch_embed(image) + self.pos_embed
        stages = []
        for index, block in enumerate(self.blocks):
            x = block(x)
            if index in self.global_blocks:
                stages.append(x.permute(0, 3, 1, 2))
        return ImageFeatures(embedding=self.neck(x.permute(0, 3, 1, 2)), stages=tuple(stages))


class PatchEmbedding(nn.Module):
    """[B, 3, H, W] to [B, H/16, W/16, width]."""

    def __init__(self, *, width: int):
        super().__init__()
        self.proj = nn.Conv2d(3, width, PATCH, stride=PATCH)

    def forward(self, image: Tensor) -> Tensor:
        return self.proj(image).permute(0, 2, 3, 1)


class Block(nn.Module):
    """[B, H, W, width] to the same; attention inside windows, or over the whole grid."""

    def __init__(self, *, width: int, heads: int, window: int | None, grid: int):
        super().__init__()
        self.windows = Windows(side=window or grid)
        self.norm1 = nn.LayerNorm(width, eps=EPSILON)
        self.attn = Attention(width=width, heads=heads, side=window or grid)
        self.norm2 = nn.LayerNorm(width, eps=EPSILON)
        self.mlp = BlockMlp(width=width, hidden=4 * width)

    def forward(self, x: Tensor) -> Tensor:
        height, width = x.shape[1:3]
        # Padding comes after the norm, so it is zeros for attention.
        attended = self.attn(self.windows.cut(self.norm1(x)))
        x = x + self.windows.join(attended, height=height, width=width)
        return x + self.mlp(self.norm2(x))


class BlockMlp(nn.Module):
    def __init__(self, *, width: int, hidden: int):
        super().__init__()
        self.lin1 = nn.Linear(width, hidden)
        self.lin2 = nn.Linear(hidden, width)

    def forward(self, x: Tensor) -> Tensor:
        return self.lin2(F.gelu(self.lin1(x)))


class Attention(nn.Module):
    """[B, side, side, width] to the same, with a learned bias per vertical and horizontal offset.

    rel_pos_h and rel_pos_w [2 * side - 1, head width]: row `offset + side - 1`.
    """

    def __init__(self, *, width: int, heads: int, side: int):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)
        self.rel_pos_h = nn.Parameter(torch.zeros(2 * side - 1, width // heads))
        self.rel_pos_w = nn.Parameter(torch.zeros(2 * side - 1, width // heads))
        places = torch.arange(side)
        offsets = places[:, None] - places + side - 1
        self.register_buffer("offsets", offsets, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        batch, side, _, width = x.shape
        qkv = self.qkv(x).reshape(batch, side * side, 3, self.heads, -1)
        tables = self.rel_pos_h[self.offsets], self.rel_pos_w[self.offsets]
        vertical, horizontal = (table.transpose(1, 2) for table in tables)
        # As many heads at a time as keep the scores within one buffer.
        step = max(1, MOST_SCORES // (batch * side**4))
        parts = (part.split(step, dim=1) for part in qkv.permute(2, 0, 3, 1, 4))
        attended = [
            attend(query, key, value, vertical=vertical, horizontal=horizontal)
            for query, key, value in zip(*parts, strict=True)
        ]
        x = torch.cat(attended, dim=1).transpose(1, 2)
        return self.proj(x.reshape(batch, side, side, width))


def attend(
    query: Tensor, key: Tensor, value: Tensor, *, vertical: Tensor, horizontal: Tensor
) -> Tensor:
    """Each [B, heads, side^2, c], to the same; biases per offset [side, c, side]."""
    side = vertical.shape[0]
    scores = query * query.shape[-1] ** -0.5 @ key.transpose(2, 3)
    unscaled = query.unflatten(2, (side, side))
    down = (unscaled @ vertical).flatten(2, 3)
    across = (unscaled.transpose(2, 3) @ horizontal).transpose(2, 3).flatten(2, 3)
    bias = down.unsqueeze(4) + across.unsqueeze(3)
    scores = scores.unflatten(3, (side, side)) + bias
    return scores.flatten(3).softmax(dim=3) @ value
