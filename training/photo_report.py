"""How well the app's photo report sees what was done to a photo.

    python photo_report.py --photos POOL --half report

Every measure of src/report, run in Node on val photos that were degraded here: Spearman's correlation with the severity,
over all photos and within each one, and the area under the ROC curve of clear against degraded at the paper's severity.
scikit-image's own measures of noise and blur beside them. Thresholds are chosen on one half of the photos
(--half choose) and reported on the other. The last line is JSON.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image
from skimage.measure import blur_effect
from skimage.restoration import estimate_sigma

from data.pool import read_pool
from degrade.registry import Recipe, degrade
from evaluation.clear import PhotoReports

# Measure, degradation that it is of, and +1 where the measure grows with it.
PAIRS = (
    ("noise", "gaussian_noise", 1),
    ("noise", "iso_noise", 1),
    ("blur", "defocus", 1),
    ("blur", "motion_blur", 1),
    ("blur", "resampling_blur", 1),
    ("darkness", "low_light", 1),
    ("haze", "fog", 1),
    ("contrast", "contrast", 1),
    ("blocks", "compression", 1),
)
SEVERITIES = (0.1, 0.3, 0.5, 0.7, 0.9)
PAPER = 0.5
HALVES = ("choose", "report")
CLEAR = "identity"


def main() -> None:
    options = _options()
    records = read_pool(options.photos, split="val")
    middle = len(records) // 2
    half = records[:middle] if options.half == "choose" else records[middle:]
    photos = half[:: max(1, len(half) // options.count)][: options.count]
    lines = list(_measure(photos, options.severities))
    if options.lines:
        options.lines.write_text("\n".join(json.dumps(line) for line in lines))
    rows = [_row(lines, *pair) for pair in PAIRS]
    for row in rows:
        print(
            f"{row['measure']:9} {row['degradation']:16} Spearman {row['spearman']:.3f}, "
            f"within a photo {row['within']:.3f}, AUC {row['auc']:.3f}"
        )
    print(json.dumps({"half": options.half, "photos": len(photos), "rows": rows, **_reference(lines)}))


def spearman(left: np.ndarray, right: np.ndarray) -> float:
    return float(np.corrcoef(_ranks(left), _ranks(right))[0, 1])


def auc(clear: np.ndarray, degraded: np.ndarray) -> float:
    """The probability that a degraded photo has the larger value; ties count half."""
    larger = (degraded[:, None] > clear[None]).mean()
    return float(larger + 0.5 * (degraded[:, None] == clear[None]).mean())


def _ranks(values: np.ndarray) -> np.ndarray:
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[places]


def _row(lines: list[dict], measure: str, degradation: str, sign: int) -> dict:
    of = [line for line in lines if line["degradation"] == degradation]
    value = lambda line: sign * line["report"][measure]  # noqa: E731
    severities = np.array([line["severity"] for line in of])
    values = np.array([value(line) for line in of])
    names = np.array([line["photo"] for line in of])
    within = [spearman(severities[names == one], values[names == one]) for one in np.unique(names)]
    clear = np.array([value(line) for line in lines if line["degradation"] == CLEAR])
    return {
        "measure": measure,
        "degradation": degradation,
        "spearman": spearman(severities, values),
        "within": float(np.nanmean(within)),
        "auc": auc(clear, values[severities == PAPER]),
    }


def _reference(lines: list[dict]) -> dict:
    """Spearman's correlation with scikit-image's measures over all pictures, and the largest difference of blur."""
    pairs = {name: np.array([[line["report"][name], line[name]] for line in lines if name in line]) for name in ("noise", "blur")}
    return {
        "scikit_image": {name: spearman(*values.T) for name, values in pairs.items()},
        "difference": {name: float(np.abs(values[:, 0] - values[:, 1]).max()) for name, values in pairs.items()},
        "milliseconds": float(np.median([line["report"]["milliseconds"] for line in lines])),
    }


def _measure(records: list, severities: list[float]) -> Iterator[dict]:
    reports = PhotoReports()
    degradations = [(CLEAR, 0.0), *((name, s) for name in dict.fromkeys(p[1] for p in PAIRS) for s in severities)]
    for seed, record in enumerate(records):
        clear = np.asarray(Image.open(record.image).convert("RGB"))
        for name, severity in degradations:
            photo = degrade(clear, Recipe(name=name, severity=severity, seed=seed))
            report = reports.measure(photo)
            line = {"photo": record.id, "degradation": name, "severity": severity, "report": report}
            yield line | (_scikit_image(photo) if severity in (0, PAPER) else {})


def _scikit_image(photo: np.ndarray) -> dict[str, float]:
    luma = photo @ np.array([0.299, 0.587, 0.114])
    return {"noise": float(estimate_sigma(luma)), "blur": float(blur_effect(luma / 255))}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=Path, required=True)
    parser.add_argument("--half", choices=HALVES, default="report")
    parser.add_argument("--count", type=int, default=190, help="most photos")
    parser.add_argument("--severities", type=float, nargs="+", default=SEVERITIES)
    parser.add_argument("--lines", type=Path, help="receives every measurement, a line each")
    return parser.parse_args()


if __name__ == "__main__":
    main()
