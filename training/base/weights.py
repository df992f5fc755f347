"""Weights of graphs: the files that they share, and what tells one weight from another."""

from dataclasses import dataclass

import numpy as np

ALIGNMENT = 64
# Share of the largest singular value: what rounding to float32 leaves of those that are zero.
RANK_NOISE = 1e-5


class WeightFile:
    """Tensors one after another; a name always means the same bytes.

    `path` is what graphs call it: set when all tensors are in, before a graph is finished.
    """

    def __init__(self) -> None:
        self.path = ""
        self._data = bytearray()
        self._tensors: dict[str, tuple[np.ndarray, int]] = {}

    def add(self, name: str, array: np.ndarray) -> int:
        """Returns the offset in bytes."""
        if name in self._tensors:
            kept, offset = self._tensors[name]
            if kept.dtype != array.dtype or not np.array_equal(kept, array):
                raise ValueError(f"two different weights are called {name}")
            return offset
        self._data.extend(bytes(-len(self._data) % ALIGNMENT))
        offset = len(self._data)
        self._tensors[name] = (array, offset)
        self._data.extend(np.ascontiguousarray(array).tobytes())
        return offset

    def to_bytes(self) -> bytes:
        return bytes(self._data)


@dataclass(frozen=True, kw_only=True)
class BaseWeights:
    """The weights of another graph, in its file, unrounded, by name."""

    file: WeightFile
    exact: dict[str, np.ndarray]


def low_rank(change: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
    """[rows, rank] and [rank, columns] of a change [rows, ...], columns flattened; None where it has
    no rank so low that they are smaller than it is."""
    if change.ndim < 2:
        return None
    flat = change.reshape(len(change), -1).astype(np.float64)
    up, sizes, down = np.linalg.svd(flat, full_matrices=False)
    rank = max(1, int((sizes > RANK_NOISE * sizes[0]).sum()))
    if rank * sum(flat.shape) >= flat.size:
        return None
    root = np.sqrt(sizes[:rank])
    return up[:, :rank] * root, root[:, None] * down[:rank]
