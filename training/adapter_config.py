"""How an adapter is trained (train_adapter.py)."""

from dataclasses import dataclass, field
from typing import Literal

from data.crops import CropConfig
from data.examples import DataConfig


@dataclass(frozen=True, kw_only=True)
class AdapterConfig:
    rank: int = 32
    data: DataConfig = field(default_factory=lambda: DataConfig(twins=1))
    crops: CropConfig = field(default_factory=CropConfig)
    # Crops are whole photos, which the adapted encoder sees in their own shape, and the frozen one in
    # the square.
    own_shape: bool = False
    # Each crop's relative squared error, or its root, as in the paper: then clear crops and mild
    # damage count as much as strong damage, whose errors are many times as large.
    error: Literal["squared", "norm"] = "norm"
    # Share of the loss on the embedding, for each of `stages`.
    stage_weight: float = 0.25
    stages: tuple[int, ...] = (1, 2)
    # Weights of the loss on the masks and on the predicted IoU of plain SAM's decoder.
    mask_weight: float = 1.0
    score_weight: float = 0.25
    batch: int = 8
    steps: int = 1000
    learning_rate: float = 1e-3
    # Share of the learning rate for what is not of low rank.
    shift_rate: float = 0.3
    warm_up_steps: int = 20
    weight_decay: float = 1e-5
    clip: float = 1.0
    seed: int = 0

    def __post_init__(self) -> None:
        if self.own_shape and not self.crops.are_whole_photos:
            raise ValueError(
                "own_shape needs crops that are whole photos: side 1024, scale 1, beyond 0"
            )
