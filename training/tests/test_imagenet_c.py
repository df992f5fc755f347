import sys
from importlib.util import find_spec

import numpy as np
import pytest
import skimage.data
from PIL import Image

from degrade.imagenet_c import CORRUPTIONS, degrade, level_of
from degrade.registry import IDENTITY, Recipe

pytestmark = pytest.mark.skipif(
    find_spec("imagecorruptions") is None, reason="needs requirements-imagenet-c.txt"
)


@pytest.fixture(scope="module")
def photo() -> np.ndarray:
    """Wider than high, and of odd height."""
    return np.array(Image.fromarray(skimage.data.coffee()).resize((120, 81)))


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_same_recipe_same_pixels_and_the_common_generator_stays(
    photo: np.ndarray, name: str
) -> None:
    before, state = photo.copy(), np.random.get_state()[1].copy()
    first, again = (degrade(photo, Recipe(name=name, severity=0.3, seed=3)) for _ in range(2))
    assert first.shape == photo.shape
    assert first.dtype == np.uint8
    assert np.array_equal(first, again)
    assert not np.array_equal(first, photo)
    assert np.array_equal(photo, before)
    assert np.array_equal(np.random.get_state()[1], state)


@pytest.mark.parametrize("name", [name for name in CORRUPTIONS if name != "glass_blur"])
def test_the_last_level_changes_more_than_the_first(photo: np.ndarray, name: str) -> None:
    first, last = (
        np.abs(degrade(photo, Recipe(name=name, severity=s, seed=3)).astype(int) - photo).mean()
        for s in (0.1, 0.9)
    )
    assert 1 < first < last


def test_levels() -> None:
    assert [level_of(s) for s in (0, 0.1, 0.3, 0.5, 0.7, 0.9, 1)] == [1, 1, 2, 3, 4, 5, 5]


def test_clear_photos_stay_and_unknown_ones_are_refused(photo: np.ndarray) -> None:
    assert np.array_equal(degrade(photo, Recipe(name=IDENTITY, severity=0.5, seed=0)), photo)
    with pytest.raises(ValueError, match="rain"):
        degrade(photo, Recipe(name="rain", severity=0.5, seed=0))


def test_what_was_lent_is_given_back() -> None:
    before = sys.modules.get("pkg_resources")
    degrade(np.zeros((40, 40, 3), np.uint8), Recipe(name="fog", severity=0.5, seed=0))
    assert sys.modules.get("pkg_resources") is before
    assert not hasattr(np, "float_")
