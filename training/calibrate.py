"""Finds what a predicted IoU is worth: maps it to the mean IoU of answers with that prediction.

    python calibrate.py RUN [RUN ...] --out weights/calibration.json

RUN is a folder of evaluate.py. Each model and prompt gets a curve of its own that never falls, so it
changes no order of candidates. Curves are fitted on every second photo; the error is of the others.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import isotonic_regression

from evaluation.summary import Row, calibration, doubt_auroc, group_rows, to_rows

# Points of a curve: predicted IoU, and what it is worth.
Curve = list[list[float]]

# The manifest's names.
PROMPTS = {"centre": "click", "points": "points", "box": "box"}
MODELS = {"sam": "plain", "robust": "robust"}
KNOTS = 12
DIGITS = 4


def fit_curve(predicted: np.ndarray, true: np.ndarray) -> Curve:
    """Means of groups with about as many answers each, by prediction, as near as a curve comes that
    never falls (isotonic regression)."""
    order = np.argsort(predicted, kind="stable")
    groups = [group for group in np.array_split(order, KNOTS) if group.size]
    x = np.array([predicted[group].mean() for group in groups]).round(DIGITS)
    counts = np.array([group.size for group in groups])
    y = isotonic_regression([true[group].mean() for group in groups], weights=counts).x
    # Groups of the same prediction are one point.
    return [[float(a), round(float(y[x == a].mean()), DIGITS)] for a in np.unique(x)]


def apply_curve(curve: Curve, predicted: np.ndarray) -> np.ndarray:
    """Straight lines between the points, level outside them."""
    x, y = np.array(curve).T
    return np.interp(predicted, x, y)


def fit_and_check(rows: Sequence[Row]) -> tuple[Curve, dict[str, float | None]]:
    photos = sorted({row["photo"] for row in rows})
    fitted = set(photos[::2])
    predicted, true = (np.array([row[key] for row in rows]) for key in ("predicted", "iou"))
    is_fitted = np.array([row["photo"] in fitted for row in rows])
    curve = fit_curve(predicted[is_fitted], true[is_fitted])
    others = [row for row in rows if row["photo"] not in fitted]
    after = [row | {"predicted": float(apply_curve(curve, row["predicted"]))} for row in others]
    figures = {
        "answers": len(others),
        "error_before": calibration(others)["error"],
        "error": calibration(after)["error"],
        "auroc": doubt_auroc(after),
    }
    return curve, figures


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    lines = [
        json.loads(line)
        for run in options.runs
        for line in (run / "answers.jsonl").read_text().splitlines()[1:]
    ]
    curves: dict[str, dict[str, Curve]] = {}
    for (model, prompt), rows in sorted(group_rows(to_rows(lines), "model", "prompt").items()):
        if model in MODELS and prompt in PROMPTS:
            curve, figures = fit_and_check(rows)
            curves.setdefault(MODELS[model], {})[PROMPTS[prompt]] = curve
            print(model, prompt, figures)
    if options.out:
        options.out.write_text(json.dumps(curves, indent=1) + "\n")


if __name__ == "__main__":
    main()
