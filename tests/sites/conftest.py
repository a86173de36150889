"""The site, built once and hosted as plain files are."""

from collections.abc import Iterator

import pytest

from serving import serving
from site_build import hosted_site


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """Host the pages as plain files, in a folder of the host."""
    with hosted_site() as address:
        yield address


@pytest.fixture(scope="session")
def explorer_server() -> Iterator[str]:
    """Serve the explorer as `ecx` does."""
    with serving("--pool", "1", "explorer", "history") as address:
        yield address
