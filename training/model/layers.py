"""Small layers that several boxes share."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class LayerNorm2d(nn.Module):
    """Normalises the channels of every pixel; [B, C, H, W] to the same."""

    def __init__(self, *, channels: int, epsilon: float = 1e-6):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.epsilon = epsilon

    def forward(self, x: Tensor) -> Tensor:
        x = x.permute(0, 2, 3, 1)
        x = F.layer_norm(x, self.weight.shape, self.weight, self.bias, self.epsilon)
        return x.permute(0, 3, 1, 2)


class Mlp(nn.Module):
    """Linear layers with ReLU between; [..., inputs] to [..., outputs]."""

    def __init__(self, *, inputs: int, hidden: int, outputs: int, depth: int = 3):
        super().__init__()
        sizes = [inputs, *[hidden] * (depth - 1), outputs]
        self.layers = nn.ModuleList(
            nn.Linear(a, b) for a, b in zip(sizes[:-1], sizes[1:], strict=True)
        )

    def forward(self, x: Tensor) -> Tensor:
        for layer in self.layers[:-1]:
            x = F.relu(layer(x))
        return self.layers[-1](x)


class Windows:
    """Cuts maps into square windows, padded with zeros at right and bottom, and back."""

    def __init__(self, *, side: int):
        self.side = side

    def cut(self, x: Tensor) -> Tensor:
        """[B, H, W, C] to [B * windows, side, side, C]."""
        batch, height, width, channels = x.shape
        s = self.side
        x = F.pad(x, (0, 0, 0, -width % s, 0, -height % s))
        rows, columns = x.shape[1] // s, x.shape[2] // s
        x = x.reshape(batch, rows, s, columns, s, channels).transpose(2, 3)
        return x.reshape(batch * rows * columns, s, s, channels)

    def join(self, x: Tensor, *, height: int, width: int) -> Tensor:
        """[B * windows, side, side, C] to [B, H, W, C]."""
        s = self.side
        rows, columns = -(-height // s), -(-width // s)
        x = x.reshape(-1, rows, columns, s, s, x.shape[-1]).transpose(2, 3)
        x = x.reshape(x.shape[0], rows * s, columns * s, x.shape[-1])
        return x[:, :height, :width]
