"""A page with charts and boards as a test sees it: what is drawn."""

import re
from typing import Self

from playwright.sync_api import Locator, expect

from browser.visited_page import START, VisitedPage


class ChartPage(VisitedPage):
    """One page with charts."""

    def open(self, query: str = "") -> Self:
        """Open the page, and wait for its first map."""
        self.start(query)
        expect(self.units.first).to_be_attached(timeout=START)
        return self

    @property
    def units(self) -> Locator:
        """What speaks for the units of the boards, which are only looked at."""
        return self.page.locator("[data-still] [data-unit][aria-label]")

    def board(self, name: str) -> Locator:
        """Find the map whose name begins so."""
        return self.page.get_by_role("application", name=re.compile(f"^{name}"))

    @property
    def maps(self) -> Locator:
        """The drawn places of the charts that are maps."""
        return self.page.locator(".chart-plot .choroplethlayer path")

    def chart(self, title: str) -> Locator:
        return self.page.locator(".chart", has=self.page.get_by_role("heading", name=title))

    def scroll_through(self) -> None:
        """Bring everything into view once, as a visitor does who reads to the end."""
        for chart in self.page.locator(".atlas > li, .chart").all():
            chart.scroll_into_view_if_needed()
