"""Writes training/RESULTS.md: python -m evaluation.publish RESULTS [RESULTS ...].

Each folder holds the results.json of one evaluation and becomes a chapter, in the order given.
What RESULTS.md shows is kept in training/results/, so `python -m evaluation.publish results/*`
writes it again without measuring.
"""

import argparse
from pathlib import Path

from contract import PROJECT

from .charts import draw_charts
from .report import to_markdown
from .results import read_results, write_results

TRAINING = PROJECT / "training"
INTRODUCTION = """# Results

Plain SAM is the frozen base; RobustSAM is the same base with the trained head. Both get the same
pixels and the same prompts. Every figure comes from the command above it, run in `training/`;
`POOL` is a folder of photos (see `data/pool.py`). This file is written by
`python -m evaluation.publish`, from `results/`.

IoU, pixel accuracy, Dice and boundary IoU (of pixels within 2 % of the diagonal from the edge) are
means over photos, 1 is right. Five corrective clicks are one in the middle and four on the largest
mistake that is left, each with the last answer as mask prompt.

The first four chapters are about the head that ships. The heads of "Each part, loss and the adapter left
out" are those of `retrain.py`, all trained on the shipped adapter (but for one) for the same 120 steps of
four photos: they say what each thing is worth, not how good a head can be. "Degradations of another make" is
about the head before the one that ships (`1ee859f5baa0e6b5`), measured at commit c4c031a, when degradations
were not yet as strong as in the authors' public code: the same command gives other figures today.
"""


def publish(folders: list[Path], into: Path) -> None:
    """Writes RESULTS.md in `into`, and figures and charts in its folder `results`."""
    # All are read before anything is written.
    evaluations = {folder.name: read_results(folder / "results.json") for folder in folders}
    chapters = [INTRODUCTION]
    for name, results in evaluations.items():
        kept = into / "results" / name
        kept.mkdir(parents=True, exist_ok=True)
        write_results(results, kept / "results.json")
        draw_charts(results, kept)
        chapters.append(to_markdown(results, folder=f"results/{name}"))
    (into / "RESULTS.md").write_text("\n".join(chapters))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", help="--out of evaluate.py")
    publish(parser.parse_args().folders, TRAINING)


if __name__ == "__main__":
    main()
