"""Which of the four masks is the answer."""

import torch
from torch import Tensor

# A click and its padding, or the corners of a box: still ambiguous.
AMBIGUOUS_POINTS = 2


def choose_mask(scores: Tensor, *, points: int) -> Tensor:
    """scores [B, 4] to indices [B]: as SAM does, the best candidate for an ambiguous prompt, and
    the single mask for one of more `points` (padding counts)."""
    if points > AMBIGUOUS_POINTS:
        return torch.zeros(scores.shape[0], dtype=torch.long, device=scores.device)
    return 1 + scores[:, 1:].argmax(dim=1)
