"""What the adapter learns of plain SAM's decoder, on the small SAM."""

import torch

from crop_lessons import lesson_losses, make_lessons
from data.crops import CropPair
from losses import agreement_losses
from model.crop_decoder import answer_crops, crop_positions
from model.prompt import BOX_BOTTOM_RIGHT, BOX_TOP_LEFT, Prompt

from .small_models import GRID, photo_batch, small_sam

SIDE = 64


def test_a_crop_that_is_the_whole_frame_is_answered_as_the_photo() -> None:
    sam = small_sam()
    embedding = sam.encode(photo_batch(2)).embedding
    coords = torch.tensor([[[40.0, 70.0], [0.0, 0.0]], [[90.0, 20.0], [0.0, 0.0]]])
    prompt = Prompt(coords=coords, labels=torch.tensor([[1, -1], [1, -1]]))
    corners = torch.zeros(2, 2)
    crops = answer_crops(sam, embedding=embedding, corners=corners, prompt=prompt)
    photo = sam.answer(embedding=embedding, prompt=prompt)
    assert torch.allclose(crops.masks, photo.masks, atol=1e-4)
    assert torch.allclose(crops.scores, photo.scores, atol=1e-5)


def test_cells_of_a_crop_know_their_place_in_the_frame() -> None:
    prompts = small_sam().prompt_encoder
    corners = torch.tensor([[16, 48]])
    positions = crop_positions(prompts, corners=corners, cells=torch.Size([4, 5]))
    whole = prompts.grid_positions()
    assert torch.allclose(positions, whole[:, :, 3:7, 1:6], atol=1e-5)


def test_lessons_ask_within_the_crop() -> None:
    sam, crops = small_sam(), _crops()
    lessons = make_lessons(sam, embedding=sam.encode(crops.clean).embedding, crops=crops)
    clicks, boxes, points = (lesson.prompt for lesson in lessons)
    assert clicks.labels.tolist() == [[1, -1]] * 4
    assert boxes.labels.tolist() == [[BOX_TOP_LEFT, BOX_BOTTOM_RIGHT]] * 4
    assert points.labels.tolist() == [[1, 1, 1, -1]] * 4
    corners = crops.corner.repeat_interleave(2, dim=0)[:, None]
    for prompt in (boxes.coords, points.coords[:, :3]):
        inside = prompt - corners
        assert (inside >= -1).all()
        assert (inside <= SIDE).all()


def test_lessons_of_the_same_crops_are_the_same() -> None:
    sam, crops = small_sam(), _crops()
    embedding = sam.encode(crops.clean).embedding
    one, two = (make_lessons(sam, embedding=embedding, crops=crops) for _ in range(2))
    assert all(torch.equal(a.prompt.coords, b.prompt.coords) for a, b in zip(one, two, strict=True))


def test_a_clear_crop_through_the_frozen_encoder_has_nothing_to_learn() -> None:
    sam, crops = small_sam(), _crops()
    embedding = sam.encode(crops.clean).embedding
    lessons = make_lessons(sam, embedding=embedding, crops=crops)
    right = lesson_losses(sam, embedding=embedding, corners=crops.corner, lessons=lessons)
    assert all(loss < 1e-6 for loss in right.values())
    other = sam.encode(photo_batch(3)[1:, :, :SIDE, :SIDE]).embedding
    wrong = lesson_losses(sam, embedding=other, corners=crops.corner, lessons=lessons)
    assert wrong["masks"] > 100 * right["masks"]


def test_a_row_that_found_no_object_asks_for_nothing() -> None:
    sam, crops = small_sam(), _crops()
    embedding = sam.encode(crops.clean).embedding
    lessons = make_lessons(sam, embedding=embedding, crops=crops)
    for lesson in lessons[1:]:
        lesson.weights[1:] = 0
    asked = lesson_losses(sam, embedding=0 * embedding, corners=crops.corner, lessons=lessons)
    for lesson in lessons[1:]:
        lesson.masks[1:] = 50
    again = lesson_losses(sam, embedding=0 * embedding, corners=crops.corner, lessons=lessons)
    assert torch.equal(again["masks"], asked["masks"])


def test_agreement_is_of_soft_masks() -> None:
    taught = torch.tensor([[[[3.0, -3.0], [0.5, -0.5]]]])
    assert agreement_losses(taught, taught).item() == 0
    near, far = (agreement_losses(taught + shift, taught).item() for shift in (0.3, 2.0))
    assert 0 < near < far
    logits = taught.clone().requires_grad_()
    agreement_losses(logits, taught).sum().backward()
    assert logits.grad.abs().max() < 1e-6


def _crops() -> CropPair:
    clean = photo_batch(2)[:, :, :SIDE, :SIDE]
    return CropPair(
        clean=clean,
        degraded=clean,
        corner=torch.tensor([[0, 16], [8 * GRID - SIDE + 32, 0]]),
        clicks=torch.tensor([[[20, 30], [60, 70]], [[50, 12], [40, 60]]]),
        seed=torch.tensor([3, 4]),
    )
