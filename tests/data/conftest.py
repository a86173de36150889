"""What the tests of the record share: its folder, and the modules that build it."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from data.spoiling import Rows, names, read, write

ROOT = Path(__file__).resolve().parents[2]

YEARS = ("", "1796", "1872", "2016", "2020", "2024", "2028")
"""What the small copy of the gathered tables keeps: 2020 for its census, 2024 for its units."""


@pytest.fixture(scope="session")
def data() -> Path:
    return ROOT / "data"


@pytest.fixture(scope="session")
def rows(data: Path) -> Callable[[str], Rows]:
    """Read a table of the record whole."""
    return cache(lambda table: read(data / f"{table}.csv"))


@pytest.fixture(scope="session")
def few(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the rows of a few cycles of the gathered tables."""

    def year(row: dict[str, str]) -> str:
        return row.get("cycle") or row.get("year") or row.get("census_year") or ""

    folder = tmp_path_factory.mktemp("few")
    for path in sorted((data / "raw").glob("*/*.csv")):
        kept = [row for row in read(path) if year(row) in YEARS]
        write(folder / path.relative_to(data / "raw"), kept, names(path))
    return folder


@pytest.fixture
def raw(few: Path, tmp_path: Path) -> Path:
    """Copy those rows, so that a test may spoil them."""
    return shutil.copytree(few, tmp_path / "raw")
