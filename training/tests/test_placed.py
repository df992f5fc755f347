import json

from evaluation.placed import OUT, placed


def test_the_places_that_the_app_is_held_against_are_of_the_present_code() -> None:
    assert json.loads(OUT.read_text()) == json.loads(json.dumps(placed()))
