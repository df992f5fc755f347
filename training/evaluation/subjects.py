"""The models that are compared, behind one door."""

from abc import ABC, abstractmethod

import torch
from torch import Tensor, nn

from model.features import ImageFeatures
from model.prompt import Prompt
from model.robust_sam import RobustSam
from model.sam import Sam

PLAIN = "sam"


class Subject(ABC):
    """`look` once per photo, then `answer` per prompt: logits [B, 4, 256, 256], scores [B, 4]."""

    name: str
    # What it sees photos through, and which stages it reads beside the embedding.
    encoder: nn.Module
    stages: tuple[int, ...] = ()
    # What it sees clear photos through, where that is another one.
    clear_encoder: nn.Module | None = None
    # No mask but the single one was trained, and it answers lone clicks too.
    single_only = False
    # Its logits have the chequer that the decoder of our base leaves.
    has_chequer = True

    def encoder_of(self, is_clear: bool) -> nn.Module:
        return self.clear_encoder if is_clear and self.clear_encoder else self.encoder

    @abstractmethod
    def look(self, features: ImageFeatures) -> None: ...

    @abstractmethod
    def answer(self, prompt: Prompt) -> tuple[Tensor, Tensor]: ...


class Plain(Subject):
    def __init__(self, *, sam: Sam, name: str = PLAIN, encoder: nn.Module | None = None):
        """With another encoder than its own: what an adapter does alone."""
        self.name = name
        self.encoder = encoder or sam.image_encoder
        self._sam = sam

    def look(self, features: ImageFeatures) -> None:
        self._embedding = features.embedding

    @torch.inference_mode()
    def answer(self, prompt: Prompt) -> tuple[Tensor, Tensor]:
        answer = self._sam.answer(embedding=self._embedding, prompt=prompt)
        return answer.masks, answer.scores


class OfficialPlain(Plain):
    """The decoder of an official checkpoint with SAM's own tokens: plain SAM, unless it was trained on."""

    has_chequer = False


class Robust(Subject):
    def __init__(
        self,
        *,
        name: str,
        model: RobustSam,
        encoder: nn.Module | None = None,
        clear_encoder: nn.Module | None = None,
    ):
        """`encoder` is the model's own, where it is shared with another subject."""
        self.name = name
        self.encoder = encoder or model.image_encoder()
        self.clear_encoder = clear_encoder
        self.stages = model.head.stages
        self._model = model.eval()

    @torch.inference_mode()
    def look(self, features: ImageFeatures) -> None:
        self._prepared = self._model.prepare(features)

    @torch.inference_mode()
    def answer(self, prompt: Prompt) -> tuple[Tensor, Tensor]:
        answer = self._model.answer(prepared=self._prepared, prompt=prompt)
        return answer.masks, answer.scores


class Official(Robust):
    """The authors' RobustSAM: they trained the single mask alone."""

    single_only = True
    has_chequer = False
