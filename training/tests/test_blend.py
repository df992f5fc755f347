import pytest
import torch

from model.blend import blend_single
from model.parts import Parts

from .small_models import ask_once, light, photo_batch, prompts


def test_a_sure_single_mask_stays_as_it_is() -> None:
    vectors, scores = torch.randn(2, 4, 8), torch.tensor([[0.9, 0.5, 0.6, 0.4]] * 2)
    blended, expected = blend_single(vectors, scores)
    assert torch.allclose(blended, vectors, atol=1e-5)
    assert torch.allclose(expected, scores, atol=1e-5)


def test_a_doubtful_one_meets_the_best_candidate_half_way() -> None:
    vectors, scores = torch.randn(2, 4, 8), torch.tensor([[0.5, 0.4, 0.9, 0.6]] * 2)
    blended, expected = blend_single(vectors, scores)
    assert torch.allclose(blended[:, 0], (vectors[:, 0] + vectors[:, 2]) / 2, atol=1e-5)
    assert torch.allclose(expected[:, 0], torch.tensor(0.7))
    assert torch.equal(blended[:, 1:], vectors[:, 1:])
    assert torch.equal(expected[:, 1:], scores[:, 1:])


@pytest.mark.parametrize("is_training", [False, True])
def test_the_head_learns_the_blended_mask_that_it_shows(is_training: bool) -> None:
    model, unblended = light().eval(), light(parts=Parts(blend=False)).eval()
    unblended.head.load_state_dict(model.head.state_dict())
    features = model.sam.encode(photo_batch(1))
    with torch.no_grad():
        known = ask_once(unblended, features, prompts(1)).masks
        # Norms keep their statistics of evaluation.
        model.head.training = is_training
        got = ask_once(model, features, prompts(1)).masks
    assert torch.equal(got[:, 1:], known[:, 1:])
    assert not torch.equal(got[:, 0], known[:, 0])
