"""One step of training: a batch of photos, a first prompt and corrections."""

from contextlib import nullcontext

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from config import TrainConfig
from data.encoded import EncodedExample, join_features
from data.model_input import frame_of, logits_to_mask, mask_to_target
from data.prompts import Click, clicks_to_prompt, corrective_click, draw_prompt, random_clicks
from losses import SegmentationTarget, robust_losses, total_loss
from model.choice import choose_mask
from model.features import ImageFeatures
from model.head import RobustAnswer
from model.prompt import Prompt
from model.robust_sam import RobustSam


class TrainStep:
    """`model` is RobustSam, or wraps it to share batches between processes."""

    def __init__(self, *, model: nn.Module, config: TrainConfig, device: torch.device):
        self.model, self.config, self.device = model, config, device
        is_shared = isinstance(model, DistributedDataParallel)
        self.robust: RobustSam = model.module if is_shared else model
        self.frame = frame_of(self.robust.sam)
        self.no_sync = model.no_sync if is_shared else nullcontext

    def backward(
        self, batch: list[EncodedExample], *, kind: str, rngs: list[np.random.Generator]
    ) -> dict[str, float]:
        """Adds gradients; returns the losses, means over the rounds."""
        features = join_features([example.degraded for example in batch])
        clean = join_features([example.clean for example in batch])
        objects = [
            example.objects[int(rng.integers(len(example.objects)))]
            for example, rng in zip(batch, rngs, strict=True)
        ]
        target = self._target(objects)
        clicks = [draw_prompt(kind, mask, rng) for mask, rng in zip(objects, rngs, strict=True)]
        prompt = self._prompt(clicks, objects, None)
        rounds = 1 + self.config.corrections
        totals: dict[str, float] = {}
        for index in range(rounds):
            is_last = index + 1 == rounds
            with nullcontext() if is_last else self.no_sync():
                answer, parts = self._round(features, clean, prompt, target, rounds)
            for name, value in parts.items():
                totals[name] = totals.get(name, 0) + value / rounds
            if not is_last:
                logits = self._chosen(answer, prompt)
                self._correct(clicks, objects, logits, rngs)
                prompt = self._prompt(clicks, objects, logits)
        return totals

    def _round(
        self,
        features: ImageFeatures,
        clean: ImageFeatures,
        prompt: Prompt,
        target: SegmentationTarget,
        rounds: int,
    ) -> tuple[RobustAnswer, dict[str, float]]:
        with torch.autocast(
            device_type=self.device.type, dtype=torch.bfloat16, enabled=self.device.type == "cuda"
        ):
            teacher, reference = self.robust.teach(clean, prompt)
            answer = self.model(features, prompt)
            parts = robust_losses(
                robust=answer, teacher=teacher, reference=reference, target=target
            )
            loss = total_loss(parts, self.config.loss)
        (loss / rounds).backward()
        parts["total"] = loss
        return answer, {name: float(part.detach()) for name, part in parts.items()}

    def _target(self, objects: list[np.ndarray]) -> SegmentationTarget:
        targets = [mask_to_target(mask, frame=self.frame) for mask in objects]
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
        index = choose_mask(answer.scores, points=prompt.labels.shape[1])
        return answer.masks.detach().float()[torch.arange(len(index)), index][:, None]

    def _correct(
        self,
        clicks: list[list[Click]],
        objects: list[np.ndarray],
        answers: Tensor,
        rngs: list[np.random.Generator],
    ) -> None:
        """Adds a click to each prompt; one that needs none gets a click on the object."""
        for row, mask, answer, rng in zip(clicks, objects, answers, rngs, strict=True):
            height, width = mask.shape
            logits = answer[0].cpu().numpy()
            seen = logits_to_mask(logits, height=height, width=width, frame=self.frame)
            row.append(corrective_click(mask, seen) or random_clicks(mask, 1, rng)[0])
