"""Which of the four masks is shown, as in the app."""

import pytest
import torch

from model.choice import choose_mask
from model.prompt import BOX_BOTTOM_RIGHT, BOX_TOP_LEFT, EXCLUDE, INCLUDE, PADDING, Prompt

SCORES = torch.tensor([[0.9, 0.3, 0.8, 0.5], [0.1, 0.7, 0.2, 0.4]])


@pytest.mark.parametrize(
    ("labels", "chosen"),
    [
        ([INCLUDE, PADDING], [2, 1]),
        ([BOX_TOP_LEFT, BOX_BOTTOM_RIGHT], [0, 0]),
        ([INCLUDE, EXCLUDE, PADDING], [0, 0]),
        ([INCLUDE, BOX_TOP_LEFT, BOX_BOTTOM_RIGHT], [0, 0]),
    ],
)
def test_a_lone_click_has_its_best_candidate_all_else_the_single_mask(
    labels: list[int], chosen: list[int]
) -> None:
    prompt = Prompt(coords=torch.zeros(2, len(labels), 2), labels=torch.tensor([labels, labels]))
    assert choose_mask(SCORES, prompt).tolist() == chosen


def test_where_the_single_mask_alone_was_trained_it_answers_a_lone_click_too() -> None:
    prompt = Prompt(coords=torch.zeros(2, 2, 2), labels=torch.tensor([[INCLUDE, PADDING]] * 2))
    assert choose_mask(SCORES, prompt, single_only=True).tolist() == [0, 0]
