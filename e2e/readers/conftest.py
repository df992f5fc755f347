import subprocess
import sys
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from truth import Truth

ROOT = Path(__file__).parents[2]

# LabelMe's reader sits in a package that draws windows as soon as it is imported; none is opened here.
for name in ("PyQt5", "PyQt5.QtCore", "PyQt5.QtGui", "PyQt5.QtWidgets"):
    sys.modules[name] = MagicMock()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the app's own code has written one data set in every format."""
    folder = tmp_path_factory.mktemp("written")
    subprocess.run(["npx", "tsx", "e2e/readers/write.ts", str(folder)], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="session")
def truth(written: Path) -> Truth:
    return Truth.read(written / "truth.json")
