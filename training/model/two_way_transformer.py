"""SAM's two-way transformer (frozen): tokens look at the image, the image looks back."""

from torch import Tensor, nn
from torch.nn import functional as F


class TwoWayTransformer(nn.Module):
    def __init__(self, *, channels: int = 256, heads: int = 8, hidden: int = 2048, depth: int = 2):
        super().__init__()
        self.layers = nn.ModuleList(
            TwoWayLayer(channels=channels, heads=heads, hidden=hidden, is_first=index == 0)
            for index in range(depth)
        )
        self.final_attn_token_to_image = Attention(channels=channels, heads=heads, reduction=2)
        self.norm_final_attn = nn.LayerNorm(channels)

    def forward(self, *, image: Tensor, positions: Tensor, tokens: Tensor) -> tuple[Tensor, Tensor]:
        """image [B, C, H, W], positions [1, C, H, W], tokens [B, N, C].

        Returns the tokens [B, N, C] and the image as rows [B, H * W, C].
        """
        keys = image.flatten(2).transpose(1, 2)
        key_positions = positions.flatten(2).transpose(1, 2)
        places, queries = tokens, tokens
        for layer in self.layers:
            queries, keys = layer(
                queries=queries, keys=keys, places=places, key_positions=key_positions
            )
        attended = self.final_attn_token_to_image(queries + places, keys + key_positions, keys)
        return self.norm_final_attn(queries + attended), keys


class TwoWayLayer(nn.Module):
    def __init__(self, *, channels: int, heads: int, hidden: int, is_first: bool):
        super().__init__()
        self.is_first = is_first
        self.self_attn = Attention(channels=channels, heads=heads)
        self.norm1 = nn.LayerNorm(channels)
        self.cross_attn_token_to_image = Attention(channels=channels, heads=heads, reduction=2)
        self.norm2 = nn.LayerNorm(channels)
        self.mlp = TokenMlp(channels=channels, hidden=hidden)
        self.norm3 = nn.LayerNorm(channels)
        self.norm4 = nn.LayerNorm(channels)
        self.cross_attn_image_to_token = Attention(channels=channels, heads=heads, reduction=2)

    def forward(
        self, *, queries: Tensor, keys: Tensor, places: Tensor, key_positions: Tensor
    ) -> tuple[Tensor, Tensor]:
        """queries and places [B, N, C], keys and key_positions [B, M, C]."""
        if self.is_first:
            # The first tokens are their own places, so neither is added to the other.
            queries = self.self_attn(queries, queries, queries)
        else:
            placed = queries + places
            queries = queries + self.self_attn(placed, placed, queries)
        queries = self.norm1(queries)
        placed, placed_keys = queries + places, keys + key_positions
        queries = self.norm2(queries + self.cross_attn_token_to_image(placed, placed_keys, keys))
        queries = self.norm3(queries + self.mlp(queries))
        placed = queries + places
        keys = self.norm4(keys + self.cross_attn_image_to_token(placed_keys, placed, queries))
        return queries, keys


class TokenMlp(nn.Module):
    def __init__(self, *, channels: int, hidden: int):
        super().__init__()
        self.lin1 = nn.Linear(channels, hidden)
        self.lin2 = nn.Linear(hidden, channels)

    def forward(self, x: Tensor) -> Tensor:
        return self.lin2(F.relu(self.lin1(x)))


class Attention(nn.Module):
    """[B, N, C], [B, M, C], [B, M, C] to [B, N, C], inside with C / reduction channels."""

    def __init__(self, *, channels: int, heads: int, reduction: int = 1):
        super().__init__()
        self.heads = heads
        inner = channels // reduction
        self.q_proj = nn.Linear(channels, inner)
        self.k_proj = nn.Linear(channels, inner)
        self.v_proj = nn.Linear(channels, inner)
        self.out_proj = nn.Linear(inner, channels)

    def forward(self, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        query, key, value = (
            self._heads(project(x))
            for project, x in ((self.q_proj, query), (self.k_proj, key), (self.v_proj, value))
        )
        # Spelled out, so an exported graph holds no arithmetic on shapes.
        scores = query * query.shape[-1] ** -0.5 @ key.transpose(2, 3)
        x = scores.softmax(dim=3) @ value
        return self.out_proj(x.transpose(1, 2).flatten(2))

    def _heads(self, x: Tensor) -> Tensor:
        """[B, N, C] to [B, heads, N, C / heads]."""
        return x.unflatten(2, (self.heads, -1)).transpose(1, 2)
