"""Nobody is shut out: axe on every page in many states, dark and bright, wide and narrow.

It is to find nothing at all. What it cannot measure is explained below, by its reason and its
place; anything else that it leaves open fails as well.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser.visited_page import VisitedPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.browser

DESK: "ViewportSize" = {"width": 1280, "height": 800}
NARROW: "ViewportSize" = {"width": 320, "height": 640}
SIZES: "tuple[ViewportSize, ...]" = (
    {"width": 1366, "height": 768},
    {"width": 1280, "height": 800},
    {"width": 1024, "height": 768},
)
LARGE: Final = 1280
"""Pixels of width from which the map is to have so much of the screen."""
SHARE: Final = 0.45

EXPLAINED: Final = {
    "imgNode": ".ecx-svg",  # letters on fills: tests/figures/test_palette.py measures them
    "bgOverlap": ".ecx-board",  # numbers and names over the map and its bar
    "pseudoContent": ".ecx-box, .lesson-bar",  # boxes with a sign, bars beside their number
    "elmPartiallyObscured": ".page-scroll, .ecx-page table, summary",  # scrolled out of a table
    "nonBmp": "[aria-hidden=true]",  # pictures that are named elsewhere
    "shortTextContent": "td, th, .ecx-chip, .ecx-total",  # a single figure or letter
}
"""Why axe cannot measure the contrast of some text, and where it may say so."""

UNEXPLAINED = """
([nodes, explained]) => nodes.filter(
  ({ key, target }) => !(explained[key] && document.querySelector(target)?.closest(explained[key])),
)
"""
LAID_OUT = """
() => {
  const pills = [...document.querySelectorAll(".ecx-pill")].filter((pill) => pill.offsetParent);
  const boxes = pills.map((pill) => pill.getBoundingClientRect());
  const map = document.querySelector(".ecx-sheet").getBoundingClientRect();
  return {
    inOneRow: boxes.every((box) => box.top < boxes[0].bottom),
    share: (map.width * map.height) / (innerWidth * innerHeight),
    under: document.querySelector(".ecx-bar").getBoundingClientRect().bottom - innerHeight,
    wider: document.documentElement.scrollWidth - innerWidth,
  };
}
"""

SETTLED = (
    f"() => {{ const {{ inOneRow, under }} = ({LAID_OUT})(); return inOneRow && under <= 0; }}"
)


def look(page: "Page") -> None:
    """Open the panel of a state, the table, and all that is folded."""
    page.locator('[data-unit="TX"][aria-label]').focus()
    page.keyboard.press("Space")
    page.keyboard.press("Alt+T")
    expect(page.locator(".page-units tbody tr").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def leave(_page: "Page") -> None:
    """Leave a page as it opens."""


class Case(NamedTuple):
    """What is looked at: a page, its screen, and what is done there first."""

    address: str
    size: "ViewportSize" = NARROW
    scheme: Literal["light", "dark"] = "dark"
    first: "Callable[[Page], None]" = leave


CASES: Final = (
    Case("explorer?cycle=2016", DESK, "light", look),
    Case("explorer?cycle=2016", NARROW, "dark", look),
    Case("explorer?cycle=1824", DESK),
    Case("explorer?cycle=1800&view=electors"),
    Case("explorer?cycle=1872&view=projector", DESK),
    Case("history?cycle=1824"),
    Case("compare?left=1868&right=1872"),
    Case("faithless"),
    Case("apportionment?census=2020"),
)


@pytest.fixture(scope="module")
def page(browser: "Browser", server: str) -> Iterator[VisitedPage]:
    context = browser.new_context(viewport=DESK)
    yield VisitedPage(context, server)
    context.close()


def examined(page: "Page") -> list[Any]:
    """Run axe; what it found, and what it left open without an explanation."""
    page.evaluate("globalThis.define = undefined")  # axe would take it for a module loader
    options = {"resultTypes": ["violations", "incomplete"]}
    answer = Axe().run(page, options=options).response
    found = [(one["id"], one["nodes"][0]["html"]) for one in answer["violations"]]
    unsure = [
        {"key": _key(node) if one["id"] == "color-contrast" else one["id"], "target": target}
        for one in answer["incomplete"]
        for node in one["nodes"]
        for target in node["target"]
    ]
    return [*found, *page.evaluate(UNEXPLAINED, [unsure, EXPLAINED])]


def _key(node: dict[str, Any]) -> str:
    return str((node["any"][0]["data"] or {}).get("messageKey"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.address}-{case.size['width']}")
def test_axe_finds_nothing_on_any_page(page: VisitedPage, case: Case) -> None:
    page.page.set_viewport_size(case.size)
    page.page.emulate_media(color_scheme=case.scheme)
    page.page.goto(f"{page.server}/{case.address}")
    page.until_ready()
    case.first(page.page)
    assert examined(page.page) == []
    assert page.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_axe_finds_nothing_on_the_first_page(page: VisitedPage) -> None:
    page.page.goto(f"{page.server}/")
    for size, scheme in ((DESK, "light"), (NARROW, "dark")):
        page.page.set_viewport_size(size)
        page.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert examined(page.page) == []


def test_a_chart_follows_the_scheme_and_paper_is_bright(page: VisitedPage) -> None:
    bright, dark = "rgb(22, 24, 29)", "rgb(232, 235, 240)"
    page.page.set_viewport_size(DESK)
    page.page.emulate_media(color_scheme="light")
    page.page.goto(f"{page.server}/history?cycle=1860")
    page.until_ready()
    body = page.page.locator("body")
    year = page.page.locator(".chart-plot .legendtext").first
    page.page.locator(".chart-plot").first.scroll_into_view_if_needed()
    expect(year).to_have_css("fill", bright)
    page.page.emulate_media(color_scheme="dark")
    expect(year).to_have_css("fill", dark)
    expect(body).to_have_css("background-color", "rgb(16, 20, 24)")
    page.page.emulate_media(color_scheme="dark", media="print")
    expect(body).to_have_css("background-color", "rgb(255, 255, 255)")
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(year).to_have_css("fill", bright)
    page.page.emulate_media(color_scheme="dark", media="screen")
    page.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(year).to_have_css("fill", dark)


def test_candidates_map_and_totals_are_on_the_first_screen(page: VisitedPage) -> None:
    page.page.emulate_media(color_scheme="light")
    for cycle in (1860, 2016):
        page.page.goto(f"{page.server}/explorer?cycle={cycle}")
        page.until_ready()
        expect(page.page.locator(".ecx-outlines path").first).to_be_attached()
        for size in SIZES:
            page.page.set_viewport_size(size)
            page.page.wait_for_function(SETTLED)
            laid = page.page.evaluate(LAID_OUT)
            assert laid["wider"] <= 0, (cycle, size)
            assert size["width"] < LARGE or laid["share"] >= SHARE, (cycle, size)
