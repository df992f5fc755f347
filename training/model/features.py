"""What an image encoder gives."""

from dataclasses import dataclass

from torch import Tensor


@dataclass(frozen=True, kw_only=True)
class ImageFeatures:
    """`embedding` [B, 256, H/16, W/16] and the early features, earliest first.

    Of TinyViT: 64 channels at 1/4 of the input's side, 128 at 1/8, 160 and 320 at 1/16.
    Of ViT: the output of every block with global attention, at 1/16.
    """

    embedding: Tensor
    stages: tuple[Tensor, ...]
