"""Lessons for train_scores.py: what the decoder says of a prompt, and the true IoU of its masks."""

import zlib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from data.examples import DataConfig, make_example
from data.fast_encoder import fastest_encoders
from data.model_input import frame_of, logits_to_mask, photo_to_input
from data.prompts import PromptKind, clicks_to_prompt, draw_prompt
from data.record import Record
from evaluation.metrics import mask_iou
from model.base import load_base
from model.build import build_robust
from train_checkpoint import load_trained, read_config


@dataclass(frozen=True, kw_only=True)
class Lessons:
    """tokens float32 [N, 256], the decoder's score tokens, and ious [N, 4], of the masks as they are
    before the blend."""

    tokens: Tensor
    ious: Tensor


# A photo, its variant, and how many of its objects are asked about.
Task = tuple[Record, int, int]


class Asker:
    """Degraded photos to lessons; one for each process."""

    def __init__(
        self, *, checkpoint: Path, package: Path, data: DataConfig, prompts: tuple[PromptKind, ...]
    ):
        torch.set_num_threads(1)
        self.data, self.prompts = data, prompts
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
            self._answer(example.objects[place], kind, rng)
            for place in places
            for kind in self.prompts
        ]
        tokens, ious = zip(*answers, strict=True)
        return Lessons(tokens=torch.cat(tokens), ious=torch.tensor(np.array(ious)))

    def _answer(
        self, mask: np.ndarray, kind: PromptKind, rng: np.random.Generator
    ) -> tuple[Tensor, list[float]]:
        clicks = draw_prompt(kind, mask, rng)
        prompt = clicks_to_prompt([clicks], [mask.shape], frame=self.frame)
        sam, head = self.model.sam, self.model.head
        decoded = sam.decode(
            embedding=self.prepared.embedding, prompt=prompt, mask_tokens=head.output_tokens()
        )
        logits = head.answer(self.prepared, decoded, decoder=sam.mask_decoder).masks[0]
        height, width = mask.shape
        seen = (
            logits_to_mask(one.numpy(), height=height, width=width, frame=self.frame)
            for one in logits
        )
        return decoded.score_token.half(), [mask_iou(one, mask) for one in seen]
