"""The Markdown tables of a report."""

from .plan import GOOD_ENOUGH
from .results import CANDIDATE_METRICS, METRICS, Entry, Results
from .words import METRICS as METRIC_NAMES
from .words import PROMPTS, model_name, number, plain, signed, table


def glance_table(results: Results) -> str:
    """Table of two models: all prompts, clear and degraded, and how far the goal is."""
    base, model = results.models
    name = model_name(model)
    heads = ["IoU", "plain SAM, clear", "plain SAM, degraded", f"{name}, degraded", "gain"]
    heads += [f"{name} degraded less plain SAM clear", f"{name}, clear", "gain, clear"]
    rows = []
    for prompt in results.prompts:
        of = {
            (scope, who): results.mean(scope, prompt=prompt, model=who)
            for scope in ("clear", "degraded")
            for who in (base, model)
        }
        degraded, clear = of["degraded", model], of["clear", model]
        rows.append(
            [PROMPTS[prompt], number(of["clear", base]["iou"]), number(of["degraded", base]["iou"])]
            + [number(degraded["iou"]), signed(degraded["gain"]), signed(degraded["to_clear"])]
            + [number(clear["iou"]), signed(clear["gain"])]
        )
    return table(heads, rows)


def measures_table(results: Results) -> str:
    rows = [
        [PROMPTS[prompt], scope, model_name(model)]
        + [number(results.mean(scope, prompt=prompt, model=model)[metric]) for metric in METRICS]
        for prompt in results.prompts
        for scope in ("clear", "degraded")
        for model in results.models
    ]
    return table(["prompt", "photos", "model", *(METRIC_NAMES[m] for m in METRICS)], rows)


def divided_table(results: Results, scope: str, *, prompt: str) -> str:
    """A line for each degradation, set or severity; IoU and boundary IoU per model, and gain."""
    key = "degradation" if scope == "composition" else scope
    heads = [f"{model_name(m)} {what}" for m in results.models for what in ("IoU", "boundary IoU")]
    rows = [
        _divided_row(results, scope, str(value), prompt=prompt, **{key: value})
        for value in results.values(scope, key)
    ]
    if scope == "degradation":
        rows.append(_divided_row(results, "degraded", "mean of these", prompt=prompt))
        rows.append(_divided_row(results, "clear", "clear photos", prompt=prompt))
    if scope == "composition":
        rows.append(_divided_row(results, "composed", "mean of these", prompt=prompt))
    return table([key, *heads, "IoU gained"], rows)


def _divided_row(results: Results, scope: str, name: str, **keys: str | float) -> list[str]:
    entries = [results.mean(scope, model=model, **keys) for model in results.models]
    cells = [number(entry[metric]) for entry in entries for metric in ("iou", "boundary_iou")]
    return [plain(name), *cells, signed(entries[-1]["gain"])]


def calibration_table(results: Results) -> str:
    heads = ["prompt", "photos", "model", "mean predicted", "mean true", "mean distance"]
    rows = [
        [*_who(entry)]
        + [_decimal(entry.get(k)) for k in ("predicted", "true", "distance", "error", "auroc")]
        for entry in results.calibration
    ]
    return table([*heads, "expected calibration error", "AUROC of IoU under 0.7"], rows)


def pieces_table(results: Results) -> str:
    heads = ["prompt", "photos", "model", "answers", "parts, median", "90th percentile"]
    rows = [
        [*_who(entry), str(entry["answers"])]
        + [f"{entry[key]:g}" for key in ("parts", "parts_90", "holes", "holes_90")]
        for entry in results.pieces
    ]
    return table([*heads, "holes, median", "90th percentile"], rows)


def clicks_table(results: Results) -> str:
    heads = ["photos", "model"]
    keys = []
    for name, wanted in GOOD_ENOUGH.items():
        heads += [f"clicks to IoU {wanted:.2f}", "never"]
        keys += [name, f"{name}_failed"]
    rows = [
        [entry["scope"], model_name(entry["model"])] + [f"{entry[key]:.2f}" for key in keys]
        for entry in results.clicks
    ]
    return table(heads, rows)


def _decimal(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def candidates_table(results: Results) -> str:
    rows = [
        [*_who(entry), *(number(entry[metric]) for metric in CANDIDATE_METRICS)]
        for entry in results.candidates
    ]
    return table(["prompt", "photos", "model", "chosen IoU", "best IoU", "diversity"], rows)


def models_table(results: Results) -> str:
    """Any number of models side by side."""
    heads = ["model"]
    for prompt in results.prompts:
        heads += [f"{PROMPTS[prompt]}, degraded", "gain", f"{PROMPTS[prompt]}, clear", "gain"]
    rows = []
    for model in results.models:
        cells = [model_name(model)]
        for prompt in results.prompts:
            for scope in ("degraded", "clear"):
                entry = results.mean(scope, prompt=prompt, model=model)
                cells += [number(entry["iou"]), signed(entry["gain"])]
        rows.append(cells)
    return table(heads, rows)


def _who(entry: Entry) -> tuple[str, str, str]:
    return PROMPTS[entry["prompt"]], entry["scope"], model_name(entry["model"])
