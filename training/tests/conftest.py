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


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="tests that take minutes too")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes minutes; only with --slow")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "slow" in item.keywords and not config.getoption("--slow"):
            item.add_marker(pytest.mark.skip(reason="only with --slow"))
