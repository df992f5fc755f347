"""The authors' RobustSAM (ViT-B, L, H): built from our modules, with the published names."""

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
    """Reads `robustsam_checkpoint_{b,l,h}.pth`; every parameter must be there, and no other."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    model = build_official(size)
    load_published(model, state)
    return model


def load_published(model: RobustSam, state: Mapping[str, Tensor]) -> None:
    # Trained in parallel, all names start with "module."
    state = {name.removeprefix("module."): tensor for name, tensor in state.items()}
    names = {published_name(name): name for name in model.state_dict()}
    unknown, missing = sorted(state.keys() - names), sorted(names.keys() - state)
    if unknown or missing:
        raise ValueError(f"not an official checkpoint: unknown {unknown}, missing {missing}")
    model.load_state_dict({names[name]: tensor for name, tensor in state.items()})


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
