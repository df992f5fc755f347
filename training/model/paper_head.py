"""The robust head as the paper draws it (figures 2 and 3)."""

import torch
from torch import Tensor, nn

from .amfg import Amfg
from .aotg import PublishedTokenGenerator, TokenGenerator
from .features import ImageFeatures
from .fusion import fuse_image_features, fuse_mask_features
from .head import PreparedImage, RobustAnswer, RobustHead, Traits
from .layers import Mlp
from .mask_decoder import Decoded, MaskDecoder, apply_vectors
from .parts import ALL_PARTS, Parts
from .resize import image_resize, mask_resize
from .rot import RobustOutputToken


class PaperHead(RobustHead):
    """`published` follows the official checkpoints where the code left the paper (see aotg.py)."""

    def __init__(
        self,
        *,
        early_stage: int,
        early_channels: int,
        early_doublings: int = 2,
        channels: int = 256,
        published: bool = False,
        parts: Parts = ALL_PARTS,
    ):
        super().__init__()
        self.early_stage, self.parts = early_stage, parts
        self.stages = self.reference_stages = (early_stage,)
        mask_channels = channels // 8
        generator = PublishedTokenGenerator if published else TokenGenerator
        self.rot = RobustOutputToken(channels=channels)
        self.aotg = generator(channels=channels)
        self.robust_mlp = Mlp(inputs=channels, hidden=channels, outputs=mask_channels)
        self.mask = ResizedAmfg(
            amfg=Amfg(channels=mask_channels, parts=parts),
            resize=mask_resize(channels=mask_channels),
        )
        self.early = ResizedAmfg(
            amfg=Amfg(channels=early_channels, parts=parts),
            resize=image_resize(
                inputs=early_channels,
                hidden=channels,
                outputs=mask_channels,
                doublings=early_doublings,
            ),
        )
        self.final = ResizedAmfg(
            amfg=Amfg(channels=channels, parts=parts),
            resize=image_resize(inputs=channels, hidden=channels, outputs=mask_channels),
        )

    def prepare(self, features: ImageFeatures) -> PreparedImage:
        early = self.early(features.stages[self.early_stage])
        final = self.final(features.embedding)
        return PreparedImage(
            embedding=features.embedding, features=fuse_image_features(early, final)
        )

    def output_tokens(self) -> Tensor | None:
        return self.rot() if self.parts.rot else None

    def answer(
        self, prepared: PreparedImage, decoded: Decoded, *, decoder: MaskDecoder
    ) -> RobustAnswer:
        tokens = self.aotg(decoded.mask_tokens) if self.parts.aotg else decoded.mask_tokens
        mask_features = self.mask(decoded.mask_features)
        fused = mask_features
        if self.parts.fusion:
            fused = fuse_mask_features(mask_features, prepared.features)
        traits = Traits(
            image_features=prepared.features, mask_features=mask_features, tokens=tokens
        )
        return RobustAnswer(
            masks=apply_vectors(self.robust_mlp(tokens), fused),
            scores=decoder.scores(decoded),
            traits=traits,
        )

    @torch.no_grad()
    def reference(self, features: ImageFeatures, decoded: Decoded) -> Traits:
        early = self.early.resize(features.stages[self.early_stage])
        final = self.final.resize(features.embedding)
        return Traits(
            image_features=fuse_image_features(early, final),
            mask_features=self.mask.resize(decoded.mask_features),
            tokens=decoded.mask_tokens,
        )


class ResizedAmfg(nn.Module):
    """AMFG and the layers that bring its answer to 32 channels at 256x256.

    The teacher's path takes the resize alone: a clean photo has nothing to remove.
    """

    def __init__(self, *, amfg: Amfg, resize: nn.Module):
        super().__init__()
        self.amfg = amfg
        self.resize = resize

    def forward(self, x: Tensor) -> Tensor:
        return self.resize(self.amfg(x))
