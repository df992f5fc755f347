"""A small ONNX writer: values are names, weights go to files that graphs share."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from base.weights import BaseWeights, WeightFile, low_rank

# int8 is float32 but for Layers.large_gemm, whose products a CPU makes of 8-bit integers.
Precision = Literal["fp32", "fp16", "int8"]
Value = str

# LayerNormalization came with 17; later versions add nothing that is needed here.
OPSET = 17
# Its products of 8-bit integers, see Layers.large_gemm.
MICROSOFT = "com.microsoft"
IR_VERSION = 8

_TENSOR_TYPES = {"fp32": TensorProto.FLOAT, "fp16": TensorProto.FLOAT16}


class Graph:
    """Collects nodes. Arithmetic runs in `precision`; weights are kept as float16.

    Weights go to a file, or into the graph where there is none. Of a weight that `base` has under
    the same name, only factors of what differs are kept where they are smaller, and added when a
    session is made.
    """

    FLOAT32 = TensorProto.FLOAT

    def __init__(
        self,
        *,
        precision: Precision,
        weights: WeightFile | None,
        base: BaseWeights | None = None,
    ):
        self.precision: Precision = precision
        # As they were given, by name.
        self.exact_weights: dict[str, np.ndarray] = {}
        self._weights = weights
        self._base = base
        self._files: dict[str, WeightFile] = {}
        self._nodes: list[onnx.NodeProto] = []
        self._initializers: dict[str, onnx.TensorProto] = {}
        self._cast: dict[str, Value] = {}
        self._sums: dict[str, Value] = {}

    @contextmanager
    def storing(self, weights: WeightFile | None) -> Iterator[None]:
        """Inside, new weights go to this file."""
        before, self._weights = self._weights, weights
        yield
        self._weights = before

    def op(self, kind: str, *inputs: Value, outputs: int = 1, **attributes: object):
        """One node; its output, or a tuple of them."""
        # Short, and nodes have no names: there are two dozen graphs, and names would be half of them.
        stem = f"{len(self._nodes):x}"
        names = [stem] if outputs == 1 else [f"{stem}.{i}" for i in range(outputs)]
        self._nodes.append(helper.make_node(kind, inputs, names, **attributes))
        return names[0] if outputs == 1 else tuple(names)

    def weight(self, name: str, array: np.ndarray) -> Value:
        """A weight in the graph's precision, stored as float16."""
        if np.abs(array).max() > np.finfo(np.float16).max:
            raise ValueError(f"{name} does not fit into float16")
        self.exact_weights[name] = array
        factors = self._factors(name, array)
        if factors is not None:
            return self._changed(name, factors)
        self._keep(name, array.astype(np.float16))
        return name if self.precision == "fp16" else self._cast_once(name, "fp32")

    def exact(self, name: str, array: np.ndarray) -> Value:
        """A float32 weight for what rounding would harm, whatever the graph's precision."""
        self._keep(name, array.astype(np.float32))
        return name

    def indices(self, name: str, array: np.ndarray) -> Value:
        """Integers, as int32: onnxruntime-web can't cast from anything smaller."""
        with self.storing(self._base.file if self._base else self._weights):
            self._keep(name, array.astype(np.int32))
        return name

    def quantised(
        self, name: str, array: np.ndarray, *, sizes: np.ndarray | None = None
    ) -> tuple[Value, Value]:
        """A weight [inputs, outputs], over `sizes` [inputs, 1] if given, as int8, made at load of the
        float16 that all precisions share, and its scale per output."""
        half, weight = array.astype(np.float16).astype(np.float32), self.weight(name, array)
        if sizes is not None:
            half, weight = half / sizes, self.op("Div", weight, self.exact(f"{name}.sizes", sizes))
        most = np.abs(half).max(axis=0)
        scale = self.exact(f"{name}.scale", np.maximum(most, 1e-8) / 127)
        zero = self._inline_zeros(array.shape[1])
        return self.op("QuantizeLinear", weight, scale, zero, axis=1), scale

    def integers(self, *values: int) -> Value:
        """A list of int64 inside the graph: a shape, axes, pads."""
        return self._inline("int64", np.array(values, dtype=np.int64))

    def number(self, value: float) -> Value:
        """A scalar in the graph's precision."""
        dtype = np.float16 if self.precision == "fp16" else np.float32
        return self._inline(np.dtype(dtype).name, np.array(value, dtype=dtype))

    def numbers(self, values: npt.ArrayLike) -> Value:
        """A small float32 array inside the graph."""
        return self._inline("float32", np.asarray(values, dtype=np.float32))

    def to_precision(self, value: Value) -> Value:
        """float32 to the graph's precision."""
        return self._cast_to(value, "fp16") if self.precision == "fp16" else value

    def to_float32(self, value: Value) -> Value:
        return self._cast_to(value, "fp32") if self.precision == "fp16" else value

    def finish(
        self,
        *,
        name: str,
        inputs: dict[str, list[int | str]],
        outputs: dict[str, tuple[Value, list[int | str]]],
    ) -> bytes:
        """The graph's bytes; inputs and outputs are float32."""
        for output, (value, _) in outputs.items():
            self._nodes.append(helper.make_node("Identity", [value], [output], name=output))
        graph = helper.make_graph(
            self._nodes,
            name,
            [_float_info(n, shape) for n, shape in inputs.items()],
            [_float_info(n, shape) for n, (_, shape) in outputs.items()],
            list(self._initializers.values()),
        )
        for tensor in graph.initializer:
            if tensor.name in self._files:
                tensor.external_data.add(key="location", value=self._files[tensor.name].path)
        opsets = [helper.make_opsetid("", OPSET)]
        if any(node.domain == MICROSOFT for node in self._nodes):
            opsets.append(helper.make_opsetid(MICROSOFT, 1))
        model = helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)
        return model.SerializeToString(deterministic=True)

    def _factors(self, name: str, array: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
        """Factors of what is added to the base's weight; None where there is none, or all of this weight is
        smaller than its factors."""
        if self._base is None or name not in self._base.exact:
            return None
        return low_rank(array - self._base.exact[name])

    def _changed(self, name: str, factors: tuple[np.ndarray, np.ndarray]) -> Value:
        """The base's weight and the product of its factors, all of it constant: summed up at load."""
        if name not in self._sums:
            weight = self._base.exact[name]
            with self.storing(self._base.file):
                self._keep(name, weight.astype(np.float16))
            parts = []
            for part, factor in zip(("up", "down"), factors, strict=True):
                self._keep(f"{name}.{part}", factor.astype(np.float16))
                parts.append(self._cast_once(f"{name}.{part}", "fp32"))
            change = self.op("MatMul", *parts)
            if weight.ndim > 2:
                change = self.op("Reshape", change, self.integers(*weight.shape))
            total = self.op("Add", self._cast_once(name, "fp32"), change)
            self._sums[name] = self.to_precision(total)
        return self._sums[name]

    def _keep(self, name: str, array: np.ndarray) -> None:
        if self._weights is None:
            self._initializers[name] = numpy_helper.from_array(array, name)
            return
        offset = self._weights.add(name, array)
        self._files[name] = self._weights
        tensor = TensorProto(
            name=name,
            data_type=helper.np_dtype_to_tensor_dtype(array.dtype),
            dims=array.shape,
            data_location=TensorProto.EXTERNAL,
        )
        for key, value in {"offset": offset, "length": array.nbytes}.items():
            tensor.external_data.add(key=key, value=str(value))
        self._initializers[name] = tensor

    def _inline(self, kind: str, array: np.ndarray) -> Value:
        text = "_".join(str(v) for v in array.ravel().tolist())
        name = f"{kind}_{'x'.join(map(str, array.shape))}_{text}"
        self._initializers[name] = numpy_helper.from_array(array, name)
        return name

    def _inline_zeros(self, count: int) -> Value:
        name = f"int8_zeros_{count}"
        self._initializers[name] = numpy_helper.from_array(np.zeros(count, dtype=np.int8), name)
        return name

    def _cast_once(self, value: Value, precision: Precision) -> Value:
        if value not in self._cast:
            self._cast[value] = self._cast_to(value, precision)
        return self._cast[value]

    def _cast_to(self, value: Value, precision: Precision) -> Value:
        return self.op("Cast", value, to=_TENSOR_TYPES[precision])


def _float_info(name: str, shape: list[int | str]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
