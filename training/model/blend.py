"""The single mask meets the others half way.

Two answers to one prompt: annotators taught the single mask, SAM on clean photos taught mostly the
candidates, and together they err less than either on photos that neither has seen. A mask is the
product of a vector with features, so vectors are all there is to blend. A lone click is
answered by the candidates, which stay as they are.
"""

import torch
from torch import Tensor

# Temperature of predicted IoU: a mask 0.05 behind the best one counts a twelfth of it. Smooth, so small
# errors of arithmetic stay small.
SOFTNESS = 0.02


def blend_single(vectors: Tensor, scores: Tensor) -> tuple[Tensor, Tensor]:
    """Vectors [B, 4, C] and predicted IoU [B, 4]: the first of each becomes the mean of itself and
    of all four, by predicted IoU."""
    parts = torch.eye(scores.shape[1]).to(scores).repeat(len(scores), 1, 1)
    parts[:, 0] = (parts[:, 0] + (scores / SOFTNESS).softmax(dim=1)) / 2
    return parts @ vectors, (parts @ scores[:, :, None])[:, :, 0]
