"""The last layers of AMFG: features of any stage to 32 channels at 256x256."""

from torch import nn

from .layers import LayerNorm2d


def image_resize(*, inputs: int, hidden: int, outputs: int, doublings: int = 2) -> nn.Sequential:
    """[B, inputs, H, W] to [B, outputs, H * 2^doublings, W * 2^doublings], doublings 0 to 2."""
    return nn.Sequential(
        _double(inputs, hidden) if doublings > 0 else nn.Conv2d(inputs, hidden, 1),
        LayerNorm2d(channels=hidden),
        nn.GELU(),
        _double(hidden, outputs) if doublings > 1 else nn.Conv2d(hidden, outputs, 1),
    )


def mask_resize(*, channels: int) -> nn.Sequential:
    """[B, C, H, W] to the same."""
    return nn.Sequential(
        nn.Conv2d(channels, 2 * channels, 3, padding=1),
        LayerNorm2d(channels=2 * channels),
        nn.GELU(),
        nn.Conv2d(2 * channels, channels, 3, padding=1),
    )


def _double(inputs: int, outputs: int) -> nn.ConvTranspose2d:
    return nn.ConvTranspose2d(inputs, outputs, 2, stride=2)
