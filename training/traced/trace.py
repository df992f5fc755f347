"""From a module to an ONNX graph whose tensors are called as in the contract."""

import warnings

import onnx_ir as ir
import torch
from torch import Tensor, nn

from contract import CONTRACT, IMAGE_SIZE, Shape

OPSET = 18
MOST_POINTS = 1024
# Any number of points goes; tracing needs some.
SIZES = {"height": IMAGE_SIZE, "width": IMAGE_SIZE, "points": 3, "detail": 256}


def trace(module: nn.Module, graph: str) -> ir.Model:
    """`module` takes and gives the tensors of the contract's `graph`, in their order there."""
    tensors = CONTRACT["graphs"][graph]
    points = torch.export.Dim("points", min=1, max=MOST_POINTS)
    shapes = [tensor["shape"] for tensor in tensors["inputs"].values()]
    with warnings.catch_warnings(), torch.no_grad():
        # Nodes of the exporter's own making.
        warnings.simplefilter("ignore", FutureWarning)
        warnings.simplefilter("ignore", UserWarning)
        program = torch.onnx.export(
            module.eval(),
            tuple(example(shape) for shape in shapes),
            input_names=list(tensors["inputs"]),
            output_names=list(tensors["outputs"]),
            opset_version=OPSET,
            dynamic_shapes=tuple(
                {axis: points for axis, side in enumerate(shape) if side == "points"} or None
                for shape in shapes
            ),
            verbose=False,
        )
    return program.model


def example(shape: Shape) -> Tensor:
    return torch.zeros([SIZES.get(side, side) for side in shape])
