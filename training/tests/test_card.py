"""The robustness card, from answers whose figures are known."""

import re
from pathlib import Path

import pytest

from evaluation.answers import Line
from evaluation.card import relative_robustness, write_card
from evaluation.results import Results, read_results, summarise

LEVELS = (0.1, 0.3, 0.5, 0.7, 0.9)
IOU = {"sam": 0.8, "robust": 0.9}
# What a level takes from plain SAM; RobustSAM loses half of it, but more than plain SAM to frost.
LOSS = {"fog": 0.04, "frost": 0.02}
MADE_WITH = {
    "title": "Corruptions",
    "command": "python evaluate.py --degradations-from imagenet-c",
    "photos": {"discs": 3},
    "split": "val",
    "severity": 0.5,
    "degradations": "imagenet-c",
    "checkpoints": [],
}


def test_relative_robustness_is_damaged_by_clear(results: Results) -> None:
    # Levels 1 to 5 take 3 times a level on average.
    fog = {"prompt": "box", "degradation": "fog"}
    assert relative_robustness(results, **fog, model="sam") == pytest.approx((0.8 - 3 * 0.04) / 0.8)
    assert relative_robustness(results, **fog, model="robust") == pytest.approx(
        (0.9 - 3 * 0.02) / 0.9
    )
    both = relative_robustness(results, prompt="box", model="sam")
    assert both == pytest.approx((0.8 - 3 * 0.03) / 0.8)


def test_the_card_says_so_and_names_where_robust_sam_is_worse(
    results: Results, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    write_card(results, results, tmp_path)
    card = (tmp_path / "docs/robustness.md").read_text()
    assert "| box | plain SAM | 0.800 | 0.710 | 0.887 |" in card
    assert "| fog | 0.850, 0.933 |" in card
    assert re.search(r"\| frost \| 0\.925, \*\*0\.\d{3}\*\* \|", card)
    assert "| fog | box | 0.680 (0.680 to 0.680) | 0.840 (0.840 to 0.840) | +0.160" in card
    for chart in re.findall(r"\((robustness/.*?\.svg)\)", card):
        assert (tmp_path / "docs" / chart).read_text().startswith("<?xml")
    kept = tmp_path / "training/results/robustness"
    for name in ("corruptions", "chains"):
        assert read_results(kept / name / "results.json") == results


@pytest.fixture
def results() -> Results:
    lines = [_line(photo, "identity", 0.0, 0) for photo in range(3)] + [
        _line(photo, name, severity, level)
        for photo in range(3)
        for name in LOSS
        for level, severity in enumerate(LEVELS, start=1)
    ]
    return summarise(lines, severity=0.5, made_with=MADE_WITH)


def _line(photo: int, degradation: str, severity: float, level: int) -> Line:
    loss = level * LOSS.get(degradation, 0)
    share = {"sam": 1, "robust": 2 if degradation == "frost" else 0.5}
    answers = [
        {
            "prompt": "box",
            "model": model,
            "object": 0,
            "predicted": 0.5,
            "pixel_accuracy": 1.0,
            "dice": 1.0,
            "iou": IOU[model] - share[model] * loss,
            "boundary_iou": IOU[model] - share[model] * loss,
        }
        for model in IOU
    ]
    where = {"set": "discs", "photo": f"discs/{photo}"}
    return where | {"degradation": degradation, "severity": severity, "answers": answers}
