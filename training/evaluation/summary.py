"""From rows to means with 95 % intervals over photos."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np

from .answers import Line
from .plan import GOOD_ENOUGH, MOST_CLICKS

# set, photo, degradation, severity, prompt, model, predicted and the measures of metrics.py.
Row = dict[str, Any]
# A mean, and between which two 95 % of the means of photos drawn with replacement lie.
Mean = list[float]

DRAWS = 2000
BINS = 10
DIGITS = 4
# Answers of a lower IoU are to be doubted.
DOUBTFUL = 0.7


def to_rows(lines: Iterable[Line]) -> list[Row]:
    return [
        {key: value for key, value in line.items() if key != "answers"} | answer
        for line in lines
        for answer in line["answers"]
    ]


def group_rows(rows: Iterable[Row], *keys: str) -> dict[tuple, list[Row]]:
    groups: dict[tuple, list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[key] for key in keys)].append(row)
    return dict(groups)


def mean_over_photos(rows: Iterable[Row], metric: str) -> Mean:
    """A photo counts once, with its mean."""
    return _mean(list(_by_photo(rows, metric).values()))


def mean_difference(rows: Sequence[Row], metric: str, *, to: Sequence[Row]) -> Mean:
    """Less the other rows, photo by photo, where a photo has both."""
    first, second = _by_photo(rows, metric), _by_photo(to, metric)
    return _mean([first[photo] - second[photo] for photo in first if photo in second])


def calibration(rows: Sequence[Row]) -> dict[str, Any]:
    """How the predicted IoU compares with the true one: means, the mean distance of the two, and
    bins of equal width by prediction, of which `error` is the mean distance weighted by count."""
    predicted, true = (np.array([row[key] for row in rows]) for key in ("predicted", "iou"))
    places = np.clip((predicted * BINS).astype(int), 0, BINS - 1)
    bins = [
        {
            "count": int(inside.sum()),
            "predicted": _round(predicted[inside].mean()),
            "true": _round(true[inside].mean()),
        }
        for inside in (places == place for place in range(BINS))
        if inside.any()
    ]
    error = sum(b["count"] * abs(b["predicted"] - b["true"]) for b in bins) / len(rows)
    return {
        "predicted": _round(predicted.mean()),
        "true": _round(true.mean()),
        "distance": _round(np.abs(predicted - true).mean()),
        "error": _round(error),
        "auroc": doubt_auroc(rows),
        "bins": bins,
    }


def doubt_auroc(rows: Sequence[Row]) -> float | None:
    """How well a low predicted IoU tells answers under `DOUBTFUL` from others: the area under the
    ROC curve, by ranks; None where there are none of either."""
    predicted = np.array([row["predicted"] for row in rows])
    bad = np.array([row["iou"] < DOUBTFUL for row in rows])
    if bad.all() or not bad.any():
        return None
    values, places, counts = np.unique(-predicted, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[places]
    most = bad.sum() * (~bad).sum()
    return _round((ranks[bad].sum() - bad.sum() * (bad.sum() + 1) / 2) / most)


def click_counts(rows: Sequence[Row]) -> dict[str, float]:
    """Means of the clicks that were needed, at most `MOST_CLICKS` each, and the share that was not
    enough."""
    counts: dict[str, float] = {}
    for name in GOOD_ENOUGH:
        clicks = np.array([row[name] for row in rows])
        counts[name] = _round(np.minimum(clicks, MOST_CLICKS).mean())
        counts[f"{name}_failed"] = _round((clicks > MOST_CLICKS).mean())
    return counts


def piece_counts(rows: Sequence[Row]) -> dict[str, float] | None:
    """Medians and 90th percentiles of parts and holes, of answers about objects of one part."""
    whole = [row for row in rows if row.get("object_parts") == 1]
    if not whole:
        return None
    counts: dict[str, float] = {"answers": len(whole)}
    for name in ("parts", "holes"):
        middle, high = np.percentile([row[name] for row in whole], (50, 90))
        counts |= {name: _round(middle), f"{name}_90": _round(high)}
    return counts


def count_photos(rows: Iterable[Row]) -> int:
    return len({row["photo"] for row in rows})


def _by_photo(rows: Iterable[Row], metric: str) -> dict[str, float]:
    values: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        values[row["photo"]].append(row[metric])
    return {photo: float(np.mean(v)) for photo, v in values.items()}


def _mean(values: list[float]) -> Mean:
    drawn = _drawn_shares(len(values)) @ np.array(values)
    return [_round(value) for value in (np.mean(values), *np.percentile(drawn, (2.5, 97.5)))]


@cache
def _drawn_shares(count: int) -> np.ndarray:
    """[DRAWS, count]: how often each of `count` photos is drawn, as a share."""
    rng = np.random.default_rng(0)
    return rng.multinomial(count, np.full(count, 1 / count), size=DRAWS) / count


def _round(value: float) -> float:
    # Adding zero turns -0.0 into 0.0.
    return round(float(value), DIGITS) + 0.0
