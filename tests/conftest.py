"""What every tier shares: repeatable hypothesis, and one Chromium."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same examples on every machine; time is measured by `make bench`, not by tests.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Start one Chromium for all tests; a machine without one fails, it does not skip."""
    from chromium import chromium

    with chromium() as found:
        yield found
