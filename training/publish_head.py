"""Keeps of a run what others need, in half precision: python publish_head.py RUN/checkpoint.pt OUT.pt.

export.py, evaluate.py and train.py --weights read it as they read a checkpoint.
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor

from config import TrainConfig, from_dict, to_dict

KEPT = ("version", "steps")
PARTS = ("head", "adapter")


def publish_head(checkpoint: Path, out: Path) -> None:
    content = torch.load(checkpoint, map_location="cpu", weights_only=True)
    parts = {name: _halved(content[name]) for name in PARTS if name in content}
    # Written out, so that later defaults do not change what an older run was.
    config = to_dict(from_dict(TrainConfig, content["config"]))
    torch.save({key: content[key] for key in KEPT} | {"config": config} | parts, out)


def _halved(state: dict[str, Tensor]) -> dict[str, Tensor]:
    return {
        name: tensor.half() if tensor.is_floating_point() else tensor
        for name, tensor in state.items()
    }


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
