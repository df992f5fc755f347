"""AMFG on maps [1, C, side, side]; see model/amfg.py."""

import numpy as np

from base.graph import Value
from model.amfg import SELECTOR_SIDE
from model.parts import Parts

from .fourier import FourierLayers


class AmfgLayers(FourierLayers):
    def amfg(self, x: Value, name: str, *, channels: int, side: int, parts: Parts) -> Value:
        g = self.graph
        branches = self._norm_branches(x, f"{name}.norm_branches", channels, side, parts)
        x = g.op("Concat", x, branches, axis=1)
        x = self._channel_attention(x, f"{name}.channel_attention")
        if parts.fourier:
            x = self.suppress(x, f"{name}.fourier.amplitude", channels=2 * channels, side=side)
        return self.conv(x, f"{name}.merge")

    def _norm_branches(
        self, x: Value, name: str, channels: int, side: int, parts: Parts
    ) -> Value:
        g = self.graph
        detail = g.op("LeakyRelu", self._batch_norm(x, f"{name}.batch_norm"), alpha=0.01)
        detail = self.conv(detail, f"{name}.batch_conv", has_bias=False)
        if not parts.instance_branch:
            return detail
        style_free = g.op("LeakyRelu", self.standardised(x, 2, 3), alpha=0.01)
        style_free = self.conv(style_free, f"{name}.instance_conv", has_bias=False)
        if not parts.batch_branch:
            return style_free
        return self._selected(detail, style_free, f"{name}.selector", channels, side)

    def _batch_norm(self, x: Value, name: str) -> Value:
        """With the statistics of training."""
        g = self.graph
        variance = self.weights[f"{name}.running_var"].astype(np.float64)
        scale = self.weights[f"{name}.weight"] / np.sqrt(variance + 1e-5)
        shift = self.weights[f"{name}.bias"] - self.weights[f"{name}.running_mean"] * scale
        x = g.op("Mul", x, self.per_channel(f"{name}.scale", scale))
        return g.op("Add", x, self.per_channel(f"{name}.shift", shift))

    def _selected(
        self, detail: Value, style_free: Value, name: str, channels: int, side: int
    ) -> Value:
        """style_free + share * (detail - style_free), the share constant on a 4x4 grid."""
        g = self.graph
        cell = side // SELECTOR_SIDE
        pooled = g.op(
            "AveragePool",
            g.op("Add", detail, style_free),
            kernel_shape=[cell, cell],
            strides=[cell, cell],
        )
        pooled = self.reshape(pooled, 1, channels * SELECTOR_SIDE**2)
        hidden = g.op("Relu", self.dense(pooled, f"{name}.squeeze", has_bias=False))
        share = g.op("Sigmoid", self.gemm(hidden, f"{name}.share", *self._difference(name)))
        share = self.reshape(share, channels, SELECTOR_SIDE, 1, SELECTOR_SIDE, 1)
        cells = (channels, SELECTOR_SIDE, cell, SELECTOR_SIDE, cell)
        difference = self.reshape(g.op("Sub", detail, style_free), *cells)
        change = self.reshape(g.op("Mul", share, difference), 1, channels, side, side)
        return g.op("Add", style_free, change)

    def _difference(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """The softmax of two is the sigmoid of their difference: one layer for both."""
        first, second = f"{name}.batch_weight", f"{name}.instance_weight"
        weight = self.weights[f"{first}.weight"] - self.weights[f"{second}.weight"]
        return weight.T, self.weights[f"{first}.bias"] - self.weights[f"{second}.bias"]

    def _channel_attention(self, x: Value, name: str) -> Value:
        g = self.graph
        pooled = self.reshape(g.op("ReduceMean", x, axes=[2, 3]), 1, -1)
        hidden = g.op("Relu", self.dense(pooled, f"{name}.squeeze"))
        weights = g.op("Sigmoid", self.dense(hidden, f"{name}.excite"))
        return g.op("Mul", x, self.reshape(weights, -1, 1, 1))
