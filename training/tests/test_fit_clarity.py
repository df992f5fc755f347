"""Which photos are clear to the model, learned of two clouds of figures."""

import json

import numpy as np

from degrade.registry import IDENTITY
from fit_clarity import FALSE_ALARMS, OUT, to_json, fit, shares_degraded


def test_clouds_are_told_apart_with_few_false_alarms() -> None:
    rng = np.random.default_rng(0)
    clear = [(IDENTITY, x.tolist()) for x in rng.normal(0, 1, (200, 3))]
    degraded = [("fog", x.tolist()) for x in rng.normal(3, 1, (600, 3))]
    weights, bias = fit([*clear, *degraded])
    shares = shares_degraded([*clear, *degraded], weights, bias)
    assert abs(shares[IDENTITY] - FALSE_ALARMS) < 0.02
    assert shares["fog"] > 0.98


def test_the_file_is_as_the_fit_writes_it() -> None:
    kept = json.loads(OUT.read_text())
    assert to_json(kept["weights"], kept["bias"]) == OUT.read_text()
