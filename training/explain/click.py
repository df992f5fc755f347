"""Answers a prompt step by step, as the app does, and keeps what the last step went through."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from data.model_input import frame_of, photo_to_input
from data.prompts import Click, clicks_to_prompt
from model.choice import choose_mask
from model.features import ImageFeatures
from model.prompt import BOX_TOP_LEFT, Prompt
from model.robust_sam import RobustSam

from .record import Layers, record_layers


@dataclass(frozen=True, kw_only=True)
class Answered:
    """masks [4, 256, 256] logits, scores [4], and which is the answer to the prompt that was fed."""

    masks: Tensor
    scores: Tensor
    token: int
    prompt: Prompt


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """[4, 256] each. Before the transformer ROT and SAM's own tokens, after it T_RO and T_OC of the
    same prompt (robust and plain features), and what the head makes of T_RO (T^_RO)."""

    rot: Tensor
    sam: Tensor
    t_ro: Tensor
    t_oc: Tensor
    refined: Tensor


@dataclass(frozen=True, kw_only=True)
class Explained:
    """`photo` (height, width); `shown` is its share of the model's square, down and across."""

    photo: tuple[int, int]
    shown: tuple[float, float]
    is_clear: bool
    plain: Answered
    robust: Answered
    tokens: Tokens
    layers: Layers
    features: dict[str, Tensor]


@torch.inference_mode()
def explain(
    model: RobustSam, photo: np.ndarray, steps: list[list[Click]], *, is_clear: bool
) -> Explained:
    """photo uint8 [H, W, 3] RGB; `steps` each a point or a box, in the photo's pixels."""
    frame = frame_of(model.sam)
    image = photo_to_input(photo, frame=frame)[None]
    plain_seen = model.sam.encode(image)
    seen = plain_seen if is_clear else model.image_encoder()(image)
    layers, tokens = Layers(), {}
    with record_layers(model.head, layers):
        prepared = model.prepare(seen)

    def ask_robust(prompt: Prompt) -> tuple[Tensor, Tensor]:
        # Each step overwrites what the one before left, so the last one's stays.
        with record_layers(model.head, layers):
            tokens["t_ro"] = model.sam.decode(
                embedding=prepared.embedding,
                prompt=prompt,
                mask_tokens=model.head.output_tokens(),
            ).mask_tokens[0]
            answer = model.answer(prepared=prepared, prompt=prompt)
        tokens["refined"] = answer.traits.tokens[0]
        return answer.masks, answer.scores

    def ask_plain(prompt: Prompt) -> tuple[Tensor, Tensor]:
        answer = model.sam.answer(embedding=plain_seen.embedding, prompt=prompt)
        tokens["t_oc"] = answer.decoded.mask_tokens[0]
        return answer.masks, answer.scores

    size = photo.shape[:2]
    robust, plain = (_follow(ask, steps, size) for ask in (ask_robust, ask_plain))
    own, rot = model.sam.mask_decoder.mask_tokens.weight.detach(), model.head.output_tokens()
    return Explained(
        photo=(int(size[0]), int(size[1])),
        shown=(size[0] / max(size), size[1] / max(size)),
        is_clear=is_clear,
        plain=plain,
        robust=robust,
        tokens=Tokens(rot=own if rot is None else rot.detach(), sam=own, **tokens),
        layers=layers,
        features=_features(plain_seen, seen, prepared.embedding, prepared.features),
    )


def _follow(
    ask: Callable[[Prompt], tuple[Tensor, Tensor]],
    steps: list[list[Click]],
    size: tuple[int, int],
) -> Answered:
    earlier: Tensor | None = None
    for count in range(1, len(steps) + 1):
        prompt = clicks_to_prompt([_clicks(steps[:count])], [size], mask=earlier)
        masks, scores = ask(prompt)
        token = int(choose_mask(scores, prompt)[0])
        earlier = masks[:, token : token + 1]
    return Answered(masks=masks[0], scores=scores[0], token=token, prompt=prompt)


def _clicks(steps: list[list[Click]]) -> list[Click]:
    """Points, then the last box."""
    boxes = [step for step in steps if step[0].label == BOX_TOP_LEFT]
    points = [click for step in steps if step[0].label != BOX_TOP_LEFT for click in step]
    return [*points, *(boxes[-1] if boxes else [])]


def _features(
    plain: ImageFeatures, seen: ImageFeatures, embedding: Tensor, detail: Tensor | None
) -> dict[str, Tensor]:
    """[C, H, W] by name: what SAM sees, what RobustSAM sees, and what its head makes of that."""
    named = {
        "features.plain.embedding": plain.embedding,
        "features.seen.embedding": seen.embedding,
        "features.robust.embedding": embedding,
        **({} if detail is None else {"features.robust.detail": detail}),
        **{f"features.plain.stage_{i}": stage for i, stage in enumerate(plain.stages)},
        **{f"features.seen.stage_{i}": stage for i, stage in enumerate(seen.stages)},
    }
    return {name: tensor[0] for name, tensor in named.items()}
