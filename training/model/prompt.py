"""What a person says about the object, as tensors."""

from dataclasses import dataclass

import torch
from torch import Tensor

# The labels of src/contract/contract.json.
PADDING, EXCLUDE, INCLUDE, BOX_TOP_LEFT, BOX_BOTTOM_RIGHT = -1, 0, 1, 2, 3


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """One prompt per row of the batch, of equally many points.

    coords [B, N, 2], x then y, in pixels of the model's input (0..1024), integers in the
    middle of pixels, as SAM has it; labels [B, N]; mask [B, 1, 256, 256] logits of an earlier answer, or None;
    has_mask [B], 1 where `mask` counts (all rows if None).
    A prompt without a box ends in a padding point at (0, 0), as SAM was trained.
    """

    coords: Tensor
    labels: Tensor
    mask: Tensor | None = None
    has_mask: Tensor | None = None

    def to(self, device: torch.device) -> "Prompt":
        return Prompt(
            coords=self.coords.to(device),
            labels=self.labels.to(device),
            mask=None if self.mask is None else self.mask.to(device),
            has_mask=None if self.has_mask is None else self.has_mask.to(device),
        )
