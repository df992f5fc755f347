"""Masks for more photos than one machine can do: robustsam's `label` and `everything` on Ray Data.

    python run.py label PHOTOS --boxes coco.json --out OUT [--format parquet]
    python run.py everything PHOTOS --out OUT --address auto

PHOTOS and OUT are folders that all machines see, or addresses such as s3://bucket/photos. Photos are done in parts;
each part is one file in OUT, COCO or Parquet. Each actor runs the command of one machine, so masks are
the same. A run that was stopped goes on: only parts that are missing, that lost or got photos, or in which a
photo failed are done again.
"""

import argparse
import json
import logging
import os
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

# Ray would tell its makers about the run.
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")

import ray
from command import NOTHING, Asked, run_command
from parts import Keys, Part, is_coco, number_apart, part_of, read_keys, split_coco, split_photos
from store import Store
from tables import to_parquet

RUN = "run.json"
FORMATS = {"coco": "json", "parquet": "parquet"}
PHOTOS_OF_PART = 200


@dataclass(frozen=True)
class Job:
    """What all actors know."""

    asked: Asked
    out: str
    format: str
    parts: int


class Worker:
    """An actor: does part after part."""

    def __init__(self, job: Job):
        self._job = job
        self._out = Store(job.out)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        part = Part(row["number"], tuple(row["photos"]))
        boxes = None if row["boxes"] is None else json.loads(row["boxes"])
        coco, summary = NOTHING, {}
        if boxes is None or boxes["images"]:
            try:
                found = run_command(self._job.asked, part, boxes)
            except RuntimeError as error:
                return {"said": json.dumps({"refused": str(error)})}
            coco, summary = found.coco, found.summary
        if self._job.asked.command == "everything":
            coco = number_apart(coco, part.number, self._job.parts)
        ending = FORMATS[self._job.format]
        content = to_parquet(coco) if ending == "parquet" else json.dumps(coco).encode()
        self._out.write(f"{name_of(part.number)}.{ending}", content)
        done = {
            "digest": part.digest,
            "photos": len(part.photos),
            "objects": len(coco["annotations"]),
            "failed": summary.get("failed", []),
            "unmatched": summary.get("unmatched", []),
            "skipped": summary.get("skipped", []),
        }
        # After the part itself: what is written here is done.
        self._out.write_json(done_name(part.number), done)
        return {"said": json.dumps(done)}


def name_of(number: int) -> str:
    return f"part-{number:06}"


def done_name(number: int) -> str:
    return f"done/{name_of(number)}.json"


def is_done(part: Part, out: Store) -> bool:
    done = out.read_json(done_name(part.number))
    return bool(done) and done["digest"] == part.digest and not done["failed"]


def remove_empty(parts: list[Part], job: Job, out: Store) -> None:
    """Parts that have lost all of their photos."""
    numbers = {part.number for part in parts}
    for number in set(range(job.parts)) - numbers:
        out.remove(done_name(number))
        out.remove(f"{name_of(number)}.{FORMATS[job.format]}")


def check_settings(job: Job, boxes_digest: str | None, out: Store) -> None:
    """Raises SystemExit where OUT is of a run with other settings."""
    settings = asdict(job) | {"boxes": boxes_digest}
    # Where it runs is no part of what comes out.
    settings["asked"] = asdict(job.asked) | {"node": None, "photos": job.asked.photos}
    # As JSON has them.
    settings = json.loads(json.dumps(settings))
    known = out.read_json(RUN)
    if known is None:
        out.write_json(RUN, settings)
    elif known != settings:
        other = next(name for name in settings if known.get(name) != settings[name])
        raise SystemExit(f"{out.address} is of a run with another {other}: choose another --out")


def rows_of(left: list[Part], boxes: dict[int, dict[str, Any]] | None) -> list[dict[str, Any]]:
    """`boxes` by part."""
    return [
        {
            "number": part.number,
            "photos": list(part.photos),
            "boxes": None if boxes is None else json.dumps(boxes.get(part.number, NOTHING)),
        }
        for part in left
    ]


def work_off(rows: list[dict[str, Any]], job: Job, *, actors: int, cpus: float, gpus: float) -> None:
    """With progress; parts come as they are done. Raises SystemExit where the command is not understood."""
    failed = objects = 0
    pool = ray.data.ActorPoolStrategy(size=min(actors, len(rows)))
    results = (
        ray.data.from_items(rows, override_num_blocks=len(rows))
        .map(
            Worker, fn_constructor_args=(job,), compute=pool, num_cpus=cpus, num_gpus=gpus or None
        )
        .iter_rows()
    )
    for done, row in enumerate(results, start=1):
        said = json.loads(row["said"])
        if "refused" in said:
            raise SystemExit(said["refused"])
        objects += said["objects"]
        failed += len(said["failed"])
        print(f"{done} of {len(rows)} parts, {objects} objects, {failed} failed", flush=True)


def sum_up(parts: list[Part], keys: Keys, count: int, out: Store) -> dict[str, Any]:
    """All of the run, parts of earlier starts among them."""
    every = [out.read_json(done_name(part.number)) for part in parts]
    numbers = {part.number for part in parts}
    nowhere = [name for name, key in keys.names.items() if part_of(key, count) not in numbers]
    return {
        "photos": sum(one["photos"] for one in every),
        "objects": sum(one["objects"] for one in every),
        "failed": [problem for one in every for problem in one["failed"]],
        "unmatched": sorted(nowhere + [name for one in every for name in one["unmatched"]]),
        "skipped": [line for one in every for line in one["skipped"]],
    }


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="All other options are the command's own: see robustsam COMMAND --help.",
    )
    add = parser.add_argument
    add("command", choices=["label", "everything"])
    add("photos", help="a folder or an address")
    add("--out", required=True, help="a folder or an address")
    add("--boxes", type=Path, help="of label: a COCO file on this machine")
    add("--format", choices=FORMATS, default="coco")
    add("--parts", type=int, help="of some 200 photos, if left out")
    add("--address", help="of a Ray cluster; without it, this machine alone")
    add("--actors", type=int, default=2, help="how many work at once")
    add("--cpus", type=float, default=1, help="cores of an actor")
    add("--gpus", type=float, default=0, help="of an actor; --device cuda goes to the command")
    add("--node", default="node", help="the program on those machines")
    return parser


def _read_boxes(options: argparse.Namespace) -> dict[str, Any] | None:
    if options.command != "label":
        return None
    if options.boxes is None:
        raise SystemExit("label: --boxes coco.json is missing")
    try:
        # As bytes: json finds which form of Unicode they are in.
        boxes = json.loads(options.boxes.read_bytes())
    except (OSError, ValueError) as error:
        raise SystemExit(f"{options.boxes}: {error}") from error
    if not is_coco(boxes):
        raise SystemExit(f"{options.boxes}: not a COCO file with images, annotations and categories")
    return boxes


def main() -> None:
    options, more = _options().parse_known_args()
    boxes = _read_boxes(options)
    photos, out = Store(options.photos), Store(options.out)
    try:
        files = photos.names()
    except FileNotFoundError as error:
        raise SystemExit(f"{options.photos}: no such folder") from error
    names = [image["file_name"] for image in (boxes or NOTHING)["images"]]
    keys = read_keys(files, names, node=options.node)
    if not keys.photos:
        raise SystemExit(f"{options.photos}: no photos in it")
    boxes_name = options.boxes.name if options.boxes else Asked.boxes
    asked = Asked(options.command, photos.address, tuple(more), options.node, boxes_name)
    # As the run began: photos that came since then change no part but theirs.
    begun = (out.read_json(RUN) or {}).get("parts")
    count = options.parts or begun or -(-len(keys.photos) // PHOTOS_OF_PART)
    job = Job(asked, out.address, options.format, count)
    check_settings(job, None if boxes is None else sha256(options.boxes.read_bytes()).hexdigest(), out)
    parts = split_photos(keys, job.parts)
    remove_empty(parts, job, out)
    left = [part for part in parts if not is_done(part, out)]
    if left:
        ray.init(address=options.address, logging_level=logging.WARNING)
        logging.getLogger("ray.data").setLevel(logging.WARNING)
        rows = rows_of(left, boxes and split_coco(boxes, keys, job.parts))
        work_off(rows, job, actors=options.actors, cpus=options.cpus, gpus=options.gpus)
    summary = sum_up(parts, keys, job.parts, out)
    print(json.dumps(summary | {"parts": len(parts), "resumed": len(parts) - len(left)}))
    raise SystemExit(1 if summary["failed"] or summary["skipped"] else 0)


if __name__ == "__main__":
    main()
