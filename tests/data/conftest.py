"""What the tests of the record share: its folder, and the modules that build it."""

import csv
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))


@pytest.fixture(scope="session")
def data() -> Path:
    return ROOT / "data"


@pytest.fixture(scope="session")
def rows(data: Path):
    """Read a table of the record whole."""

    def read(table: str) -> list[dict[str, str]]:
        with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read


@pytest.fixture
def raw(data: Path, tmp_path: Path) -> Path:
    """Copy the gathered tables, so that a test may spoil them."""
    copy = tmp_path / "raw"
    shutil.copytree(data / "raw", copy, ignore=shutil.ignore_patterns("geo"))
    return copy
