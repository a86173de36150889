"""Journeys drive the real server with a real browser."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from browser.explorer_page import ExplorerPage
from serving import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

DESK: "ViewportSize" = {"width": 1280, "height": 900}
PHONE: "ViewportSize" = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Serve the pages as `ecx` does, from a pool of kernels."""
    with serving("--pool", "2") as address:
        yield address


@pytest.fixture(scope="session")
def cold_server() -> Iterator[str]:
    """Serve the pages without a pool: every kernel starts with its visitor."""
    with serving("--pool", "0") as address:
        yield address


@pytest.fixture
def desk(browser: "Browser", server: str) -> Iterator[ExplorerPage]:
    """Open the explorer on a desk."""
    context = browser.new_context(viewport=DESK)
    yield ExplorerPage(context, server)
    context.close()


@pytest.fixture
def phone(browser: "Browser", server: str) -> Iterator[ExplorerPage]:
    """Open the explorer on a phone."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    yield ExplorerPage(context, server)
    context.close()
