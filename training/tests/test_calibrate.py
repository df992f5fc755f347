"""Curves that map a predicted IoU to what it is worth."""

import numpy as np
import pytest

from calibrate import KNOTS, apply_curve, fit_and_check, fit_curve


def _overclaiming(count: int) -> tuple[np.ndarray, np.ndarray]:
    """A model that says 0.9 to 1 of answers whose mean IoU goes from 0.2 to 0.6."""
    rng = np.random.default_rng(0)
    predicted = rng.uniform(0.9, 1.0, count)
    return predicted, np.clip(4 * predicted - 3.4 + rng.normal(0, 0.1, count), 0, 1)


def test_a_curve_finds_the_mean_and_never_falls() -> None:
    predicted, true = _overclaiming(4000)
    curve = fit_curve(predicted, true)
    x, y = np.array(curve).T
    assert 2 <= len(curve) <= KNOTS
    assert (np.diff(x) > 0).all()
    assert (np.diff(y) >= 0).all()
    assert apply_curve(curve, 0.95) == pytest.approx(0.4, abs=0.02)
    assert apply_curve(curve, 0.1) == y[0]
    assert apply_curve(curve, 2.0) == y[-1]


def test_noise_that_falls_is_made_level() -> None:
    predicted = np.linspace(0, 1, 120)
    curve = fit_curve(predicted, 0.8 - 0.5 * predicted)
    assert [y for _, y in curve] == pytest.approx([0.55] * KNOTS, abs=1e-3)


def test_equal_predictions_are_one_point() -> None:
    assert fit_curve(np.full(60, 0.9), np.linspace(0, 1, 60)) == [
        [0.9, pytest.approx(0.5, abs=0.01)]
    ]


def test_the_error_is_of_photos_that_it_was_not_fitted_on() -> None:
    predicted, true = _overclaiming(1000)
    rows = [
        {"photo": index % 50, "predicted": p, "iou": t}
        for index, (p, t) in enumerate(zip(predicted, true, strict=True))
    ]
    _, figures = fit_and_check(rows)
    assert figures["answers"] == 500
    assert figures["error_before"] > 0.5
    assert figures["error"] < 0.04
