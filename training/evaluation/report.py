"""A chapter of Markdown for one evaluation, made of its results alone."""

from collections.abc import Iterator

from .results import Results
from .tables import (
    calibration_table,
    candidates_table,
    divided_table,
    glance_table,
    measures_table,
    models_table,
)
from .words import MAKES, OBJECTS, PROMPTS, model_name, plain

# What the mean over all degradations is to gain at least, by prompt.
BARS = {"points": 0.05, "centre": 0.05, "box": 0.02}


def to_markdown(results: Results, *, folder: str = ".") -> str:
    """`folder` is where the charts lie. Two models get all tables, others stand side by side."""
    sections = _pair(results, folder) if len(results.models) == 2 else _side_by_side(results)
    return "\n\n".join([*_head(results), *sections]) + "\n"


def _head(results: Results) -> Iterator[str]:
    made = results.made_with
    yield f"## {made['title']}"
    sets = ", ".join(f"{count} {name}" for name, count in made["photos"].items())
    objects = OBJECTS[made.get("objects", "largest")]
    yield (
        f"{sum(made['photos'].values())} photos of `{made['split']}` ({sets}), {objects} "
        f"of each; {MAKES[made['degradations']]}, severity {made['severity']:g} unless another is named. "
        "In brackets: 95 % of the means of photos drawn with replacement; gains are taken photo by "
        "photo."
    )
    for model in made["checkpoints"]:
        name = model_name(model["name"])
        yield f"{name}: after {model['steps']} steps, SHA-256 `{model['sha256'][:16]}`."
    yield f"```sh\n{made['command']}\n```"


def _pair(results: Results, folder: str) -> Iterator[str]:
    yield glance_table(results)
    yield "\n".join(_bars(results))
    yield f"![IoU by degradation]({folder}/degradations.svg)"
    yield "### All measures"
    yield measures_table(results)
    yield "### By degradation"
    yield from _divided(results, "degradation")
    yield "### By set"
    yield from _divided(results, "set")
    if results.values("severity", "severity"):
        yield "### By severity"
        yield f"![Gain by severity]({folder}/severities.svg)"
        yield from _divided(results, "severity")
    if results.values("composition", "degradation"):
        yield "### Compositions"
        yield "Several degradations at once, each at three quarters of the severity."
        yield from _divided(results, "composition")
    yield "### Is the predicted IoU honest?"
    yield f"![Reliability of the predicted IoU]({folder}/reliability.svg)"
    yield calibration_table(results)
    if results.candidates:
        yield "### The three candidates"
        yield (
            "Chosen: the one of the highest predicted IoU. Best: the one of the highest true IoU. "
            "Diversity: the mean of 1 - IoU over their pairs."
        )
        yield candidates_table(results)


def _divided(results: Results, scope: str) -> Iterator[str]:
    for prompt in results.prompts:
        entries = [e for e in results.means if (e["scope"], e["prompt"]) == (scope, prompt)]
        if entries:
            photos = max(entry["photos"] for entry in entries)
            heading = f"{PROMPTS[prompt].capitalize()}"
            yield f"{heading}:" if scope == "set" else f"{heading}, {photos} photos:"
            yield divided_table(results, scope, prompt=prompt)


def _bars(results: Results) -> Iterator[str]:
    model = results.models[1]
    for prompt, bar in BARS.items():
        if prompt in results.prompts:
            gain = results.mean("degraded", prompt=prompt, model=model)["gain"][0]
            yield _bar(f"{PROMPTS[prompt]}: mean gain at least {bar:+}", f"{gain:+.3f}", gain >= bar)
    worst = results.lowest_gain("clear", model)
    gain = worst["gain"][0]
    found = f"lowest {gain:+.3f}, {PROMPTS[worst['prompt']]}"
    yield _bar("clear photos: not lower for any prompt", found, gain >= 0)
    worst = results.lowest_gain("degradation", model)
    gain = worst["gain"][0]
    found = f"lowest {gain:+.3f}, {plain(worst['degradation'])}, {PROMPTS[worst['prompt']]}"
    yield _bar("degradations: none lower for any prompt", found, gain >= 0)


def _bar(aim: str, found: str, is_met: bool) -> str:
    return f"- {'Met' if is_met else 'Not met'}: {aim} ({found})."


def _side_by_side(results: Results) -> Iterator[str]:
    if results.made_with["ablations"]:
        yield (
            "Parts are switched off at inference, on the trained head. Nothing was retrained without "
            "them, so a loss says how much the head leans on a part, not what it would do without."
        )
    yield models_table(results)
