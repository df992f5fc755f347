"""The command of one machine, for the photos of one part."""

import json
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parts import Part
from store import Store

COMMAND = Path(__file__).parents[1] / "robustsam.mjs"
# The exit code of the command where something went wrong, and some of it may have been done.
FAILED = 1
NOTHING: dict[str, Any] = {"images": [], "annotations": [], "categories": []}


@dataclass(frozen=True)
class Asked:
    """What is asked of all photos: "label" or "everything", and the command's own options."""

    command: str
    photos: str
    options: tuple[str, ...] = ()
    node: str = "node"
    # The name of the file of boxes, in which a part of a data set may be named.
    boxes: str = "boxes.json"


@dataclass(frozen=True)
class Found:
    """A part's COCO file, and what the command said of it."""

    coco: dict[str, Any]
    summary: dict[str, Any]


def run_command(asked: Asked, part: Part, boxes: dict[str, Any] | None) -> Found:
    """In a folder of its own, with the part's photos under their names. Raises RuntimeError where the
    command was not understood, or died."""
    store = Store(asked.photos)
    with tempfile.TemporaryDirectory(prefix="robustsam-") as name:
        folder, out = Path(name, "photos"), Path(name, "out")
        for photo in part.photos:
            store.fetch(photo, folder / photo)
        words = [asked.node, str(COMMAND), asked.command, str(folder), "--out", str(out)]
        words += ["--jobs", "1", "--json", *asked.options]
        if boxes is not None:
            file = Path(name, asked.boxes)
            file.write_text(json.dumps(boxes))
            words += ["--boxes", str(file)]
        ran = subprocess.run(words, capture_output=True, text=True, check=False)
        said, told = (
            text.replace(str(folder), asked.photos).strip() for text in (ran.stderr, ran.stdout)
        )
        if ran.returncode not in (0, FAILED):
            raise RuntimeError(f"{asked.command}: {said or f'exit code {ran.returncode}'}")
        if not told:
            # As when nothing of the part could be used. The next start tries it again.
            return Found(NOTHING, {"failed": [_failed(photo, said) for photo in part.photos]})
        written = out / "annotations" / "instances_default.json"
        coco = json.loads(written.read_text()) if written.exists() else NOTHING
        return Found(coco, json.loads(told))


def _failed(photo: str, problem: str) -> dict[str, str]:
    return {"photo": photo, "problem": problem}
