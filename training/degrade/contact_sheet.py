"""One picture that shows every degradation at three severities: python -m degrade.contact_sheet."""

import argparse
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from contract import PROJECT

from .registry import BEYOND_PAPER, COMPOSITIONS, DEGRADATIONS, Recipe, degrade

SEVERITIES = (0.15, 0.5, 0.9)
# In the public domain; see public/samples/SOURCES.md.
PHOTO = PROJECT / "public/samples/astronaut.jpg"
OUT = PROJECT / "training/degrade/contact_sheet.jpg"
SIDE = 132
GAP, MARGIN = 14, 20
GROUPS = 2


def contact_sheet(photo: np.ndarray) -> Image.Image:
    """uint8 [H, W, 3] RGB to a sheet with two degradations a row, mild at the left; the
    compositions come last."""
    names = [*DEGRADATIONS, *COMPOSITIONS, *BEYOND_PAPER]
    shrink = SIDE / photo.shape[1]
    tile = (SIDE, round(photo.shape[0] * shrink))
    group = (len(SEVERITIES) * SIDE + GAP, tile[1] + MARGIN)
    rows = -(-len(names) // GROUPS)
    sheet = Image.new("RGB", (GROUPS * group[0] - GAP, rows * group[1]), "white")
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(12)
    for index, name in enumerate(names):
        row, column = divmod(index, GROUPS)
        left, top = column * group[0], row * group[1]
        draw.text((left + 2, top + 3), _title(name), fill="black", font=font)
        for place, severity in enumerate(SEVERITIES):
            degraded = degrade(photo, Recipe(name=name, severity=severity, seed=index))
            small = Image.fromarray(degraded).resize(tile, Image.Resampling.LANCZOS)
            sheet.paste(small, (left + place * SIDE, top + MARGIN))
    return sheet


def _title(name: str) -> str:
    steps = COMPOSITIONS.get(name, (name,))
    return " + ".join(step.replace("_", " ") for step in steps)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, nargs="?", default=OUT, help="a .jpg or .png file")
    out = parser.parse_args().out
    with Image.open(PHOTO) as image:
        photo = np.asarray(image.convert("RGB"))
    contact_sheet(photo).save(out, quality=70, optimize=True)


if __name__ == "__main__":
    main()
