"""Pages on paper, as the browser prints them: read and looked at."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from playwright.sync_api import expect

from browser.explorer_page import ExplorerPage
from browser.visited_page import START, until_ready

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

RED, BLUE = (0xD6, 0x40, 0x3A), (0x1F, 0x5F, 0xBF)
SHEETS = {
    "letter": {"format": "Letter", "print_background": False},
    "across": {"format": "A4", "landscape": True, "print_background": True},
}


@pytest.fixture
def page(browser: "Browser", server: str) -> Iterator["Page"]:  # noqa: ARG001 - it serves first
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


class Paper:
    """What a printer would put on paper."""

    def __init__(self, page: "Page", sheet: str) -> None:
        self._document = pypdfium2.PdfDocument(page.pdf(**SHEETS[sheet]))  # type: ignore[arg-type]  # the options above
        self.sheets = len(self._document)
        self.text = " ".join(sheet.get_textpage().get_text_range() for sheet in self._document)
        self.words = " ".join(self.text.split())

    def sheet(self, number: int) -> str:
        """Read one sheet."""
        return str(self._document[number].get_textpage().get_text_range())

    def colors(self, number: int = 0) -> set[tuple[int, int, int]]:
        """List the colors on a sheet."""
        picture = self._document[number].render(scale=1).to_pil().convert("RGB")
        return {color for _, color in picture.getcolors(1 << 24)}


def opened(page: "Page", server: str, path: str) -> None:
    page.goto(f"{server}/{path}")
    until_ready(page)


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_map_is_whole_on_one_sheet_with_its_outcome_totals_and_link(
    page: "Page", server: str, sheet: str
) -> None:
    opened(page, server, "explorer?cycle=2016")
    expect(page.locator(".page-outcome")).to_contain_text("304")
    paper = Paper(page, sheet)
    assert paper.sheets == 1
    for word in ("WA", "ME", "FL", "HI", "RI", "Clinton", "227", "270 to win", "cycle=2016"):
        assert word in paper.words, word
    for word in ("Undo", "Copy link", "Apportionment", "Where is this from?"):
        assert word not in paper.words, word
    assert {RED, BLUE} <= paper.colors()


def test_tables_are_whole_on_paper(page: "Page", server: str) -> None:
    opened(page, server, "apportionment?census=2020")
    paper = Paper(page, "letter")
    assert paper.words.count("Wyoming") >= 2
    assert "All seats" not in paper.words


def test_charts_that_nobody_has_looked_at_are_on_paper_too(page: "Page", server: str) -> None:
    opened(page, server, "history?cycle=2016")
    page.wait_for_function("() => globalThis.Plotly", timeout=START)
    drawn = page.locator(".chart-plot:has(.main-svg)")
    charts = page.locator(".chart-plot:not([hidden])").count()
    assert drawn.count() < charts
    Paper(page, "letter")
    expect(drawn).to_have_count(charts)


@pytest.mark.parametrize("path", ["history?cycle=2016", "compare?left=2012&right=2016"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_maps_that_are_only_looked_at_are_whole_on_paper(
    page: "Page", server: str, path: str, sheet: str
) -> None:
    opened(page, server, path)
    expect(page.locator("[data-still] .ecx-tally").last).to_contain_text("304")
    paper = Paper(page, sheet)
    first = paper.sheet(0)
    maps = page.locator("[data-still]").count()
    for word in ("WA", "CA", "ME2", "FL", "HI", "RI", "270 to win"):
        assert first.count(word) >= maps, word
    assert {RED, BLUE} <= paper.colors()


def test_a_worksheet_hides_the_totals_until_the_next_sheet(desk: ExplorerPage) -> None:
    desk.open("?cycle=1824")
    desk.page.evaluate("() => { globalThis.print = () => { document.title = 'printed'; }; }")
    desk.page.locator(".ecx-print-panel summary").click()
    desk.page.get_by_role("button", name="Count the votes", exact=True).click()
    expect(desk.page).to_have_title("printed")
    paper = Paper(desk.page, "letter")
    work, _, answer = paper.words.partition("Answer for the teacher")
    assert "New York" in work
    assert "99" not in work.partition("http")[0]  # the port of the server may have it
    assert "99" in answer
    expect(desk.page.locator("[data-print]")).to_have_count(0)
    assert desk.errors == []
