"""Keeps of a run what others need, in half precision.

    python publish_head.py RUN/checkpoint.pt OUT.pt --runs NAME [NAME ...] [--energy 0.95] [--average OTHER.pt] [--clear-frozen]

The checkpoint is of train.py or of train_adapter.py. --runs names the files in runs/ that it came
from, the first one first. --adapter puts the adapter of train_adapter.py into a head that was trained
without one. --energy drops ranks of an adapter that hardly count; a head is best trained on what is
left. --average takes the mean of the head's weights and another's, of the same form (Wortsman et al.,
"Model soups", 2022). --clear-frozen says that RobustSAM sees clear photos through the frozen
encoder. Whatever reads a checkpoint reads the published file too.
"""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from adapter_config import AdapterConfig
from config import TrainConfig, from_dict
from model.adapter import shrink_factors

KEPT = ("version", "steps")
PARTS = ("head", "adapter")


def publish_head(
    checkpoint: Path,
    out: Path,
    *,
    runs: list[str],
    adapter: Path | None = None,
    energy: float = 1.0,
    average: Path | None = None,
    clear_frozen: bool = False,
) -> None:
    content = _read(checkpoint)
    if average:
        content["head"] = _mean(content["head"], _read(average)["head"])
    if clear_frozen:
        content["config"]["model"]["clear_frozen"] = True
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


def _mean(head: dict[str, Tensor], other: dict[str, Tensor]) -> dict[str, Tensor]:
    """By weight; what the other has beside (a fusion) is left out."""
    missing = head.keys() - other.keys()
    if missing:
        raise ValueError(f"the other head has no {sorted(missing)}")
    return {
        name: (tensor.float() + other[name].float()) / 2 if tensor.is_floating_point() else tensor
        for name, tensor in head.items()
    }


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
    parser.add_argument("--average", type=Path, help="a published head")
    parser.add_argument("--clear-frozen", action="store_true")
    options = parser.parse_args()
    publish_head(
        options.checkpoint,
        options.out,
        runs=options.runs,
        adapter=options.adapter,
        energy=options.energy,
        average=options.average,
        clear_frozen=options.clear_frozen,
    )


if __name__ == "__main__":
    main()
