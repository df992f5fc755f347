"""Robust Output Token (ROT): takes the place of SAM's mask tokens before the transformer."""

from torch import Tensor, nn

from .mask_decoder import MASKS


class RobustOutputToken(nn.Module):
    def __init__(self, *, channels: int = 256):
        super().__init__()
        self.tokens = nn.Embedding(MASKS, channels)

    def forward(self) -> Tensor:
        """[4, C]: the single mask and the three candidates."""
        return self.tokens.weight
