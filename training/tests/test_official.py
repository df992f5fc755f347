"""The authors' checkpoints: names, shapes, and what the published head computes."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from model.features import ImageFeatures
from model.mask_decoder import Decoded
from model.official import (
    build_official,
    load_official,
    load_published,
    official_size,
    published_state,
)
from model.vit import VitSize

from .numpy_head import robust_masks
from .official_models import decoder_weights, random_official
from .published import SIZES, published_shapes

SMALL = VitSize(width=64, depth=2, heads=2, global_blocks=(1,), window=3, grid=8)


@pytest.mark.parametrize("size", SIZES)
def test_names_and_shapes_are_the_published_ones(size: str) -> None:
    with torch.device("meta"):
        state = published_state(build_official(size))
    assert {name: tuple(tensor.shape) for name, tensor in state.items()} == published_shapes(size)


def test_a_checkpoint_of_full_size_loads(tmp_path: Path) -> None:
    # A checkpoint written while training in parallel has a prefix.
    generated = {
        f"module.{name}": torch.full(shape, index % 7 / 7, dtype=torch.float32)
        for index, (name, shape) in enumerate(published_shapes("vit_b").items())
    }
    path = tmp_path / "robustsam_checkpoint_b.pth"
    torch.save(generated, path)
    loaded = published_state(load_official("vit_b", path))
    for name, tensor in generated.items():
        assert torch.equal(
            loaded[name.removeprefix("module.")].float(),
            tensor.floor() if name.endswith("tracked") else tensor,
        )


def test_a_checkpoint_that_lacks_a_parameter_is_refused() -> None:
    model = build_official(SMALL)
    state = published_state(model)
    del state["mask_decoder.custom_robust_token.weight"]
    with pytest.raises(ValueError, match="custom_robust_token"):
        load_published(model, state)


def test_what_the_model_has_no_place_for_is_named_and_left_out() -> None:
    model, other = build_official(SMALL), random_official(SMALL)
    state = published_state(other)
    with pytest.warns(UserWarning, match="mask_decoder.surprise"):
        load_published(model, state | {"mask_decoder.surprise": torch.zeros(1)})
    for name, tensor in published_state(model).items():
        assert torch.equal(tensor, state[name])


@pytest.mark.parametrize("size", SIZES)
def test_a_checkpoint_tells_its_size(size: str) -> None:
    shape = published_shapes(size)["image_encoder.patch_embed.proj.weight"]
    with torch.device("meta"):
        state = {"module.image_encoder.patch_embed.proj.weight": torch.empty(shape)}
    assert official_size(state) == size
    assert official_size({"head": {}, "config": {}}) is None


def test_head_agrees_with_numpy() -> None:
    model = random_official(SMALL)
    generator = torch.Generator().manual_seed(5)
    grid = SMALL.grid
    early = torch.randn(1, SMALL.width, grid, grid, generator=generator)
    embedding = torch.randn(1, 256, grid, grid, generator=generator)
    decoded = Decoded(
        score_token=torch.zeros(1, 256),
        mask_tokens=torch.randn(1, 4, 256, generator=generator),
        mask_features=torch.randn(1, 32, 4 * grid, 4 * grid, generator=generator),
    )
    with torch.no_grad():
        prepared = model.prepare(ImageFeatures(embedding=embedding, stages=(early,)))
        answer = model.head.answer(prepared, decoded, decoder=model.sam.mask_decoder)
    expected = robust_masks(
        decoder_weights(model),
        early=_array(early),
        embedding=_array(embedding),
        mask_features=_array(decoded.mask_features),
        tokens=_array(decoded.mask_tokens),
    )
    # The public code takes the first of its 16 channels; the next three are the candidates.
    error = np.abs(answer.masks[0].numpy() - expected[:4]).max()
    assert error < 1e-4 * np.abs(expected).max()


def test_encoder_gives_the_first_global_block_as_early_feature() -> None:
    model = build_official(SMALL)
    with torch.no_grad():
        features = model.sam.encode(torch.randn(1, 3, 128, 128))
    assert features.embedding.shape == (1, 256, 8, 8)
    assert [tuple(stage.shape) for stage in features.stages] == [(1, 64, 8, 8)]


def _array(tensor: Tensor) -> np.ndarray:
    return tensor[0].double().numpy()
