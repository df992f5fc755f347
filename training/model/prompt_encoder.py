"""SAM's prompt encoder (frozen): clicks, boxes and earlier masks to tokens and a dense map."""

import math

import torch
from torch import Tensor, nn

from .layers import LayerNorm2d
from .prompt import PADDING, Prompt

POINT_KINDS = 4


class PromptEncoder(nn.Module):
    def __init__(self, *, channels: int = 256, grid: int = 64, image_size: int = 1024):
        super().__init__()
        self.grid, self.image_size = grid, image_size
        self.pe_layer = RandomPositions(channels=channels)
        self.point_embeddings = nn.ModuleList(nn.Embedding(1, channels) for _ in range(POINT_KINDS))
        self.not_a_point_embed = nn.Embedding(1, channels)
        self.no_mask_embed = nn.Embedding(1, channels)
        self.mask_downscaling = nn.Sequential(
            nn.Conv2d(1, 4, 2, stride=2),
            LayerNorm2d(channels=4),
            nn.GELU(),
            nn.Conv2d(4, 16, 2, stride=2),
            LayerNorm2d(channels=16),
            nn.GELU(),
            nn.Conv2d(16, channels, 1),
        )

    def forward(self, prompt: Prompt) -> tuple[Tensor, Tensor]:
        """Sparse tokens [B, N, C] and dense map [B, C, grid, grid] or [1, C, 1, 1]."""
        return self.encode_points(prompt.coords, prompt.labels), self.encode_mask(prompt)

    def encode_points(self, coords: Tensor, labels: Tensor) -> Tensor:
        """[B, N, 2] and [B, N] to [B, N, C]."""
        # From the pixel's middle to its place between the edges.
        places = (coords + 0.5) / self.image_size
        is_padding = (labels == PADDING).unsqueeze(-1).to(places.dtype)
        points = self.pe_layer(places) * (1 - is_padding)
        kinds = [self.not_a_point_embed, *self.point_embeddings]
        for label, kind in enumerate(kinds, start=PADDING):
            points = points + kind.weight * (labels == label).unsqueeze(-1).to(points.dtype)
        return points

    def encode_mask(self, prompt: Prompt) -> Tensor:
        absent = self.no_mask_embed.weight[:, :, None, None]
        if prompt.mask is None:
            return absent
        present = self.mask_downscaling(prompt.mask)
        if prompt.has_mask is None:
            return present
        has_mask = prompt.has_mask.reshape(-1, 1, 1, 1).to(present.dtype)
        return present * has_mask + absent * (1 - has_mask)

    def grid_positions(self) -> Tensor:
        """[1, C, grid, grid], the positional encoding of the embedding's cells."""
        middles = (
            torch.arange(self.grid, device=self.no_mask_embed.weight.device) + 0.5
        ) / self.grid
        y, x = torch.meshgrid(middles, middles, indexing="ij")
        return self.pe_layer(torch.stack([x, y], dim=-1)).permute(2, 0, 1).unsqueeze(0)


class RandomPositions(nn.Module):
    """Random Fourier features of places in 0..1; [..., 2] (x, y) to [..., C]."""

    def __init__(self, *, channels: int):
        super().__init__()
        matrix = torch.randn(2, channels // 2)
        self.register_buffer("positional_encoding_gaussian_matrix", matrix)

    def forward(self, places: Tensor) -> Tensor:
        angles = 2 * math.pi * ((2 * places - 1) @ self.positional_encoding_gaussian_matrix)
        return torch.cat([angles.sin(), angles.cos()], dim=-1)
