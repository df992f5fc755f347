"""What decides a run; the same for every prior."""

from dataclasses import dataclass

from evaluation.subjects import PLAIN

# By task, what its photos suffer from.
TASKS: dict[str, tuple[str, ...]] = {
    "dehazing": ("fog",),
    "deblurring": ("motion_blur", "defocus"),
}

NO_PRIOR = "none"
PRIORS = (NO_PRIOR, PLAIN, "robust")


@dataclass(frozen=True, kw_only=True)
class PriorConfig:
    train_photos: int = 160
    val_photos: int = 32
    severities: tuple[float, float] = (0.25, 0.95)
    steps: int = 800
    batch: int = 8
    # Side of the square crops that are learned from, in pixels.
    crop: int = 128
    learning_rate: float = 1e-3
    width: int = 24
    # Each trains a network of its own for each prior.
    seeds: tuple[int, ...] = (0, 1)
