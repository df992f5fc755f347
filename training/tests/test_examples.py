"""Photos as training sees them, and what encoders make of them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from data.encoded import CachedExamples, Encoders, FreshExamples
from data.examples import DataConfig, Example, choose_photos, make_example
from data.fast_encoder import Bfloat16Encoder
from data.model_input import frame_of, photo_to_input
from data.pool import read_pool
from data.record import Record, no_objects
from degrade.registry import IDENTITY
from model.features import ImageFeatures
from model.sam import Sam

from .drawn_pool import write_drawn_pool
from .small_models import light

pytestmark = pytest.mark.usefixtures("one_thread")

CONFIG = DataConfig(variants=2)


@pytest.fixture
def photos(tmp_path: Path) -> list[Record]:
    root = write_drawn_pool(tmp_path / "pool", sets={"discs": 4}, split="train")
    return read_pool(root, split="train")


def test_bfloat16_encoder_is_near_the_encoder(photos: list[Record]) -> None:
    sam = light().sam
    image = photo_to_input(photos[0].read_photo(), frame=frame_of(sam))[None]
    exact, near = sam.encode(image), Bfloat16Encoder(sam.image_encoder)(image)
    for wanted, got in zip(
        (exact.embedding, *exact.stages), (near.embedding, *near.stages), strict=True
    ):
        assert got.dtype == torch.float32
        assert (got - wanted).norm() < 0.03 * wanted.norm()


def test_cached_features_are_those_of_the_encoder(tmp_path: Path, photos: list[Record]) -> None:
    model, device = light(), torch.device("cpu")
    example = make_example(photos[0], variant=1, config=CONFIG)
    encoders = Encoders(clean=model.sam.encode, degraded=model.sam.encode)
    [fresh] = FreshExamples(
        sam=model.sam, config=CONFIG, device=device, encoders=encoders
    ).encode_all([example])
    assert fresh is not None

    def encode():
        return CachedExamples(
            sam=model.sam,
            head=model.head,
            config=CONFIG,
            cache=tmp_path,
            device=device,
            encoders=encoders,
        ).get(photos[0], 1)

    written, read = encode(), encode()
    for cached in (written, read):
        # Half precision.
        assert torch.allclose(fresh.degraded.embedding, cached.degraded.embedding, atol=1e-2)
        assert all(map(np.array_equal, fresh.objects, cached.objects))
    for index, stage in enumerate(fresh.degraded.stages):
        assert torch.equal(written.degraded.stages[index], read.degraded.stages[index])
        if index in model.head.stages:
            assert torch.allclose(stage, read.degraded.stages[index], atol=1e-2)


def test_variants_differ_and_stay(photos: list[Record]) -> None:
    first, again, other = (
        make_example(photos[0], variant=v, config=CONFIG).degraded for v in (0, 0, 1)
    )
    assert np.array_equal(first, again)
    assert first.shape != other.shape or not np.array_equal(first, other)


def test_photos_are_spread_over_the_sets(photos: list[Record]) -> None:
    records = [
        Record(set=name, id=str(i), image=Path(), split="train", read_objects=no_objects)
        for name, count in (("many", 50), ("few", 3))
        for i in range(count)
    ]
    chosen = choose_photos(records, count=10, seed=0)
    assert sum(record.set == "few" for record in chosen) == 3
    assert chosen == choose_photos(records, count=10, seed=0)


def _encoders(sam: Sam) -> Encoders:
    """Two that can be told apart."""

    def adapted(images: torch.Tensor) -> ImageFeatures:
        features = sam.encode(images)
        return ImageFeatures(embedding=features.embedding + 1, stages=features.stages)

    return Encoders(clean=sam.encode, degraded=adapted)


def _drawn(photos: list[Record], config: DataConfig) -> list[Example]:
    return [make_example(p, variant=v, config=config) for p in photos for v in range(10)]


def test_a_share_of_clear_and_of_degraded_photos_is_seen_through_the_frozen_encoder(
    photos: list[Record],
) -> None:
    config = DataConfig(variants=10, twins=1, clear=0.5, frozen=(1.0, 0.4))
    examples = _drawn(photos, config)
    clear = [e for e in examples if e.recipe.name == IDENTITY]
    degraded = [e for e in examples if e.recipe.name != IDENTITY]
    assert all(e.is_frozen for e in clear)
    assert 0.15 < np.mean([e.is_frozen for e in degraded]) < 0.65
    assert not any(e.is_frozen for e in _drawn(photos, replace(config, frozen=(0.0, 0.0))))


def test_each_photo_is_seen_through_its_encoder(tmp_path: Path, photos: list[Record]) -> None:
    model, device = light(), torch.device("cpu")
    encoders = _encoders(model.sam)
    config = DataConfig(variants=10, twins=1, clear=0.5, frozen=(0.5, 0.5))
    examples = _drawn(photos[:1], config)
    fresh = FreshExamples(sam=model.sam, config=config, device=device, encoders=encoders)
    cached = CachedExamples(
        sam=model.sam,
        head=model.head,
        config=config,
        cache=tmp_path,
        device=device,
        encoders=encoders,
    )
    frame = frame_of(model.sam)
    kinds = set()
    for variant, (example, seen) in enumerate(
        zip(examples, fresh.encode_all(examples), strict=True)
    ):
        kinds.add((example.is_frozen, example.recipe.name == IDENTITY))
        encode = encoders.clean if example.is_frozen else encoders.degraded
        known = encode(photo_to_input(example.degraded, frame=frame)[None]).embedding
        kept = cached.get(photos[0], variant)
        assert seen is not None and kept is not None
        assert torch.allclose(seen.degraded.embedding, known, atol=1e-4)
        assert torch.allclose(kept.degraded.embedding, known, atol=1e-2)
    assert len(kinds) == 4
