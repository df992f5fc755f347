"""Photos in their own shape, on the small encoder: a frame of 128x128."""

import pytest
import torch

from model.framed_encoder import FramedEncoder, empty_features, frame_sizes, smallest_size

from .small_models import GRID, photo_batch, small_sam

SIDE = 16 * GRID


def test_the_models_frame_has_four_shapes_lying_and_standing() -> None:
    lying = [(576, 1024), (688, 1024), (768, 1024)]
    standing = [size[::-1] for size in lying]
    assert sorted(frame_sizes(1024)) == sorted([*lying, *standing, (1024, 1024)])


@pytest.mark.parametrize(
    ("photo", "size"),
    [
        ((1024, 1024), (1024, 1024)),
        ((683, 1024), (688, 1024)),
        ((684, 1024), (688, 1024)),
        ((689, 1024), (768, 1024)),
        ((1024, 300), (1024, 576)),
        ((1024, 800), (1024, 1024)),
    ],
)
def test_a_photo_gets_the_smallest_shape_that_holds_it(photo: tuple, size: tuple) -> None:
    assert smallest_size(photo, frame_sizes(1024)) == size


def test_a_square_photo_is_encoded_as_it_is() -> None:
    encoder, image = small_sam().image_encoder, photo_batch(2)
    framed, plain = FramedEncoder(encoder, side=SIDE)(image), encoder(image)
    assert torch.allclose(framed.embedding, plain.embedding, atol=1e-5)
    assert all(torch.allclose(*pair, atol=1e-5) for pair in zip(framed.stages, plain.stages))


def test_beyond_a_lying_photo_the_frame_is_empty_everywhere_alike() -> None:
    encoder, image = small_sam().image_encoder, photo_batch(1)
    image[:, :, 70:] = 0
    framed, alone = FramedEncoder(encoder, side=SIDE)(image), encoder(image[:, :, :80])
    empty = empty_features(encoder, side=SIDE)
    assert framed.embedding.shape == (1, 256, GRID, GRID)
    assert torch.allclose(framed.embedding[:, :, :5], alone.embedding, atol=1e-5)
    assert torch.equal(framed.embedding[:, :, 5:], empty["embedding"].expand(-1, -1, 3, GRID))
    assert framed.stages[1].shape == (1, 32, 16, 16)
    assert torch.equal(framed.stages[1][:, :, 10:], empty["stage_1"].expand(-1, -1, 6, 16))


def test_photos_of_a_batch_each_have_their_shape() -> None:
    encoder, images = small_sam().image_encoder, photo_batch(2)
    images[0, :, :, 60:] = 0
    framed = FramedEncoder(encoder, side=SIDE)
    together = framed(images)
    alone = [framed(image) for image in images.split(1)]
    assert torch.allclose(together.embedding, torch.cat([a.embedding for a in alone]), atol=1e-5)


def test_a_photo_of_nothing_but_the_mean_colour_is_encoded() -> None:
    framed = FramedEncoder(small_sam().image_encoder, side=SIDE)
    assert framed(torch.zeros(1, 3, SIDE, SIDE)).embedding.isfinite().all()
