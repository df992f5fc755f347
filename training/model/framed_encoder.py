"""An encoder that sees a photo in the photo's own shape: the square's empty part costs nothing."""

import math

import torch
from torch import Tensor, nn

from .features import ImageFeatures

# Long side over short side; each has an encoder graph, lying and standing.
ASPECTS = (1.0, 4 / 3, 3 / 2, 16 / 9)
STRIDE = 16

Size = tuple[int, int]


class FramedEncoder(nn.Module):
    """Gives features of the whole square, as the decoder reads them. Where there is no photo they are
    those of an empty frame, the same everywhere."""

    def __init__(self, encoder: nn.Module, *, side: int):
        super().__init__()
        self.encoder = encoder
        self.sizes = frame_sizes(side)
        for name, fill in empty_features(encoder, side=side).items():
            self.register_buffer(name, fill, persistent=False)

    def forward(self, image: Tensor) -> ImageFeatures:
        """Normalised image [B, 3, side, side], zeros at right and bottom of the photos."""
        each = [self._encode(photo) for photo in image.split(1)]
        stages = zip(*(features.stages for features in each), strict=True)
        return ImageFeatures(
            embedding=torch.cat([features.embedding for features in each]),
            stages=tuple(torch.cat(stage) for stage in stages),
        )

    def _encode(self, image: Tensor) -> ImageFeatures:
        height, width = smallest_size(_photo_size(image), self.sizes)
        features = self.encoder(image[..., :height, :width])
        share = (image.shape[2] / height, image.shape[3] / width)
        return ImageFeatures(
            embedding=_framed(features.embedding, self.embedding, share),
            stages=tuple(
                _framed(stage, getattr(self, f"stage_{index}"), share)
                for index, stage in enumerate(features.stages)
            ),
        )


@torch.no_grad()
def empty_features(encoder: nn.Module, *, side: int) -> dict[str, Tensor]:
    """`embedding` and `stage_0` to the last, [1, C, 1, 1] each: means of what the encoder gives of
    zeros, away from the edges."""
    features = encoder(torch.zeros(1, 3, side, side, device=next(encoder.parameters()).device))
    named = {"embedding": features.embedding}
    named |= {f"stage_{index}": stage for index, stage in enumerate(features.stages)}
    return {name: _middle(x).mean(dim=(2, 3), keepdim=True) for name, x in named.items()}


def frame_sizes(side: int) -> list[Size]:
    """Height and width of each graph's input, the smallest first."""
    shorts = [math.ceil(side / aspect / STRIDE) * STRIDE for aspect in ASPECTS]
    sizes = {(side, short) for short in shorts} | {(short, side) for short in shorts}
    return sorted(sizes, key=lambda size: (size[0] * size[1], size))


def smallest_size(photo: Size, sizes: list[Size]) -> Size:
    return next(s for s in sizes if s[0] >= photo[0] and s[1] >= photo[1])


def _photo_size(image: Tensor) -> Size:
    """[1, 3, H, W]: no row or column of a photo is all zeros, the mean colour."""
    rows, columns = image[0].any(dim=2).any(dim=0), image[0].any(dim=1).any(dim=0)
    return _last(rows), _last(columns)


def _last(is_photo: Tensor) -> int:
    return int(is_photo.nonzero().max()) + 1 if is_photo.any() else 1


def _framed(x: Tensor, fill: Tensor, share: tuple[float, float]) -> Tensor:
    """[1, C, h, w] in the top left corner of the whole frame's."""
    height, width = (round(n * s) for n, s in zip(x.shape[2:], share, strict=True))
    whole = fill.to(x.dtype).expand(-1, -1, height, width).clone()
    whole[..., : x.shape[2], : x.shape[3]] = x
    return whole


def _middle(x: Tensor) -> Tensor:
    quarter_y, quarter_x = x.shape[2] // 4, x.shape[3] // 4
    return x[..., quarter_y : x.shape[2] - quarter_y, quarter_x : x.shape[3] - quarter_x]
