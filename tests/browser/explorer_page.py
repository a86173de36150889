"""The explorer as a test sees it: what is where, in the visitor's words."""

import re
from typing import Literal
from urllib.parse import urlparse

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, expect

# A point of a unit that nothing else covers: the middle of Michigan's frame is a lake.
POINT_ON = """
(element) => {
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  for (let step = 2; step < 40; step *= 2)
    for (let i = 1; i < step; i++)
      for (let j = 1; j < step; j++) {
        const [px, py] = [x + (width * i) / step, y + (height * j) / step];
        if (element.contains(document.elementFromPoint(px, py))) return [px, py];
      }
  throw new Error('nothing of this unit can be clicked');
}
"""


class ExplorerPage:
    """One page of the explorer, with everything it asked the network for."""

    def __init__(self, context: BrowserContext, server: str) -> None:
        self.page = context.new_page()
        self.server = server
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._listen)

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def open(self, query: str = "") -> "ExplorerPage":
        self.page.goto(f"{self.server}/explorer{query}")
        expect(self.page.locator("html.ecx-ready")).to_be_attached(timeout=90_000)
        expect(self.map).to_be_visible()
        expect(self.outcome).not_to_be_empty()
        return self

    @property
    def map(self) -> Locator:
        return self.page.locator(".ecx-area")

    @property
    def outcome(self) -> Locator:
        return self.page.locator(".page-outcome")

    @property
    def notices(self) -> Locator:
        return self.page.locator(".page-lines")

    @property
    def panel(self) -> Locator:
        return self.page.locator(".ecx-unit-panel")

    def unit(self, unit: str) -> Locator:
        """Find what stands for a unit: its box, or its outline where it has none."""
        return self.map.locator(f'[data-unit="{unit}"][aria-label]')

    def click(self, unit: str, button: Literal["left", "right"] = "left") -> None:
        x, y = self.unit(unit).evaluate(POINT_ON)
        self.page.mouse.click(x, y, button=button)

    def tap(self, unit: str) -> None:
        x, y = self.unit(unit).evaluate(POINT_ON)
        self.page.touchscreen.tap(x, y)

    def look_at(self, unit: str) -> None:
        """Open the particulars of a unit by keyboard, and leave it as it is."""
        self.unit(unit).focus()
        self.page.keyboard.press("Space")
        expect(self.panel.get_by_role("heading", level=2)).to_be_visible()

    def says(self, unit: str, carrier: str) -> None:
        expect(self.unit(unit)).to_have_attribute("aria-label", re.compile(f", {carrier}\\b"))

    def tool(self, name: str) -> Locator:
        return self.page.locator(".ecx-toolbar").get_by_role("button", name=name)

    def address_is(self, query: str) -> None:
        expect(self.page).to_have_url(re.compile(re.escape(query) + "$"))

    def hosts(self) -> set[str | None]:
        seen = (urlparse(url) for url in self.requests)
        return {address.hostname for address in seen if address.scheme not in ("data", "blob")}
