"""What every tier shares: repeatable hypothesis, and one Chromium."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LONG = ("browser", "serve")
"""Folders whose files take longest."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long files, so that workers who take a file at a time end together."""
    items.sort(key=lambda item: item.path.parent.name not in LONG)


# The same examples on every machine; time is measured by `make bench`, not by tests.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


PATIENCE = 45_000
"""Milliseconds after which what a page should show is missing: a busy machine is slow."""


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Start one Chromium for all tests; a machine without one fails, it does not skip."""
    from playwright.sync_api import expect

    from chromium import chromium

    expect.set_options(timeout=PATIENCE)
    with chromium() as found:
        yield found
