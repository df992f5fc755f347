"""Rows as a JSON document and as Markdown tables."""

from dataclasses import asdict
from typing import Any

from .summary import (
    METRICS,
    Mean,
    calibration_error,
    degraded_rows,
    group_rows,
    mean_gain,
    mean_over_photos,
)
from .trials import Row

GROUPS = {
    "all": (),
    "by_degradation": ("degradation",),
    "by_severity": ("severity",),
    "by_set": ("set",),
}


def to_document(rows: list[Row], *, made_with: dict[str, Any]) -> dict[str, Any]:
    """Means by prompt and model, over degraded photos, clear ones, and in groups; and all rows."""
    return {
        "made_with": made_with,
        "summary": [
            {
                "group": name,
                **dict(zip(("prompt", "model", *keys), key, strict=True)),
                "calibration_error": calibration_error(group),
                **{metric: asdict(mean_over_photos(group, metric)) for metric in METRICS},
            }
            for name, keys in GROUPS.items()
            for key, group in group_rows(_rows_of(name, rows), "prompt", "model", *keys).items()
        ],
        "rows": rows,
    }


def to_markdown(rows: list[Row], *, made_with: dict[str, Any]) -> str:
    lines = ["# Evaluation", "", *(f"- {key}: {value}" for key, value in made_with.items())]
    for (prompt,), group in group_rows(rows, "prompt").items():
        lines += ["", f"## {prompt}", "", *_table(group)]
    return "\n".join(lines) + "\n"


def _rows_of(name: str, rows: list[Row]) -> list[Row]:
    return rows if name == "by_degradation" else degraded_rows(rows)


def _table(rows: list[Row]) -> list[str]:
    """A line per degradation and one for their mean; IoU and boundary IoU per model, and gain."""
    models = list(dict.fromkeys(row["model"] for row in rows))
    heads = ["degradation", *(f"{m} {what}" for m in models for what in ("IoU", "boundary IoU"))]
    heads += ["IoU gained"] if len(models) == 2 else []
    lines = [_line(heads), _line(["---"] * len(heads))]
    groups = {name: group for (name,), group in group_rows(rows, "degradation").items()}
    if degraded := degraded_rows(rows):
        groups["mean of the degraded"] = degraded
    for name, group in groups.items():
        lines.append(_line([name, *_cells(group, models)]))
    return lines


def _cells(rows: list[Row], models: list[str]) -> list[str]:
    by_model = {model: group for (model,), group in group_rows(rows, "model").items()}
    cells = [
        _text(mean_over_photos(by_model[model], metric))
        for model in models
        for metric in ("iou", "boundary_iou")
    ]
    if len(models) == 2:
        cells.append(_text(mean_gain(rows, "iou", of=models[1], over=models[0]), sign="+"))
    return cells


def _text(mean: Mean, sign: str = "") -> str:
    return f"{mean.mean:{sign}.3f} ({mean.low:{sign}.3f} to {mean.high:{sign}.3f})"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
