"""What the model files promise, from the JSON that the app reads too."""

import json
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent

CONTRACT: dict[str, Any] = json.loads((PROJECT / "src/contract/contract.json").read_text())
IMAGE_SIZE: int = CONTRACT["image"]["size"]

Shape = list[int | str]


def tensor_shapes(graph: str, direction: str, sizes: dict[str, int] | None = None) -> dict[str, Shape]:
    """Shapes by tensor name, `direction` inputs or outputs; named sizes filled in where known. What a
    set may leave out is there where its sizes are known."""
    sizes = sizes or {}
    tensors = CONTRACT["graphs"][graph][direction]
    return {
        name: [sizes.get(side, side) for side in tensor["shape"]]
        for name, tensor in tensors.items()
        if not tensor.get("optional") or any(side in sizes for side in tensor["shape"])
    }
