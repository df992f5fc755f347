"""Fits by which figures of its report a photo is clear to the model: src/report/clarity.ts.

    python fit_clarity.py --photos POOL

Train photos, clear and under every degradation at a drawn severity, are measured by the app's own
report. Logistic regression tells them apart; a tenth of the clear ones may be called degraded, as
that costs less than the other way round. The last lines are shares that are called degraded, on the
val half that is not reported on.
"""

import argparse
from collections import defaultdict
from multiprocessing import get_context
from pathlib import Path
from textwrap import fill

import numpy as np
from scipy.optimize import minimize
from tqdm import tqdm

from contract import PROJECT
from data.examples import choose_photos
from data.pool import read_pool
from data.record import Record
from degrade.registry import DEGRADATIONS, IDENTITY, Recipe, degrade
from evaluation.clear import PhotoReports
from evaluation.plan import halve_photos

OUT = PROJECT / "src/report/clarity.json"
SEVERITIES = (0.2, 0.95)
PAPER = 0.5
FALSE_ALARMS = 0.1
RIDGE = 0.01
DIGITS = 5
SEED = 0

# A degradation's name, and the features of a photo under it.
Sample = tuple[str, list[float]]


def main() -> None:
    options = _options()
    records = read_pool(options.photos, split="train")
    train = _measure(choose_photos(records, count=options.count, seed=SEED), SEVERITIES, options)
    weights, bias = fit(train)
    OUT.write_text(to_json(weights.round(DIGITS).tolist(), round(bias, DIGITS)))
    val = halve_photos(read_pool(options.photos, split="val"), "choose")
    chosen = choose_photos(val, count=options.val_count, seed=SEED)
    for name, share in shares_degraded(_measure(chosen, (PAPER, PAPER), options), weights, bias).items():
        print(f"{name:20} {share:.2f}")


def fit(samples: list[Sample]) -> tuple[np.ndarray, float]:
    """Weights and bias, positive for clear; clear and degraded photos weigh the same together."""
    x, is_clear = _arrays(samples)
    middle, scale = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = (x - middle) / scale
    each = np.where(is_clear, 0.5 / is_clear.sum(), 0.5 / (~is_clear).sum())
    sign = np.where(is_clear, 1.0, -1.0)

    def loss(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (z @ parameters[:-1] + parameters[-1])
        slope = -each * sign / (1 + np.exp(margin))
        gradient = np.append(z.T @ slope + 2 * RIDGE * parameters[:-1] / len(parameters), slope.sum())
        ridge = RIDGE * np.square(parameters[:-1]).sum() / len(parameters)
        return each @ np.logaddexp(0, -margin) + ridge, gradient

    found = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / scale
    scores = x @ weights
    return weights, -float(np.quantile(scores[is_clear], FALSE_ALARMS))


def to_json(weights: list[float], bias: float) -> str:
    """As the app's formatter has it."""
    indent = " " * 4
    listed = fill(", ".join(map(str, weights)), 100, initial_indent=indent, subsequent_indent=indent)
    return f'{{\n  "bias": {bias},\n  "weights": [\n{listed}\n  ]\n}}\n'


def shares_degraded(samples: list[Sample], weights: np.ndarray, bias: float) -> dict[str, float]:
    called: dict[str, list[bool]] = defaultdict(list)
    for name, features in samples:
        called[name].append(np.dot(features, weights) + bias <= 0)
    return {name: float(np.mean(each)) for name, each in called.items()}


def _arrays(samples: list[Sample]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([f for _, f in samples]), np.array([name == IDENTITY for name, _ in samples])


def _measure(
    records: list[Record], severities: tuple[float, float], options: argparse.Namespace
) -> list[Sample]:
    tasks = [(record, severities, seed) for seed, record in enumerate(records)]
    with get_context("spawn").Pool(options.processes) as pool:
        found = list(tqdm(pool.imap(_measure_one, tasks), total=len(tasks), unit="photo"))
    return [sample for samples in found for sample in samples]


_reports = PhotoReports()


def _measure_one(task: tuple[Record, tuple[float, float], int]) -> list[Sample]:
    record, severities, seed = task
    rng = np.random.default_rng([SEED, seed])
    photo = record.read_photo()
    samples = []
    for name in (IDENTITY, *DEGRADATIONS):
        recipe = Recipe(name=name, severity=float(rng.uniform(*severities)), seed=seed)
        report = _reports.measure(degrade(photo, recipe))
        # Blank under this degradation: the app asks nobody.
        if report["features"]:
            samples.append((name, report["features"]))
    return samples


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=Path, required=True, help="a pool (data/pool.py)")
    parser.add_argument("--count", type=int, default=240, help="train photos")
    parser.add_argument("--val-count", type=int, default=60)
    parser.add_argument("--processes", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
