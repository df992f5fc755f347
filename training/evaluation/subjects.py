"""The models that are compared, behind one door."""

from abc import ABC, abstractmethod

import torch
from torch import Tensor

from model.features import ImageFeatures
from model.prompt import Prompt
from model.robust_sam import RobustSam
from model.sam import Sam


class Subject(ABC):
    """`look` once per photo, then `answer` per prompt: logits [1, 4, 256, 256], scores [1, 4]."""

    name: str

    @abstractmethod
    def look(self, features: ImageFeatures) -> None: ...

    @abstractmethod
    def answer(self, prompt: Prompt) -> tuple[Tensor, Tensor]: ...


class Plain(Subject):
    name = "sam"

    def __init__(self, *, sam: Sam):
        self._sam = sam

    def look(self, features: ImageFeatures) -> None:
        self._embedding = features.embedding

    @torch.no_grad()
    def answer(self, prompt: Prompt) -> tuple[Tensor, Tensor]:
        answer = self._sam.answer(embedding=self._embedding, prompt=prompt)
        return answer.masks, answer.scores


class Robust(Subject):
    name = "robust"

    def __init__(self, *, model: RobustSam):
        self._model = model.eval()

    @torch.no_grad()
    def look(self, features: ImageFeatures) -> None:
        self._prepared = self._model.prepare(features)

    @torch.no_grad()
    def answer(self, prompt: Prompt) -> tuple[Tensor, Tensor]:
        answer = self._model.answer(prepared=self._prepared, prompt=prompt)
        return answer.masks, answer.scores
