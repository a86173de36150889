"""Servers of the trial page, one for all tests that leave it as it was."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from serve import trial
from serving import serving

OVERNIGHT = (sys.executable, str(Path(__file__).with_name("command_with_a_night.py")))


@pytest.fixture(scope="session")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    return trial.write(folder / "trial.ipynb", trial.PROSE, trial.CELL, trial.FACTS)


@pytest.fixture(scope="session")
def server(notebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    with serving("--pool", "2", str(notebook), folder=elsewhere) as address:
        yield address


@pytest.fixture
def server_with_a_night(notebook: Path) -> Iterator[str]:
    """Serve pages to one test, which says when a night has passed."""
    with serving("--pool", "2", str(notebook), command=OVERNIGHT) as address:
        yield address
