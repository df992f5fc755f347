"""All degradations by name, and the compositions that real photos show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from .blur import defocus, frosted_glass_blur, motion_blur, resampling_blur, zoom_blur
from .chains import CHAINS
from .coding import compression, elastic_transform
from .colour import brightness, colour_jitter, contrast
from .noise import gaussian_noise, impulse_noise, iso_noise, low_light
from .weather import fog, rain, snow

Degradation = Callable[[np.ndarray, float, np.random.Generator], np.ndarray]

IDENTITY = "identity"

# The 15 of Robust-Seg.
DEGRADATIONS: dict[str, Degradation] = {
    "snow": snow,
    "fog": fog,
    "rain": rain,
    "gaussian_noise": gaussian_noise,
    "iso_noise": iso_noise,
    "impulse_noise": impulse_noise,
    "resampling_blur": resampling_blur,
    "motion_blur": motion_blur,
    "zoom_blur": zoom_blur,
    "colour_jitter": colour_jitter,
    "compression": compression,
    "elastic_transform": elastic_transform,
    "frosted_glass_blur": frosted_glass_blur,
    "brightness": brightness,
    "contrast": contrast,
}

# What the paper leaves out and real photos show.
BEYOND_PAPER: dict[str, Degradation] = {"low_light": low_light, "defocus": defocus, **CHAINS}

# In the order in which a camera meets them.
COMPOSITIONS: dict[str, tuple[str, ...]] = {
    "dark_noisy": ("brightness", "iso_noise"),
    "dark_blurred": ("brightness", "motion_blur", "gaussian_noise"),
    "rain_blurred": ("rain", "motion_blur"),
    "snow_dark": ("snow", "brightness"),
    "fog_noisy": ("fog", "gaussian_noise"),
    "small_compressed": ("resampling_blur", "compression"),
    "noisy_compressed": ("gaussian_noise", "compression"),
}

# Several at full strength would leave nothing to see.
COMPOSED = 0.75

NAMES: tuple[str, ...] = (IDENTITY, *DEGRADATIONS, *COMPOSITIONS, *BEYOND_PAPER)


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """One degradation or composition, severity 0..1; the same recipe gives the same pixels."""

    name: str
    severity: float
    seed: int


def degrade(photo: np.ndarray, recipe: Recipe) -> np.ndarray:
    """uint8 [H, W, 3] RGB to the same; "identity" gives the photo itself."""
    if recipe.name not in NAMES:
        raise ValueError(f"no degradation is called {recipe.name}")
    if not 0 <= recipe.severity <= 1:
        raise ValueError(f"severity {recipe.severity} is not in 0..1")
    severity = recipe.severity * (COMPOSED if recipe.name in COMPOSITIONS else 1)
    for step, name in enumerate(_steps(recipe.name)):
        rng = np.random.default_rng([recipe.seed, step])
        photo = (DEGRADATIONS | BEYOND_PAPER)[name](photo, severity, rng)
    return photo


def draw_recipe(
    rng: np.random.Generator, *, names: Sequence[str] = NAMES, severities: tuple[float, float]
) -> Recipe:
    return Recipe(
        name=str(rng.choice(np.array(names))),
        severity=float(rng.uniform(*severities)),
        seed=int(rng.integers(2**31)),
    )


def _steps(name: str) -> tuple[str, ...]:
    if name == IDENTITY:
        return ()
    return COMPOSITIONS.get(name, (name,))
