"""Photos and masks as the model sees them: aspect kept, zeros at right and bottom."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from contract import CONTRACT, IMAGE_SIZE
from model.sam import Sam

from .chequer import without_chequer



@dataclass(frozen=True, kw_only=True)
class Frame:
    """Sides of the square that a model sees and of the masks that it gives."""

    image: int = IMAGE_SIZE
    mask: int = CONTRACT["mask"]["size"]


FULL = Frame()
CPU = torch.device("cpu")


def frame_of(sam: Sam) -> Frame:
    prompts = sam.prompt_encoder
    return Frame(image=prompts.image_size, mask=4 * prompts.grid)


@dataclass(frozen=True, kw_only=True)
class Target:
    """mask and valid, float32 [256, 256]: the object, and where there is a photo at all."""

    mask: Tensor
    valid: Tensor


def scaled_size(height: int, width: int, longest: int) -> tuple[int, int]:
    """Height and width, rounded as SAM rounds."""
    scale = longest / max(height, width)
    return max(1, int(height * scale + 0.5)), max(1, int(width * scale + 0.5))


def photo_to_input(
    photo: np.ndarray, *, frame: Frame = FULL, device: torch.device = CPU
) -> Tensor:
    """uint8 [H, W, 3] RGB to normalised float32 [3, image, image]; resized as the app does it."""
    size = frame.image
    height, width = scaled_size(*photo.shape[:2], size)
    image = torch.zeros((3, size, size), device=device)
    image[:, :height, :width] = normalise(resize_photo(photo, (height, width), device=device))
    return image


def resize_photo(
    photo: np.ndarray, size: tuple[int, int], *, device: torch.device = CPU
) -> Tensor:
    """uint8 [H, W, 3] to float32 [3, *size], 0 to 255, as the app resizes."""
    pixels = torch.tensor(photo, device=device).permute(2, 0, 1)[None].float()
    return F.interpolate(pixels, size, mode="bilinear", antialias=True)[0]


def normalise(pixels: Tensor) -> Tensor:
    """float32 [3, H, W], 0 to 255, to what the encoder takes."""
    mean, std = _statistics(pixels.device)
    return (pixels - mean) / std


def mask_to_target(mask: np.ndarray, *, frame: Frame = FULL) -> Target:
    """bool [H, W]; a cell belongs to the object where most of it does."""
    size = frame.mask
    height, width = scaled_size(*mask.shape, size)
    interpolation = cv2.INTER_AREA if max(mask.shape) > size else cv2.INTER_LINEAR
    small = cv2.resize(mask.astype(np.float32), (width, height), interpolation=interpolation)
    target, valid = np.zeros((2, size, size), dtype=np.float32)
    target[:height, :width] = small >= 0.5
    valid[:height, :width] = 1
    return Target(mask=torch.from_numpy(target), valid=torch.from_numpy(valid))


def logits_to_mask(
    logits: np.ndarray, *, height: int, width: int, frame: Frame = FULL, has_chequer: bool = True
) -> np.ndarray:
    """float32 [256, 256] to bool [H, W] of the photo: without the chequer of our base, where they have
    it, upsampled, then cut at zero.

    One bilinear step from the low resolution, as the app does it.
    """
    rows, columns = scaled_size(height, width, frame.image)
    step = frame.mask / frame.image
    # Rows and columns of the logits at the middles of the photo's pixels.
    y = (np.arange(height) + 0.5) * (rows / height) * step - 0.5
    x = (np.arange(width) + 0.5) * (columns / width) * step - 0.5
    xs, ys = np.meshgrid(x.astype(np.float32), y.astype(np.float32))
    even = without_chequer(logits) if has_chequer else logits
    full = cv2.remap(even, xs, ys, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return full > 0


@lru_cache
def _statistics(device: torch.device) -> tuple[Tensor, Tensor]:
    """Mean and deviation [3, 1, 1]; once per device, since a GPU waits for every copy."""
    mean, std = (
        torch.tensor(CONTRACT["image"][name], dtype=torch.float32, device=device)
        for name in ("mean", "std")
    )
    return mean[:, None, None], std[:, None, None]
