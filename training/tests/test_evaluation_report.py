"""From answers to means, tables and charts."""

import json
from pathlib import Path

import numpy as np
import pytest

from evaluation.answers import Line
from evaluation.charts import draw_charts
from evaluation.publish import publish
from evaluation.report import to_markdown
from evaluation.results import Results, read_results, summarise, write_results
from evaluation.summary import (
    calibration,
    click_counts,
    doubt_auroc,
    mean_difference,
    mean_over_photos,
    piece_counts,
)

MADE_WITH = {
    "title": "Discs",
    "command": "python evaluate.py --photos POOL --out discs",
    "photos": {"discs": 20},
    "split": "val",
    "severity": 0.5,
    "degradations": "ours",
    "ablations": False,
    "checkpoints": [{"name": "robust", "file": "c.pt", "steps": 7, "sha256": "ab" * 32}],
}
DEGRADED = {"fog": 0.5, "rain": 0.4}


def test_interval_narrows_with_photos_and_holds_the_mean() -> None:
    rng = np.random.default_rng(0)
    few, many = (
        mean_over_photos([_row(photo=i, iou=rng.random()) for i in range(count)], "iou")
        for count in (10, 1000)
    )
    for middle, low, high in (few, many):
        assert low < middle < high
    assert many[2] - many[1] < (few[2] - few[1]) / 5
    assert many[1] < 0.5 < many[2]


def test_interval_is_that_of_the_mean_of_many() -> None:
    """1.96 standard errors to either side."""
    values = np.random.default_rng(1).normal(0.5, 0.1, 400)
    middle, low, high = mean_over_photos([_row(photo=i, iou=v) for i, v in enumerate(values)], "iou")
    assert (high - middle, middle - low) == pytest.approx((0.0098, 0.0098), abs=0.001)


def test_a_photo_counts_once() -> None:
    rows = [_row(photo=1, iou=0.0)] * 9 + [_row(photo=2, iou=1.0)]
    assert mean_over_photos(rows, "iou")[0] == 0.5


def test_differences_are_taken_photo_by_photo() -> None:
    first = [_row(photo=photo, iou=photo / 10 + 0.1) for photo in range(10)]
    second = [_row(photo=photo, iou=photo / 10) for photo in range(9)]
    assert mean_difference(first, "iou", to=second) == pytest.approx([0.1, 0.1, 0.1])


def test_calibration_compares_prediction_and_truth() -> None:
    rows = [_row(photo=i, iou=iou, predicted=0.92) for i, iou in enumerate((0.7, 0.9))]
    rows += [_row(photo=3, iou=0.5, predicted=0.55), _row(photo=4, iou=1, predicted=1.02)]
    found = calibration(rows)
    assert [part["count"] for part in found["bins"]] == [1, 3]
    assert found["bins"][1]["predicted"] == pytest.approx((0.92 + 0.92 + 1.02) / 3, abs=1e-4)
    assert found["distance"] == pytest.approx((0.22 + 0.02 + 0.05 + 0.02) / 4, abs=1e-4)
    assert found["error"] == pytest.approx((0.05 + 3 * (0.9533 - 0.8667)) / 4, abs=1e-3)


def test_doubt_is_the_share_of_pairs_that_are_told_apart() -> None:
    bad = [_row(photo=i, iou=0.3, predicted=p) for i, p in enumerate((0.2, 0.6))]
    good = [_row(photo=i, iou=0.9, predicted=p) for i, p in enumerate((0.5, 0.6, 0.9), start=2)]
    # Four of six pairs are told apart, and one is as good as not.
    assert doubt_auroc([*bad, *good]) == pytest.approx(4.5 / 6, abs=1e-4)
    assert doubt_auroc(good) is None
    assert doubt_auroc(bad) is None


def test_pieces_are_counted_where_the_object_is_one() -> None:
    rows = [{"parts": n, "holes": 10 - n, "object_parts": 1} for n in range(11)]
    counts = piece_counts([*rows, {"parts": 99, "holes": 99, "object_parts": 2}])
    assert counts == {"answers": 11, "parts": 5, "parts_90": 9, "holes": 5, "holes_90": 9}
    assert piece_counts([{"object_parts": 2}]) is None


def test_clicks_that_were_not_enough_count_as_the_most() -> None:
    rows = [{"clicks_85": n, "clicks_90": 21} for n in (2, 4, 21)]
    counts = click_counts(rows)
    assert counts["clicks_85"] == pytest.approx(26 / 3, abs=1e-3)
    assert counts["clicks_85_failed"] == pytest.approx(1 / 3, abs=1e-3)
    assert (counts["clicks_90"], counts["clicks_90_failed"]) == (20, 1)


def test_means_are_over_the_degradations_at_the_main_severity(results: Results) -> None:
    """Neither compositions nor the severities of a few photos weigh in."""
    sam, robust = (
        results.mean("degraded", prompt="box", model=model) for model in ("sam", "robust")
    )
    assert sam["iou"][0] == pytest.approx(0.45)
    assert sam["photos"] == 20
    assert robust["gain"] == pytest.approx([0.1, 0.1, 0.1])
    # Plain SAM reaches 0.8 on every clear photo.
    assert robust["to_clear"][0] == pytest.approx(-0.25)


def test_severities_are_compared_on_the_same_photos(results: Results) -> None:
    entries = [results.mean("severity", severity=s, model="sam") for s in (0.5, 1.0)]
    assert [entry["photos"] for entry in entries] == [4, 4]
    assert results.values("severity", "severity") == [0.5, 1.0]
    assert not any(
        entry["scope"] == "severity" and entry["prompt"] == "corrections"
        for entry in results.means
    )


def test_results_survive_their_file(results: Results, tmp_path: Path) -> None:
    write_results(results, tmp_path / "results.json")
    assert read_results(tmp_path / "results.json") == results


def test_report_tells_means_gains_and_bars(results: Results) -> None:
    text = to_markdown(results)
    assert "20 photos of `val` (20 discs)" in text
    assert "python evaluate.py --photos POOL --out discs" in text
    assert "| fog | 0.500 (0.500 to 0.500) | 0.300 (0.300 to 0.300) | 0.600" in text
    assert "+0.100 (+0.100 to +0.100)" in text
    assert "- Met: box: gain at least +0.04 (+0.100)." in text
    assert "less plain SAM on clear photos at least -0.025 (-0.250)." in text
    assert "- Not met: clear photos: no set lower for any prompt (lowest -0.010, discs, box)." in text
    assert "| box | clear | RobustSAM | 20 | 2 | 2 | 1 | 1 |" in text
    assert "| degraded | plain SAM | 12.50 | 0.50 | 20.00 | 1.00 |" in text
    assert text.index("### By severity") < text.index("### Compositions")
    assert "| dark noisy |" in text
    assert text.count("best IoU") == 1


def test_many_models_stand_side_by_side(lines: list[Line]) -> None:
    more = [
        line | {"answers": line["answers"] + [a | {"model": "without ROT"} for a in _of_sam(line)]}
        for line in lines
    ]
    results = summarise(more, severity=0.5, made_with=MADE_WITH | {"ablations": True})
    text = to_markdown(results)
    assert text.count("\n| without ROT |") == 1
    assert "Nothing was retrained" in text
    assert "Nothing was retrained" not in to_markdown(
        summarise(more, severity=0.5, made_with=MADE_WITH)
    )


def test_charts_are_small_and_always_the_same(results: Results, tmp_path: Path) -> None:
    for folder in (tmp_path / "first", tmp_path / "second"):
        folder.mkdir()
        draw_charts(results, folder)
    files = {path.name: path.read_text() for path in (tmp_path / "first").iterdir()}
    assert set(files) == {"degradations.svg", "severities.svg", "reliability.svg"}
    for name, text in files.items():
        assert len(text) < 100_000
        assert text == (tmp_path / "second" / name).read_text()
    assert {">fog<", ">rain<", ">clear photos<", ">RobustSAM<"} <= {
        f">{part.split('<')[0]}<" for part in files["degradations.svg"].split(">")
    }


def test_publishing_again_from_what_was_kept_changes_nothing(
    results: Results, tmp_path: Path
) -> None:
    measured = [tmp_path / "out" / name for name in ("main", "other")]
    for folder in measured:
        folder.mkdir(parents=True)
        write_results(results, folder / "results.json")
    publish(measured, tmp_path)
    text = (tmp_path / "RESULTS.md").read_text()
    assert text.count("## Discs") == 2
    assert text.count("(results/other/degradations.svg)") == 1
    assert (tmp_path / "results/other/degradations.svg").exists()
    publish([tmp_path / "results" / name for name in ("main", "other")], tmp_path)
    assert (tmp_path / "RESULTS.md").read_text() == text


def test_publishing_what_is_not_there_writes_nothing(results: Results, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    write_results(results, there / "results.json")
    with pytest.raises(FileNotFoundError):
        publish([there, tmp_path / "absent"], tmp_path)
    assert not (tmp_path / "RESULTS.md").exists()


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    """20 photos, 4 of them swept; RobustSAM gains 0.1 where it is dark, and loses 0.01 in light."""
    lines = []
    for index in range(20):
        lines.append(_line(index, "identity", 0.0, 0.8, gain=-0.01))
        lines += [_line(index, name, 0.5, iou, gain=0.1) for name, iou in DEGRADED.items()]
        if index < 4:
            quick = {"prompts": ("box",), "gain": 0.2}
            lines += [_line(index, name, 1.0, 0.1, **quick) for name in DEGRADED]
            lines.append(_line(index, "dark_noisy", 0.5, 0.2, **quick))
    return lines


@pytest.fixture(scope="module")
def results(lines: list[Line]) -> Results:
    # As they come from their file.
    return summarise(json.loads(json.dumps(lines)), severity=0.5, made_with=MADE_WITH)


def _line(
    index: int,
    degradation: str,
    severity: float,
    iou: float,
    *,
    gain: float,
    prompts: tuple[str, ...] = ("box", "corrections"),
) -> Line:
    answers = []
    for prompt in prompts:
        for model, reached in (("sam", iou), ("robust", iou + gain)):
            answer = {"prompt": prompt, "model": model, "predicted": 0.9, "iou": reached}
            answer |= {"pixel_accuracy": 0.9, "dice": reached, "boundary_iou": reached - 0.2}
            answer |= {"parts": 2, "holes": 1, "object_parts": 1}
            candidates = {"best_iou": reached, "diversity": 0.4} if prompt == "box" else {}
            answers.append(answer | candidates)
    for model in ("sam", "robust") if severity <= 0.5 else ():
        counts = {"clicks_85": 5 if index % 2 else 21, "clicks_90": 21, "iou": 0.8}
        answers.append({"prompt": "clicks", "model": model} | counts)
    where = {"set": "discs", "photo": f"discs/{index}"}
    return where | {"degradation": degradation, "severity": severity, "answers": answers}


def _of_sam(line: Line) -> list[dict]:
    return [answer for answer in line["answers"] if answer["model"] == "sam"]


def _row(*, photo: int, iou: float, predicted: float = 0.5) -> dict:
    return {"photo": str(photo), "iou": float(iou), "predicted": predicted}
