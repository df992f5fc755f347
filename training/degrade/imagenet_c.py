"""The corruptions of ImageNet-C (Hendrycks and Dietterich, ICLR 2019) as the imagecorruptions package makes
them, for measuring what no model here was trained on. Needs requirements-imagenet-c.txt.

A severity of 0.1, 0.3, 0.5, 0.7 or 0.9 is its level 1, 2, 3, 4 or 5, which are for photos of some 224 to 512 pixels.
The package is from 2020 and asks for names that its libraries no longer have: they are lent to it.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import numpy as np
import skimage
import skimage.util
from skimage import filters

from .registry import IDENTITY, Recipe

# The benchmark's own; the package's other four are for tuning.
CORRUPTIONS = (
    "gaussian_noise",
    "shot_noise",
    "impulse_noise",
    "defocus_blur",
    "glass_blur",
    "motion_blur",
    "zoom_blur",
    "snow",
    "frost",
    "fog",
    "brightness",
    "contrast",
    "elastic_transform",
    "pixelate",
    "jpeg_compression",
)
LEVELS = 5


def degrade(photo: np.ndarray, recipe: Recipe) -> np.ndarray:
    """As registry.degrade; sides are 32 pixels at least."""
    if recipe.name == IDENTITY:
        return photo
    if recipe.name not in CORRUPTIONS:
        raise ValueError(f"ImageNet-C has no {recipe.name}")
    # The package draws from NumPy's common generator.
    before = np.random.get_state()
    np.random.seed(recipe.seed)
    try:
        return _package()(photo, severity=level_of(recipe.severity), corruption_name=recipe.name)
    finally:
        np.random.set_state(before)


def level_of(severity: float) -> int:
    return min(LEVELS, int(severity * LEVELS) + 1)


@contextmanager
def _lent_resources() -> Iterator[None]:
    """pkg_resources, which setuptools no longer has, as far as the package asks for it."""
    resources = ModuleType("pkg_resources")
    resources.resource_filename = _resource_path
    before = sys.modules.get(resources.__name__)
    sys.modules[resources.__name__] = resources
    try:
        yield
    finally:
        del sys.modules[resources.__name__]
        if before is not None:
            sys.modules[resources.__name__] = before


def _resource_path(module: str, path: str) -> str:
    """Beside the module, whose name is that of a file in the package."""
    spec = find_spec(module.partition(".")[0])
    if spec is None or spec.origin is None:
        raise ImportError(module)
    return str(Path(spec.origin).parent / path)


def _gaussian(
    image: np.ndarray, *args: object, multichannel: bool = False, **more: object
) -> np.ndarray:
    return filters.gaussian(image, *args, channel_axis=-1 if multichannel else None, **more)


def _random_noise(image: np.ndarray, **more: object) -> np.ndarray:
    """From the common generator, as all the package does."""
    return skimage.util.random_noise(image, rng=np.random.randint(2**31), **more)


def _with(module: ModuleType, **names: object) -> ModuleType:
    """A copy of the module's namespace; the module stays as it is."""
    copy = ModuleType(module.__name__)
    copy.__dict__.update({**vars(module), **names})
    return copy


@cache
def _package() -> Callable[..., np.ndarray]:
    with _lent_resources():
        import imagecorruptions
        from imagecorruptions import corruptions
    corruptions.gaussian = _gaussian
    corruptions.sk = _with(skimage, util=_with(skimage.util, random_noise=_random_noise))
    corruptions.np = _with(np, float_=np.float64)
    return imagecorruptions.corrupt
