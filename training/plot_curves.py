"""Draws the losses of runs as a picture: python plot_curves.py OUT.png RUN [RUN ...]."""

import argparse
import json
from pathlib import Path

import matplotlib
import numpy as np

matplotlib.use("agg")
from matplotlib import pyplot as plt  # noqa: E402

# Steps that a point of the curve is the mean of.
WINDOW = 20


def plot_curves(runs: list[Path], out: Path) -> None:
    """A panel per loss, a line per run."""
    lines = {run.name: _read(run / "metrics.jsonl") for run in runs}
    names = [name for name in next(iter(lines.values())) if name != "step"]
    figure, panels = plt.subplots(1, len(names), figsize=(3.2 * len(names), 3), squeeze=False)
    for panel, name in zip(panels[0], names, strict=True):
        for run, columns in lines.items():
            panel.plot(*_smooth(columns["step"], columns[name]), label=run)
        panel.set_title(name)
        panel.set_xlabel("step")
        panel.set_ylim(bottom=0)
    panels[0][0].legend()
    figure.tight_layout()
    figure.savefig(out)
    plt.close(figure)


def _read(path: Path) -> dict[str, list[float]]:
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    return {name: [row[name] for row in rows] for name in rows[0]}


def _smooth(steps: list[float], values: list[float]) -> tuple[np.ndarray, np.ndarray]:
    window = min(WINDOW, len(values))
    means = np.convolve(values, np.ones(window) / window, mode="valid")
    return np.array(steps[window - 1 :]), means


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("runs", type=Path, nargs="+")
    arguments = parser.parse_args()
    plot_curves(arguments.runs, arguments.out)


if __name__ == "__main__":
    main()
