"""An encoder that sees a photo in the photo's own shape: the square's empty part costs nothing."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from .features import ImageFeatures

# Long side over short side; each has an encoder graph, lying and standing.
ASPECTS = (1.0, 4 / 3, 3 / 2, 16 / 9)
STRIDE = 16

# Pictures of noise from which the features of an empty part are made.
PICTURES = 4

Size = tuple[int, int]
# Normalised image [B, 3, H, W] to its features.
Encode = Callable[[Tensor], ImageFeatures]


@dataclass(frozen=True)
class EmptyPart:
    """What an encoder gives where the square shows no photo, by the distance from the photo's edge:
    `below` [1, C, n, 1] and `beside` [1, C, 1, n]."""

    below: Tensor
    beside: Tensor


class FramedEncoder(nn.Module):
    """Gives features of the whole square, as the decoder reads them. Where there is no photo they are
    what an encoder gives there on average."""

    def __init__(self, encoder: nn.Module, *, side: int):
        super().__init__()
        self.encoder = encoder
        self.sizes = frame_sizes(side)
        self.empty = empty_parts(encoder, side=side)

    def forward(self, image: Tensor) -> ImageFeatures:
        """Normalised image [B, 3, side, side], zeros at right and bottom of the photos."""
        return self.encode_by(self.encoder, image)

    def encode_by(self, encoder: Encode, image: Tensor) -> ImageFeatures:
        """By an encoder that is trained meanwhile: empty parts stay those of `self.encoder`."""
        each = []
        for photo in image.split(1):
            height, width = smallest_size(_photo_size(photo), self.sizes)
            each.append(self._fill(encoder(photo[..., :height, :width])))
        return _join(each)

    def refill(self, features: ImageFeatures, image: Tensor) -> ImageFeatures:
        """Features [B, ...] that a square gave of `image`, with the empty parts of a photo in its own
        shape."""
        each = []
        for index, photo in enumerate(image.split(1)):
            height, width = smallest_size(_photo_size(photo), self.sizes)
            one = ImageFeatures(
                embedding=features.embedding[index : index + 1],
                stages=tuple(stage[index : index + 1] for stage in features.stages),
            )
            share = (height / image.shape[2], width / image.shape[3])
            each.append(self._fill(_cut(one, share)))
        return _join(each)

    def _fill(self, features: ImageFeatures) -> ImageFeatures:
        return ImageFeatures(
            embedding=_framed(features.embedding, self.empty["embedding"]),
            stages=tuple(
                _framed(stage, self.empty[f"stage_{index}"])
                for index, stage in enumerate(features.stages)
            ),
        )


@torch.no_grad()
def empty_parts(encoder: nn.Module, *, side: int) -> dict[str, EmptyPart]:
    """`embedding` and `stage_0` to the last. Near a photo they differ much from those of an empty
    square, and hardly from photo to photo: means over a few pictures of noise that has the spectrum
    of photos are within some hundredths of the means over photos."""
    device = next(encoder.parameters()).device
    short = min(min(size) for size in frame_sizes(side))
    pictures = [_noise(short, side, seed=seed) for seed in range(PICTURES)]
    below = [_rows(encoder, picture.to(device), side) for picture in pictures]
    beside = [_rows(encoder, picture.to(device), side, standing=True) for picture in pictures]
    return {
        name: EmptyPart(
            below=torch.stack([rows[name] for rows in below]).mean(dim=0)[None, :, :, None],
            beside=torch.stack([rows[name] for rows in beside]).mean(dim=0)[None, :, None, :],
        )
        for name in below[0]
    }


def _rows(
    encoder: nn.Module, picture: Tensor, side: int, *, standing: bool = False
) -> dict[str, Tensor]:
    """[C, n] of each feature: means over the rows below the lying picture [3, h, side], or over the
    columns beside it, turned."""
    image = picture.new_zeros(1, 3, side, side)
    image[0, :, : picture.shape[1]] = picture
    features = encoder(image.transpose(2, 3) if standing else image)
    named = {"embedding": features.embedding}
    named |= {f"stage_{index}": stage for index, stage in enumerate(features.stages)}
    rows = {}
    for name, x in named.items():
        x = (x.transpose(2, 3) if standing else x)[0]
        rows[name] = x[:, x.shape[1] * picture.shape[1] // side :].mean(dim=2)
    return rows


def _noise(height: int, width: int, *, seed: int) -> Tensor:
    """[3, height, width] of mean 0: amplitudes fall with the frequency, as they do in photos (Field,
    "Relations between the statistics of natural images", 1987); mostly grey."""
    rng = np.random.default_rng(seed)
    frequency = np.hypot(np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)[None])
    frequency[0, 0] = np.inf
    waves = rng.normal(size=(2, 4, *frequency.shape)) / frequency
    planes = np.fft.irfft2(waves[0] + 1j * waves[1], s=(height, width))
    planes /= planes.std(axis=(1, 2), keepdims=True)
    return torch.tensor(planes[:1] + 0.3 * planes[1:], dtype=torch.float32)


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


def _join(each: list[ImageFeatures]) -> ImageFeatures:
    stages = zip(*(features.stages for features in each), strict=True)
    return ImageFeatures(
        embedding=torch.cat([features.embedding for features in each]),
        stages=tuple(torch.cat(stage) for stage in stages),
    )


def _cut(features: ImageFeatures, share: tuple[float, float]) -> ImageFeatures:
    """Rows and columns from the top left corner."""

    def cut(x: Tensor) -> Tensor:
        return x[..., : round(x.shape[2] * share[0]), : round(x.shape[3] * share[1])]

    return ImageFeatures(
        embedding=cut(features.embedding), stages=tuple(cut(stage) for stage in features.stages)
    )


def _framed(x: Tensor, empty: EmptyPart) -> Tensor:
    """[1, C, h, w] in the top left corner of the whole square's."""
    missing = x.shape[3] - x.shape[2]
    if missing == 0:
        return x
    if missing > 0:
        fill = empty.below[:, :, :missing].expand(-1, -1, -1, x.shape[3])
    else:
        fill = empty.beside[..., :-missing].expand(-1, -1, x.shape[2], -1)
    return torch.cat([x, fill.to(x)], dim=2 if missing > 0 else 3)
