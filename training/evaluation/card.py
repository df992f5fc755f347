"""Writes docs/robustness.md: python -m evaluation.card CORRUPTIONS CHAINS.

Two folders with results.json of evaluate.py: ImageNet-C's corruptions with all photos at all levels, and chains of blur,
resizing, noise and JPEG. What the page shows is kept in training/results/robustness/, so
`python -m evaluation.card results/robustness/corruptions results/robustness/chains` writes it again.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from contract import PROJECT

from .charts import COLOURS, draw_rows, figure_of
from .results import Results, read_results, write_results
from .words import PROMPTS, model_name, number, plain, signed, table

INTRODUCTION = """# How robust it is

RobustSAM and plain SAM on photos and damage that neither was trained on: the 15 corruptions of
[ImageNet-C](https://arxiv.org/abs/1903.12261), each at its five levels, and chains of blur, resizing, noise and JPEG as
photos meet them that are sent around. Both get the same pixels and the same prompts.

**Relative robustness** is the mean IoU on damaged photos divided by that on the clear ones, of the same model: 1 would be
a model to which the damage does nothing. It says nothing of how good a model is on clear photos, so IoU stands beside it.
Intervals hold 95 % of the means of photos drawn with replacement.

This page is written by `python -m evaluation.card`, and the figures come from the commands below, run in `training/`.
"""
SEVERITY = "degradation at severity"


def write_card(corruptions: Results, chains: Results, project: Path) -> None:
    """docs/robustness.md in `project`, its charts in docs/robustness, and the figures in training/results."""
    for name, results in (("corruptions", corruptions), ("chains", chains)):
        kept = project / "training/results/robustness" / name
        kept.mkdir(parents=True, exist_ok=True)
        write_results(results, kept / "results.json")
    charts = project / "docs/robustness"
    charts.mkdir(exist_ok=True)
    _draw_levels(corruptions, charts / "levels.svg")
    _draw_corruptions(corruptions, charts / "corruptions.svg")
    sections = [INTRODUCTION, *_corruptions(corruptions), *_chains(chains)]
    (project / "docs/robustness.md").write_text("\n".join(sections))


def relative_robustness(results: Results, metric: str = "iou", **who: str) -> float:
    """Divides damaged by clear, for a model and a prompt, over all corruptions and levels, or those of one `degradation`."""
    degraded = _at_levels(results, metric, **who)
    clear = results.mean("clear", prompt=who["prompt"], model=who["model"])[metric][0]
    return float(np.mean(degraded)) / clear


def _at_levels(results: Results, metric: str, **who: str) -> list[float]:
    return [
        entry[metric][0]
        for entry in results.means
        if entry["scope"] == SEVERITY and all(entry[key] == value for key, value in who.items())
    ]


def _corruptions(results: Results) -> Iterator[str]:
    made = results.made_with
    yield "## ImageNet-C\n"
    yield f"{_photos(results)}\n"
    yield f"```sh\n{made['command']}\n```\n"
    yield _overall(results) + "\n"
    yield "![IoU by level](robustness/levels.svg)\n"
    yield "### By level\n"
    yield _levels(results) + "\n"
    yield "### By corruption\n"
    yield "Relative robustness over the five levels, plain SAM and RobustSAM.\n"
    yield "![IoU by corruption](robustness/corruptions.svg)\n"
    yield _by_corruption(results) + "\n"


def _photos(results: Results) -> str:
    photos = results.made_with["photos"]
    sets = ", ".join(f"{count} {name}" for name, count in photos.items())
    return f"{sum(photos.values())} photos ({sets})."


def _overall(results: Results) -> str:
    heads = ["prompt", "model", "IoU, clear", "IoU, damaged", "relative robustness"]
    heads += ["boundary IoU, clear", "boundary IoU, damaged", "its relative robustness"]
    rows = []
    for prompt in results.prompts:
        for model in results.models:
            who = {"prompt": prompt, "model": model}
            row = [PROMPTS[prompt], model_name(model)]
            for metric in ("iou", "boundary_iou"):
                row += [
                    f"{results.mean('clear', **who)[metric][0]:.3f}",
                    f"{np.mean(_at_levels(results, metric, **who)):.3f}",
                    f"{relative_robustness(results, metric, **who):.3f}",
                ]
            rows.append(row)
    return table(heads, rows)


def _levels(results: Results) -> str:
    heads = ["prompt", "level", *(model_name(model) for model in results.models), "gain"]
    rows = []
    for prompt in results.prompts:
        for level, severity in enumerate(results.values("severity", "severity"), start=1):
            first, last = (
                results.mean("severity", severity=severity, prompt=prompt, model=model)
                for model in results.models
            )
            cells = [number(first["iou"]), number(last["iou"]), signed(last["gain"])]
            rows.append([PROMPTS[prompt], str(level), *cells])
    return table(heads, rows)


def _by_corruption(results: Results) -> str:
    heads = ["corruption", *(PROMPTS[prompt] for prompt in results.prompts)]
    rows = []
    for name in results.values(SEVERITY, "degradation"):
        row = [plain(name)]
        for prompt in results.prompts:
            first, last = (
                relative_robustness(results, prompt=prompt, model=model, degradation=name)
                for model in results.models
            )
            row.append(
                f"{first:.3f}, {last:.3f}" if last >= first else f"{first:.3f}, **{last:.3f}**"
            )
        rows.append(row)
    return table(heads, rows) + "\n\nBold: RobustSAM is the less robust one."


def _chains(results: Results) -> Iterator[str]:
    yield "## Chains\n"
    yield f"{_photos(results)} Chain 3 is the strongest.\n"
    yield f"```sh\n{results.made_with['command']}\n```\n"
    heads = ["chain", "prompt", *(model_name(model) for model in results.models), "gain"]
    rows = []
    for name in results.values("degradation", "degradation"):
        for prompt in results.prompts:
            first, last = (
                results.mean("degradation", degradation=name, prompt=prompt, model=model)
                for model in results.models
            )
            cells = [number(first["iou"]), number(last["iou"]), signed(last["gain"])]
            rows.append([plain(name), PROMPTS[prompt], *cells])
    yield table(heads, rows) + "\n"


def _draw_levels(results: Results, path: Path) -> None:
    severities = results.values("severity", "severity")
    with figure_of(path, columns=len(results.prompts), height=3.2) as panels:
        for panel, prompt in zip(panels, results.prompts, strict=True):
            for colour, model in zip(COLOURS, results.models, strict=False):
                who = {"prompt": prompt, "model": model}
                entries = [results.mean("clear", **who)]
                entries += [results.mean("severity", severity=s, **who) for s in severities]
                middle, low, high = np.array([entry["iou"] for entry in entries]).T
                levels = range(len(entries))
                panel.plot(
                    levels, middle, "o-", markersize=4, color=colour, label=model_name(model)
                )
                panel.fill_between(levels, low, high, color=colour, alpha=0.15, linewidth=0)
            panel.set_xticks(levels, ["clear", *map(str, levels[1:])])
            panel.set_xlabel("level")
            panel.set_title(PROMPTS[prompt])
        panels[0].set_ylabel("IoU")


def _draw_corruptions(results: Results, path: Path) -> None:
    names = results.values(SEVERITY, "degradation")
    rows = [{"scope": "degradation", "degradation": name} for name in names]
    with figure_of(path, columns=len(results.prompts), height=4.5) as panels:
        for panel, prompt in zip(panels, results.prompts, strict=True):
            draw_rows(panel, results, rows, prompt=prompt)
            panel.set_yticks(range(len(rows)), [*map(plain, names)])
            panel.set_xlabel("IoU at level 3")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corruptions", type=Path, help="--out of evaluate.py")
    parser.add_argument("chains", type=Path, help="--out of evaluate.py")
    options = parser.parse_args()
    corruptions, chains = (
        read_results(folder / "results.json") for folder in (options.corruptions, options.chains)
    )
    write_card(corruptions, chains, PROJECT)


if __name__ == "__main__":
    main()
