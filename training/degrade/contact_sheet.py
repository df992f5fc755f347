"""One picture that shows every degradation at five severities: python -m degrade.contact_sheet."""

import argparse
from pathlib import Path

import numpy as np
import skimage.data
from PIL import Image, ImageDraw

from .registry import NAMES, Recipe, degrade

SEVERITIES = (0.0, 0.25, 0.5, 0.75, 1.0)
TILE = (192, 128)
MARGIN = 18


def contact_sheet(photo: np.ndarray) -> Image.Image:
    """A row per degradation, mild at the left."""
    width, height = TILE
    sheet = Image.new("RGB", (width * len(SEVERITIES), (height + MARGIN) * len(NAMES)), "white")
    draw = ImageDraw.Draw(sheet)
    for row, name in enumerate(NAMES):
        top = row * (height + MARGIN)
        for column, severity in enumerate(SEVERITIES):
            degraded = degrade(photo, Recipe(name=name, severity=severity, seed=row))
            tile = Image.fromarray(degraded).resize(TILE, Image.Resampling.LANCZOS)
            sheet.paste(tile, (column * width, top + MARGIN))
            draw.text((column * width + 4, top + 3), f"{name}  {severity:g}", fill="black")
    return sheet


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="a .jpg or .png file")
    arguments = parser.parse_args()
    # A photograph in the public domain (CC0) that scikit-image brings along.
    photo = Image.fromarray(skimage.data.coffee()).resize((384, 256), Image.Resampling.LANCZOS)
    contact_sheet(np.asarray(photo)).save(arguments.out, quality=85)


if __name__ == "__main__":
    main()
