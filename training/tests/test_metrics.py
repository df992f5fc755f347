import numpy as np
import pytest

from evaluation.metrics import count_pieces, measure, measure_candidates


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


def test_candidates_are_as_good_as_their_best_and_as_diverse_as_they_differ() -> None:
    mask, half, other = _square(10, 30), _square(10, 30, shift=10), _square(40, 60)
    same = measure_candidates([half, half, half], mask)
    assert same.best_iou == pytest.approx(1 / 3)
    assert same.diversity == 0
    different = measure_candidates([half, mask, other], mask)
    assert different.best_iou == 1
    assert different.diversity == pytest.approx((2 / 3 + 1 + 1) / 3)


def test_specks_and_holes_are_counted_and_the_photos_edge_is_none() -> None:
    mask = _square(0, 40)
    answer = mask.copy()
    answer[70, 70] = answer[71, 71] = True
    answer[60, 10] = True
    answer[10, 10] = answer[20, 20] = answer[0, 5] = False
    pieces = count_pieces(answer, mask)
    # Pixels that touch at a corner are one part; a gap at the photo's edge is open.
    assert (pieces.parts, pieces.holes, pieces.object_parts) == (3, 2, 1)
    nothing = count_pieces(np.zeros((80, 80), dtype=bool), mask)
    assert (nothing.parts, nothing.holes) == (0, 0)
    everything = count_pieces(np.ones((80, 80), dtype=bool), mask)
    assert (everything.parts, everything.holes) == (1, 0)


def _square(start: int, stop: int, *, shift: int = 0) -> np.ndarray:
    mask = np.zeros((80, 80), dtype=bool)
    mask[start:stop, start + shift : stop + shift] = True
    return mask
