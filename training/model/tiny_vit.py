"""TinyViT as SAM's image encoder, with its batch norms already folded into convolutions."""

from dataclasses import dataclass

from torch import Tensor, nn
from torch.nn import functional as F

from .features import ImageFeatures
from .layers import LayerNorm2d, Windows
from .window_attention import WindowAttention


@dataclass(frozen=True, kw_only=True)
class TinyVitSize:
    widths: tuple[int, ...] = (64, 128, 160, 320)
    depths: tuple[int, ...] = (2, 2, 6, 2)
    # The first stage is made of convolutions.
    windows: tuple[int, ...] = (0, 7, 14, 7)
    # The last downsampling only widens.
    strides: tuple[int, ...] = (2, 2, 1)
    head_width: int = 32


class TinyVit(nn.Module):
    """Normalised image [B, 3, H, W], sides divisible by 16, to ImageFeatures."""

    def __init__(self, *, size: TinyVitSize | None = None, channels: int = 256):
        super().__init__()
        size = size or TinyVitSize()
        first = size.widths[0]
        self.patch_embed = PatchEmbedding(channels=first)
        self.layers = nn.ModuleList(_stage(size, index) for index in range(len(size.widths)))
        self.neck = nn.Sequential(
            nn.Conv2d(size.widths[-1], channels, 1, bias=False),
            LayerNorm2d(channels=channels),
            nn.Conv2d(channels, channels, 3, padding=1, bias=False),
            LayerNorm2d(channels=channels),
        )

    def forward(self, image: Tensor) -> ImageFeatures:
        x = self.patch_embed(image)
        stages = []
        for layer in self.layers:
            stages.append(layer.run_blocks(x))
            x = layer.downsample(stages[-1])
        return ImageFeatures(embedding=self.neck(x), stages=tuple(stages))


class PatchEmbedding(nn.Module):
    """[B, 3, H, W] to [B, C, H/4, W/4]."""

    def __init__(self, *, channels: int):
        super().__init__()
        self.seq = nn.Sequential(
            nn.Conv2d(3, channels // 2, 3, stride=2, padding=1),
            nn.GELU(),
            nn.Conv2d(channels // 2, channels, 3, stride=2, padding=1),
        )

    def forward(self, x: Tensor) -> Tensor:
        return self.seq(x)


class Stage(nn.Module):
    def __init__(self, *, blocks: list[nn.Module], downsample: nn.Module):
        super().__init__()
        self.blocks = nn.ModuleList(blocks)
        self.downsample = downsample

    def run_blocks(self, x: Tensor) -> Tensor:
        for block in self.blocks:
            x = block(x)
        return x


def _stage(size: TinyVitSize, index: int) -> Stage:
    width, window = size.widths[index], size.windows[index]
    if window:
        heads = width // size.head_width
        blocks = [
            Block(channels=width, heads=heads, window=window) for _ in range(size.depths[index])
        ]
    else:
        blocks = [MobileBlock(channels=width) for _ in range(size.depths[index])]
    if index + 1 == len(size.widths):
        return Stage(blocks=blocks, downsample=nn.Identity())
    following, stride = size.widths[index + 1], size.strides[index]
    return Stage(
        blocks=blocks, downsample=Downsample(inputs=width, outputs=following, stride=stride)
    )


class Downsample(nn.Module):
    """[B, inputs, H, W] to [B, outputs, H/stride, W/stride]."""

    def __init__(self, *, inputs: int, outputs: int, stride: int):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 1)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, stride=stride, padding=1, groups=outputs)
        self.conv3 = nn.Conv2d(outputs, outputs, 1)

    def forward(self, x: Tensor) -> Tensor:
        return self.conv3(F.gelu(self.conv2(F.gelu(self.conv1(x)))))


class MobileBlock(nn.Module):
    """Inverted bottleneck; [B, C, H, W] to the same."""

    def __init__(self, *, channels: int, expansion: int = 4):
        super().__init__()
        hidden = channels * expansion
        self.conv1 = nn.Conv2d(channels, hidden, 1)
        self.conv2 = nn.Conv2d(hidden, hidden, 3, padding=1, groups=hidden)
        self.conv3 = nn.Conv2d(hidden, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        return F.gelu(x + self.conv3(F.gelu(self.conv2(F.gelu(self.conv1(x))))))


class Block(nn.Module):
    """Window attention, a depthwise convolution, an MLP; [B, C, H, W] to the same."""

    def __init__(self, *, channels: int, heads: int, window: int, expansion: int = 4):
        super().__init__()
        self.windows = Windows(side=window)
        self.attn = WindowAttention(channels=channels, heads=heads, window=window)
        self.local_conv = nn.Conv2d(channels, channels, 3, padding=1, groups=channels)
        self.mlp = NormMlp(channels=channels, hidden=channels * expansion)

    def forward(self, x: Tensor) -> Tensor:
        height, width = x.shape[2:]
        rows = x.permute(0, 2, 3, 1)
        attended = self.attn(self.windows.cut(rows))
        rows = rows + self.windows.join(attended, height=height, width=width)
        rows = self.local_conv(rows.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)
        return (rows + self.mlp(rows)).permute(0, 3, 1, 2)


class NormMlp(nn.Module):
    def __init__(self, *, channels: int, hidden: int):
        super().__init__()
        self.norm = nn.LayerNorm(channels)
        self.fc1 = nn.Linear(channels, hidden)
        self.fc2 = nn.Linear(hidden, channels)

    def forward(self, x: Tensor) -> Tensor:
        return self.fc2(F.gelu(self.fc1(self.norm(x))))
