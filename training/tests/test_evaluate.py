import json

import numpy as np
import pytest
import torch
from PIL import Image

from data.pool import read_pool
from evaluation.metrics import measure
from evaluation.report import to_document, to_markdown
from evaluation.subjects import Plain, Robust
from evaluation.summary import calibration_error, mean_gain, mean_over_photos
from evaluation.trials import QUESTIONS, Plan, Row, Trials

from .small_models import light

PLAN = Plan(degradations=("identity", "brightness"), severities=(0.25, 0.75))


def test_a_right_answer_measures_one() -> None:
    mask = _square(10, 30)
    quality = measure(mask, mask)
    assert (quality.iou, quality.pixel_accuracy, quality.dice, quality.boundary_iou) == (1, 1, 1, 1)


def test_measures_of_a_shifted_square() -> None:
    quality = measure(_square(10, 30), _square(10, 30, shift=10))
    assert quality.iou == pytest.approx(1 / 3)
    assert quality.dice == pytest.approx(1 / 2)
    assert quality.pixel_accuracy == pytest.approx(1 - 400 / 6400)
    assert quality.boundary_iou < quality.iou


def test_boundary_iou_looks_at_the_edge_only() -> None:
    whole = _square(5, 75)
    holed = whole.copy()
    holed[30:50, 30:50] = False
    shrunk = _square(8, 72)
    assert measure(holed, whole).boundary_iou > 0.7
    assert measure(shrunk, whole).boundary_iou < 0.2 < measure(shrunk, whole).iou


def test_an_empty_answer_measures_zero() -> None:
    assert measure(np.zeros((80, 80), dtype=bool), _square(10, 30)).iou == 0


def test_interval_narrows_with_photos_and_holds_the_mean() -> None:
    rng = np.random.default_rng(0)
    few, many = (
        mean_over_photos([_row(photo=i, iou=rng.random()) for i in range(count)], "iou")
        for count in (10, 1000)
    )
    for mean in (few, many):
        assert mean.low < mean.mean < mean.high
    assert many.high - many.low < (few.high - few.low) / 5
    assert many.low < 0.5 < many.high


def test_a_photo_counts_once() -> None:
    rows = [_row(photo=1, iou=0.0)] * 9 + [_row(photo=2, iou=1.0)]
    assert mean_over_photos(rows, "iou").mean == 0.5


def test_gain_is_taken_photo_by_photo() -> None:
    rows = []
    for photo, iou in enumerate(np.linspace(0, 0.9, 10)):
        rows += [_row(photo=photo, iou=iou), _row(photo=photo, iou=iou + 0.1, model="robust")]
    gain = mean_gain(rows, "iou", of="robust", over="sam")
    assert (gain.low, gain.mean, gain.high) == pytest.approx((0.1, 0.1, 0.1))


def test_calibration_is_the_distance_of_prediction_and_truth() -> None:
    rows = [_row(photo=1, iou=0.5, predicted=0.9), _row(photo=2, iou=0.9, predicted=0.7)]
    assert calibration_error(rows) == pytest.approx(0.3)


def test_all_conditions_are_asked_of_both_models(rows: list[Row]) -> None:
    conditions = {(r["degradation"], r["severity"], r["prompt"], r["model"]) for r in rows}
    assert len(conditions) == len(rows) == 3 * len(QUESTIONS) * 2


def test_an_untrained_light_head_measures_as_plain_sam(rows: list[Row]) -> None:
    """The same pixels and prompts reach both."""
    by_model = {
        name: [
            {k: v for k, v in row.items() if k != "model"} for row in rows if row["model"] == name
        ]
        for name in ("sam", "robust")
    }
    assert by_model["sam"] == by_model["robust"]


def test_report_tells_means_and_gain(rows: list[Row]) -> None:
    text = to_markdown(rows, made_with={"photos": 1})
    assert "## corrections" in text
    assert text.count("| mean of the degraded |") == len(QUESTIONS)
    assert "+0.000 (+0.000 to +0.000)" in text
    document = json.loads(json.dumps(to_document(rows, made_with={})))
    assert {"all", "by_degradation", "by_severity", "by_set"} == {
        entry["group"] for entry in document["summary"]
    }
    assert document["rows"] == rows


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    root = tmp_path_factory.mktemp("pool")
    mask = np.zeros((70, 110), dtype=np.uint8)
    mask[20:50, 30:80] = 1
    Image.fromarray(mask * 200).convert("RGB").save(root / "a.jpg")
    Image.fromarray(mask).save(root / "a.png")
    entry = {"set": "s", "id": "a", "image": "a.jpg", "mask": "a.png", "split": "val"}
    (root / "manifest.jsonl").write_text(json.dumps(entry))
    (record,) = read_pool(root, split="val")
    model = light()
    subjects = [Plain(sam=model.sam), Robust(model=model)]
    trials = Trials(sam=model.sam, subjects=subjects, plan=PLAN, device=torch.device("cpu"))
    return list(trials.run(record))


def _square(start: int, stop: int, *, shift: int = 0) -> np.ndarray:
    mask = np.zeros((80, 80), dtype=bool)
    mask[start:stop, start + shift : stop + shift] = True
    return mask


def _row(*, photo: int, iou: float, model: str = "sam", predicted: float = 0.5) -> Row:
    return {
        "set": "s",
        "photo": str(photo),
        "degradation": "fog",
        "severity": 0.5,
        "prompt": "box",
        "model": model,
        "predicted": predicted,
        "iou": float(iou),
    }
