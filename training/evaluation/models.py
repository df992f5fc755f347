"""The models of an evaluation: plain SAM, trained heads, and heads with a part switched off."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import nn

from config import ModelConfig
from model.build import build_robust
from model.official import load_official, official_size
from model.robust_sam import RobustSam
from model.sam import Sam
from train_checkpoint import load_trained, read_config

from .subjects import PLAIN, Official, OfficialPlain, Plain, Robust, Subject

# Name of the model, and the field of Parts that it lacks.
ABLATIONS = {
    "without ROT": "rot",
    "without AOTG": "aotg",
    "without the batch norm branch": "batch_branch",
    "without the instance norm branch": "instance_branch",
    "without Fourier suppression": "fourier",
    "without fusion": "fusion",
    "without blending": "blend",
}


# Plain SAM's decoder on the adapted encoder.
ADAPTER_ALONE = "adapter alone"


@dataclass(frozen=True, kw_only=True)
class Checkpoint:
    path: Path
    name: str = "robust"

    def __post_init__(self) -> None:
        if self.name == PLAIN or self.name in (*ABLATIONS, ADAPTER_ALONE):
            raise ValueError(f"{self.name} is taken: name the checkpoint otherwise")

    def describe(self) -> dict[str, Any]:
        content = self.path.read_bytes()
        state = torch.load(self.path, map_location="cpu", weights_only=True)
        digest = hashlib.sha256(content).hexdigest()
        facts = {"name": self.name, "file": self.path.name, "sha256": digest}
        size = official_size(state)
        return facts | ({"official": size} if size else {"steps": state["steps"]})

    def official(self) -> str | None:
        """Its size where it is one of the authors'; None for heads that were trained here."""
        return official_size(torch.load(self.path, map_location="cpu", weights_only=True))


def read_subjects(
    sam: Sam, checkpoints: Sequence[Checkpoint], *, ablations: Sequence[str]
) -> list[Subject]:
    """Plain SAM first; ablations, by name, are of the first checkpoint."""
    subjects: list[Subject] = [Plain(sam=sam)]
    device = next(sam.parameters()).device
    encoders: dict[str, nn.Module] = {}
    for index, checkpoint in enumerate(checkpoints):
        if size := checkpoint.official():
            if ablations and index == 0:
                raise ValueError(f"{checkpoint.path.name} is official: ablations are of our heads")
            subjects += _official_subjects(size, checkpoint, device)
            continue
        config = read_config(checkpoint.path).model
        model = build_robust(sam, config)
        load_trained(checkpoint.path, model)
        model = model.to(device)
        clear = sam.image_encoder if config.clear_frozen else None
        # Heads on one adapter look at a photo once.
        adapter = _digest(model.adapter)
        encoders[adapter] = encoders.get(adapter) or model.image_encoder()
        robust = Robust(
            name=checkpoint.name, model=model, encoder=encoders[adapter], clear_encoder=clear
        )
        subjects.append(robust)
        if index > 0:
            continue
        if model.adapter and ADAPTER_ALONE in ablations:
            subjects.append(Plain(sam=sam, name=ADAPTER_ALONE, encoder=robust.encoder))
        subjects += [
            Robust(name=name, model=ablated.to(device), encoder=robust.encoder, clear_encoder=clear)
            for name, ablated in ablate(model, config)
            if name in ablations
        ]
    return subjects


def _digest(adapter: nn.Module | None) -> str:
    digest = hashlib.sha256()
    for value in adapter.state_dict().values() if adapter else ():
        digest.update(value.cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()


def _official_subjects(
    size: str, checkpoint: Checkpoint, device: torch.device
) -> list[Subject]:
    """RobustSAM, and the checkpoint's decoder with SAM's own tokens, both on its own encoder."""
    model = load_official(size, checkpoint.path).to(device)
    return [
        Official(name=checkpoint.name, model=model),
        OfficialPlain(sam=model.sam, name=f"{checkpoint.name} with SAM's tokens"),
    ]


def ablate(model: RobustSam, config: ModelConfig) -> Iterator[tuple[str, RobustSam]]:
    """The trained model again and again with one of its parts switched off, nothing retrained."""
    weights = model.head.state_dict()
    for name, part in ABLATIONS.items():
        if not getattr(config.parts, part) or (part == "blend" and config.form != "light"):
            continue
        parts = replace(config.parts, **{part: False})
        ablated = build_robust(model.sam, replace(config, parts=parts))
        missing, unused = ablated.head.load_state_dict(weights, strict=False)
        if missing or any(".fourier." not in weight for weight in unused):
            raise ValueError(f"{name}: {[*missing, *unused]} do not fit")
        yield name, ablated
