"""A traced graph in one precision, with half-precision weights in a file that its twin reads too."""

import numpy as np
import onnx_ir as ir

from base.graph import IR_VERSION, Precision
from base.weights import WeightFile

FLOAT32, FLOAT16 = ir.DataType.FLOAT, ir.DataType.FLOAT16
# Sums over a whole picture leave half precision.
FLOAT32_OPERATORS = {"AveragePool", "InstanceNormalization", "ReduceMean"}
# So do squared amplitudes, and coordinates up to 1024 would be rounded to half a pixel.
FLOAT32_MODULES = ("fourier", "prompt_encoder")
# Smaller ones lie in the graph.
FEWEST_STORED = 256
SCOPES = "pkg.torch.onnx.name_scopes"


class StoredGraph:
    """Arithmetic in `precision` except where float16 would harm; inputs and outputs are float32."""

    def __init__(self, model: ir.Model, *, precision: Precision, weights: WeightFile):
        self._model = model.clone()
        self._graph = self._model.graph
        self._precision = FLOAT16 if precision == "fp16" else FLOAT32
        self._weights = weights
        self._offsets: dict[str, int] = {}
        self._casts: dict[tuple[ir.Value, ir.DataType], ir.Value] = {}
        nodes = list(self._graph)
        self._store({value for node in nodes if needs_float32(node) for value in node.inputs})
        for node in nodes:
            self._set_precision(node)
        self._give_float32()

    def finish(self) -> bytes:
        """The graph's bytes."""
        for name, offset in self._offsets.items():
            value = self._graph.initializers[name]
            tensor = value.const_value
            value.const_value = ir.ExternalTensor(
                self._weights.path, offset, tensor.nbytes, value.dtype, shape=value.shape, name=name
            )
        self._graph.sort()
        for node in self._graph:
            node.metadata_props.clear()
        self._model.ir_version = IR_VERSION
        return ir.to_proto(self._model).SerializeToString(deterministic=True)

    def _store(self, exact: set[ir.Value | None]) -> None:
        """Weights to the file, as float16 but for those `exact`: in both precisions the same."""
        for name, value in self._graph.initializers.items():
            array = value.const_value.numpy()
            if value.dtype != FLOAT32 or array.size < FEWEST_STORED:
                continue
            if value not in exact:
                array = to_half(name, array)
                set_type(value, FLOAT16)
            value.const_value = ir.tensor(array, name=name)
            self._offsets[name] = self._weights.add(name, array)

    def _set_precision(self, node: ir.Node) -> None:
        precision = FLOAT32 if needs_float32(node) else self._precision
        for index, value in enumerate(node.inputs):
            # The sizes of a resize are float32 in any precision.
            if is_float(value) and not (node.op_type == "Resize" and index > 0):
                node.replace_input_with(index, self._cast(value, precision))
        for value in node.outputs:
            if is_float(value):
                set_type(value, precision)
        if node.op_type == "Cast" and is_float(node.outputs[0]):
            node.attributes["to"] = ir.AttrInt64("to", precision)

    def _give_float32(self) -> None:
        for index, value in enumerate(self._graph.outputs):
            if value.dtype != FLOAT32:
                name, value.name = value.name, f"{value.name}_half"
                self._graph.outputs[index] = self._cast(value, FLOAT32)
                self._graph.outputs[index].name = name

    def _cast(self, value: ir.Value, precision: ir.DataType) -> ir.Value:
        """Itself where that is its precision; what is cast once is cast for all."""
        if value.dtype == precision:
            return value
        if (value, precision) not in self._casts:
            name = f"{value.name}_as_{precision.name.lower()}"
            cast = ir.val(name, precision, value.shape)
            self._graph.append(
                ir.node("Cast", [value], {"to": int(precision)}, outputs=[cast], name=name)
            )
            self._casts[value, precision] = cast
        return self._casts[value, precision]


def needs_float32(node: ir.Node) -> bool:
    modules = node.metadata_props.get(SCOPES, "")
    return node.op_type in FLOAT32_OPERATORS or any(name in modules for name in FLOAT32_MODULES)


def is_float(value: ir.Value | None) -> bool:
    return value is not None and value.dtype in (FLOAT32, FLOAT16)


def set_type(value: ir.Value, precision: ir.DataType) -> None:
    # A new object: copies of a graph share theirs.
    value.type = ir.TensorType(precision)


def to_half(name: str, array: np.ndarray) -> np.ndarray:
    if np.abs(array).max() > np.finfo(np.float16).max:
        raise ValueError(f"{name} does not fit into float16")
    return array.astype(np.float16)
