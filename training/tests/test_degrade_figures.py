import json

from degrade.figures import OUT, PHOTOS, SEEDS, SIDE, figures


def test_the_figures_that_the_browser_is_held_against_are_of_the_present_code() -> None:
    """OpenCV versions may round differently: two in a hundred are allowed."""
    kept = json.loads(OUT.read_text())
    assert (kept["photos"], kept["side"], kept["seeds"]) == (list(PHOTOS), SIDE, SEEDS)
    made = figures()
    assert made.keys() == kept["figures"].keys()
    for name, by_severity in made.items():
        assert by_severity.keys() == kept["figures"][name].keys()
        for severity, now in by_severity.items():
            before = kept["figures"][name][severity]
            assert abs(now["difference"] / before["difference"] - 1) < 0.02, (name, severity)
            assert abs(now["psnr"] - before["psnr"]) < 0.2, (name, severity)
