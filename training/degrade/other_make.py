"""The 15 degradations as the albumentations library makes them, for measuring on a make that no
model here was trained on. Needs requirements-other-make.txt.

At severity 0.5 parameters lie in the paper's ranges where this library has the same ones; 0 and 1 are milder
and stronger. Not the paper's: motion blur is always 19 pixels long (the paper: up to 35), zoom blur always
1.33 (up to that), hue turns by half as much, noise that multiplies has another spread and comes with salt and
pepper, ripples come without a skew, contrast turns about the photo's mean and not about 128, and snow, fog
and rain are drawn in the library's own way, with strengths chosen here.
"""

import os
from collections.abc import Callable

import cv2
import numpy as np

# The library would ask the network for newer versions of itself.
os.environ["NO_ALBUMENTATIONS_UPDATE"] = "1"

import albumentations as A  # noqa: E402

from .registry import IDENTITY, Recipe  # noqa: E402
from .severity import at, pixels  # noqa: E402

Transform = A.ImageOnlyTransform | A.DualTransform
# A function of severity, and of pixels in this photo for a pixel in one of 512.
Maker = Callable[[float, float], list[Transform]]


def degrade(photo: np.ndarray, recipe: Recipe) -> np.ndarray:
    """As registry.degrade, for the single degradations."""
    if recipe.name == IDENTITY:
        return photo
    if recipe.name not in MAKERS:
        raise ValueError(f"albumentations makes no {recipe.name}")
    transforms = MAKERS[recipe.name](recipe.severity, pixels(photo, 1))
    return A.Compose(transforms, seed=recipe.seed)(image=photo)["image"]


def _snow(severity: float, pixel: float) -> list[Transform]:
    threshold = at(severity, mild=0.2, paper=0.5, beyond=0.9)
    return [A.RandomSnow(snow_point_range=(threshold, threshold), brightness_coeff=2.5, p=1)]


def _fog(severity: float, pixel: float) -> list[Transform]:
    # A small coefficient means thousands of small discs, which take seconds.
    opacity = at(severity, mild=0.06, paper=0.15, beyond=0.4)
    return [A.RandomFog(fog_coef_range=(0.6, 0.6), alpha_coef=opacity, p=1)]


def _rain(severity: float, pixel: float) -> list[Transform]:
    return [
        A.RandomRain(
            rain_type="heavy" if severity < 0.75 else "torrential",
            drop_length=round(20 * pixel),
            drop_width=max(1, round(at(severity, mild=0.6, paper=1, beyond=2) * pixel)),
            blur_value=max(1, round(3 * pixel)),
            brightness_coefficient=at(severity, mild=0.95, paper=0.8, beyond=0.6),
            p=1,
        )
    ]


def _gaussian_noise(severity: float, pixel: float) -> list[Transform]:
    deviation = at(severity, mild=6, paper=16, beyond=55) / 255
    return [A.GaussNoise(std_range=(deviation, deviation), p=1)]


def _iso_noise(severity: float, pixel: float) -> list[Transform]:
    shift = at(severity, mild=0.15, paper=0.45, beyond=0.9)
    intensity = at(severity, mild=0.3, paper=0.75, beyond=1.5)
    return [A.ISONoise(color_shift=(shift, shift), intensity=(intensity, intensity), p=1)]


def _impulse_noise(severity: float, pixel: float) -> list[Transform]:
    factor = at(severity, mild=1.1, paper=1.45, beyond=1.8)
    share = at(severity, mild=0.002, paper=0.02, beyond=0.2)
    return [
        A.MultiplicativeNoise(multiplier=(1, 2 * factor - 1), elementwise=True, p=1),
        A.SaltAndPepper(amount=(share, share), p=1),
    ]


def _resampling_blur(severity: float, pixel: float) -> list[Transform]:
    scale = 1 / at(severity, mild=1.7, paper=4, beyond=9)
    ways = {"downscale": cv2.INTER_AREA, "upscale": cv2.INTER_LINEAR}
    return [A.Downscale(scale_range=(scale, scale), interpolation_pair=ways, p=1)]


def _motion_blur(severity: float, pixel: float) -> list[Transform]:
    side = max(3, round(at(severity, mild=5, paper=19, beyond=45) * pixel) | 1)
    return [A.MotionBlur(blur_limit=(side, side), allow_shifted=False, p=1)]


def _zoom_blur(severity: float, pixel: float) -> list[Transform]:
    largest = at(severity, mild=1.12, paper=1.33, beyond=1.7)
    return [A.ZoomBlur(max_factor=(largest, largest), step_factor=(0.05, 0.07), p=1)]


def _colour_jitter(severity: float, pixel: float) -> list[Transform]:
    reach = at(severity, mild=0.3, paper=1, beyond=1.4)
    around_one = [(max(0, 1 - part * reach), 1 + part * reach) for part in (0.7, 0.3, 0.7)]
    hue = min(0.5, 0.35 * reach)
    brightness, contrast, saturation = around_one
    return [A.ColorJitter(brightness, contrast, saturation, hue=(-hue, hue), p=1)]


def _compression(severity: float, pixel: float) -> list[Transform]:
    quality = round(at(severity, mild=30, paper=8, beyond=2))
    return [A.ImageCompression(quality_range=(quality, quality), p=1)]


def _elastic_transform(severity: float, pixel: float) -> list[Transform]:
    alpha = at(severity, mild=40, paper=100, beyond=250) * pixel**2
    border = cv2.BORDER_REFLECT_101
    return [A.ElasticTransform(alpha=alpha, sigma=10 * pixel, border_mode=border, p=1)]


def _frosted_glass_blur(severity: float, pixel: float) -> list[Transform]:
    reach = max(1, round(at(severity, mild=1, paper=3, beyond=8) * pixel))
    sigma = at(severity, mild=0.5, paper=0.7, beyond=1)
    return [A.GlassBlur(sigma=sigma, max_delta=reach, iterations=2, p=1)]


def _brightness(severity: float, pixel: float) -> list[Transform]:
    factor = at(severity, mild=0.9, paper=0.7, beyond=0.1)
    same = (1, 1)
    return [A.ColorJitter((factor, factor), contrast=same, saturation=same, hue=(0, 0), p=1)]


def _contrast(severity: float, pixel: float) -> list[Transform]:
    factor = at(severity, mild=1.15, paper=1.65, beyond=4)
    same = (1, 1)
    return [A.ColorJitter(same, contrast=(factor, factor), saturation=same, hue=(0, 0), p=1)]


MAKERS: dict[str, Maker] = {
    "snow": _snow,
    "fog": _fog,
    "rain": _rain,
    "gaussian_noise": _gaussian_noise,
    "iso_noise": _iso_noise,
    "impulse_noise": _impulse_noise,
    "resampling_blur": _resampling_blur,
    "motion_blur": _motion_blur,
    "zoom_blur": _zoom_blur,
    "colour_jitter": _colour_jitter,
    "compression": _compression,
    "elastic_transform": _elastic_transform,
    "frosted_glass_blur": _frosted_glass_blur,
    "brightness": _brightness,
    "contrast": _contrast,
}
