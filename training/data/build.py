"""Builds Robust-Seg: reads the paper's sources as they come and writes one pool.

    python -m data.build --out POOL --split train \\
        --source msra10k MSRA10K_Imgs_GT/Imgs --source thinobject5k ThinObject5K \\
        --source lvis lvis_v1_train.json COCO_FOLDER

Degraded twins are not written: training and evaluation make them from seeds (degrade/).
"""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path

from .bdd100k import read_bdd100k
from .coco import read_coco
from .mask_files import read_fss1000, read_msra10k, read_thin_object
from .pool import write_pool
from .record import Record
from .via import read_ndd20, read_streets

# From the paths after a source's name, and split=, to records.
SOURCES: dict[str, Callable[..., list[Record]]] = {
    "coco": partial(read_coco, name="coco"),
    "lvis": partial(read_coco, name="lvis"),
    "lis": partial(read_coco, name="lis"),
    "msra10k": read_msra10k,
    "thinobject5k": read_thin_object,
    "fss1000": read_fss1000,
    "ndd20": read_ndd20,
    "streets": read_streets,
    "bdd100k": read_bdd100k,
}


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--split", choices=["train", "val", "test"], required=True)
    parser.add_argument("--longest-side", type=int, default=1024)
    parser.add_argument(
        "--source", nargs="+", action="append", required=True, metavar=("NAME", "PATH")
    )
    options = parser.parse_args(arguments)
    for name, *paths in options.source:
        records = SOURCES[name](*map(Path, paths), split=options.split)
        write_pool(records, options.out, longest_side=options.longest_side)
        print(f"{name}: {len(records)} photos")


if __name__ == "__main__":
    main()
