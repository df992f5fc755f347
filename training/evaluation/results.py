"""results.json: what an evaluation came to, for tables and charts to be made of."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from degrade.registry import COMPOSITIONS, IDENTITY

from .answers import Line
from .plan import QUESTIONS
from .subjects import PLAIN
from .summary import (
    Row,
    calibration,
    click_counts,
    count_photos,
    group_rows,
    mean_difference,
    mean_over_photos,
    piece_counts,
    to_rows,
)

METRICS = ("iou", "pixel_accuracy", "dice", "boundary_iou")
ALL_PROMPTS = "all"
# Counted, not measured once.
COUNTED = "clicks"
CANDIDATE_METRICS = ("iou", "best_iou", "diversity")

Entry = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Results:
    """made_with says how to get the same again. Entries of `means` hold scope, what the scope is
    divided by, prompt, model, photos, a Mean for each metric, and for IoU `gain` over plain SAM and
    `to_clear`, the distance to plain SAM on the clear photo."""

    made_with: dict[str, Any]
    models: list[str]
    prompts: list[str]
    means: list[Entry]
    calibration: list[Entry]
    candidates: list[Entry]
    # How ragged answers are, and how many clicks it takes. Older results have none of these.
    pieces: list[Entry] = field(default_factory=list)
    clicks: list[Entry] = field(default_factory=list)

    def mean(self, scope: str, **keys: str | float) -> Entry:
        return next(entry for entry in self.means if _matches(entry, scope=scope, **keys))

    def lowest_gain(self, scope: str, model: str) -> Entry:
        entries = [entry for entry in self.means if _matches(entry, scope=scope, model=model)]
        return min(entries, key=lambda entry: entry["gain"][0])

    def reliability(self, scope: str, model: str) -> Entry:
        """Means over all prompts together."""
        keys = {"scope": scope, "model": model, "prompt": ALL_PROMPTS}
        return next(entry for entry in self.calibration if _matches(entry, **keys))

    def values(self, scope: str, key: str) -> list[Any]:
        """What a scope is divided by, in the order in which it was asked."""
        return list(dict.fromkeys(e[key] for e in self.means if e["scope"] == scope))


def summarise(lines: list[Line], *, severity: float, made_with: dict[str, Any]) -> Results:
    """`severity` is the one at which every photo was asked."""
    rows = to_rows(lines)
    counted, rows = _part(rows, lambda row: row["prompt"] == COUNTED)
    scopes = _scopes(rows, severity)
    clear = group_rows(scopes["clear"][0], "prompt", "model")
    return Results(
        made_with=made_with,
        models=list(dict.fromkeys(row["model"] for row in rows)),
        prompts=[question for question in QUESTIONS if (question, PLAIN) in clear],
        means=[
            entry
            for scope, (scope_rows, keys) in scopes.items()
            for entry in _means(scope, scope_rows, keys, clear)
        ],
        calibration=[
            {"scope": scope, "prompt": prompt, "model": model} | calibration(group)
            for scope in ("clear", "degraded")
            for (prompt, model), group in _by_prompt_and_for_all(scopes[scope][0]).items()
        ],
        candidates=[
            {"scope": scope, "prompt": prompt, "model": model}
            | {metric: mean_over_photos(group, metric) for metric in CANDIDATE_METRICS}
            for scope in ("clear", "degraded")
            for (prompt, model), group in group_rows(scopes[scope][0], "prompt", "model").items()
            if "best_iou" in group[0]
        ],
        pieces=[
            {"scope": scope, "prompt": prompt, "model": model} | counts
            for scope in ("clear", "degraded")
            for (prompt, model), group in _by_prompt_and_for_all(scopes[scope][0]).items()
            if (counts := piece_counts(group))
        ],
        clicks=[
            {"scope": scope, "model": model, "photos": count_photos(group)} | click_counts(group)
            for scope, (group_of, _) in _scopes(counted, severity).items()
            if scope in ("clear", "degraded")
            for (model,), group in group_rows(group_of, "model").items()
        ],
    )


def write_results(results: Results, path: Path) -> None:
    path.write_text(json.dumps(vars(results), separators=(",", ":")) + "\n")


def read_results(path: Path) -> Results:
    return Results(**json.loads(path.read_text()))


def _scopes(rows: list[Row], severity: float) -> dict[str, tuple[list[Row], tuple[str, ...]]]:
    """Rows, and by what they are divided."""
    composed = [row for row in rows if row["degradation"] in COMPOSITIONS]
    single = [row for row in rows if row["degradation"] not in (IDENTITY, *COMPOSITIONS)]
    clear = [row for row in rows if row["degradation"] == IDENTITY]
    degraded = [row for row in single if row["severity"] == severity]
    swept_photos = {row["photo"] for row in single if row["severity"] != severity}
    swept = [row for row in single if row["photo"] in swept_photos]
    quick = {row["prompt"] for row in swept if row["severity"] != severity}
    swept = sorted((r for r in swept if r["prompt"] in quick), key=lambda r: r["severity"])
    return {
        "clear": (clear, ()),
        "degraded": (degraded, ()),
        "degradation": (degraded, ("degradation",)),
        "set": (degraded, ("set",)),
        "clear set": (clear, ("set",)),
        "severity": (swept, ("severity",)),
        "degradation at severity": (swept, ("degradation", "severity")),
        "composed": (composed, ()),
        "composition": (composed, ("degradation",)),
    }


def _part(rows: list[Row], is_first: Callable[[Row], bool]) -> tuple[list[Row], list[Row]]:
    return [row for row in rows if is_first(row)], [row for row in rows if not is_first(row)]


def _by_prompt_and_for_all(rows: list[Row]) -> dict[tuple, list[Row]]:
    alike = [row | {"prompt": ALL_PROMPTS} for row in rows]
    return group_rows([*rows, *alike], "prompt", "model")


def _means(
    scope: str, rows: list[Row], keys: tuple[str, ...], clear: dict[tuple, list[Row]]
) -> list[Entry]:
    entries = []
    groups = group_rows(rows, *keys, "prompt", "model")
    for names, group in groups.items():
        *divided, prompt, model = names
        plain, plain_clear = groups[*divided, prompt, PLAIN], clear[prompt, PLAIN]
        entries.append(
            {"scope": scope}
            | dict(zip((*keys, "prompt", "model"), names, strict=True))
            | {"photos": count_photos(group)}
            | {metric: mean_over_photos(group, metric) for metric in METRICS}
            | {"gain": mean_difference(group, "iou", to=plain)}
            | {"to_clear": mean_difference(group, "iou", to=plain_clear)}
        )
    return entries


def _matches(entry: Entry, **keys: str | float) -> bool:
    return all(entry.get(key) == value for key, value in keys.items())
