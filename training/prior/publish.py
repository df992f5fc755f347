"""Writes docs/prior.md: python -m prior.publish RESULTS [RESULTS ...].

Each folder holds the results.json of one task. What the page shows is kept in training/results/prior/, so
`python -m prior.publish results/prior/*` writes it again without training.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from contract import PROJECT

from .measure import DEGRADED

INTRODUCTION = """# SAM as a prior

The paper's third experiment: does a network that restores a photo do better when it is told what SAM sees
in it, and better still when RobustSAM tells it? A small U-Net is trained three times on the same crops in the
same order: with no prior, with plain SAM's masks of the degraded photo, and with RobustSAM's. Masks come
from a grid of 8 x 8 clicks; features are averaged within them and laid beside the others, as in
[SAM-Deblur](https://arxiv.org/abs/2309.02270). With no prior, the whole photo is one mask, so all networks have
the same parameters.

PSNR (decibels) and SSIM on photos that were never trained on, with 95 % intervals over photos; gains are photo by
photo over no prior. This page is written by `python -m prior.publish`, the commands are run in `training/`.
"""
NAMES = {
    DEGRADED: "as it is given",
    "none": "no prior",
    "sam": "plain SAM's masks",
    "robust": "RobustSAM's masks",
}


def to_chapter(results: dict[str, Any]) -> str:
    summary = results["summary"]
    rows = [
        "| | PSNR | SSIM | gain in PSNR | gain in SSIM |",
        "| --- | --- | --- | --- | --- |",
        *(_row(name, summary[prior]) for prior, name in NAMES.items()),
    ]
    return "\n".join(
        [
            f"## {results['task'].capitalize()}\n",
            f"```sh\n{results['command']}\n```\n",
            _effort(results),
            *rows,
            f"\n{_comparison(summary)}\n",
        ]
    )


def publish(folders: list[Path], project: Path) -> None:
    """Writes docs/prior.md in `project`, and what it shows in its training/results/prior."""
    # All are read before anything is written.
    read = [json.loads((folder / "results.json").read_text()) for folder in folders]
    for results in read:
        kept = project / "training/results/prior" / results["task"]
        kept.mkdir(parents=True, exist_ok=True)
        (kept / "results.json").write_text(json.dumps(results, indent=2) + "\n")
    (project / "docs/prior.md").write_text("\n".join([INTRODUCTION, *map(to_chapter, read)]))


def _effort(results: dict[str, Any]) -> str:
    config = results["config"]
    return (
        f"{config['train_photos']} photos to learn from, {config['val_photos']} to measure,"
        f" {config['steps']} steps of {config['batch']} crops, {results['parameters']:,} parameters,"
        f" {len(config['seeds'])} networks each; {results['hours']} hours on two cores.\n"
    )


def _comparison(summary: dict[str, Any]) -> str:
    over = summary["robust"]["over sam"]
    decibels, similarity = _mean(over["psnr"], 2), _mean(over["ssim"], 4)
    return f"RobustSAM's masks over plain SAM's: {decibels} dB, {similarity} in SSIM."


def _row(name: str, means: dict[str, Any]) -> str:
    gain = means.get("gain")
    gains = [_mean(gain["psnr"], 2), _mean(gain["ssim"], 4)] if gain else ["", ""]
    cells = [name, _mean(means["psnr"], 2), _mean(means["ssim"], 3), *gains]
    return f"| {' | '.join(cells)} |"


def _mean(mean: list[float], digits: int) -> str:
    value, low, high = (f"{number:.{digits}f}" for number in mean)
    return f"{value} ({low} to {high})"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", help="FOLDER/TASK of prior.run's --out")
    publish(parser.parse_args().folders, PROJECT)


if __name__ == "__main__":
    main()
