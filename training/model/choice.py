"""Which of the four masks is the answer."""

import torch
from torch import Tensor

from .prompt import BOX_TOP_LEFT, Prompt


def is_lone_click(prompt: Prompt) -> bool:
    """One click and its padding: a whole or a part may be meant. All rows of a prompt are of one kind."""
    return prompt.labels.shape[1] <= 2 and not is_box(prompt)


def is_box(prompt: Prompt) -> bool:
    return bool((prompt.labels == BOX_TOP_LEFT).any())


def choose_mask(scores: Tensor, prompt: Prompt, *, single_only: bool = False) -> Tensor:
    """scores [B, 4] to indices [B]: the best candidate for a lone click, and the single mask for all
    else, or for all where it alone was trained (`single_only`), as the app has it
    (src/engine/worker/candidates.ts)."""
    if is_lone_click(prompt) and not single_only:
        return 1 + scores[:, 1:].argmax(dim=1)
    return torch.zeros(scores.shape[0], dtype=torch.long, device=scores.device)
