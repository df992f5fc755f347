"""A robust head that costs a click next to nothing: the paper's parts, mostly once per photo.

- AMFG on early and final features works at 64x64 and 128x128, and what it finds goes two ways: as
  a correction of the embedding that the transformer reads, and as robust image features, unless
  the fusion with them is left out.
- AMFG on the mask features works on a 64x64 average of them (or is left out).
- The single mask is blended with the candidates (blend.py).
- Every part is a correction that starts at zero, and tokens and networks start as SAM's, so
  training starts from plain SAM and clear photos have nothing to lose.
"""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .amfg import Amfg
from .aotg import TokenGenerator
from .blend import blend_single
from .features import ImageFeatures
from .fusion import fuse_image_features, fuse_mask_features
from .head import PreparedImage, RobustAnswer, RobustHead, Traits
from .mask_decoder import Decoded, MaskDecoder, apply_vectors
from .parts import ALL_PARTS, Parts
from .rot import RobustOutputToken


@dataclass(frozen=True, kw_only=True)
class LightSize:
    """Stages and channels of the encoder: `early` at 64x64, `detail` at 128x128."""

    early_stage: int = 2
    early_channels: int = 160
    detail_stage: int = 1
    detail_channels: int = 128
    width: int = 64
    # Side of the mask features over side of what AMFG sees of them; None leaves it out.
    mask_reduction: int | None = 4


class LightHead(RobustHead):
    def __init__(
        self,
        *,
        decoder: MaskDecoder,
        size: LightSize | None = None,
        channels: int = 256,
        parts: Parts = ALL_PARTS,
    ):
        super().__init__()
        size = size or LightSize()
        self.size, self.parts = size, parts
        self.stages = (size.detail_stage, size.early_stage) if parts.fusion else (size.early_stage,)
        self.reference_stages = ()
        mask_channels = channels // 8
        self.rot = RobustOutputToken(channels=channels)
        self.rot.tokens.load_state_dict(decoder.mask_tokens.state_dict())
        self.aotg = TokenGenerator(channels=channels)
        _start_at_zero(self.aotg.mlp[-1])
        self.vector_mlps = _trained_copy(decoder.output_hypernetworks_mlps)
        self.score_head = _trained_copy(decoder.iou_prediction_head)
        self.final = FinalCorrection(size=size, channels=channels, parts=parts)
        self.early = (
            DetailFeatures(size=size, channels=channels, outputs=mask_channels, parts=parts)
            if parts.fusion
            else None
        )
        self.register_load_state_dict_pre_hook(_drop_unused_features)
        self.mask = (
            ReducedAmfg(channels=mask_channels, reduction=size.mask_reduction, parts=parts)
            if size.mask_reduction
            else None
        )

    def pretrained(self) -> list[nn.Module]:
        return [self.rot, self.vector_mlps, self.score_head]

    def prepare(self, features: ImageFeatures) -> PreparedImage:
        correction = self.final(features.embedding, features.stages[self.size.early_stage])
        embedding = fuse_image_features(features.embedding, correction)
        detail = self.early and self.early(features.stages[self.size.detail_stage], embedding)
        return PreparedImage(embedding=embedding, features=detail)

    def output_tokens(self) -> Tensor | None:
        return self.rot() if self.parts.rot else None

    def answer(
        self, prepared: PreparedImage, decoded: Decoded, *, decoder: MaskDecoder
    ) -> RobustAnswer:
        tokens = decoded.mask_tokens
        if self.parts.aotg:
            tokens = tokens + self.aotg(tokens)
        mask_features = decoded.mask_features
        if self.mask is not None:
            mask_features = mask_features + self.mask(mask_features)
        fused = mask_features
        if prepared.features is not None:
            fused = fuse_mask_features(mask_features, prepared.features)
        each = [mlp(tokens[:, index]) for index, mlp in enumerate(self.vector_mlps)]
        vectors, scores = torch.stack(each, dim=1), self.score_head(decoded.score_token)
        if self.parts.blend:
            vectors, scores = blend_single(vectors, scores)
        return RobustAnswer(
            masks=apply_vectors(vectors, fused),
            scores=scores,
            traits=Traits(image_features=prepared.embedding, mask_features=fused, tokens=tokens),
        )

    @torch.no_grad()
    def reference(self, features: ImageFeatures, decoded: Decoded) -> Traits:
        """SAM's own features: nothing trained stands between teacher and loss."""
        return Traits(
            image_features=features.embedding,
            mask_features=decoded.mask_features,
            tokens=decoded.mask_tokens,
        )


class FinalCorrection(nn.Module):
    """Embedding [B, 256, 64, 64] and early features [B, C, 64, 64] to a corrective embedding."""

    def __init__(self, *, size: LightSize, channels: int, parts: Parts):
        super().__init__()
        self.from_final = nn.Conv2d(channels, size.width, 1)
        self.from_early = nn.Conv2d(size.early_channels, size.width, 1)
        self.amfg = Amfg(channels=size.width, parts=parts)
        self.to_embedding = _start_at_zero(nn.Conv2d(size.width, channels, 1))

    def forward(self, embedding: Tensor, early: Tensor) -> Tensor:
        x = self.amfg(self.from_final(embedding) + self.from_early(early))
        return self.to_embedding(F.gelu(x))


class DetailFeatures(nn.Module):
    """Detail [B, C, 128, 128] and embedding [B, 256, 64, 64] to features [B, 32, 256, 256]."""

    def __init__(self, *, size: LightSize, channels: int, outputs: int, parts: Parts):
        super().__init__()
        self.from_detail = nn.Conv2d(size.detail_channels, outputs, 1)
        self.from_final = nn.ConvTranspose2d(channels, outputs, 2, stride=2)
        self.amfg = Amfg(channels=outputs, parts=parts)
        self.to_features = _start_at_zero(nn.ConvTranspose2d(outputs, outputs, 2, stride=2))

    def forward(self, detail: Tensor, embedding: Tensor) -> Tensor:
        x = self.amfg(self.from_detail(detail) + self.from_final(embedding))
        return self.to_features(F.gelu(x))


class ReducedAmfg(nn.Module):
    """A correction of the mask features, found on an average of them; [B, C, H, W] to the same."""

    def __init__(self, *, channels: int, reduction: int, parts: Parts):
        super().__init__()
        self.reduction = reduction
        self.amfg = Amfg(channels=channels, parts=parts)
        self.to_features = _start_at_zero(nn.Conv2d(channels, channels, 1))

    def forward(self, x: Tensor) -> Tensor:
        small = self.to_features(F.gelu(self.amfg(F.avg_pool2d(x, self.reduction))))
        return F.interpolate(small, scale_factor=self.reduction, mode="bilinear")


def _drop_unused_features(head: LightHead, state: dict[str, Tensor], prefix: str, *_: Any) -> None:
    """Lets a head without fusion begin with one that has it."""
    if head.early is None:
        for name in [name for name in state if name.startswith(f"{prefix}early.")]:
            del state[name]


def _trained_copy(module: nn.Module) -> nn.Module:
    return deepcopy(module).requires_grad_(True)


def _start_at_zero(layer: nn.Module) -> nn.Module:
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer
