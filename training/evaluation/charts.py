"""Charts of an evaluation of two models, as small SVG files on a light ground."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .results import Results
from .words import PROMPTS, model_name, plain

COLOURS = ("#6b7280", "#0f766e", "#b45309", "#7c3aed")
STYLE = {
    # Text stays text: smaller, and sharp at any size.
    "svg.fonttype": "none",
    # Else every drawing of the same figures would differ.
    "svg.hashsalt": "robustsam",
    "font.family": "sans-serif",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#e5e7eb",
    "axes.axisbelow": True,
}


def draw_charts(results: Results, folder: Path) -> None:
    """Charts two models; others are told apart in tables alone."""
    if len(results.models) != 2:
        return
    with figure_of(folder / "degradations.svg", columns=len(results.prompts), height=5) as panels:
        for panel, prompt in zip(panels, results.prompts, strict=True):
            _draw_degradations(panel, results, prompt)
    if results.values("severity", "severity"):
        with figure_of(folder / "severities.svg", columns=1, height=3.2, width=6) as panels:
            _draw_severities(panels[0], results)
    with figure_of(folder / "reliability.svg", columns=2, height=3.6, width=3.6) as panels:
        for panel, scope in zip(panels, ("clear", "degraded"), strict=True):
            _draw_reliability(panel, results, scope)


@contextmanager
def figure_of(path: Path, *, columns: int, height: float, width: float = 3) -> Iterator[list[Axes]]:
    """Panels side by side, saved with a common legend."""
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(width * columns, height), layout="constrained", facecolor="white")
        panels = list(figure.subplots(1, columns, sharey=True, squeeze=False)[0])
        yield panels
        handles, labels = panels[0].get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside upper center", ncols=4, frameon=False)
        figure.savefig(path, metadata={"Date": None})


def _draw_degradations(panel: Axes, results: Results, prompt: str) -> None:
    names = results.values("degradation", "degradation")
    rows = [{"scope": "degradation", "degradation": name} for name in names]
    rows += [{"scope": "degraded"}, {"scope": "clear"}]
    draw_rows(panel, results, rows, prompt=prompt)
    panel.axhline(len(names) - 0.5, color="#9ca3af", linewidth=0.8)
    panel.set_yticks(range(len(rows)), [*map(plain, names), "mean of these", "clear photos"])
    panel.set_xlabel("IoU")


def draw_rows(panel: Axes, results: Results, rows: list[dict[str, str]], *, prompt: str) -> None:
    """IoU of each model with its interval, the first row at the top; a row is a scope and its keys."""
    places = np.arange(len(rows))
    for index, model in enumerate(results.models):
        entries = [results.mean(**row, prompt=prompt, model=model) for row in rows]
        middle, low, high = np.array([entry["iou"] for entry in entries]).T
        panel.errorbar(
            middle,
            places + (index - 0.5) * 0.3,
            xerr=(middle - low, high - middle),
            fmt="o",
            markersize=4,
            linewidth=1.2,
            color=COLOURS[index],
            label=model_name(model),
        )
    # Panels share the axis.
    if not panel.yaxis_inverted():
        panel.invert_yaxis()
    panel.set_title(PROMPTS[prompt])


def _draw_severities(panel: Axes, results: Results) -> None:
    model = results.models[1]
    severities = results.values("severity", "severity")
    asked = {e["prompt"] for e in results.means if e["scope"] == "severity"}
    for colour, prompt in zip(COLOURS, results.prompts, strict=False):
        if prompt not in asked:
            continue
        entries = [
            results.mean("severity", severity=severity, prompt=prompt, model=model)
            for severity in severities
        ]
        middle, low, high = np.array([entry["gain"] for entry in entries]).T
        panel.plot(severities, middle, "o-", markersize=4, color=colour, label=PROMPTS[prompt])
        panel.fill_between(severities, low, high, color=colour, alpha=0.15, linewidth=0)
    panel.axhline(0, color="#9ca3af", linewidth=0.8)
    panel.set_xticks(severities)
    panel.set_xlabel("severity")
    panel.set_ylabel("IoU gained over plain SAM")


def _draw_reliability(panel: Axes, results: Results, scope: str) -> None:
    """A dot's area grows with its share of the answers."""
    panel.plot([0, 1], [0, 1], color="#9ca3af", linewidth=0.8)
    for colour, model in zip(COLOURS, results.models, strict=False):
        bins = results.reliability(scope, model)["bins"]
        counts = np.array([part["count"] for part in bins])
        predicted, true = ([part[key] for part in bins] for key in ("predicted", "true"))
        panel.plot(predicted, true, color=colour, linewidth=1, label=model_name(model))
        areas = 10 + 150 * counts / counts.sum()
        panel.scatter(predicted, true, s=areas, color=colour, alpha=0.7, linewidth=0)
    panel.set(xlim=(0, 1.05), ylim=(0, 1.05), xlabel="predicted IoU", ylabel="true IoU")
    panel.set_title(f"{scope} photos")
