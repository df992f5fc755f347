import json
from pathlib import Path

import numpy as np
from PIL import Image

from plot_curves import plot_curves


def test_a_line_per_run_and_a_panel_per_loss(tmp_path: Path) -> None:
    runs = [tmp_path / name for name in ("first", "second")]
    for height, run in enumerate(runs, start=1):
        run.mkdir()
        lines = [
            {"step": s, "dice": height / s, "total": height} for s in range(1, 41)
        ]
        (run / "metrics.jsonl").write_text("\n".join(map(json.dumps, lines)))
    plot_curves(runs[:1], tmp_path / "one.png")
    plot_curves(runs, tmp_path / "both.png")
    one, both = (np.asarray(Image.open(tmp_path / name)) for name in ("one.png", "both.png"))
    assert one.shape == both.shape
    assert one.shape[1] > one.shape[0]
    assert _orange(one) == 0
    # The second run's colour, in both panels.
    assert all(_orange(half) > 20 for half in np.split(both, 2, axis=1))


def _orange(picture: np.ndarray) -> int:
    red, green, blue = (picture[:, :, channel].astype(int) for channel in range(3))
    return np.count_nonzero((red > 230) & (green > 100) & (green < 160) & (blue < 60))
