"""The models that are compared, behind one door."""

from abc import ABC, abstractmethod

import torch
from torch import Tensor

from model.features import ImageFeatures
from model.prompt import Prompt
from model.robust_sam import RobustSam
from model.sam import Sam

PLAIN = "sam"


class Subject(ABC):
    """`look` once per photo, then `answer` per prompt: logits [B, 4, 256, 256], scores [B, 4]."""

    name: str
    # Of the encoder, beside the embedding.
    stages: tuple[int, ...] = ()

    @abstractmethod
    def look(self, features: ImageFeatures) -> None: ...

    @abstractmethod
    def answer(self, prompt: Prompt) -> tuple[Tensor, Tensor]: ...


class Plain(Subject):
    name = PLAIN

    def __init__(self, *, sam: Sam):
        self._sam = sam

    def look(self, features: ImageFeatures) -> None:
        self._embedding = features.embedding

    @torch.inference_mode()
    def answer(self, prompt: Prompt) -> tuple[Tensor, Tensor]:
        answer = self._sam.answer(embedding=self._embedding, prompt=prompt)
        return answer.masks, answer.scores


class Robust(Subject):
    def __init__(self, *, name: str, model: RobustSam):
        self.name = name
        self.stages = model.head.stages
        self._model = model.eval()

    @torch.inference_mode()
    def look(self, features: ImageFeatures) -> None:
        self._prepared = self._model.prepare(features)

    @torch.inference_mode()
    def answer(self, prompt: Prompt) -> tuple[Tensor, Tensor]:
        answer = self._model.answer(prepared=self._prepared, prompt=prompt)
        return answer.masks, answer.scores
