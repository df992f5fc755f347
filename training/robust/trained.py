"""A training run's head, as the graphs need it."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from base.imported import ImportedWeights
from config import TrainConfig, from_dict
from model.light_head import LightSize
from model.parts import ALL_PARTS, Parts


@dataclass(frozen=True, kw_only=True)
class TrainedHead:
    """`sha256` is of config and parameters, whatever else the checkpoint holds."""

    weights: ImportedWeights
    config: TrainConfig
    steps: int
    sha256: str

    @property
    def size(self) -> LightSize:
        return self.config.model.light

    @property
    def parts(self) -> Parts:
        return self.config.model.parts

    def check_all_used(self) -> None:
        """An ablated head has parameters that nothing reads."""
        if self.parts == ALL_PARTS:
            self.weights.check_all_used()


def read_head(checkpoint: Path) -> TrainedHead:
    """Refuses a head that was not trained in the light form: only that has graphs of its own."""
    content = torch.load(checkpoint, map_location="cpu", weights_only=True)
    config = from_dict(TrainConfig, content["config"])
    if config.model.form != "light":
        raise ValueError(f"{checkpoint} holds the {config.model.form} form, not the light one")
    arrays = {
        name: tensor.float().numpy()
        for name, tensor in content["head"].items()
        if not name.endswith("num_batches_tracked")
    }
    return TrainedHead(
        weights=ImportedWeights(arrays),
        config=config,
        steps=content["steps"],
        sha256=_digest(content["config"]["model"], arrays),
    )


def _digest(config: object, arrays: dict[str, np.ndarray]) -> str:
    digest = hashlib.sha256(json.dumps(config, sort_keys=True).encode())
    for name, array in sorted(arrays.items()):
        digest.update(f"{name} {array.shape}".encode())
        digest.update(array.astype("<f4").tobytes())
    return digest.hexdigest()
