"""Names and shapes of the authors' checkpoints, written down from their files' structure."""

Shape = tuple[int, ...]

CHANNELS = 256
GRID = 64
WINDOW = 14
SIZES = {
    "vit_b": {"width": 768, "depth": 12, "heads": 12, "whole": (2, 5, 8, 11)},
    "vit_l": {"width": 1024, "depth": 24, "heads": 16, "whole": (5, 11, 17, 23)},
    "vit_h": {"width": 1280, "depth": 32, "heads": 16, "whole": (7, 15, 23, 31)},
}


def published_shapes(size: str) -> dict[str, Shape]:
    sizes = SIZES[size]
    shapes = {}
    shapes |= _below("image_encoder", _encoder(**sizes))
    shapes |= _below("prompt_encoder", _prompt_encoder())
    shapes |= _below("mask_decoder", _sam_decoder())
    shapes |= _below("mask_decoder", _robust_decoder(sizes["width"]))
    return shapes


def _encoder(*, width: int, depth: int, heads: int, whole: Shape) -> dict[str, Shape]:
    shapes = {
        "pos_embed": (1, GRID, GRID, width),
        "patch_embed.proj.weight": (width, 3, 16, 16),
        "patch_embed.proj.bias": (width,),
        "neck.0.weight": (CHANNELS, width, 1, 1),
        "neck.2.weight": (CHANNELS, CHANNELS, 3, 3),
        **_norm("neck.1", CHANNELS),
        **_norm("neck.3", CHANNELS),
    }
    for index in range(depth):
        side = GRID if index in whole else WINDOW
        shapes |= _below(
            f"blocks.{index}",
            {
                **_norm("norm1", width),
                **_norm("norm2", width),
                **_linear("attn.qkv", width, 3 * width),
                **_linear("attn.proj", width, width),
                "attn.rel_pos_h": (2 * side - 1, width // heads),
                "attn.rel_pos_w": (2 * side - 1, width // heads),
                **_linear("mlp.lin1", width, 4 * width),
                **_linear("mlp.lin2", 4 * width, width),
            },
        )
    return shapes


def _prompt_encoder() -> dict[str, Shape]:
    return {
        "pe_layer.positional_encoding_gaussian_matrix": (2, CHANNELS // 2),
        **{f"point_embeddings.{index}.weight": (1, CHANNELS) for index in range(4)},
        "not_a_point_embed.weight": (1, CHANNELS),
        "no_mask_embed.weight": (1, CHANNELS),
        **_conv("mask_downscaling.0", 1, 4, 2),
        **_norm("mask_downscaling.1", 4),
        **_conv("mask_downscaling.3", 4, 16, 2),
        **_norm("mask_downscaling.4", 16),
        **_conv("mask_downscaling.6", 16, CHANNELS, 1),
    }


def _sam_decoder() -> dict[str, Shape]:
    shapes = {
        "iou_token.weight": (1, CHANNELS),
        "mask_tokens.weight": (4, CHANNELS),
        **_transposed("output_upscaling.0", CHANNELS, 64),
        **_norm("output_upscaling.1", 64),
        **_transposed("output_upscaling.3", 64, 32),
        **_mlp("iou_prediction_head", (CHANNELS, CHANNELS, CHANNELS, 4)),
        **_attention("transformer.final_attn_token_to_image", 128),
        **_norm("transformer.norm_final_attn", CHANNELS),
    }
    for index in range(4):
        shapes |= _mlp(f"output_hypernetworks_mlps.{index}", (CHANNELS, CHANNELS, CHANNELS, 32))
    for index in range(2):
        layer = {
            **_attention("self_attn", CHANNELS),
            **_attention("cross_attn_token_to_image", 128),
            **_attention("cross_attn_image_to_token", 128),
            **_linear("mlp.lin1", CHANNELS, 2048),
            **_linear("mlp.lin2", 2048, CHANNELS),
        }
        for norm in range(1, 5):
            layer |= _norm(f"norm{norm}", CHANNELS)
        shapes |= _below(f"transformer.layers.{index}", layer)
    return shapes


def _robust_decoder(width: int) -> dict[str, Shape]:
    return {
        "custom_robust_token.weight": (4, CHANNELS),
        **_mlp("robust_mlp", (CHANNELS, CHANNELS, CHANNELS, 32)),
        **_linear("custom_token_block.mlp.0", 64, 64),
        **_linear("custom_token_block.mlp.2", 64, CHANNELS),
        **_below("fourier_mask_features", _amfg(32)),
        **_conv("fourier_mask_features.downsample_layer.0", 32, 64, 3),
        **_norm("fourier_mask_features.downsample_layer.1", 64),
        **_conv("fourier_mask_features.downsample_layer.3", 64, 32, 3),
        **_below("fourier_first_layer_features", _amfg(width)),
        **_upsample("fourier_first_layer_features.upsample_layer", width),
        **_below("fourier_last_layer_features", _amfg(CHANNELS)),
        **_upsample("fourier_last_layer_features.upsample_layer", CHANNELS),
    }


def _amfg(channels: int) -> dict[str, Shape]:
    selective = "dnc_block_combined.SEMBlock.maxpool_conv.0"
    cells = 16 * channels
    return {
        f"{selective}.conv1.weight": (channels, channels, 3, 3),
        f"{selective}.conv2.weight": (channels, channels, 3, 3),
        **_norm(f"{selective}.BN", channels),
        f"{selective}.BN.running_mean": (channels,),
        f"{selective}.BN.running_var": (channels,),
        f"{selective}.BN.num_batches_tracked": (),
        f"{selective}.selector.fc.0.weight": (cells // 16, cells),
        **_linear(f"{selective}.selector.att_conv1", cells // 16, cells),
        **_linear(f"{selective}.selector.att_conv2", cells // 16, cells),
        **_linear("dnc_block_combined.channel_attention.excitation.0", 2 * channels, channels // 8),
        **_linear("dnc_block_combined.channel_attention.excitation.2", channels // 8, 2 * channels),
        **_conv("fgm_block.conv_layer", 2 * channels, 2 * channels, 1),
        **_conv("conv_layer", 2 * channels, channels, 3),
    }


def _upsample(name: str, channels: int) -> dict[str, Shape]:
    return {
        **_transposed(f"{name}.0", channels, CHANNELS),
        **_norm(f"{name}.1", CHANNELS),
        **_transposed(f"{name}.3", CHANNELS, 32),
    }


def _attention(name: str, inner: int) -> dict[str, Shape]:
    shapes = _linear(f"{name}.out_proj", inner, CHANNELS)
    for part in ("q_proj", "k_proj", "v_proj"):
        shapes |= _linear(f"{name}.{part}", CHANNELS, inner)
    return shapes


def _mlp(name: str, sizes: Shape) -> dict[str, Shape]:
    shapes = {}
    for index in range(len(sizes) - 1):
        shapes |= _linear(f"{name}.layers.{index}", sizes[index], sizes[index + 1])
    return shapes


def _linear(name: str, inputs: int, outputs: int) -> dict[str, Shape]:
    return {f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)}


def _conv(name: str, inputs: int, outputs: int, side: int) -> dict[str, Shape]:
    return {f"{name}.weight": (outputs, inputs, side, side), f"{name}.bias": (outputs,)}


def _transposed(name: str, inputs: int, outputs: int) -> dict[str, Shape]:
    return {f"{name}.weight": (inputs, outputs, 2, 2), f"{name}.bias": (outputs,)}


def _norm(name: str, channels: int) -> dict[str, Shape]:
    return {f"{name}.weight": (channels,), f"{name}.bias": (channels,)}


def _below(prefix: str, shapes: dict[str, Shape]) -> dict[str, Shape]:
    return {f"{prefix}.{name}": shape for name, shape in shapes.items()}
