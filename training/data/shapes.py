"""Masks from polygons and run lengths."""

from collections.abc import Sequence

import cv2
import numpy as np


def fill_polygons(polygons: Sequence[Sequence[float]], *, height: int, width: int) -> np.ndarray:
    """Each polygon x, y, x, y ... in pixels; bool [H, W]."""
    mask = np.zeros((height, width), dtype=np.uint8)
    for polygon in polygons:
        corners = np.rint(np.array(polygon, dtype=np.float64).reshape(-1, 2)).astype(np.int32)
        cv2.fillPoly(mask, [corners], 1)
    return mask.astype(bool)


def fill_runs(counts: Sequence[int] | str, *, height: int, width: int) -> np.ndarray:
    """COCO's run lengths down the columns, off first; bool [H, W]."""
    counts = _unpack_counts(counts) if isinstance(counts, str) else counts
    runs = np.repeat(np.arange(len(counts)) % 2 == 1, counts)
    if runs.size != height * width:
        raise ValueError(f"run lengths for {runs.size} pixels, not {height}x{width}")
    return runs.reshape(width, height).T


def _unpack_counts(text: str) -> list[int]:
    """COCO's text: five bits a letter, least first; from the fourth on, the difference to the
    count two before."""
    counts: list[int] = []
    position = 0
    while position < len(text):
        value, shift, more = 0, 0, True
        while more:
            bits = ord(text[position]) - 48
            value |= (bits & 31) << shift
            shift += 5
            more = bool(bits & 32)
            position += 1
        if bits & 16:
            value -= 1 << shift
        counts.append(value + counts[-2] if len(counts) > 2 else value)
    return counts
