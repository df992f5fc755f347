"""What a robust head promises; paper_head.py and light_head.py keep it."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from torch import Tensor, nn

from .features import ImageFeatures
from .mask_decoder import Decoded, MaskDecoder


@dataclass(frozen=True, kw_only=True)
class PreparedImage:
    """Once per photo: embedding [B, 256, 64, 64] for the transformer, and robust image features
    [B, 32, 256, 256] (F^_CFD), None for a head that doesn't fuse them with its masks'."""

    embedding: Tensor
    features: Tensor | None


@dataclass(frozen=True, kw_only=True)
class Traits:
    """What the consistency losses compare: of the degraded photo F^_CFD, F^_MFD and T^_RO, of the
    clean one F_CFC, F_MFC and T_OC."""

    image_features: Tensor
    mask_features: Tensor
    tokens: Tensor


@dataclass(frozen=True, kw_only=True)
class RobustAnswer:
    """masks [B, 4, 256, 256] logits and scores [B, 4]."""

    masks: Tensor
    scores: Tensor
    traits: Traits


class RobustHead(nn.Module, ABC):
    """The trained part. It reads `stages` of the encoder, and `reference_stages` of the clean photo
    while it is taught."""

    stages: tuple[int, ...]
    reference_stages: tuple[int, ...]

    def all_stages(self) -> tuple[int, ...]:
        """In order: what training needs of the encoder."""
        return tuple(sorted({*self.stages, *self.reference_stages}))

    def pretrained(self) -> list[nn.Module]:
        """Parts that start as copies of SAM's."""
        return []

    @abstractmethod
    def prepare(self, features: ImageFeatures) -> PreparedImage:
        """What depends on the photo only."""

    @abstractmethod
    def output_tokens(self) -> Tensor | None:
        """ROT [4, 256]; None stands for SAM's own tokens."""

    @abstractmethod
    def answer(
        self, prepared: PreparedImage, decoded: Decoded, *, decoder: MaskDecoder
    ) -> RobustAnswer:
        """`decoded` comes from the transformer with ROT; `decoder` is SAM's, frozen."""

    @abstractmethod
    def reference(self, features: ImageFeatures, decoded: Decoded) -> Traits:
        """The teacher's side: the clean photo and SAM's own tokens. Without gradient."""
