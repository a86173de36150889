"""One page as its visitor has it: opened, awaited, and what it asked of the network."""

from typing import Final, Self
from urllib.parse import urlparse

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page, Response, expect

START: Final = 90_000
"""Milliseconds after which a page that is not ready has failed, also on a busy machine."""

SHOWN = """
() => ({
  state: `${document.readyState}, html.${document.documentElement.className}`,
  sheet: document.getElementById("sheet")?.className,
  notice: document.querySelector(".sheet-notice, [role=alert]")?.textContent,
  words: document.body?.innerText.slice(0, 300),
})
"""


class VisitedPage:
    """One page, with everything it asked the network for and every error it told."""

    name = "explorer"

    def __init__(
        self, context: BrowserContext, server: str, name: str | None = None, ending: str = ""
    ) -> None:
        self.page = context.new_page()
        self.server = server
        self.address = f"{server}/{name or self.name}{ending}"
        self.requests: list[str] = []
        self.refused: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("response", self._note_refusal)
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._note_error)

    def start(self, query: str = "") -> Self:
        """Open the page, and wait until it has read its address."""
        self.page.goto(self.address + query)
        self.until_ready()
        return self

    def until_ready(self) -> None:
        """Wait until the page has read its address; where it never does, tell what it shows."""
        try:
            until_ready(self.page)
        except AssertionError:
            lines = [f"errors: {self.errors}", f"refused: {self.refused}"]
            lines += [f"asked: {self.requests[-20:]}", f"shown: {self._shown()}"]
            pytest.fail("\n".join([f"{self.page.url} did not start", *lines]))

    def hosts(self) -> set[str | None]:
        """Tell which hosts the page has asked."""
        seen = (urlparse(url) for url in self.requests)
        return {address.hostname for address in seen if address.scheme not in ("data", "blob")}

    def _note_error(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.errors.append(said.text)

    def _note_refusal(self, answer: Response) -> None:
        if not answer.ok:
            self.refused.append(f"{answer.status} {answer.url}")

    def _shown(self) -> object:
        try:
            return self.page.evaluate(SHOWN)
        except Error as error:  # a page that hangs, or is gone, shows nothing
            return error.message


def until_ready(page: Page) -> None:
    """Wait until a page has read its address."""
    expect(page.locator("html.ecx-ready")).to_be_attached(timeout=START)
