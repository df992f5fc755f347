"""The self-test's known answers are ONNX Runtime's, and a wrong backend would be caught."""

import json

import numpy as np
import pytest

from base.parity import parity_answers

from set_graphs import PRECISIONS

from .originals import SELFTEST, session


@pytest.fixture(scope="module")
def answers(selftest):
    return json.loads((SELFTEST / selftest["answers"]["name"]).read_text())


@pytest.mark.parametrize("precision", PRECISIONS)
def test_known_answers(selftest, answers, precision: str):
    (file,) = [g for g in selftest["graphs"] if g["precision"] == precision]
    parity = session(SELFTEST / file["name"])
    given = answers["input"]
    data = np.array(given["data"], dtype=np.float32).reshape(given["shape"])
    names = [output.name for output in parity.get_outputs()]
    assert set(names) == set(answers["outputs"])
    for name, got in zip(names, parity.run(None, {given["name"]: data}), strict=True):
        known = answers["outputs"][name]
        error = np.abs(got - np.array(known["data"]).reshape(known["shape"])).max()
        assert list(got.shape) == known["shape"]
        assert error < known["tolerance"][precision] / 5, name


def test_a_zero_or_shuffled_answer_is_outside_every_tolerance(answers):
    for name, answer in parity_answers().items():
        tolerance = answers["outputs"][name]["tolerance"]["fp16"]
        assert np.abs(answer).max() > 10 * tolerance, name
        assert np.abs(answer - np.roll(answer.ravel(), 1).reshape(answer.shape)).max() > 10 * tolerance
