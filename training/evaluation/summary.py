"""From rows to means with 95 % intervals over photos."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from degrade.registry import IDENTITY

from .trials import Row

METRICS = ("iou", "pixel_accuracy", "dice", "boundary_iou")
DRAWS = 2000


@dataclass(frozen=True, kw_only=True)
class Mean:
    """low and high: 95 % of the means of photos drawn with replacement."""

    mean: float
    low: float
    high: float
    photos: int


def mean_over_photos(rows: Iterable[Row], metric: str) -> Mean:
    """A photo counts once, with its mean."""
    return _mean(_by_photo(rows, metric))


def mean_gain(rows: Sequence[Row], metric: str, *, of: str, over: str) -> Mean:
    """Model `of` less model `over`, photo by photo."""
    first, second = (
        _by_photo((row for row in rows if row["model"] == model), metric) for model in (of, over)
    )
    return _mean({photo: first[photo] - second[photo] for photo in first})


def degraded_rows(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row["degradation"] != IDENTITY]


def group_rows(rows: Iterable[Row], *keys: str) -> dict[tuple, list[Row]]:
    groups: dict[tuple, list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[key] for key in keys)].append(row)
    return dict(groups)


def calibration_error(rows: Iterable[Row]) -> float:
    """Mean distance between the predicted IoU and the true one."""
    return float(np.mean([abs(row["predicted"] - row["iou"]) for row in rows]))


def _by_photo(rows: Iterable[Row], metric: str) -> dict[str, float]:
    values: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        values[row["photo"]].append(row[metric])
    return {photo: float(np.mean(v)) for photo, v in values.items()}


def _mean(by_photo: dict[str, float]) -> Mean:
    values = np.array(list(by_photo.values()))
    rng = np.random.default_rng(0)
    drawn = values[rng.integers(len(values), size=(DRAWS, len(values)))].mean(axis=1)
    low, high = np.percentile(drawn, (2.5, 97.5))
    return Mean(mean=float(values.mean()), low=float(low), high=float(high), photos=len(values))
