"""What things are called, and how numbers look, in tables and charts."""

from .summary import Mean

PROMPTS = {
    "centre": "one central point",
    "points": "three random points",
    "box": "box",
    "corrections": "five corrective clicks",
    "loose_box": "loose box",
    "clicks": "clicks until it is right",
    "all": "all",
}
METRICS = {
    "iou": "IoU",
    "pixel_accuracy": "pixel accuracy",
    "dice": "Dice",
    "boundary_iou": "boundary IoU",
}
MAKES = {
    "ours": "degradations of `degrade/`",
    "albumentations": "degradations as the albumentations library makes them",
    "imagenet-c": "the corruptions of ImageNet-C, severity 0.1 its level 1 and 0.9 its level 5",
}
OBJECTS = {
    "largest": "the largest object",
    "three": "the largest, the middle and the smallest object",
}
MODELS = {"sam": "plain SAM", "robust": "RobustSAM"}


def model_name(name: str) -> str:
    return MODELS.get(name, name)


def plain(name: str) -> str:
    return name.replace("_", " ")


def number(mean: Mean) -> str:
    """The mean and its interval."""
    middle, low, high = mean
    return f"{middle:.3f} ({low:.3f} to {high:.3f})"


def signed(mean: Mean) -> str:
    middle, low, high = mean
    return f"{middle:+.3f} ({low:+.3f} to {high:+.3f})"


def table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
