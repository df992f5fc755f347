import numpy as np
import pytest
import skimage.data
from PIL import Image

from degrade.registry import DEGRADATIONS, IDENTITY, Recipe

# Needs requirements-other-make.txt.
other_make = pytest.importorskip("degrade.other_make")
MAKERS, degrade = other_make.MAKERS, other_make.degrade


@pytest.fixture(scope="module")
def photo() -> np.ndarray:
    """Wider than high, and of odd height."""
    return np.array(Image.fromarray(skimage.data.coffee()).resize((200, 133)))


def test_all_fifteen_are_made() -> None:
    assert list(MAKERS) == list(DEGRADATIONS)


@pytest.mark.parametrize("name", MAKERS)
def test_same_recipe_same_pixels_of_the_same_size(photo: np.ndarray, name: str) -> None:
    before = photo.copy()
    first, again = (degrade(photo, Recipe(name=name, severity=0.5, seed=3)) for _ in range(2))
    assert first.shape == photo.shape
    assert first.dtype == np.uint8
    assert np.array_equal(first, again)
    assert np.array_equal(photo, before)


@pytest.mark.parametrize("name", MAKERS)
def test_mild_changes_less_than_strong(photo: np.ndarray, name: str) -> None:
    mild, paper, strong = (
        np.abs(degrade(photo, Recipe(name=name, severity=s, seed=3)).astype(int) - photo).mean()
        for s in (0, 0.5, 1)
    )
    assert 0.5 < mild < paper < strong


def test_clear_photos_stay_and_unknown_ones_are_refused(photo: np.ndarray) -> None:
    assert np.array_equal(degrade(photo, Recipe(name=IDENTITY, severity=0.5, seed=0)), photo)
    with pytest.raises(ValueError, match="dark_noisy"):
        degrade(photo, Recipe(name="dark_noisy", severity=0.5, seed=0))
