"""Anti-Degradation Output Token Generation (AOTG): instance norm and an MLP on T_RO."""

from torch import Tensor, nn
from torch.nn import functional as F


class TokenGenerator(nn.Module):
    """T_RO [B, 4, C] to T^_RO [B, 4, C]: norm over the token, MLP C-C."""

    def __init__(self, *, channels: int = 256):
        super().__init__()
        self.mlp = nn.Sequential(
            nn.Linear(channels, channels), nn.ReLU(), nn.Linear(channels, channels)
        )

    def forward(self, tokens: Tensor) -> Tensor:
        return self.mlp(normalise_tokens(tokens))


class PublishedTokenGenerator(nn.Module):
    """As in the public code: normalised twice, then only a quarter of a token is read.

    The public code views a token as 4 rows of C / 4, each of which becomes a mask channel: 16 for
    4 tokens, of which inference takes the first. The first row is what counts for the four masks.
    """

    def __init__(self, *, channels: int = 256, rows: int = 4):
        super().__init__()
        self.row = channels // rows
        self.mlp = nn.Sequential(
            nn.Linear(self.row, self.row), nn.ReLU(), nn.Linear(self.row, channels)
        )

    def forward(self, tokens: Tensor) -> Tensor:
        tokens = normalise_tokens(normalise_tokens(tokens))
        return self.mlp(tokens[..., : self.row])


def normalise_tokens(tokens: Tensor) -> Tensor:
    """Instance norm without parameters over the last axis."""
    return F.layer_norm(tokens, tokens.shape[-1:])
