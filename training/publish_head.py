"""Keeps of a run what others need, in half precision.

    python publish_head.py RUN/checkpoint.pt OUT.pt --runs NAME [NAME ...] [--energy 0.95]

The checkpoint is of train.py or of train_adapter.py. --runs names the files in runs/ that it came
from, the first one first. --adapter puts the adapter of train_adapter.py into a head that was trained
without one. --energy drops ranks of an adapter that hardly count; a head is best trained on what is
left. Whatever reads a checkpoint reads the published file too.
"""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from config import TrainConfig, from_dict
from model.adapter import shrink_factors
from train_adapter import AdapterConfig

KEPT = ("version", "steps")
PARTS = ("head", "adapter")


def publish_head(
    checkpoint: Path,
    out: Path,
    *,
    runs: list[str],
    adapter: Path | None = None,
    energy: float = 1.0,
) -> None:
    content = _read(checkpoint)
    if adapter:
        added = _read(adapter)
        content["adapter"] = added["adapter"]
        content["config"]["model"]["adapter_rank"] = added["config"]["rank"]
    if energy < 1:
        content["adapter"] = shrink_factors(content["adapter"], energy=energy)
    parts = {name: _halved(content[name]) for name in PARTS if name in content}
    # Written out, so later defaults do not change what an older run was.
    kind = TrainConfig if "head" in content else AdapterConfig
    config = asdict(from_dict(kind, content["config"]))
    kept = {key: content[key] for key in KEPT}
    torch.save(kept | {"runs": runs, "config": config} | parts, out)


def _read(path: Path) -> dict[str, Any]:
    return torch.load(path, map_location="cpu", weights_only=True)


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
    parser.add_argument("--runs", nargs="+", required=True)
    parser.add_argument("--adapter", type=Path)
    parser.add_argument("--energy", type=float, default=1.0, help="of each change that is kept")
    options = parser.parse_args()
    publish_head(
        options.checkpoint,
        options.out,
        runs=options.runs,
        adapter=options.adapter,
        energy=options.energy,
    )


if __name__ == "__main__":
    main()
