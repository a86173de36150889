"""A state that joins, in a browser: every page draws it, at a desk and on a small phone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, expect

from boxes import box_of
from browser.chart_page import ChartPage
from browser.explorer_page import ExplorerPage
from browser.visited_page import START

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

pytestmark = pytest.mark.browser

SIZES = {"desk": (1280, 900), "small phone": (360, 640)}
QUERY = "?cycle=2016&call=PR:clinton-h&states=GUA:170000,PR:3285874"


@pytest.fixture(params=SIZES)
def context(request: pytest.FixtureRequest, browser: "Browser") -> "Iterator[BrowserContext]":
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height})
    yield context
    context.close()


def beside(one: Locator, other: Locator) -> bool:
    """Whether two drawn things do not lie on each other."""
    a, b = box_of(one), box_of(other)
    first, second = sorted((a, b), key=lambda box: box["x"])
    return first["x"] + first["width"] <= second["x"]


def test_a_state_that_joined_is_on_the_board_and_says_whose_it_is(
    context: "BrowserContext", server: str
) -> None:
    page = ExplorerPage(context, server).open(QUERY)
    page.says("PR", "Clinton")
    page.page.get_by_role("button", name="Where is this from?").click()
    page.look_at("PR")
    expect(page.page.locator(".page-origins")).to_contain_text("PR: a state that you added")
    carrier = page.panel.get_by_role("button", name="Clinton Democratic", exact=True)
    expect(carrier).to_have_attribute("aria-pressed", "true")
    assert page.errors == []


def test_the_tab_of_the_comparison_leads_to_both_maps(
    context: "BrowserContext", server: str
) -> None:
    page = ExplorerPage(context, server).open(QUERY)
    page.page.get_by_role("navigation", name="Pages").get_by_role("link", name="Compare").click()
    drawn = page.page.locator(".compare-right .ecx-boxes")
    page.page.wait_for_url("**/compare*")
    page.until_ready()
    expect(drawn.get_by_role("button", name="PR, 7 electors, Clinton")).to_be_visible(timeout=START)
    expect(page.page.locator(".compare-title").nth(1)).to_have_text("Right map: 2016, changed")
    expect(page.page.locator(".page-lines[role=status]")).to_have_text("")
    one, other = (drawn.locator(f"[data-unit={place}]") for place in ("PR", "GUA"))
    assert beside(one, other) or box_of(one)["y"] != box_of(other)["y"]
    assert page.errors == []


def test_the_history_draws_it_and_fits_the_screen(context: "BrowserContext", server: str) -> None:
    page = ChartPage(context, server, "history").open(QUERY)
    drawn = page.page.locator(".ecx-history-map .ecx-boxes")
    expect(drawn.locator("[data-unit=PR]")).to_be_visible()
    links = page.page.get_by_role("navigation", name="Pages").get_by_role("link").all()
    boxes = [box_of(link) for link in links]
    assert len({round(box["y"]) for box in boxes}) == 1
    small = (page.page.viewport_size or {"width": 0})["width"] < 400
    assert not small or min(min(box["width"], box["height"]) for box in boxes) >= 44
    cards = page.page.locator(".atlas > li")
    assert beside(cards.nth(0), cards.nth(1))
    assert page.errors == []
