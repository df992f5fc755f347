"""One answer against the object. Masks bool [H, W]."""

from dataclasses import dataclass
from itertools import combinations

import cv2
import numpy as np

# Share of the photo's diagonal, after "Boundary IoU" (Cheng et al., CVPR 2021).
BOUNDARY = 0.02


@dataclass(frozen=True, kw_only=True)
class Quality:
    """Each 0..1, 1 is right."""

    iou: float
    pixel_accuracy: float
    dice: float
    boundary_iou: float


@dataclass(frozen=True, kw_only=True)
class Pieces:
    """Connected parts and holes of the answer, and parts of the object itself."""

    parts: int
    holes: int
    object_parts: int


@dataclass(frozen=True, kw_only=True)
class CandidateQuality:
    """`best_iou` of the candidates, and `diversity`, the mean of 1 - IoU over their pairs."""

    best_iou: float
    diversity: float


def measure(answer: np.ndarray, mask: np.ndarray) -> Quality:
    overlap = np.count_nonzero(answer & mask)
    total = np.count_nonzero(answer) + np.count_nonzero(mask)
    return Quality(
        iou=_ratio(overlap, total - overlap),
        pixel_accuracy=float((answer == mask).mean()),
        dice=_ratio(2 * overlap, total),
        boundary_iou=mask_iou(_boundary(answer), _boundary(mask)),
    )


def count_pieces(answer: np.ndarray, mask: np.ndarray) -> Pieces:
    # What surrounds the answer is no hole of it, even where the photo ends.
    around = ~np.pad(answer, 1)
    return Pieces(
        parts=_count_parts(answer, connectivity=8),
        holes=_count_parts(around, connectivity=4) - 1,
        object_parts=_count_parts(mask, connectivity=8),
    )


def _count_parts(mask: np.ndarray, *, connectivity: int) -> int:
    return cv2.connectedComponents(mask.astype(np.uint8), connectivity=connectivity)[0] - 1


def measure_candidates(candidates: list[np.ndarray], mask: np.ndarray) -> CandidateQuality:
    """Two or more candidates."""
    return CandidateQuality(
        best_iou=max(mask_iou(candidate, mask) for candidate in candidates),
        diversity=float(np.mean([1 - mask_iou(a, b) for a, b in combinations(candidates, 2)])),
    )


def _boundary(mask: np.ndarray) -> np.ndarray:
    """Pixels of the mask that are near its edge; the photo's edge is one too."""
    distance = max(1, round(BOUNDARY * float(np.hypot(*mask.shape))))
    padded = np.pad(mask.astype(np.uint8), 1)
    kernel = np.ones((3, 3), dtype=np.uint8)
    inner = cv2.erode(padded, kernel, iterations=distance)[1:-1, 1:-1]
    return mask & (inner == 0)


def mask_iou(first: np.ndarray, second: np.ndarray) -> float:
    return _ratio(np.count_nonzero(first & second), np.count_nonzero(first | second))


def _ratio(part: int, whole: int) -> float:
    # Nothing wanted and nothing given is right.
    return part / whole if whole else 1.0
