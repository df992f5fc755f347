"""Attention inside windows with a learned bias per distance, as TinyViT has it."""

import torch
from torch import Tensor, nn


class WindowAttention(nn.Module):
    """[windows, side, side, C] to the same; padding takes part, as it does in TinyViT.

    `attention_bias` [heads, side * side] holds a value per |dy| * side + |dx|.
    """

    def __init__(self, *, channels: int, heads: int, window: int):
        super().__init__()
        self.heads = heads
        self.norm = nn.LayerNorm(channels)
        self.qkv = nn.Linear(channels, 3 * channels)
        self.proj = nn.Linear(channels, channels)
        self.attention_bias = nn.Parameter(torch.zeros(heads, window * window))
        self.register_buffer("distances", window_distances(window), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        count, side, _, channels = x.shape
        # Columns of qkv are ordered head, then query, key and value.
        qkv = self.qkv(self.norm(x)).reshape(count, side * side, self.heads, 3, -1)
        query, key, value = qkv.permute(3, 0, 2, 1, 4)
        # Spelled out: PyTorch's own looks through every mask for rows that are all forbidden.
        scores = query * query.shape[-1] ** -0.5 @ key.transpose(2, 3)
        x = (scores + self.attention_bias[:, self.distances]).softmax(dim=3) @ value
        return self.proj(x.transpose(1, 2).reshape(count, side, side, channels))


def window_distances(side: int) -> Tensor:
    """[side^2, side^2], |dy| * side + |dx| between two tokens of a window."""
    y, x = torch.arange(side * side) // side, torch.arange(side * side) % side
    return (y[:, None] - y).abs() * side + (x[:, None] - x).abs()
