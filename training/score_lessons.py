"""Lessons for train_scores.py: what the decoder says of a prompt, and the true IoU of its masks."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from data.examples import DataConfig, make_example
from data.fast_encoder import fastest_encoders
from data.model_input import frame_of, logits_to_mask, photo_to_input
from data.prompts import (
    Click,
    PromptKind,
    clicks_to_prompt,
    corrective_click,
    draw_prompt,
)
from data.record import Record
from evaluation.metrics import mask_iou
from model.base import load_base
from model.build import build_robust
from model.choice import choose_mask
from model.prompt import Prompt
from train_checkpoint import load_trained, read_config


@dataclass(frozen=True, kw_only=True)
class Lessons:
    """tokens float32 [N, 256], the decoder's score tokens, and ious [N, 4], of the masks as they are
    before the blend."""

    tokens: Tensor
    ious: Tensor


# A score token, and the IoU of the four masks.
Answer = tuple[Tensor, list[float]]
# A photo, its variant, and how many of its objects are asked about.
Task = tuple[Record, int, int]


class Asker:
    """Degraded photos to lessons; one for each process."""

    def __init__(
        self,
        *,
        checkpoint: Path,
        package: Path,
        data: DataConfig,
        prompts: tuple[PromptKind, ...],
        corrections: int,
    ):
        torch.set_num_threads(1)
        self.data, self.prompts, self.corrections = data, prompts, corrections
        self.device = torch.device("cpu")
        trained = read_config(checkpoint).model
        # Masks are judged as they are: the blend follows the scores.
        whole = replace(trained, parts=replace(trained.parts, blend=False))
        self.model = build_robust(load_base(package), whole)
        load_trained(checkpoint, self.model)
        self.model.eval()
        self.encoders = fastest_encoders(package, self.model, self.device)
        self.frame = frame_of(self.model.sam)

    @torch.inference_mode()
    def ask(self, task: Task) -> Lessons | None:
        record, variant, count = task
        example = make_example(record, variant=variant, config=self.data)
        if not example.objects:
            return None
        encode = self.encoders.clean if example.is_frozen else self.encoders.degraded
        image = photo_to_input(example.degraded, frame=self.frame, device=self.device)
        self.prepared = self.model.prepare(encode(image[None]))
        rng = np.random.default_rng([variant, zlib.crc32(f"{record.set}/{record.id}".encode())])
        places = rng.choice(len(example.objects), min(count, len(example.objects)), replace=False)
        answers = [
            answer
            for place in places
            for kind in self.prompts
            for answer in self._answers(
                example.objects[place], draw_prompt(kind, example.objects[place], rng)
            )
        ]
        tokens, ious = zip(*answers, strict=True)
        return Lessons(tokens=torch.cat(tokens), ious=torch.tensor(np.array(ious)))

    def _answers(self, mask: np.ndarray, clicks: list[Click]) -> Iterator[Answer]:
        """A prompt and its corrections, each with the mask that was shown as mask prompt."""
        earlier = None
        for _ in range(1 + self.corrections):
            prompt = clicks_to_prompt([clicks], [mask.shape], mask=earlier, frame=self.frame)
            token, logits, scores = self._decode(prompt)
            seen = [self._seen(one, mask) for one in logits[0]]
            yield token, [mask_iou(one, mask) for one in seen]
            shown = int(choose_mask(scores, prompt)[0])
            click = corrective_click(mask, seen[shown])
            if click is None:
                return
            clicks, earlier = [*clicks, click], logits[:, shown : shown + 1]

    def _decode(self, prompt: Prompt) -> tuple[Tensor, Tensor, Tensor]:
        """Score token [1, 256] in half precision, logits [1, 4, 256, 256] and scores [1, 4]."""
        sam, head = self.model.sam, self.model.head
        decoded = sam.decode(
            embedding=self.prepared.embedding, prompt=prompt, mask_tokens=head.output_tokens()
        )
        answer = head.answer(self.prepared, decoded, decoder=sam.mask_decoder)
        return decoded.score_token.half(), answer.masks, answer.scores

    def _seen(self, logits: Tensor, mask: np.ndarray) -> np.ndarray:
        height, width = mask.shape
        return logits_to_mask(logits.numpy(), height=height, width=width, frame=self.frame)
