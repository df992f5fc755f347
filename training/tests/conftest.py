"""What public/models holds."""

import json
from typing import Any

import pytest

from .originals import MODELS


@pytest.fixture(scope="session")
def manifest() -> dict[str, Any]:
    return json.loads((MODELS / "manifest.json").read_text())


@pytest.fixture(scope="session")
def model(manifest: dict[str, Any]) -> dict[str, Any]:
    return manifest["models"][0]
