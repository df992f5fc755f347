"""The graphs of an app-ready set: modules whose arguments and answers are the contract's tensors."""

from torch import Tensor, nn

from model.head import PreparedImage
from model.prompt import Prompt
from model.robust_sam import RobustSam


class EncoderGraph(nn.Module):
    """Once per photo: what plain SAM and the robust decoder need."""

    def __init__(self, *, model: RobustSam):
        super().__init__()
        self.model = model

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        features = self.model.sam.encode(image)
        prepared = self.model.prepare(features)
        return features.embedding, prepared.embedding, prepared.features


class DecoderGraph(nn.Module):
    """One answer of plain SAM."""

    def __init__(self, *, model: RobustSam):
        super().__init__()
        self.model = model

    def forward(
        self,
        image_embedding: Tensor,
        point_coords: Tensor,
        point_labels: Tensor,
        mask_input: Tensor,
        has_mask_input: Tensor,
    ) -> tuple[Tensor, Tensor]:
        prompt = _prompt(point_coords, point_labels, mask_input, has_mask_input)
        answer = self.model.sam.answer(embedding=image_embedding, prompt=prompt)
        return answer.masks, answer.scores


class RobustDecoderGraph(nn.Module):
    """One answer of RobustSAM."""

    def __init__(self, *, model: RobustSam):
        super().__init__()
        self.model = model

    def forward(
        self,
        robust_embedding: Tensor,
        robust_features: Tensor,
        point_coords: Tensor,
        point_labels: Tensor,
        mask_input: Tensor,
        has_mask_input: Tensor,
    ) -> tuple[Tensor, Tensor]:
        prepared = PreparedImage(embedding=robust_embedding, features=robust_features)
        prompt = _prompt(point_coords, point_labels, mask_input, has_mask_input)
        answer = self.model.answer(prepared=prepared, prompt=prompt)
        return answer.masks, answer.scores


def _prompt(coords: Tensor, labels: Tensor, mask: Tensor, has_mask: Tensor) -> Prompt:
    return Prompt(coords=coords, labels=labels, mask=mask, has_mask=has_mask)


GRAPHS = {
    "encoder": EncoderGraph,
    "decoder": DecoderGraph,
    "robust_decoder": RobustDecoderGraph,
}
