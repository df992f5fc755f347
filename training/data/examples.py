"""A photo as training sees it: augmented, degraded, with its objects. Fixed by seed and variant."""

import zlib
from dataclasses import dataclass

import numpy as np

from degrade.registry import IDENTITY, Recipe, degrade, draw_recipe

from .augment import AugmentConfig, augment
from .record import Record


@dataclass(frozen=True, kw_only=True)
class DataConfig:
    # Train photos to use, spread over the sets; None for all.
    photos: int | None = None
    # Fixed draws of augmentation and degradation per photo; an epoch sees one.
    variants: int = 4
    # Variants in a row that degrade the same clean picture, whose features are then made once.
    twins: int = 2
    augment: AugmentConfig = AugmentConfig()
    # None for all, compositions included.
    degradations: tuple[str, ...] | None = None
    severities: tuple[float, float] = (0.1, 0.95)
    # Share of photos that stay clear, beside "identity" among the degradations.
    clear: float = 0.1
    # Shares of clear and of degraded photos that are seen through the frozen encoder: in use, a photo
    # that its report calls clear is.
    frozen: tuple[float, float] = (0.0, 0.0)
    # Objects smaller than this share of the photo are left out.
    smallest_object: float = 0.005
    seed: int = 0


@dataclass(frozen=True, kw_only=True)
class Example:
    """clean and degraded, uint8 [H, W, 3]; objects bool [H, W] each, largest first, none where the
    photo has no annotation."""

    clean: np.ndarray
    degraded: np.ndarray
    objects: list[np.ndarray]
    recipe: Recipe
    # Seen through the frozen encoder, whatever adapter there is.
    is_frozen: bool


def make_example(record: Record, *, variant: int, config: DataConfig) -> Example:
    name = zlib.crc32(f"{record.set}/{record.id}".encode())
    scene = np.random.default_rng([config.seed, scene_of(variant, config), name])
    clean, objects = augment(
        record.read_photo(), record.read_largest_first(), scene, config.augment
    )
    recipe = _draw_recipe(np.random.default_rng([config.seed, variant, name, 1]), config)
    share = config.frozen[0 if recipe.name == IDENTITY else 1]
    is_frozen = np.random.default_rng([config.seed, variant, name, 2]).random() < share
    smallest = config.smallest_object * clean.shape[0] * clean.shape[1]
    return Example(
        clean=clean,
        degraded=degrade(clean, recipe),
        objects=[mask for mask in objects if mask.sum() >= smallest],
        recipe=recipe,
        is_frozen=bool(is_frozen),
    )


def scene_of(variant: int, config: DataConfig) -> int:
    """Variants of one scene share their clean picture."""
    return variant // config.twins


def choose_photos(records: list[Record], *, count: int | None, seed: int) -> list[Record]:
    """As many of each set as there are to spread, the same for the same seed."""
    if count is None:
        return records
    rng = np.random.default_rng(seed)
    shuffled = [records[i] for i in rng.permutation(len(records))]
    taken: dict[str, int] = {}
    turns = []
    for record in shuffled:
        taken[record.set] = taken.get(record.set, 0) + 1
        turns.append(taken[record.set])
    order = sorted(range(len(shuffled)), key=lambda i: turns[i])
    return [shuffled[i] for i in order[:count]]


def _draw_recipe(rng: np.random.Generator, config: DataConfig) -> Recipe:
    names = config.degradations
    recipe = draw_recipe(rng, severities=config.severities, **({"names": names} if names else {}))
    if rng.random() < config.clear:
        return Recipe(name=IDENTITY, severity=recipe.severity, seed=recipe.seed)
    return recipe
