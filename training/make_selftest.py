"""Makes the browser's start-up self-test: a tiny graph and its known answers.

    python make_selftest.py --out ../public/selftest
"""

import argparse
import json
from pathlib import Path

from base.parity import build_parity, parity_document
from model_set import clear_set, write_file
from set_graphs import PRECISIONS


def make_selftest(out: Path) -> None:
    clear_set(out)
    answers = json.dumps(parity_document(), separators=(",", ":")).encode() + b"\n"
    manifest = {
        "answers": write_file(out, "parity", "json", answers),
        "graphs": [
            {"precision": p, **write_file(out, f"parity-{p}", "onnx", build_parity(p))}
            for p in PRECISIONS
        ],
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True)
    make_selftest(parser.parse_args().out)


if __name__ == "__main__":
    main()
