"""Feature Fusion (after HQ-SAM): robust image features and robust mask features are added."""

from torch import Tensor


def fuse_image_features(early: Tensor, final: Tensor) -> Tensor:
    """F_CFD: both [B, 32, 256, 256]; depends on the photo only."""
    return early + final


def fuse_mask_features(mask: Tensor, image: Tensor) -> Tensor:
    """F_MFD [B, 32, 256, 256] and F_CFD [B or 1, 32, 256, 256] to what masks are read from."""
    return mask + image
