"""Photos and masks as the model sees them: aspect kept, zeros at right and bottom."""

from dataclasses import dataclass

import cv2
import numpy as np
import torch
from torch import Tensor

from contract import CONTRACT, IMAGE_SIZE

MASK_SIZE: int = CONTRACT["mask"]["size"]
_MEAN = np.array(CONTRACT["image"]["mean"], dtype=np.float32)
_STD = np.array(CONTRACT["image"]["std"], dtype=np.float32)


@dataclass(frozen=True, kw_only=True)
class Target:
    """mask and valid, float32 [256, 256]: the object, and where there is a photo at all."""

    mask: Tensor
    valid: Tensor


def scaled_size(height: int, width: int, longest: int) -> tuple[int, int]:
    """Height and width, rounded as SAM rounds."""
    scale = longest / max(height, width)
    return max(1, int(height * scale + 0.5)), max(1, int(width * scale + 0.5))


def photo_to_input(photo: np.ndarray, *, size: int = IMAGE_SIZE) -> Tensor:
    """uint8 [H, W, 3] RGB to normalised float32 [3, size, size]."""
    height, width = scaled_size(*photo.shape[:2], size)
    shrinks = max(photo.shape[:2]) > size
    resized = cv2.resize(
        photo, (width, height), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    )
    image = np.zeros((3, size, size), dtype=np.float32)
    image[:, :height, :width] = ((resized - _MEAN) / _STD).transpose(2, 0, 1)
    return torch.from_numpy(image)


def mask_to_target(mask: np.ndarray, *, size: int = MASK_SIZE) -> Target:
    """bool [H, W]; a cell belongs to the object where most of it does."""
    height, width = scaled_size(*mask.shape, size)
    interpolation = cv2.INTER_AREA if max(mask.shape) > size else cv2.INTER_LINEAR
    small = cv2.resize(mask.astype(np.float32), (width, height), interpolation=interpolation)
    target, valid = np.zeros((2, size, size), dtype=np.float32)
    target[:height, :width] = small >= 0.5
    valid[:height, :width] = 1
    return Target(mask=torch.from_numpy(target), valid=torch.from_numpy(valid))


def logits_to_mask(logits: np.ndarray, *, height: int, width: int) -> np.ndarray:
    """float32 [256, 256] to bool [H, W] of the photo: upsampled, then cut at zero.

    One bilinear step from the low resolution, as the app does it.
    """
    size = logits.shape[0]
    scale = scaled_size(height, width, IMAGE_SIZE)
    # Rows and columns of the logits at the middles of the photo's pixels.
    y = (np.arange(height) + 0.5) * (scale[0] / height) * (size / IMAGE_SIZE) - 0.5
    x = (np.arange(width) + 0.5) * (scale[1] / width) * (size / IMAGE_SIZE) - 0.5
    columns, rows = np.meshgrid(x.astype(np.float32), y.astype(np.float32))
    full = cv2.remap(logits, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return full > 0
