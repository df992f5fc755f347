"""What a process needs to answer: the models, the encoder, and the degradations of a make."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import torch

from data.onnx_encoder import OnnxEncoder
from degrade.registry import degrade
from model.base import load_base
from model.sam import Sam

from .models import Checkpoint, read_subjects
from .subjects import Subject
from .trials import Degrade, Encode, Trials

EncoderKind = Literal["onnxruntime", "torch"]
Make = Literal["ours", "albumentations"]
MAKES: tuple[Make, ...] = ("ours", "albumentations")


@dataclass(frozen=True, kw_only=True)
class Workbench:
    """Called in each process; holds only what survives pickling. onnxruntime is for CPUs."""

    package: Path
    checkpoints: list[Checkpoint]
    ablations: bool
    make: Make
    encoder: EncoderKind
    device: torch.device

    def __call__(self) -> Trials:
        sam = load_base(self.package).to(self.device)
        subjects = read_subjects(sam, self.checkpoints, ablations=self.ablations)
        encode = self._encode(sam, subjects)
        return Trials(sam=sam, subjects=subjects, encode=encode, degrade=_degrade(self.make))

    def _encode(self, sam: Sam, subjects: list[Subject]) -> Encode:
        if self.encoder == "torch":
            return sam.encode
        # Its graph hands out one stage at least.
        stages = {stage for subject in subjects for stage in subject.stages} or {0}
        threads = torch.get_num_threads()
        return OnnxEncoder(package=self.package, stages=tuple(sorted(stages)), threads=threads)


def _degrade(make: Make) -> Degrade:
    if make == "ours":
        return degrade
    # An optional requirement: requirements-other-make.txt.
    from degrade import other_make

    return other_make.degrade
