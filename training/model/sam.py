"""Plain SAM: the frozen base and, in training, the teacher."""

from dataclasses import dataclass

from torch import Tensor, nn

from .features import ImageFeatures
from .mask_decoder import Decoded, MaskDecoder
from .prompt import Prompt
from .prompt_encoder import PromptEncoder


@dataclass(frozen=True, kw_only=True)
class Answer:
    """masks [B, 4, 256, 256] logits, scores [B, 4] predicted IoU, and what they came from."""

    masks: Tensor
    scores: Tensor
    decoded: Decoded


class Sam(nn.Module):
    def __init__(
        self, *, image_encoder: nn.Module, prompt_encoder: PromptEncoder, mask_decoder: MaskDecoder
    ):
        super().__init__()
        self.image_encoder = image_encoder
        self.prompt_encoder = prompt_encoder
        self.mask_decoder = mask_decoder

    def encode(self, image: Tensor) -> ImageFeatures:
        """Normalised image [B, 3, 1024, 1024], zeros at right and bottom."""
        return self.image_encoder(image)

    def decode(
        self, *, embedding: Tensor, prompt: Prompt, mask_tokens: Tensor | None = None
    ) -> Decoded:
        """embedding [B or 1, 256, 64, 64]."""
        sparse, dense = self.prompt_encoder(prompt)
        return self.mask_decoder.decode(
            embedding=embedding.expand(sparse.shape[0], -1, -1, -1),
            positions=self.prompt_encoder.grid_positions(),
            sparse=sparse,
            dense=dense,
            mask_tokens=mask_tokens,
        )

    def answer(self, *, embedding: Tensor, prompt: Prompt) -> Answer:
        decoded = self.decode(embedding=embedding, prompt=prompt)
        masks, scores = self.mask_decoder.masks(decoded), self.mask_decoder.scores(decoded)
        return Answer(masks=masks, scores=scores, decoded=decoded)
