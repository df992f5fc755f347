"""Photos in their own shape, on the small encoder: a frame of 128x128."""

import pytest
import torch

from model.framed_encoder import FramedEncoder, empty_parts, frame_sizes, smallest_size

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


@pytest.mark.parametrize("is_standing", [False, True])
def test_beyond_the_photo_lie_the_features_of_an_empty_part(is_standing: bool) -> None:
    encoder, image = small_sam().image_encoder, photo_batch(1)
    image[:, :, 70:] = 0
    turned = (lambda x: x.transpose(2, 3)) if is_standing else (lambda x: x)
    alone = encoder(turned(image[:, :, :80]))
    framed = FramedEncoder(encoder, side=SIDE)(turned(image))
    empty = empty_parts(encoder, side=SIDE)
    for name, x, photo in (
        ("embedding", framed.embedding, alone.embedding),
        ("stage_1", framed.stages[1], alone.stages[1]),
    ):
        cells, x, photo = turned(photo).shape[2], turned(x), turned(photo)
        assert x.shape[2] == x.shape[3]
        assert torch.allclose(x[:, :, :cells], photo, atol=1e-5)
        fill = turned(empty[name].beside if is_standing else empty[name].below)
        missing = x.shape[2] - cells
        assert torch.equal(x[:, :, cells:], fill[:, :, :missing].expand(-1, -1, -1, x.shape[3]))


def test_features_of_an_empty_part_are_near_to_those_below_a_photo() -> None:
    """Nearer by far than those of an empty square, photo by photo."""
    encoder, images = small_sam().image_encoder, photo_batch(2)
    images[:, :, 72:] = 0
    below = encoder(images).embedding[:, :, 5:]
    empty = empty_parts(encoder, side=SIDE)["embedding"].below
    nothing = encoder(torch.zeros(1, 3, SIDE, SIDE)).embedding.mean(dim=(2, 3), keepdim=True)
    # The row on the edge shows a part of the photo.
    error, before = (
        (below[:, :, 1:] - fill).square().mean() for fill in (empty[:, :, 1:3], nothing)
    )
    assert error < before


def test_features_of_the_square_get_the_same_empty_part() -> None:
    encoder, images = small_sam().image_encoder, photo_batch(2)
    images[0, :, 70:] = 0
    images[1, :, :, 70:] = 0
    framed = FramedEncoder(encoder, side=SIDE)
    square, own = encoder(images), framed(images)
    filled = framed.refill(square, images)
    for x, given, shape in (
        (filled.embedding, square.embedding, own.embedding),
        (filled.stages[1], square.stages[1], own.stages[1]),
    ):
        cells = 80 * x.shape[2] // SIDE
        assert torch.equal(x[0, :, :cells], given[0, :, :cells])
        assert torch.equal(x[0, :, cells:], shape[0, :, cells:])
        assert torch.equal(x[1, :, :, :cells], given[1, :, :, :cells])
        assert torch.equal(x[1, :, :, cells:], shape[1, :, :, cells:])


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
