"""The encoder's adapter, on the small encoder and on drawn photos."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import distributed, multiprocessing

from adapter_config import AdapterConfig
from data.crops import CropConfig, make_crops
from data.encoded import Encoders
from data.examples import DataConfig
from data.pool import read_pool
from data.record import Record
from model.adapter import Adapter, LowRank, Shift, fold_adapter, run_adapted, shrink_factors
from publish_head import publish_head
from train import train
from train_adapter import train_adapter
from train_checkpoint import adapter_digest, load_trained, read_config
from train_processes import Share

from .drawn_pool import write_drawn_pool
from .small_models import adapted, light, photo_batch, small_sam
from .test_train import CONFIG as HEAD_CONFIG

pytestmark = pytest.mark.usefixtures("one_thread")

SMALL = AdapterConfig(
    rank=4,
    data=DataConfig(twins=1, degradations=("brightness",), severities=(0.9, 0.9), clear=0),
    crops=CropConfig(side=64, scale=(0.1, 0.1)),
    batch=4,
    steps=16,
    learning_rate=1e-4,
    warm_up_steps=1,
)


@pytest.fixture
def photos(tmp_path: Path) -> list[Record]:
    pool = write_drawn_pool(tmp_path / "pool", sets={"discs": 4}, split="train")
    return read_pool(pool, split="train")


def test_starts_as_the_frozen_encoder() -> None:
    encoder, image = small_sam().image_encoder, photo_batch(1)
    features = run_adapted(encoder, Adapter(encoder, rank=4), image)
    assert torch.allclose(features.embedding, encoder(image).embedding, atol=1e-5)


def test_folding_gives_another_encoder_and_leaves_the_frozen_one() -> None:
    encoder, image = small_sam().image_encoder, photo_batch(1)
    adapter = Adapter(encoder, rank=4)
    before = encoder(image).embedding
    _shake(adapter)
    folded = fold_adapter(encoder, adapter)(image).embedding
    assert torch.allclose(folded, run_adapted(encoder, adapter, image).embedding, atol=1e-4)
    assert (folded - before).norm() > 0.01 * before.norm()
    assert torch.equal(encoder(image).embedding, before)


def test_products_change_by_a_low_rank_and_the_rest_freely() -> None:
    encoder = small_sam().image_encoder
    changes = Adapter(encoder, rank=16).changes
    assert isinstance(changes["layers/2/blocks/0/attn/qkv/weight"], LowRank)
    assert isinstance(changes["neck/2/weight"], LowRank)
    assert isinstance(changes["layers/0/blocks/0/conv2/weight"], Shift)
    assert isinstance(changes["layers/2/blocks/0/attn/attention_bias"], Shift)
    assert changes.keys() == {n.replace(".", "/") for n, _ in encoder.named_parameters()}


def test_ranks_that_hardly_count_become_zeros() -> None:
    adapter = Adapter(small_sam().image_encoder, rank=6)
    _shake(adapter)
    name = "changes.layers/2/blocks/0/attn/qkv/weight"
    state = adapter.state_dict()
    # Two ranks that count, four of a thousandth of that.
    state[f"{name}.up"] *= torch.tensor([1.0, 1.0, 1e-3, 1e-3, 1e-3, 1e-3])
    shrunk = shrink_factors(state, energy=0.999)
    assert shrunk.keys() == state.keys()
    assert shrunk[f"{name}.up"].any(dim=0).tolist() == [True] * 2 + [False] * 4
    before, after = (s[f"{name}.up"] @ s[f"{name}.down"] for s in (state, shrunk))
    assert (after - before).norm() < 0.04 * before.norm()
    same = shrink_factors(state, energy=1)
    assert torch.allclose(same[f"{name}.up"] @ same[f"{name}.down"], before, atol=1e-5)
    assert all(torch.equal(shrunk[n], state[n]) for n in state if n.endswith("delta"))


def test_crops_show_the_same_place_and_zeros_beyond_the_photo(photos: list[Record]) -> None:
    crops = CropConfig(side=96, scale=(0.08, 0.08), beyond=0.5, clicks=20)
    clear = make_crops(photos[0], variant=0, data=DataConfig(clear=1), crops=crops)
    assert clear.clean.shape == (3, 96, 96)
    assert torch.equal(clear.clean, clear.degraded)
    assert (clear.clean[:, -10:] == 0).all()
    for x, y in (clear.clicks - clear.corner).tolist():
        assert clear.clean[:, y, x].any()
    config = DataConfig(degradations=("gaussian_noise",), clear=0)
    noisy = make_crops(photos[0], variant=0, data=config, crops=crops)
    assert not torch.equal(noisy.clean, noisy.degraded)
    assert torch.equal(noisy.clean == 0, noisy.degraded == 0)


@pytest.mark.parametrize(("error", "at_most"), [("squared", 0.8), ("norm", 0.9)])
def test_training_brings_degraded_features_nearer(
    tmp_path: Path, photos: list[Record], error: str, at_most: float
) -> None:
    config = replace(SMALL, error=error)
    train_adapter(sam=small_sam(), config=config, records=photos, out=tmp_path)
    losses = [line["total"] for line in _metrics(tmp_path)]
    assert len(losses) == 16
    assert sum(losses[-4:]) / 4 < at_most * losses[0]


def test_whole_photos_in_their_own_shape_come_nearer_to_those_in_the_square(
    tmp_path: Path, photos: list[Record]
) -> None:
    whole = CropConfig(side=128, scale=(0.125, 0.125), beyond=0)
    ends = []
    for rate in (1e-9, 1e-3):
        out = tmp_path / str(rate)
        out.mkdir()
        config = replace(SMALL, crops=whole, own_shape=True, learning_rate=rate)
        train_adapter(sam=small_sam(), config=config, records=photos, out=out)
        ends.append(sum(line["total"] for line in _metrics(out)[-4:]))
    assert ends[1] < 0.95 * ends[0]


def test_an_own_shape_needs_whole_photos() -> None:
    with pytest.raises(ValueError, match="whole photos"):
        replace(SMALL, own_shape=True)


def test_a_stopped_run_ends_as_one_that_was_not(tmp_path: Path, photos: list[Record]) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    whole.mkdir()
    parts.mkdir()
    train_adapter(sam=small_sam(), config=SMALL, records=photos, out=whole)
    train_adapter(sam=small_sam(), config=SMALL, records=photos, out=parts, last_step=2)
    train_adapter(sam=small_sam(), config=SMALL, records=photos, out=parts)
    assert _metrics(parts) == _metrics(whole)
    other = AdapterConfig(rank=4, steps=9)
    with pytest.raises(ValueError, match="another config"):
        train_adapter(sam=small_sam(), config=other, records=photos, out=parts)


def test_two_processes_do_as_one(tmp_path: Path, photos: list[Record]) -> None:
    alone, shared = tmp_path / "alone", tmp_path / "shared"
    alone.mkdir()
    shared.mkdir()
    train_adapter(sam=small_sam(), config=SMALL, records=photos, out=alone, last_step=3)
    multiprocessing.spawn(_train_in_process, (shared, photos, tmp_path / "meeting"), nprocs=2)
    for one, two in zip(_metrics(alone), _metrics(shared), strict=True):
        assert two["total"] == pytest.approx(one["total"], rel=2e-2)


def test_a_head_is_trained_on_what_the_adapted_encoder_sees(
    tmp_path: Path, photos: list[Record]
) -> None:
    model, plain = adapted(), adapted()
    _shake(model.adapter)
    encoders = Encoders(clean=model.sam.encode, degraded=model.image_encoder())
    before = adapter_digest(model)
    train(
        model=model,
        config=HEAD_CONFIG,
        records=photos,
        out=tmp_path,
        encoders=encoders,
        last_step=1,
    )
    assert adapter_digest(model) == before
    load_trained(tmp_path / "checkpoint.pt", plain)
    assert adapter_digest(plain) == before


def test_a_published_adapter_goes_into_a_published_head(
    tmp_path: Path, photos: list[Record]
) -> None:
    trained = train_adapter(
        sam=small_sam(), config=SMALL, records=photos, out=tmp_path, last_step=2
    )
    publish_head(tmp_path / "adapter.pt", tmp_path / "small.pt", runs=["one"])
    train(model=light(), config=HEAD_CONFIG, records=photos, out=tmp_path, last_step=1)
    whole = tmp_path / "whole.pt"
    publish_head(
        tmp_path / "checkpoint.pt", whole, runs=["two", "one"], adapter=tmp_path / "small.pt"
    )
    assert read_config(whole).model.adapter_rank == SMALL.rank
    model = adapted()
    load_trained(whole, model)
    for name, tensor in trained.state_dict().items():
        assert torch.allclose(model.adapter.state_dict()[name], tensor, atol=1e-3), name


@torch.no_grad()
def _shake(adapter: Adapter) -> None:
    generator = torch.Generator().manual_seed(5)
    for parameter in adapter.parameters():
        parameter += 0.05 * torch.randn(parameter.shape, generator=generator)


def _train_in_process(rank: int, out: Path, photos: list[Record], meeting: Path) -> None:
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", init_method=f"file://{meeting}", rank=rank, world_size=2)
    share = Share(rank=rank, world=2)
    train_adapter(
        sam=small_sam(), config=SMALL, records=photos, out=out, share=share, last_step=3
    )
    distributed.destroy_process_group()


def _metrics(out: Path) -> list[dict[str, float]]:
    return [json.loads(line) for line in (out / "metrics.jsonl").read_text().splitlines()]
