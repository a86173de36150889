"""The explorer as a test sees it: what is where, in the visitor's words."""

import re
from typing import Literal, Self

from playwright.sync_api import Locator, expect

from browser.visited_page import VisitedPage

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


class ExplorerPage(VisitedPage):
    """One page of the explorer."""

    def open(self, query: str = "") -> Self:
        """Open the page, and wait for its map."""
        self.start(query)
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
