"""One step of training: a batch of photos, a first prompt and corrections."""

import os
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from config import TrainConfig
from data.encoded import EncodedExample, join_features
from data.model_input import frame_of, logits_to_mask, mask_to_target
from data.prompts import (
    Click,
    PromptKind,
    clicks_to_prompt,
    corrective_click,
    draw_object,
    draw_prompt,
    random_clicks,
)
from losses import SegmentationTarget, mask_shares, robust_losses, total_loss
from model.choice import choose_mask
from model.features import ImageFeatures
from model.head import RobustAnswer
from model.precision import mixed_precision
from model.prompt import Prompt
from model.robust_sam import RobustSam


class TrainStep:
    """`model` is RobustSam, or wraps it to share batches between processes."""

    def __init__(self, *, model: nn.Module, config: TrainConfig, device: torch.device):
        self.model, self.config, self.device = model, config, device
        is_shared = isinstance(model, DistributedDataParallel)
        self.robust: RobustSam = model.module if is_shared else model
        self.frame = frame_of(self.robust.sam)
        # Prompts are made on the CPU while a GPU waits.
        self.threads = ThreadPoolExecutor(len(os.sched_getaffinity(0)))

    def backward(
        self,
        batch: list[EncodedExample],
        *,
        kinds: list[PromptKind],
        rngs: list[np.random.Generator],
    ) -> dict[str, float]:
        """Adds gradients; returns the losses, means over prompts of each kind and corrections."""
        features = join_features([example.degraded for example in batch])
        clean = join_features([example.clean for example in batch])
        objects = [
            draw_object(example.objects, rng, largest=self.config.largest)
            for example, rng in zip(batch, rngs, strict=True)
        ]
        target = self._target(objects)
        prompts: list[Prompt] = []
        asked = self._ask(objects, kinds, rngs)

        def ask(answers: list[RobustAnswer]) -> Prompt | None:
            prompt = asked.send(answers[-1] if answers else None)
            if prompt is not None:
                prompts.append(prompt)
            return prompt

        with self._precision():
            answers = self.model(features, ask)
            parts = self._mean_losses(answers, prompts, clean, target)
            loss = total_loss(parts, self.config.loss)
        loss.backward()
        parts["total"] = loss
        return {name: float(part.detach()) for name, part in parts.items()}

    def _ask(
        self,
        objects: list[np.ndarray],
        kinds: list[PromptKind],
        rngs: list[np.random.Generator],
    ) -> Generator[Prompt | None, RobustAnswer | None]:
        """Sends prompts, receives their answers: each kind, then corrections of its answer."""
        for kind in kinds:
            clicks = self._each(lambda mask, rng: draw_prompt(kind, mask, rng), objects, rngs)
            prompt = self._prompt(clicks, objects, None)
            for _ in range(self.config.corrections):
                logits = self._chosen((yield prompt), prompt)
                self._correct(clicks, objects, logits, rngs)
                prompt = self._prompt(clicks, objects, logits)
            yield prompt
        yield None

    def _mean_losses(
        self,
        answers: list[RobustAnswer],
        prompts: list[Prompt],
        clean: ImageFeatures,
        target: SegmentationTarget,
    ) -> dict[str, Tensor]:
        each = []
        for answer, prompt in zip(answers, prompts, strict=True):
            teacher, reference = self.robust.teach(clean, prompt)
            each.append(
                robust_losses(
                    robust=answer,
                    teacher=teacher,
                    reference=reference,
                    target=target,
                    shares=mask_shares(prompt, self.config.loss),
                )
            )
        return {name: torch.stack([parts[name] for parts in each]).mean() for name in each[0]}

    def _precision(self) -> AbstractContextManager:
        return mixed_precision(self.device) if self.config.mixed_precision else nullcontext()

    def _target(self, objects: list[np.ndarray]) -> SegmentationTarget:
        targets = self._each(lambda mask: mask_to_target(mask, frame=self.frame), objects)
        return SegmentationTarget(
            mask=torch.stack([t.mask for t in targets]).to(self.device),
            valid=torch.stack([t.valid for t in targets]).to(self.device),
        )

    def _prompt(
        self, clicks: list[list[Click]], objects: list[np.ndarray], logits: Tensor | None
    ) -> Prompt:
        sizes = [mask.shape for mask in objects]
        prompt = clicks_to_prompt(clicks, sizes, mask=logits, frame=self.frame)
        return prompt.to(self.device)

    def _chosen(self, answer: RobustAnswer, prompt: Prompt) -> Tensor:
        """Logits [B, 1, 256, 256] of the mask a person would see."""
        index = choose_mask(answer.scores, prompt)
        return answer.masks.detach().float()[torch.arange(len(index)), index][:, None]

    def _correct(
        self,
        clicks: list[list[Click]],
        objects: list[np.ndarray],
        answers: Tensor,
        rngs: list[np.random.Generator],
    ) -> None:
        """Adds a click to each prompt; one that needs none gets a click on the object."""

        def correct(mask: np.ndarray, logits: np.ndarray, rng: np.random.Generator) -> Click:
            height, width = mask.shape
            seen = logits_to_mask(logits, height=height, width=width, frame=self.frame)
            return corrective_click(mask, seen) or random_clicks(mask, 1, rng)[0]

        for row, click in zip(
            clicks, self._each(correct, objects, answers[:, 0].cpu().numpy(), rngs), strict=True
        ):
            row.append(click)

    def _each(self, function: Callable[..., Any], *columns: Sequence) -> list[Any]:
        """Calls a function for every row of the batch."""
        return list(self.threads.map(function, *columns))
