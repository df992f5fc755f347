"""RobustSAM: frozen SAM, a robust head around its decoder, and perhaps an adapter in its encoder."""

from collections.abc import Callable

import torch
from torch import nn

from .adapter import Adapter, fold_adapter
from .features import ImageFeatures
from .framed_encoder import FramedEncoder
from .head import PreparedImage, RobustAnswer, RobustHead, Traits
from .prompt import Prompt
from .sam import Answer, Sam

Ask = Callable[[list[RobustAnswer]], Prompt | None]


class RobustSam(nn.Module):
    def __init__(self, *, sam: Sam, head: RobustHead, adapter: Adapter | None = None):
        super().__init__()
        self.sam = sam.requires_grad_(False)
        self.head = head
        self.adapter = adapter

    def train(self, mode: bool = True) -> "RobustSam":
        """Only the head is ever trained."""
        super().train(mode)
        self.sam.eval()
        return self

    def image_encoder(self) -> nn.Module:
        """What RobustSAM sees photos through; SAM's own where there is no adapter."""
        if self.adapter is None:
            return self.sam.image_encoder
        folded = fold_adapter(self.sam.image_encoder, self.adapter)
        return FramedEncoder(folded, side=self.sam.prompt_encoder.image_size)

    def prepare(self, features: ImageFeatures) -> PreparedImage:
        """Once per photo."""
        return self.head.prepare(features)

    def answer(self, *, prepared: PreparedImage, prompt: Prompt) -> RobustAnswer:
        """Once per click; the batches of photos and prompts are equal, or there is one photo."""
        decoded = self.sam.decode(
            embedding=prepared.embedding, prompt=prompt, mask_tokens=self.head.output_tokens()
        )
        return self.head.answer(prepared, decoded, decoder=self.sam.mask_decoder)

    def forward(self, features: ImageFeatures, ask: Ask) -> list[RobustAnswer]:
        """Answers one prompt after another about the same photos: `ask` makes the next prompt of
        the answers so far, and None to end. One pass, so processes can share its gradients."""
        prepared = self.prepare(features)
        answers: list[RobustAnswer] = []
        while (prompt := ask(answers)) is not None:
            answers.append(self.answer(prepared=prepared, prompt=prompt))
        return answers

    @torch.no_grad()
    def teach(self, features: ImageFeatures, prompt: Prompt) -> tuple[Answer, Traits]:
        """The clean photo through plain SAM: its answer, and what the head is to reproduce."""
        answer = self.sam.answer(embedding=features.embedding, prompt=prompt)
        return answer, self.head.reference(features, answer.decoded)
