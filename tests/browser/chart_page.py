"""A page with charts as a test sees it: what is drawn, what is asked of the network."""

from urllib.parse import urlparse

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, expect


class ChartPage:
    """One page with charts, with everything it asked the network for."""

    def __init__(self, context: BrowserContext, server: str, name: str) -> None:
        self.page = context.new_page()
        self.address = f"{server}/{name}"
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._note_error)

    def _note_error(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.errors.append(said.text)

    def open(self, query: str = "") -> "ChartPage":
        self.page.goto(self.address + query)
        expect(self.page.locator("html.ecx-ready")).to_be_attached(timeout=90_000)
        expect(self.maps.first).to_be_attached(timeout=90_000)
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

    def hosts(self) -> set[str | None]:
        seen = (urlparse(url) for url in self.requests)
        return {address.hostname for address in seen if address.scheme not in ("data", "blob")}
