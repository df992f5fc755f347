"""Keeps of a run what others need, in half precision: python publish_head.py RUN/checkpoint.pt OUT.pt.

export.py, evaluate.py and train.py --weights read it as they read a checkpoint.
"""

import argparse
from pathlib import Path

import torch

from config import TrainConfig, from_dict, to_dict

KEPT = ("version", "steps")


def publish_head(checkpoint: Path, out: Path) -> None:
    content = torch.load(checkpoint, map_location="cpu", weights_only=True)
    head = {
        name: tensor.half() if tensor.is_floating_point() else tensor
        for name, tensor in content["head"].items()
    }
    # Written out, so that later defaults do not change what an older run was.
    config = to_dict(from_dict(TrainConfig, content["config"]))
    torch.save({key: content[key] for key in KEPT} | {"config": config, "head": head}, out)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    publish_head(options.checkpoint, options.out)


if __name__ == "__main__":
    main()
