"""Where bfloat16 is worth its rounding."""

import torch


def has_fast_bfloat16(device: torch.device) -> bool:
    """GPUs, and CPUs with AMX: there a product in bfloat16 takes a tenth of float32's time."""
    if device.type != "cpu":
        return device.type == "cuda"
    return bool(torch.cpu.get_capabilities().get("amx_bf16"))


def mixed_precision(device: torch.device) -> torch.autocast:
    return torch.autocast(
        device_type=device.type, dtype=torch.bfloat16, enabled=has_fast_bfloat16(device)
    )
