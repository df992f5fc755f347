"""RobustSAM: frozen SAM and a robust head around its decoder."""

import torch
from torch import nn

from .features import ImageFeatures
from .head import PreparedImage, RobustAnswer, RobustHead, Traits
from .prompt import Prompt
from .sam import Answer, Sam


class RobustSam(nn.Module):
    def __init__(self, *, sam: Sam, head: RobustHead):
        super().__init__()
        self.sam = sam.requires_grad_(False)
        self.head = head

    def train(self, mode: bool = True) -> "RobustSam":
        """Only the head is ever trained."""
        super().train(mode)
        self.sam.eval()
        return self

    def prepare(self, features: ImageFeatures) -> PreparedImage:
        """Once per photo."""
        return self.head.prepare(features)

    def answer(self, *, prepared: PreparedImage, prompt: Prompt) -> RobustAnswer:
        """Once per click; the batches of photos and prompts are equal, or there is one photo."""
        decoded = self.sam.decode(
            embedding=prepared.embedding, prompt=prompt, mask_tokens=self.head.output_tokens()
        )
        return self.head.answer(prepared, decoded, decoder=self.sam.mask_decoder)

    def forward(self, features: ImageFeatures, prompt: Prompt) -> RobustAnswer:
        return self.answer(prepared=self.prepare(features), prompt=prompt)

    @torch.no_grad()
    def teach(self, features: ImageFeatures, prompt: Prompt) -> tuple[Answer, Traits]:
        """The clean photo through plain SAM: its answer, and what the head is to reproduce."""
        answer = self.sam.answer(embedding=features.embedding, prompt=prompt)
        return answer, self.head.reference(features, answer.decoded)
