"""What the model is fed: photos, targets, augmentation and prompts."""

import numpy as np
import pytest

from contract import CONTRACT
from data.augment import AugmentConfig, augment
from data.model_input import logits_to_mask, mask_to_target, photo_to_input
from data.prompts import (
    KINDS,
    box_clicks,
    central_click,
    clicks_to_prompt,
    corrective_click,
    draw_prompt,
)
from model.prompt import EXCLUDE, INCLUDE, PADDING


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(7)


def test_input_keeps_the_aspect_and_pads_with_zeros() -> None:
    photo = np.full((300, 600, 3), 200, dtype=np.uint8)
    image = photo_to_input(photo).numpy()
    assert image.shape == (3, 1024, 1024)
    assert (image[:, 512:] == 0).all()
    mean, std = CONTRACT["image"]["mean"], CONTRACT["image"]["std"]
    assert image[0, 511, 1023] == pytest.approx((200 - mean[0]) / std[0], abs=1e-5)
    assert image[2, 0, 0] == pytest.approx((200 - mean[2]) / std[2], abs=1e-5)


def test_target_marks_object_and_photo() -> None:
    target = mask_to_target(_disc(300, 600))
    assert target.valid.sum() == 128 * 256
    assert target.mask.sum() == pytest.approx(_disc(300, 600).sum() * (256 / 600) ** 2, rel=0.02)
    assert target.mask[128:].sum() == 0


def test_logits_return_to_the_photo() -> None:
    mask = _disc(301, 477)
    target = mask_to_target(mask).mask.numpy()
    back = logits_to_mask(target * 2 - 1, height=301, width=477)
    assert (back & mask).sum() / (back | mask).sum() > 0.97


def test_augmentation_moves_photo_and_mask_together(rng: np.random.Generator) -> None:
    mask = _disc(200, 320)
    photo = np.repeat(mask[:, :, None] * np.uint8(255), 3, axis=2)
    for _ in range(20):
        new_photo, (new_mask,) = augment(photo, [mask], rng, AugmentConfig())
        assert new_photo.shape[:2] == new_mask.shape
        assert np.array_equal(new_photo[:, :, 0] > 127, new_mask)
        assert new_mask.any()


def test_augmentation_follows_its_seed_and_varies() -> None:
    mask = _disc(200, 320)
    photo = np.random.default_rng(0).integers(0, 255, (200, 320, 3), dtype=np.uint8)
    shapes = {
        augment(photo, [mask], np.random.default_rng(seed), AugmentConfig())[0].shape
        for seed in (1, 1, 2, 3)
    }
    assert len(shapes) == 3


def test_augmentation_can_be_switched_off(rng: np.random.Generator) -> None:
    mask = _disc(50, 70)
    photo = np.random.default_rng(0).integers(0, 255, (50, 70, 3), dtype=np.uint8)
    off = AugmentConfig(flip=0, aspect=1, crop=(1, 1), scale=(1, 1))
    new_photo, (new_mask,) = augment(photo, [mask], rng, off)
    assert np.array_equal(new_photo, photo)
    assert np.array_equal(new_mask, mask)


def test_central_click_is_in_the_middle() -> None:
    click = central_click(_disc(100, 100, radius=20))
    assert (click.x, click.y) == pytest.approx((50, 50), abs=1)
    # A mask cut off by the photo's edge: not on the edge.
    assert central_click(np.ones((40, 60), dtype=bool)).y == pytest.approx(20, abs=1)


@pytest.mark.parametrize("kind", KINDS)
def test_prompts_lie_on_the_object(kind: str, rng: np.random.Generator) -> None:
    mask = _disc(80, 120, radius=25)
    for _ in range(10):
        clicks = draw_prompt(kind, mask, rng)
        points = [click for click in clicks if click.label == INCLUDE]
        assert all(mask[int(click.y), int(click.x)] for click in points)
        boxes = [click for click in clicks if click.label > INCLUDE]
        assert [click.label for click in boxes] in ([], [2, 3])
        assert all(0 <= click.x <= 120 and 0 <= click.y <= 80 for click in boxes)


def test_box_encloses_the_mask_exactly() -> None:
    mask = np.zeros((30, 40), dtype=bool)
    mask[5:11, 7:29] = True
    top_left, bottom_right = box_clicks(mask)
    assert (top_left.x, top_left.y, bottom_right.x, bottom_right.y) == (7, 5, 29, 11)


def test_loose_box_is_off_by_a_tenth_at_most(rng: np.random.Generator) -> None:
    mask = _disc(100, 100, radius=20)
    exact = box_clicks(mask)[0]
    offsets = [box_clicks(mask, rng=rng)[0].x - exact.x for _ in range(50)]
    assert 0 < np.abs(offsets).max() <= 0.1 * 41 + 1e-9


def test_correction_goes_to_the_larger_mistake() -> None:
    mask, answer = np.zeros((2, 40, 60), dtype=bool)
    mask[10:30, 10:30] = True
    answer[10:30, 20:50] = True
    click = corrective_click(mask, answer)
    assert (click.label, int(click.x)) == (EXCLUDE, 39)
    click = corrective_click(mask, np.zeros_like(mask))
    assert click.label == INCLUDE
    assert corrective_click(mask, mask) is None


def test_clicks_become_model_coordinates() -> None:
    mask = np.zeros((256, 512), dtype=bool)
    mask[10:20, 30:50] = True
    prompt = clicks_to_prompt([box_clicks(mask), [central_click(mask)]], [(256, 512), (256, 512)])
    assert prompt.coords[0].tolist() == [[59.5, 19.5], [99.5, 39.5]]
    assert prompt.labels.tolist() == [[2, 3], [1, PADDING]]


def _disc(height: int, width: int, radius: float = 60) -> np.ndarray:
    y, x = np.mgrid[:height, :width]
    return np.hypot(y - height / 2, x - width / 2) < radius
