"""An explained click as a folder of pictures and click.json."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from torch import Tensor
from torch.nn import functional as F

from .click import Answered, Explained, Tokens
from .pictures import feature_picture, heat_map, on_photo
from .record import Layers

# Sides of pictures: cells of a coarse map are drawn larger.
LEAST_SIDE = 256
DIGITS = 5


def write_explanation(out: Path, found: Explained, facts: dict[str, Any]) -> dict[str, Any]:
    """Replaces an earlier one in the folder; `facts` go into click.json too, which is given back."""
    for stale in out.glob("*.png"):
        stale.unlink()
    for kind, answered in (("robust", found.robust), ("plain", found.plain)):
        for index, logits in enumerate(answered.masks):
            _save(out / f"{kind}-mask-{index}.png", heat_map(logits, found.shown))
    for name, x in found.features.items():
        _save(out / f"{name}.png", feature_picture(x, found.shown))
    for end, maps in (("in", found.layers.inputs), ("out", found.layers.outputs)):
        for name, x in maps.items():
            if x.dim() == 3:
                _save(out / f"{name}.{end}.png", feature_picture(x, found.shown))
    content = {
        **facts,
        "size": {"width": found.photo[1], "height": found.photo[0]},
        "is_clear": found.is_clear,
        "robust": _answer(found.robust),
        "plain": _answer(found.plain),
        "tokens": compare_tokens(found.tokens),
        "layers": compare_layers(found.layers, found.shown),
        "selectors": {name: _mean(x) for name, x in found.layers.selectors.items()},
        "features": _changes(found),
    }
    (out / "click.json").write_text(json.dumps(content, indent=2) + "\n")
    return content


def compare_tokens(tokens: Tokens) -> list[dict[str, Any]]:
    """For each of the four: lengths and cosines. ROT begins as SAM's token, so their cosine says how
    far training went; that of T^_RO with T_OC, how near it comes to what SAM says of the photo."""
    pairs = {
        "rot_sam": (tokens.rot, tokens.sam),
        "t_ro_t_oc": (tokens.t_ro, tokens.t_oc),
        "refined_t_oc": (tokens.refined, tokens.t_oc),
        "refined_t_ro": (tokens.refined, tokens.t_ro),
    }
    return [
        {
            "token": index,
            "norm": {name: _round(x[index].norm()) for name, x in vars(tokens).items()},
            "cosine": {
                name: _round(F.cosine_similarity(a[index], b[index], dim=0))
                for name, (a, b) in pairs.items()
            },
        }
        for index in range(len(tokens.sam))
    ]


def compare_layers(layers: Layers, shown: tuple[float, float]) -> dict[str, dict[str, Any]]:
    """Shapes and lengths before and after, on the photo, and where shapes agree cosine and change."""
    found = {}
    for name, before in layers.inputs.items():
        after = layers.outputs[name]
        if before.dim() == 3:
            before, after = on_photo(before, shown), on_photo(after, shown)
        found[name] = {"in": _facts(before), "out": _facts(after)}
        if before.shape == after.shape:
            found[name] |= _difference(before, after)
    return found


def _changes(found: Explained) -> dict[str, dict[str, float]]:
    """What adapter and head did to the embedding: each beside the one before."""
    steps = ("features.plain.embedding", "features.seen.embedding", "features.robust.embedding")
    maps = [on_photo(found.features[name], found.shown) for name in steps]
    return {
        "adapter": _difference(maps[0], maps[1]),
        "head": _difference(maps[1], maps[2]),
    }


def _difference(before: Tensor, after: Tensor) -> dict[str, float]:
    return {
        "cosine": _round(F.cosine_similarity(before.flatten(), after.flatten(), dim=0)),
        "change": _round((after - before).norm() / before.norm().clamp_min(1e-12)),
    }


def _answer(answered: Answered) -> dict[str, Any]:
    prompt = answered.prompt
    points = zip(prompt.coords[0].tolist(), prompt.labels[0].tolist(), strict=True)
    return {
        "token": answered.token,
        "scores": [_round(score) for score in answered.scores],
        "logits": [[_round(x.min()), _round(x.max())] for x in answered.masks],
        "points": [{"x": x, "y": y, "label": int(label)} for (x, y), label in points],
        "has_mask_prompt": prompt.mask is not None,
    }


def _facts(x: Tensor) -> dict[str, Any]:
    return {"shape": list(x.shape), "norm": _round(x.norm()), "mean": _mean(x)}


def _mean(x: Tensor) -> float:
    return _round(x.mean())


def _round(x: Tensor) -> float:
    return round(float(x), DIGITS)


def _save(path: Path, picture: np.ndarray) -> None:
    scale = max(1, LEAST_SIDE // max(1, picture.shape[0]))
    Image.fromarray(picture.repeat(scale, axis=0).repeat(scale, axis=1)).save(path)
