from io import BytesIO

import numpy as np
import pytest
import skimage.data
from PIL import Image

from degrade.chains import CHAINS
from degrade.coding import through_jpeg
from degrade.contact_sheet import GAP, OUT, PHOTO, SIDE, contact_sheet
from degrade.registry import (
    BEYOND_PAPER,
    COMPOSITIONS,
    DEGRADATIONS,
    IDENTITY,
    NAMES,
    Recipe,
    degrade,
    draw_recipe,
)

SEVERITIES = (0.0, 0.25, 0.5, 0.75, 1.0)
DEGRADING = [name for name in NAMES if name != IDENTITY]


@pytest.fixture(scope="module")
def photo() -> np.ndarray:
    """Wider than high, and of odd height."""
    return np.array(Image.fromarray(skimage.data.coffee()).resize((240, 161)))


def test_there_are_the_fifteen_of_the_paper() -> None:
    assert len(DEGRADATIONS) == 15
    assert all(step in DEGRADATIONS for steps in COMPOSITIONS.values() for step in steps)


@pytest.mark.parametrize("name", DEGRADING)
def test_keeps_size_and_type_and_changes_the_photo(photo: np.ndarray, name: str) -> None:
    before = photo.copy()
    degraded = degrade(photo, Recipe(name=name, severity=0.5, seed=1))
    assert degraded.shape == photo.shape
    assert degraded.dtype == np.uint8
    assert not np.array_equal(degraded, photo)
    assert np.array_equal(photo, before)


@pytest.mark.parametrize("name", NAMES)
def test_a_recipe_always_gives_the_same_pixels(photo: np.ndarray, name: str) -> None:
    recipe = Recipe(name=name, severity=0.7, seed=4)
    assert np.array_equal(degrade(photo, recipe), degrade(photo, recipe))


@pytest.mark.parametrize("name", DEGRADING)
def test_another_seed_gives_other_pixels(photo: np.ndarray, name: str) -> None:
    first, *others = (degrade(photo, Recipe(name=name, severity=0.7, seed=s)) for s in range(8))
    assert any(not np.array_equal(first, other) for other in others)


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("name", DEGRADING)
def test_distance_grows_with_severity(photo: np.ndarray, name: str, seed: int) -> None:
    distances = [
        np.abs(degrade(photo, Recipe(name=name, severity=s, seed=seed)) - photo.astype(int)).mean()
        for s in SEVERITIES
    ]
    assert distances == sorted(distances)
    assert distances[-1] > 1.5 * distances[0]


def test_identity_is_exact(photo: np.ndarray) -> None:
    assert np.array_equal(degrade(photo, Recipe(name=IDENTITY, severity=1, seed=0)), photo)


def test_photos_of_any_size(photo: np.ndarray) -> None:
    for name in NAMES:
        degraded = degrade(photo[:19, :7], Recipe(name=name, severity=1, seed=2))
        assert degraded.shape == (19, 7, 3)


@pytest.mark.parametrize(("name", "severity"), [("storm", 0.5), ("fog", 1.1)])
def test_refuses_what_it_does_not_know(photo: np.ndarray, name: str, severity: float) -> None:
    with pytest.raises(ValueError, match=r"storm|1\.1"):
        degrade(photo, Recipe(name=name, severity=severity, seed=0))


@pytest.mark.parametrize("quality", [15, 45, 90])
def test_colours_go_through_jpeg_as_colours(photo: np.ndarray, quality: int) -> None:
    """As another reader of the same pixels codes them: taken for blue, red loses what light keeps."""
    file = BytesIO()
    Image.fromarray(photo).save(file, "JPEG", quality=quality, subsampling="4:2:0")
    expected = np.asarray(Image.open(file)).astype(int)
    coded = through_jpeg(photo, quality).astype(int)
    assert np.abs(coded - expected).mean() < 0.5
    swapped = through_jpeg(np.ascontiguousarray(photo[:, :, ::-1]), quality)[:, :, ::-1].astype(int)
    assert np.abs(swapped - expected).mean() > 2 * np.abs(coded - expected).mean()


@pytest.mark.parametrize("name", ["compression", *CHAINS])
def test_a_red_picture_stays_red(name: str) -> None:
    red = np.zeros((48, 64, 3), np.uint8)
    red[:, :, 0], red[16:32, 20:40] = 220, (250, 30, 10)
    for seed in range(4):
        degraded = degrade(red, Recipe(name=name, severity=0.5, seed=seed)).astype(int)
        means = degraded.mean(axis=(0, 1))
        assert means[0] > 190
        assert means[1:].max() < 30


def test_drawn_recipes_follow_the_seed() -> None:
    def draw(seed: int) -> list[Recipe]:
        rng = np.random.default_rng(seed)
        return [draw_recipe(rng, severities=(0.2, 0.4)) for _ in range(50)]

    assert draw(1) == draw(1) != draw(2)
    assert all(0.2 <= recipe.severity <= 0.4 for recipe in draw(1))
    assert len({recipe.name for recipe in draw(1)}) > 10


def test_contact_sheet_shows_each_one_more_and_more_degraded(photo: np.ndarray) -> None:
    sheet = np.asarray(contact_sheet(photo)).astype(int)
    names = [*DEGRADATIONS, *COMPOSITIONS, *BEYOND_PAPER]
    rows = np.split(sheet, -(-len(names) // 2))
    tile = round(photo.shape[0] * SIDE / photo.shape[1])
    clear = np.asarray(Image.fromarray(photo).resize((SIDE, tile), Image.Resampling.LANCZOS))
    for index in range(len(names)):
        left = index % 2 * (sheet.shape[1] + GAP) // 2
        tiles = [rows[index // 2][-tile:, left + SIDE * i :][:, :SIDE] for i in range(3)]
        distances = [np.abs(t - clear).mean() for t in tiles]
        assert 0 < distances[0] < distances[2], names[index]


def test_the_contact_sheet_of_the_docs_is_what_is_drawn() -> None:
    """Up to what a JPEG leaves out."""
    kept = np.asarray(Image.open(OUT)).astype(int)
    drawn = np.asarray(contact_sheet(np.asarray(Image.open(PHOTO).convert("RGB")))).astype(int)
    assert kept.shape == drawn.shape
    assert np.abs(kept - drawn).mean() < 6
    assert OUT.stat().st_size < 400_000
