"""Journeys drive the real server with a real browser."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from browser.explorer_page import ExplorerPage
from browser.homes import Home
from serving import serving
from site_build import hosted_site

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


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """Host the pages as plain files, in a folder of the host."""
    with hosted_site() as address:
        yield address


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Let a test that is marked so run against the server and against the plain files."""
    if metafunc.definition.get_closest_marker("two_homes"):
        metafunc.parametrize("home", ["server", "site"], indirect=True)


@pytest.fixture
def home(request: pytest.FixtureRequest) -> Home:
    """Give the server, or the plain files where a test asks for both."""
    name = getattr(request, "param", "server")
    return Home(request.getfixturevalue(name), ".html" if name == "site" else "")


@pytest.fixture
def desk(browser: "Browser", home: Home) -> Iterator[ExplorerPage]:
    """Open the explorer on a desk."""
    context = browser.new_context(viewport=DESK)
    yield ExplorerPage(context, home.address, ending=home.ending)
    context.close()


@pytest.fixture
def phone(browser: "Browser", home: Home) -> Iterator[ExplorerPage]:
    """Open the explorer on a phone."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    yield ExplorerPage(context, home.address, ending=home.ending)
    context.close()
