"""Which boxes of the paper take part; all but in ablations."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Parts:
    # Off: SAM's mask tokens.
    rot: bool = True
    # Off: the transformer's tokens as they are.
    aotg: bool = True
    # Branches of AMFG; at least one of the two.
    batch_branch: bool = True
    instance_branch: bool = True
    fourier: bool = True
    # Off: masks are read from the mask features alone.
    fusion: bool = True
    # For the light form. Off: the single mask as it was trained.
    blend: bool = True


ALL_PARTS = Parts()
