"""What every tier shares: repeatable hypothesis, and one Chromium."""

import os
import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same examples on every machine; time is measured by `make bench`, not by tests.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)


def chromium() -> str | None:
    """Find the Chromium of this machine; None leaves it to playwright's own."""
    found = (shutil.which(name) for name in (os.environ.get("ECX_CHROMIUM", ""), *NAMES) if name)
    return next((path for path in found if path), None)


def flags() -> list[str]:
    """Start it quietly; a sandbox cannot be had by root."""
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    rootly = sys.platform == "linux" and os.geteuid() == 0
    return [*quiet, "--no-sandbox"] if rootly else quiet


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Start one Chromium for all tests; a machine without one fails, it does not skip."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as driver:
        try:
            found = driver.chromium.launch(executable_path=chromium(), args=flags())
        except Error as error:
            pytest.fail(
                "The browser tests need a Chromium: install the package 'chromium', or run "
                f"'playwright install chromium', or name one in ECX_CHROMIUM. ({error.message})"
            )
        yield found
        found.close()
