"""A page with charts as a test sees it: what is drawn."""

from typing import Self

from playwright.sync_api import Locator, expect

from browser.visited_page import START, VisitedPage


class ChartPage(VisitedPage):
    """One page with charts."""

    def open(self, query: str = "") -> Self:
        """Open the page, and wait for its first map."""
        self.start(query)
        expect(self.maps.first).to_be_attached(timeout=START)
        return self

    @property
    def maps(self) -> Locator:
        """The drawn places of the large maps."""
        return self.page.locator(".chart-plot .choroplethlayer path")

    def chart(self, title: str) -> Locator:
        return self.page.locator(".chart", has=self.page.get_by_role("heading", name=title))

    def scroll_through(self) -> None:
        """Bring everything into view once, as a visitor does who reads to the end."""
        for chart in self.page.locator(".atlas > li, .chart").all():
            chart.scroll_into_view_if_needed()
