"""What went into a head's layers and came out, read by forward hooks: the head stays as it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from torch import Tensor, nn

from model.amfg import Amfg, ChannelAttention, NormBranches, Selector
from model.aotg import PublishedTokenGenerator, TokenGenerator
from model.fourier import FourierSuppression

RECORDED = (
    Amfg,
    NormBranches,
    ChannelAttention,
    FourierSuppression,
    TokenGenerator,
    PublishedTokenGenerator,
)


@dataclass
class Layers:
    """Without the batch, by the layer's name in the head; of selectors the batch branch's weight."""

    inputs: dict[str, Tensor] = field(default_factory=dict)
    outputs: dict[str, Tensor] = field(default_factory=dict)
    selectors: dict[str, Tensor] = field(default_factory=dict)


@contextmanager
def record_layers(head: nn.Module, layers: Layers) -> Iterator[None]:
    """Records the first row of each batch; a layer that runs twice leaves its second run."""
    hooks = []
    for name, module in head.named_modules():
        if isinstance(module, RECORDED):
            hooks.append(module.register_forward_hook(_recorder(name, layers)))
        elif isinstance(module, Selector):
            hooks.append(module.register_forward_hook(_selector(name, layers)))
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()


def _recorder(name: str, layers: Layers):
    def record(_: nn.Module, given: tuple[Tensor, ...], output: Tensor) -> None:
        layers.inputs[name] = given[0][0].detach()
        layers.outputs[name] = output[0].detach()

    return record


def _selector(name: str, layers: Layers):
    def record(_: nn.Module, __: tuple[Tensor, ...], output: tuple[Tensor, Tensor]) -> None:
        layers.selectors[name] = output[0][0].detach()

    return record
