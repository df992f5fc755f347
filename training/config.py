"""Everything that decides what a training run does; saved with its checkpoints."""

from dataclasses import asdict, dataclass, field, fields, is_dataclass
from typing import Any, Literal, get_type_hints

from data.examples import DataConfig
from data.prompts import KINDS, PromptKind
from losses import LossWeights
from model.light_head import LightSize
from model.parts import Parts


@dataclass(frozen=True, kw_only=True)
class ModelConfig:
    form: Literal["paper", "light"] = "light"
    light: LightSize = field(default_factory=LightSize)
    # For the paper's form: the stage that feeds AMFG on early features.
    early_stage: int = 2
    parts: Parts = field(default_factory=Parts)
    # Rank of the image encoder's adapter; 0 leaves the encoder frozen as it is, as in the paper.
    adapter_rank: int = 0
    # Photos that are clear by their report are seen through the frozen encoder, not the adapted one.
    clear_frozen: bool = False


@dataclass(frozen=True, kw_only=True)
class TrainConfig:
    model: ModelConfig = field(default_factory=ModelConfig)
    data: DataConfig = field(default_factory=DataConfig)
    loss: LossWeights = field(default_factory=LossWeights)
    prompts: tuple[PromptKind, ...] = KINDS
    # Kinds drawn per step, each asked of every photo of the batch.
    questions: int = 1
    # Corrective clicks after the first answer, which comes back as mask prompt.
    corrections: int = 1
    # How often the largest object is asked for; else any.
    largest: float = 0.5
    # Over all processes.
    batch: int = 4
    epochs: int = 4
    learning_rate: float = 1e-3
    # Share of the learning rate for what starts as a copy of SAM's.
    pretrained_rate: float = 0.2
    warm_up_steps: int = 20
    weight_decay: float = 1e-5
    clip: float = 1.0
    # bfloat16 where the device is much faster in it.
    mixed_precision: bool = True
    seed: int = 0


def to_dict(config: TrainConfig) -> dict[str, Any]:
    return asdict(config)


def from_dict(kind: type, values: dict[str, Any]) -> Any:
    """The inverse of to_dict, from JSON too; refuses names it does not know."""
    hints = get_type_hints(kind)
    unknown = values.keys() - {f.name for f in fields(kind)}
    if unknown:
        raise ValueError(f"{kind.__name__} has no {sorted(unknown)}")
    return kind(**{name: _value(hints[name], value) for name, value in values.items()})


def _value(hint: Any, value: Any) -> Any:
    if is_dataclass(hint):
        return from_dict(hint, value)
    return tuple(value) if isinstance(value, list) else value
