"""What public/models and public/selftest hold, and a set made of a head that was never trained."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from export import export
from model.robust_sam import RobustSam

from .originals import MODELS, SELFTEST
from .seeded import PACKAGE, save_seeded_checkpoint, seeded_robust_sam


@pytest.fixture(scope="session")
def manifest() -> dict[str, Any]:
    return json.loads((MODELS / "manifest.json").read_text())


@pytest.fixture(scope="session")
def model(manifest: dict[str, Any]) -> dict[str, Any]:
    return manifest["graphs"]


@pytest.fixture(scope="session")
def selftest() -> dict[str, Any]:
    return json.loads((SELFTEST / "manifest.json").read_text())


@pytest.fixture(scope="session")
def seeded() -> RobustSam:
    return seeded_robust_sam()


@pytest.fixture(scope="session")
def seeded_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeded")
    save_seeded_checkpoint(folder / "checkpoint.pt")
    export(package=PACKAGE, checkpoint=folder / "checkpoint.pt", out=folder / "set")
    return folder / "set"


@pytest.fixture(scope="module")
def one_thread() -> Iterator[None]:
    """Small models lose time to a second one, and how many share a sum changes its rounding."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="tests that take minutes too")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes minutes; only with --slow")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "slow" in item.keywords and not config.getoption("--slow"):
            item.add_marker(pytest.mark.skip(reason="only with --slow"))
