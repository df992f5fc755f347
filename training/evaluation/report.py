"""A chapter of Markdown for one evaluation, made of its results alone."""

from collections.abc import Iterator

from .results import Results
from .tables import (
    calibration_table,
    candidates_table,
    clicks_table,
    divided_table,
    glance_table,
    measures_table,
    models_table,
    pieces_table,
)
from .words import MAKES, OBJECTS, PROMPTS, model_name, plain

# By prompt: what the mean over all degradations is to gain at least, and how far below plain SAM on
# the clear photos it may lie.
GAINS = {"centre": 0.14, "points": 0.09, "box": 0.04, "corrections": 0.04}
DISTANCES = {"centre": 0.0, "points": 0.0, "box": -0.025, "corrections": -0.02}


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
        official = model.get("official")
        origin = f"official {official}" if official else f"after {model['steps']} steps"
        yield f"{name}: {origin}, SHA-256 `{model['sha256'][:16]}`."
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
    if results.pieces:
        yield "### Specks and holes"
        yield "Connected parts and holes of answers about objects that are of one part."
        yield pieces_table(results)
    if results.clicks:
        yield "### Clicks until it is right"
        yield (
            "One in the middle, then each on the largest mistake that is left; at most 20, which "
            "also count where they are not enough."
        )
        yield clicks_table(results)
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
    for prompt in (prompt for prompt in GAINS if prompt in results.prompts):
        entry, name = results.mean("degraded", prompt=prompt, model=model), PROMPTS[prompt]
        gain, distance = entry["gain"][0], entry["to_clear"][0]
        yield _bar(f"{name}: gain at least {GAINS[prompt]:+}", f"{gain:+.3f}", gain >= GAINS[prompt])
        aim = f"{name}: degraded less plain SAM on clear photos at least {DISTANCES[prompt]:+}"
        yield _bar(aim, f"{distance:+.3f}", distance >= DISTANCES[prompt])
    for scope, key, aim in (
        ("clear set", "set", "clear photos: no set lower for any prompt"),
        ("degradation", "degradation", "degradations: none lower for any prompt"),
    ):
        worst = results.lowest_gain(scope, model)
        gain = worst["gain"][0]
        found = f"lowest {gain:+.3f}, {plain(worst[key])}, {PROMPTS[worst['prompt']]}"
        yield _bar(aim, found, gain >= 0)


def _bar(aim: str, found: str, is_met: bool) -> str:
    return f"- {'Met' if is_met else 'Not met'}: {aim} ({found})."


def _side_by_side(results: Results) -> Iterator[str]:
    if results.made_with["ablations"]:
        yield (
            "Parts are switched off at inference, on the trained head. Nothing was retrained without "
            "them, so a loss says how much the head leans on a part, not what it would do without."
        )
    yield models_table(results)
