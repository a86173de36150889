"""The Chromium of this machine, for tests and for the scripts that measure and take pictures."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Error, sync_playwright

NAMES = (
    "chromium-headless-shell",  # the same without a window: a fifth faster
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)


class NoChromiumError(Exception):
    """There is no Chromium that starts."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a Chromium, for as long as the context lasts.

    It is the one that ECX_CHROMIUM names, or the machine's own, or playwright's.

    Yields
    ------
    Browser
        Quiet, headless, and sandboxed unless it is run by root, who cannot have a sandbox.

    Raises
    ------
    NoChromiumError
        If none starts.
    """
    named = (os.environ.get("ECX_CHROMIUM", ""), *NAMES)
    path = next((found for name in named if name and (found := shutil.which(name))), None)
    flags = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    if sys.platform == "linux" and os.geteuid() == 0:
        flags.append("--no-sandbox")
    with sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(executable_path=path, args=flags)
        except Error as error:
            raise NoChromiumError(
                "a Chromium is needed: install the package 'chromium', or run 'playwright install "
                f"chromium', or name one in ECX_CHROMIUM ({error.message.splitlines()[0]})"
            ) from error
        yield browser
        browser.close()
