"""Says how often RobustSAM's mask is the better of two: src/app/prompts/likelier.json.

    python likelier.py RUN [RUN ...]

RUN is a folder of evaluate.py with plain SAM and the head of weights/light.pt. Counted are answers to the same
prompt whose IoUs with the truth differ by more than 0.02; intervals are of photos drawn with replacement. What
each model thinks of its mask is left out: on these answers a choice by calibrated predictions (calibrate.py)
was worse than always the same model.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from contract import PROJECT
from degrade.registry import IDENTITY
from evaluation.summary import DRAWS, Row, to_rows

OUT = PROJECT / "src/app/prompts/likelier.json"
MANIFEST = PROJECT / "public/models/manifest.json"
WEIGHTS = PROJECT / "training/weights/light.pt"
PROMPTS = {"centre": "click", "points": "points", "box": "box"}
MODELS = ("sam", "robust")
LEAST_DIFFERENCE = 0.02
DIGITS = 3


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("runs", type=Path, nargs="+")
    runs = [(run / "answers.jsonl").read_text().splitlines() for run in parser.parse_args().runs]
    shipped = hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()
    for head, *_ in runs:
        measured = {one["name"]: one["sha256"] for one in json.loads(head)["checkpoints"]}
        if measured.get("robust") != shipped:
            raise SystemExit(f"these answers are not of {WEIGHTS.name}: evaluate it first")
    rows = to_rows(json.loads(line) for _, *lines in runs for line in lines)
    odds = count(rows)
    OUT.write_text(to_json(json.loads(MANIFEST.read_text())["id"], odds))
    for scope, by_prompt in odds.items():
        for prompt, found in by_prompt.items():
            print(f"{scope:9} {prompt:7} {found}")


def count(rows: Sequence[Row]) -> dict[str, dict[str, dict[str, float]]]:
    """By clear or degraded, and by prompt: how many cases, in which share of them RobustSAM's mask is the
    better one, and between which two 95 % of such shares lie."""
    pairs: dict[tuple, dict[str, float]] = defaultdict(dict)
    for row in rows:
        if row["model"] in MODELS and row["prompt"] in PROMPTS:
            key = (row["photo"], row["degradation"], row["severity"], row["object"], row["prompt"])
            pairs[key][row["model"]] = row["iou"]
    won: dict[tuple[str, str], dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for (photo, degradation, _, _, prompt), iou in pairs.items():
        if len(iou) == len(MODELS) and abs(iou["robust"] - iou["sam"]) > LEAST_DIFFERENCE:
            scope = "clear" if degradation == IDENTITY else "degraded"
            won[scope, PROMPTS[prompt]][photo].append(iou["robust"] > iou["sam"])
    return {
        scope: {
            prompt: _odds(list(won[scope, prompt].values()))
            for prompt in PROMPTS.values()
            if (scope, prompt) in won
        }
        for scope in ("clear", "degraded")
    }


def to_json(set_id: str, odds: dict[str, dict[str, dict[str, float]]]) -> str:
    """As the app's formatter has it."""
    lines = ["{", f'  "set": "{set_id}",']
    for scope, by_prompt in odds.items():
        lines.append(f'  "{scope}": {{')
        cells = [f'    "{name}": {_in_line(found)}' for name, found in by_prompt.items()]
        lines.append(",\n".join(cells))
        lines.append("  }," if scope != list(odds)[-1] else "  }")
    return "\n".join([*lines, "}"]) + "\n"


def _in_line(found: dict[str, float]) -> str:
    return "{ " + ", ".join(f'"{name}": {value}' for name, value in found.items()) + " }"


def _odds(photos: list[list[bool]]) -> dict[str, float]:
    wins, cases = np.array([[sum(photo), len(photo)] for photo in photos]).T
    drawn = np.random.default_rng(0).integers(len(photos), size=(DRAWS, len(photos)))
    shares = wins[drawn].sum(axis=1) / cases[drawn].sum(axis=1)
    low, high = np.percentile(shares, (2.5, 97.5))
    shown = {"share": wins.sum() / cases.sum(), "low": low, "high": high}
    return {"cases": int(cases.sum()), **{name: round(float(x), DIGITS) for name, x in shown.items()}}


if __name__ == "__main__":
    main()
