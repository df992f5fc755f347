"""The published robust head in NumPy, from the checkpoint's own names: nothing of model/ in it."""

import math
from collections.abc import Mapping

import numpy as np

Array = np.ndarray
Weights = Mapping[str, Array]


def robust_masks(
    weights: Weights, *, early: Array, embedding: Array, mask_features: Array, tokens: Array
) -> Array:
    """early [C, h, w], embedding [256, h, w], mask_features [32, 4h, 4w], tokens [4, 256], all
    of one photo and one prompt, to the 16 channels [16, 4h, 4w] of the public code."""
    image = _image_block(_part(weights, "fourier_first_layer_features"), early)
    image = image + _image_block(_part(weights, "fourier_last_layer_features"), embedding)
    block = _part(weights, "fourier_mask_features")
    mask = _conv(_amfg(block, mask_features), block, "downsample_layer.0")
    mask = _conv(_gelu(_norm_2d(mask, block, "downsample_layer.1")), block, "downsample_layer.3")
    # Row r of token i becomes channel 4 * r + i.
    rows = np.stack([_token_rows(weights, token) for token in tokens], axis=1)
    features = (mask + image).reshape(32, -1)
    return (rows.reshape(16, 32) @ features).reshape(16, *mask.shape[1:])


def _token_rows(weights: Weights, token: Array) -> Array:
    """[256] to 4 vectors [4, 32]."""
    for _ in range(2):
        token = (token - token.mean()) / np.sqrt(token.var() + 1e-5)
    x = _linear(token.reshape(4, 64), weights, "custom_token_block.mlp.0")
    x = _linear(np.maximum(x, 0), weights, "custom_token_block.mlp.2")
    for layer in range(3):
        x = _linear(x, weights, f"robust_mlp.layers.{layer}")
        x = np.maximum(x, 0) if layer < 2 else x
    return x


def _image_block(block: Weights, x: Array) -> Array:
    x = _transposed(_amfg(block, x), block, "upsample_layer.0")
    return _transposed(_gelu(_norm_2d(x, block, "upsample_layer.1")), block, "upsample_layer.3")


def _amfg(block: Weights, x: Array) -> Array:
    x = np.concatenate(
        [x, _selective(_part(block, "dnc_block_combined.SEMBlock.maxpool_conv.0"), x)]
    )
    attention = _part(block, "dnc_block_combined.channel_attention")
    hidden = np.maximum(_linear(x.mean(axis=(1, 2)), attention, "excitation.0"), 0)
    x = x * _sigmoid(_linear(hidden, attention, "excitation.2"))[:, None, None]
    return _conv(_fourier(block, x), block, "conv_layer")


def _selective(block: Weights, x: Array) -> Array:
    spread = np.sqrt(block["BN.running_var"] + 1e-5)[:, None, None]
    batch = (x - block["BN.running_mean"][:, None, None]) / spread
    batch = batch * block["BN.weight"][:, None, None] + block["BN.bias"][:, None, None]
    centred = x - x.mean(axis=(1, 2), keepdims=True)
    instance = centred / np.sqrt(x.var(axis=(1, 2), keepdims=True) + 1e-5)
    first, second = (
        _conv(np.where(branch > 0, branch, 0.01 * branch), block, name)
        for branch, name in ((batch, "conv1"), (instance, "conv2"))
    )
    channels, height, width = x.shape
    cells = (first + second).reshape(channels, 4, height // 4, 4, width // 4).mean(axis=(2, 4))
    hidden = np.maximum(_linear(cells.ravel(), block, "selector.fc.0"), 0)
    choices = [
        np.exp(_linear(hidden, block, f"selector.att_conv{index}").reshape(channels, 4, 4))
        for index in (1, 2)
    ]
    weights = [choice / sum(choices) for choice in choices]
    large = [w.repeat(height // 4, axis=1).repeat(width // 4, axis=2) for w in weights]
    return large[0] * first + large[1] * second


def _fourier(block: Weights, x: Array) -> Array:
    spectrum = np.fft.fft2(x)
    weight, bias = block["fgm_block.conv_layer.weight"], block["fgm_block.conv_layer.bias"]
    amplitude = np.einsum("oi,ihw->ohw", weight[:, :, 0, 0], np.abs(spectrum), optimize=True)
    amplitude = amplitude + bias[:, None, None]
    return np.fft.ifft2(amplitude * np.exp(1j * np.angle(spectrum))).real


def _conv(x: Array, weights: Weights, name: str) -> Array:
    """3x3, padded with zeros."""
    padded = np.pad(x, ((0, 0), (1, 1), (1, 1)))
    height, width = x.shape[1:]
    kernel = weights[f"{name}.weight"]
    y = sum(
        np.tensordot(kernel[:, :, dy, dx], padded[:, dy : dy + height, dx : dx + width], axes=1)
        for dy in range(3)
        for dx in range(3)
    )
    return y + weights[f"{name}.bias"][:, None, None] if f"{name}.bias" in weights else y


def _transposed(x: Array, weights: Weights, name: str) -> Array:
    """2x2, stride 2."""
    spread = np.einsum("ihw,ioyx->ohywx", x, weights[f"{name}.weight"], optimize=True)
    y = spread.reshape(spread.shape[0], 2 * x.shape[1], 2 * x.shape[2])
    return y + weights[f"{name}.bias"][:, None, None]


def _norm_2d(x: Array, weights: Weights, name: str) -> Array:
    x = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 1e-6)
    return x * weights[f"{name}.weight"][:, None, None] + weights[f"{name}.bias"][:, None, None]


def _linear(x: Array, weights: Weights, name: str) -> Array:
    bias = weights.get(f"{name}.bias", 0)
    return x @ weights[f"{name}.weight"].T + bias


def _gelu(x: Array) -> Array:
    return x * (1 + np.vectorize(math.erf)(x / math.sqrt(2))) / 2


def _sigmoid(x: Array) -> Array:
    return 1 / (1 + np.exp(-x))


def _part(weights: Weights, prefix: str) -> Weights:
    start = f"{prefix}."
    return {name[len(start) :]: w for name, w in weights.items() if name.startswith(start)}
