"""A tiny graph with known answers: a backend that gets one wrong is not to be trusted.

The cases are what GPU backends have got wrong (a convolution of six channels) and what the
model is made of. Every case starts from the input, so a wrong answer names its cause.
Answers come from NumPy in float64, not from ONNX Runtime.
"""

import math
from typing import Any

import numpy as np

from .graph import Graph, Precision, Value
from .imported import ImportedWeights
from .layers import Layers

INPUT = "x"
INPUT_SHAPE = (1, 6, 8, 8)
TOKENS, WIDTH, HEADS = 24, 16, 2
WINDOW = 5
EPSILON = 1e-5
# Largest absolute error; the answers are of the order of 1. Both leave a factor of ten to what
# an honest backend shows, and are far below what a wrong one does; so does that of a product in
# 8-bit integers.
TOLERANCE: dict[Precision, float] = {"fp32": 1e-4, "fp16": 3e-2, "int8": 1e-4}
PRODUCT_TOLERANCE = TOLERANCE | {"int8": 0.2}


def parity_input() -> np.ndarray:
    return _random("input", *INPUT_SHAPE)


def build_parity(precision: Precision) -> bytes:
    """The graph's bytes; weights inside."""
    g = Graph(precision=precision, weights=None)
    x = g.to_precision(INPUT)
    cases = {
        "conv": _conv(g, x),
        "depthwise": _depthwise(g, x),
        "conv_transpose": _conv_transpose(g, x),
        "layer_norm": _layer_norm(g, x),
        "attention": _attention(g, x),
        "gelu": _gelu(g, x),
        "windows": _windows(g, x),
        "product": _product(g, x),
    }
    shapes = {name: list(answer.shape) for name, answer in parity_answers().items()}
    return g.finish(
        name="parity",
        inputs={INPUT: list(INPUT_SHAPE)},
        outputs={name: (g.to_float32(value), shapes[name]) for name, value in cases.items()},
    )


def parity_answers() -> dict[str, np.ndarray]:
    """float64, by output."""
    x = parity_input().astype(np.float64)
    return {
        "conv": _conv_answer(x, _weights("conv", 8, 6, 3, 3), _weights("conv_bias", 8)),
        "depthwise": _depthwise_answer(x, _weights("depthwise", 6, 1, 3, 3)),
        "conv_transpose": _conv_transpose_answer(x, _weights("conv_transpose", 6, 4, 2, 2)),
        "layer_norm": _layer_norm_answer(x.reshape(TOKENS, WIDTH)),
        "attention": _attention_answer(x.reshape(TOKENS, WIDTH)),
        "gelu": x * (1 + np.vectorize(math.erf)(x / math.sqrt(2))) / 2,
        "windows": _windows_answer(x),
        "product": _product_answer(x.reshape(TOKENS, WIDTH)),
    }


def parity_document() -> dict[str, Any]:
    """What the browser compares with: row-major numbers and a tolerance per precision."""
    outputs = {
        name: {
            "shape": list(answer.shape),
            "tolerance": PRODUCT_TOLERANCE if name == "product" else TOLERANCE,
            "data": _rounded(answer),
        }
        for name, answer in parity_answers().items()
    }
    data = _rounded(parity_input())
    return {"input": {"name": INPUT, "shape": list(INPUT_SHAPE), "data": data}, "outputs": outputs}


def _conv(g: Graph, x: Value) -> Value:
    inputs = _stored(g, "conv", 8, 6, 3, 3), _stored(g, "conv_bias", 8)
    return g.op("Conv", x, *inputs, kernel_shape=[3, 3], pads=[1, 1, 1, 1])


def _conv_answer(x: np.ndarray, kernel: np.ndarray, bias: np.ndarray) -> np.ndarray:
    return np.einsum("nihwyx,oiyx->nohw", _patches(x), kernel) + bias[:, None, None]


def _depthwise(g: Graph, x: Value) -> Value:
    kernel = _stored(g, "depthwise", 6, 1, 3, 3)
    return g.op("Conv", x, kernel, kernel_shape=[3, 3], pads=[1, 1, 1, 1], group=6)


def _depthwise_answer(x: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    return np.einsum("nihwyx,iyx->nihw", _patches(x), kernel[:, 0])


def _patches(x: np.ndarray) -> np.ndarray:
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    return np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))


def _conv_transpose(g: Graph, x: Value) -> Value:
    kernel = _stored(g, "conv_transpose", 6, 4, 2, 2)
    return g.op("ConvTranspose", x, kernel, kernel_shape=[2, 2], strides=[2, 2])


def _conv_transpose_answer(x: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    spread = np.einsum("nihw,ioyx->nohywx", x, kernel)
    return spread.reshape(1, kernel.shape[1], 2 * x.shape[2], 2 * x.shape[3])


def _layer_norm(g: Graph, x: Value) -> Value:
    tokens = g.op("Reshape", x, g.integers(TOKENS, WIDTH))
    inputs = _stored(g, "norm_scale", WIDTH), _stored(g, "norm_bias", WIDTH)
    return g.op("LayerNormalization", tokens, *inputs, axis=-1, epsilon=EPSILON)


def _layer_norm_answer(x: np.ndarray) -> np.ndarray:
    centred = x - x.mean(axis=1, keepdims=True)
    normed = centred / np.sqrt((centred**2).mean(axis=1, keepdims=True) + EPSILON)
    return normed * _weights("norm_scale", WIDTH) + _weights("norm_bias", WIDTH)


def _attention(g: Graph, x: Value) -> Value:
    tokens = g.op("Reshape", x, g.integers(TOKENS, WIDTH))
    weight = _stored(g, "qkv", WIDTH, 3 * WIDTH)
    bias = _stored(g, "qkv_bias", 3 * WIDTH)
    qkv = g.op("Gemm", tokens, weight, bias)
    qkv = g.op("Reshape", qkv, g.integers(TOKENS, 3, HEADS, WIDTH // HEADS))
    qkv = g.op("Transpose", qkv, perm=[1, 2, 0, 3])
    query, key, value = (
        g.op("Reshape", part, g.integers(HEADS, TOKENS, WIDTH // HEADS))
        for part in g.op("Split", qkv, outputs=3, axis=0)
    )
    scores = g.op("MatMul", query, g.op("Transpose", key, perm=[0, 2, 1]))
    return g.op("MatMul", g.op("Softmax", scores, axis=-1), value)


def _attention_answer(x: np.ndarray) -> np.ndarray:
    qkv = x @ _weights("qkv", WIDTH, 3 * WIDTH) + _weights("qkv_bias", 3 * WIDTH)
    query, key, value = qkv.reshape(TOKENS, 3, HEADS, -1).transpose(1, 2, 0, 3)
    scores = np.exp(query @ key.swapaxes(1, 2))
    return scores / scores.sum(axis=2, keepdims=True) @ value


def _gelu(g: Graph, x: Value) -> Value:
    erf = g.op("Erf", g.op("Div", x, g.number(math.sqrt(2))))
    return g.op("Mul", g.op("Mul", x, g.op("Add", erf, g.number(1))), g.number(0.5))


def _windows(g: Graph, x: Value) -> Value:
    """Rows of windows as the encoder cuts them, of a picture the window does not divide."""
    x = g.op("Transpose", x, perm=[0, 2, 3, 1])
    x = g.op("Pad", x, g.integers(0, 0, 0, 0, 0, 2, 2, 0))
    x = g.op("Reshape", x, g.integers(2, WINDOW, 2, WINDOW, 1, 3, 2))
    x = g.op("Transpose", x, perm=[4, 0, 2, 5, 1, 3, 6])
    return g.op("Reshape", x, g.integers(4, 3, WINDOW * WINDOW, 2))


def _windows_answer(x: np.ndarray) -> np.ndarray:
    padded = np.pad(x[0], ((0, 0), (0, 2), (0, 2)))
    windows = [
        padded[:, r : r + WINDOW, c : c + WINDOW] for r in (0, WINDOW) for c in (0, WINDOW)
    ]
    return np.stack(windows).reshape(4, 3, 2, WINDOW * WINDOW).swapaxes(2, 3)


def _product(g: Graph, x: Value) -> Value:
    """As the layers of the encoder are multiplied."""
    layers = Layers(g, ImportedWeights({}))
    tokens = g.op("Reshape", x, g.integers(TOKENS, WIDTH))
    weight, bias = _weights("product", WIDTH, 2 * WIDTH), _weights("product_bias", 2 * WIDTH)
    return layers.large_gemm(tokens, "product", weight, bias)


def _product_answer(x: np.ndarray) -> np.ndarray:
    return x @ _weights("product", WIDTH, 2 * WIDTH) + _weights("product_bias", 2 * WIDTH)


def _stored(g: Graph, name: str, *shape: int) -> Value:
    return g.weight(f"{name}.value", _weights(name, *shape))


def _weights(name: str, *shape: int) -> np.ndarray:
    """Scaled so that the answers stay of the order of 1."""
    return _random(name, *shape) * 2.0**-2


def _random(name: str, *shape: int) -> np.ndarray:
    """Numbers that float16 holds exactly, the same on every machine."""
    rng = np.random.Generator(np.random.PCG64(list(name.encode())))
    return rng.integers(-512, 513, size=shape).astype(np.float64) / 256


def _rounded(array: np.ndarray) -> list[float]:
    return [round(float(v), 7) for v in array.ravel()]
