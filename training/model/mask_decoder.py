"""SAM's mask decoder (frozen), opened where RobustSAM takes hold of it."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from .layers import LayerNorm2d, Mlp
from .two_way_transformer import TwoWayTransformer

MASKS = 4


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """What the transformer leaves: score_token [B, C], mask_tokens [B, 4, C] (the paper's T_OC or
    T_RO) and mask_features [B, C/8, 4 * H, 4 * W] (F_MF, the upscaled embedding)."""

    score_token: Tensor
    mask_tokens: Tensor
    mask_features: Tensor


class MaskDecoder(nn.Module):
    """Mask 0 is the single answer; 1 to 3 are the candidates for an ambiguous prompt."""

    def __init__(self, *, channels: int = 256, heads: int = 8, hidden: int = 2048):
        super().__init__()
        self.transformer = TwoWayTransformer(channels=channels, heads=heads, hidden=hidden)
        self.iou_token = nn.Embedding(1, channels)
        self.mask_tokens = nn.Embedding(MASKS, channels)
        self.output_upscaling = nn.Sequential(
            nn.ConvTranspose2d(channels, channels // 4, 2, stride=2),
            LayerNorm2d(channels=channels // 4),
            nn.GELU(),
            nn.ConvTranspose2d(channels // 4, channels // 8, 2, stride=2),
            nn.GELU(),
        )
        self.output_hypernetworks_mlps = nn.ModuleList(
            Mlp(inputs=channels, hidden=channels, outputs=channels // 8) for _ in range(MASKS)
        )
        self.iou_prediction_head = Mlp(inputs=channels, hidden=channels, outputs=MASKS)

    def decode(
        self,
        *,
        embedding: Tensor,
        positions: Tensor,
        sparse: Tensor,
        dense: Tensor,
        mask_tokens: Tensor | None = None,
    ) -> Decoded:
        """embedding [B, C, H, W], positions [1, C, H, W], sparse [B, N, C], dense that broadcasts
        to the embedding; mask_tokens [4, C] take the place of SAM's own."""
        own = self.mask_tokens.weight if mask_tokens is None else mask_tokens
        output = torch.cat([self.iou_token.weight, own]).expand(sparse.shape[0], -1, -1)
        tokens, rows = self.transformer(
            image=embedding + dense,
            positions=positions,
            tokens=torch.cat([output, sparse], dim=1),
        )
        image = rows.transpose(1, 2).unflatten(2, embedding.shape[2:])
        return Decoded(
            score_token=tokens[:, 0],
            mask_tokens=tokens[:, 1 : 1 + MASKS],
            mask_features=self.output_upscaling(image),
        )

    def masks(self, decoded: Decoded) -> Tensor:
        """Logits [B, 4, 4 * H, 4 * W]."""
        vectors = [
            network(decoded.mask_tokens[:, index])
            for index, network in enumerate(self.output_hypernetworks_mlps)
        ]
        return apply_vectors(torch.stack(vectors, dim=1), decoded.mask_features)

    def scores(self, decoded: Decoded) -> Tensor:
        """[B, 4], the IoU that the decoder expects of its masks."""
        return self.iou_prediction_head(decoded.score_token)


def apply_vectors(vectors: Tensor, features: Tensor) -> Tensor:
    """[B, M, C] and [B, C, H, W] to logits [B, M, H, W]."""
    return (vectors @ features.flatten(2)).unflatten(2, features.shape[2:])
