"""What a process needs to answer: the models, the encoder, and the degradations of a make."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import torch
from torch import nn

from data.fast_encoder import Bfloat16Encoder
from data.onnx_encoder import OnnxEncoder
from degrade import imagenet_c
from degrade.registry import degrade
from model.base import load_base
from model.framed_encoder import FramedEncoder
from model.vit import Vit

from .clear import PhotoReports
from .models import Checkpoint, read_subjects
from .trials import Degrade, Encode, Trials

# The last for a quick look: it is the fastest on some CPUs, and its embeddings are 1.4 % off.
EncoderKind = Literal["onnxruntime", "torch", "bfloat16"]
ENCODERS: tuple[EncoderKind, ...] = ("onnxruntime", "torch", "bfloat16")
Make = Literal["ours", "albumentations", "imagenet-c"]
MAKES: tuple[Make, ...] = ("ours", "albumentations", "imagenet-c")


@dataclass(frozen=True, kw_only=True)
class Workbench:
    """Called in each process; holds only what survives pickling. onnxruntime is for CPUs."""

    package: Path
    checkpoints: tuple[Checkpoint, ...]
    ablations: tuple[str, ...]
    make: Make
    encoder: EncoderKind
    device: torch.device

    def __call__(self) -> Trials:
        sam = load_base(self.package).to(self.device)
        subjects = read_subjects(sam, self.checkpoints, ablations=self.ablations)
        # Its graph hands out one stage at least.
        stages = {stage for subject in subjects for stage in subject.stages} or {0}
        used = {encoder for s in subjects for encoder in (s.encoder, s.clear_encoder) if encoder}
        encoders = {encoder: self._run(encoder, tuple(sorted(stages))) for encoder in used}
        return Trials(
            sam=sam,
            subjects=subjects,
            encoders=encoders,
            degrade=_degrade(self.make),
            is_clear=PhotoReports().is_clear,
        )

    def _run(self, encoder: nn.Module, stages: tuple[int, ...]) -> Encode:
        # The app's graph is of the square; an adapted encoder sees photos in their own shape, and an
        # official checkpoint through its own.
        if self.encoder == "torch" or isinstance(encoder, FramedEncoder | Vit):
            return encoder
        if self.encoder == "bfloat16":
            return Bfloat16Encoder(encoder)
        threads = torch.get_num_threads()
        return OnnxEncoder(
            package=self.package, encoder=encoder, stages=stages, threads=threads
        )


def _degrade(make: Make) -> Degrade:
    if make == "ours":
        return degrade
    if make == "imagenet-c":
        return imagenet_c.degrade
    # An optional requirement: requirements-other-make.txt.
    from degrade import other_make

    return other_make.degrade
