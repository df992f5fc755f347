"""The authors' RobustSAM (ViT-B, L, H): built from our modules, with the published names."""

import warnings
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from .mask_decoder import MaskDecoder
from .paper_head import PaperHead
from .prompt_encoder import PromptEncoder
from .robust_sam import RobustSam
from .sam import Sam
from .vit import VIT_SIZES, Vit, VitSize

# What all names start with where training ran in parallel.
PARALLEL = "module."

_AMFG_NAMES = {
    "norm_branches.batch_norm": "dnc_block_combined.SEMBlock.maxpool_conv.0.BN",
    "norm_branches.batch_conv": "dnc_block_combined.SEMBlock.maxpool_conv.0.conv1",
    "norm_branches.instance_conv": "dnc_block_combined.SEMBlock.maxpool_conv.0.conv2",
    "norm_branches.selector.squeeze": "dnc_block_combined.SEMBlock.maxpool_conv.0.selector.fc.0",
    "norm_branches.selector.batch_weight": (
        "dnc_block_combined.SEMBlock.maxpool_conv.0.selector.att_conv1"
    ),
    "norm_branches.selector.instance_weight": (
        "dnc_block_combined.SEMBlock.maxpool_conv.0.selector.att_conv2"
    ),
    "channel_attention.squeeze": "dnc_block_combined.channel_attention.excitation.0",
    "channel_attention.excite": "dnc_block_combined.channel_attention.excitation.2",
    "fourier.amplitude": "fgm_block.conv_layer",
    "merge": "conv_layer",
}
_AMFG_PLACES = {
    "mask": ("fourier_mask_features", "downsample_layer"),
    "early": ("fourier_first_layer_features", "upsample_layer"),
    "final": ("fourier_last_layer_features", "upsample_layer"),
}


def build_official(size: str | VitSize) -> RobustSam:
    """`vit_b`, `vit_l` or `vit_h`, with random weights."""
    size = VIT_SIZES[size] if isinstance(size, str) else size
    sam = Sam(
        image_encoder=Vit(size=size),
        prompt_encoder=PromptEncoder(grid=size.grid, image_size=16 * size.grid),
        mask_decoder=MaskDecoder(),
    )
    head = PaperHead(early_stage=0, early_channels=size.width, published=True)
    return RobustSam(sam=sam, head=head).eval()


def load_official(size: str, path: Path) -> RobustSam:
    """Reads `robustsam_checkpoint_{b,l,h}.pth`; every parameter must be there. Warns of others, which
    the authors' own loader passes over."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    model = build_official(size)
    load_published(model, state)
    return model


def official_size(state: Mapping[str, object]) -> str | None:
    """`vit_b`, `vit_l` or `vit_h`, by the width of its first layer; None for what is no official
    checkpoint."""
    names = (f"{prefix}image_encoder.patch_embed.proj.weight" for prefix in ("", PARALLEL))
    first = next((state[name] for name in names if name in state), None)
    if not isinstance(first, Tensor):
        return None
    return next((name for name, size in VIT_SIZES.items() if size.width == len(first)), None)


def load_published(model: RobustSam, state: Mapping[str, Tensor]) -> None:
    """Refuses what lacks a parameter; names what the model has no place for, and goes on."""
    state = {name.removeprefix(PARALLEL): tensor for name, tensor in state.items()}
    names = {published_name(name): name for name in model.state_dict()}
    unknown, missing = sorted(state.keys() - names), sorted(names.keys() - state)
    if missing:
        raise ValueError(f"not an official checkpoint: missing {missing}, unknown {unknown}")
    if unknown:
        warnings.warn(f"left out of the checkpoint: {', '.join(unknown)}", stacklevel=2)
    model.load_state_dict({own: state[name] for name, own in names.items()})


def published_state(model: RobustSam) -> dict[str, Tensor]:
    return {published_name(name): tensor for name, tensor in model.state_dict().items()}


def published_name(name: str) -> str:
    """From the name of a parameter here to its name in the authors' files."""
    if name.startswith("sam."):
        return name.removeprefix("sam.")
    place, rest = name.removeprefix("head.").split(".", 1)
    if place in _AMFG_PLACES:
        return f"mask_decoder.{_amfg_name(place, rest)}"
    if place == "rot":
        return f"mask_decoder.custom_robust_token.{rest.removeprefix('tokens.')}"
    return f"mask_decoder.{'custom_token_block' if place == 'aotg' else place}.{rest}"


def _amfg_name(place: str, name: str) -> str:
    block, resize = _AMFG_PLACES[place]
    if name.startswith("resize."):
        return f"{block}.{resize}.{name.removeprefix('resize.')}"
    part, parameter = name.removeprefix("amfg.").rsplit(".", 1)
    return f"{block}.{_AMFG_NAMES[part]}.{parameter}"
