"""A training run's head, as the graphs need it."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from base.imported import ImportedWeights
from config import TrainConfig, from_dict
from contract import IMAGE_SIZE
from model.adapter import Adapter, fold_adapter
from model.base import encoder_weights, load_encoder
from model.framed_encoder import EmptyPart, empty_parts
from model.light_head import LightSize
from model.parts import ALL_PARTS, Parts


@dataclass(frozen=True, kw_only=True)
class AdaptedEncoder:
    """Weights, and what it gives where there is no photo: of `embedding`, then `stage_0` to the last."""

    weights: ImportedWeights
    empty: dict[str, EmptyPart]


@dataclass(frozen=True, kw_only=True)
class TrainedHead:
    """`sha256` is of config and parameters, whatever else the checkpoint holds. `adapter` holds the
    encoder's adapter by parameter, None where the encoder stays as it is."""

    weights: ImportedWeights
    adapter: dict[str, Tensor] | None
    config: TrainConfig
    steps: int
    sha256: str
    # Names of the files in runs/ that it came from; none for a checkpoint that was not published.
    runs: list[str]

    @property
    def size(self) -> LightSize:
        return self.config.model.light

    @property
    def parts(self) -> Parts:
        return self.config.model.parts

    @property
    def sees_clear_frozen(self) -> bool:
        return self.adapter is not None and self.config.model.clear_frozen

    def adapted_encoder(self, base: ImportedWeights) -> AdaptedEncoder:
        """The base's encoder with the adapter in it; there must be one."""
        encoder = load_encoder(base)
        adapter = Adapter(encoder, rank=self.config.model.adapter_rank)
        adapter.load_state_dict(self.adapter)
        folded = fold_adapter(encoder, adapter)
        return AdaptedEncoder(
            weights=encoder_weights(folded, like=base),
            empty=empty_parts(folded, side=IMAGE_SIZE),
        )

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
    arrays = _as_arrays(
        {n: t for n, t in content["head"].items() if not n.endswith("num_batches_tracked")}
    )
    adapter = content.get("adapter")
    return TrainedHead(
        weights=ImportedWeights(arrays),
        adapter=adapter and {name: tensor.float() for name, tensor in adapter.items()},
        config=config,
        steps=content["steps"],
        runs=content.get("runs", []),
        sha256=_digest(content["config"]["model"], arrays | _as_arrays(adapter or {})),
    )


def _as_arrays(tensors: dict[str, Tensor]) -> dict[str, np.ndarray]:
    return {name: tensor.float().numpy() for name, tensor in tensors.items()}


def _digest(config: object, arrays: dict[str, np.ndarray]) -> str:
    digest = hashlib.sha256(json.dumps(config, sort_keys=True).encode())
    for name, array in sorted(arrays.items()):
        digest.update(f"{name} {array.shape}".encode())
        digest.update(array.astype("<f4").tobytes())
    return digest.hexdigest()
