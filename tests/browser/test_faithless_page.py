"""The lesson in a browser: search, sort, the law by year, counters, presets, folded answers."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Self

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from browser.chart_page import ChartPage
from browser.explorer_page import ExplorerPage
from browser.visited_page import START

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SIZES = {"desk": (1280, 900), "phone": (390, 844)}
GRAVE = ("serious", "critical")


class LessonPage(ChartPage):
    """The lesson as a test sees it; its map is drawn once somebody scrolls to it."""

    name = "faithless"

    def open(self, query: str = "") -> Self:
        self.start(query)
        expect(self.page.locator(".lesson-questions")).to_be_visible(timeout=START)
        return self

    def facts(self, title: str) -> Locator:
        return self.page.locator(
            ".ecx-facts", has=self.page.get_by_role("region", name=title, exact=True)
        )

    @property
    def law(self) -> Locator:
        return self.page.locator(".ecx-law-map")


@pytest.fixture(params=["desk"])
def lesson(request: pytest.FixtureRequest, browser: "Browser", server: str) -> Iterator[LessonPage]:
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height})
    yield LessonPage(context, server)
    context.close()


@pytest.fixture(scope="module")
def shared(browser: "Browser", server: str) -> Iterator[LessonPage]:
    """Open the lesson once for the tests that leave its election and its place in the story."""
    width, height = SIZES["desk"]
    context = browser.new_context(viewport={"width": width, "height": height})
    yield LessonPage(context, server).open()
    context.close()


def test_everything_is_drawn_and_no_other_host_is_asked(shared: LessonPage) -> None:
    shared.scroll_through()
    expect(shared.maps.nth(50)).to_be_attached(timeout=START)
    expect(shared.page.locator(".chart-plot .scatterlayer .point").nth(161)).to_be_attached()
    assert shared.hosts() == {"127.0.0.1"}
    assert shared.errors == []


def test_typing_narrows_the_cases_at_once_and_pickers_narrow_them_further(
    lesson: LessonPage,
) -> None:
    facts = lesson.open().facts("Every known case")
    expect(facts.get_by_role("status")).to_have_text("Cases: 49 of 49. Electors: 196.")
    facts.get_by_role("searchbox").press_sequentially("kaine wash")
    expect(facts.get_by_role("status")).to_have_text("Cases: 4 of 49. Electors: 4.")
    facts.get_by_role("searchbox").fill("")
    facts.get_by_label("Office").select_option("vice president")
    facts.get_by_label("State").select_option("Virginia")
    expect(facts.get_by_role("status")).to_have_text("Cases: 2 of 49. Electors: 24.")
    facts.get_by_label("Election").select_option("1836")
    expect(facts.locator("tbody tr")).to_have_count(1)
    facts.get_by_role("link", name="1836").click()
    expect(lesson.page).to_have_url(re.compile(r"/explorer\?cycle=1836$"))


def test_what_is_typed_is_text_and_finds_nothing_more(shared: LessonPage) -> None:
    facts = shared.facts("Every known case")
    facts.get_by_role("searchbox").fill("<img src=x onerror=alert(1)>")
    expect(facts.get_by_role("status")).to_have_text("Cases: 0 of 49. Electors: 0.")
    assert shared.page.locator("img[src=x]").count() == 0
    facts.get_by_role("searchbox").fill("")
    expect(facts.get_by_role("status")).to_have_text("Cases: 49 of 49. Electors: 196.")


def test_a_heading_sorts_by_keyboard_and_keeps_the_focus(shared: LessonPage) -> None:
    facts = shared.facts("Every known case")
    heading = facts.get_by_role("button", name="Electors", exact=True)
    heading.focus()
    shared.page.keyboard.press("Enter")
    shared.page.keyboard.press("Enter")
    expect(facts.get_by_role("columnheader", name="Electors")).to_have_attribute(
        "aria-sort", "descending"
    )
    expect(facts.get_by_role("button", name=re.compile("^Electors"))).to_be_focused()
    expect(facts.locator("tbody tr").first).to_contain_text("Pennsylvania")
    expect(facts.locator("tbody tr").nth(1)).to_contain_text("Virginia")


def test_a_year_moves_the_map_the_table_the_counters_and_the_address(lesson: LessonPage) -> None:
    lesson.open()
    expect(lesson.law).to_contain_text("in 2016")
    lesson.page.get_by_role("group", name="Laws of which election?").get_by_role(
        "button", name="2024"
    ).press("Enter")
    expect(lesson.law).to_contain_text("in 2024")
    expect(lesson.facts("The law of each state").get_by_role("row", name="Texas")).to_contain_text(
        "canceled"
    )
    expect(lesson.page.locator(".ecx-counters")).to_contain_text("43")
    expect(lesson.page).to_have_url(re.compile(r"\?cycle=2024$"))


def test_a_jump_within_the_page_goes_back_and_keeps_the_election(lesson: LessonPage) -> None:
    lesson.open()
    lesson.page.get_by_role("link", name="What the law says").click()
    years = lesson.page.get_by_role("group", name="Laws of which election?")
    years.get_by_role("button", name="2024").press("Enter")
    expect(lesson.page).to_have_url(re.compile(r"\?cycle=2024#What-the-law-says$"))
    lesson.page.go_back()
    expect(lesson.page).to_have_url(re.compile(r"\?cycle=2024$"))
    expect(lesson.law).to_contain_text("in 2024")


def test_the_counters_follow_election_pledge_and_law(lesson: LessonPage) -> None:
    lesson.open()
    numbers = lesson.page.locator(".ecx-counters li b")
    expect(numbers).to_have_text(["37", "37", "38"])
    lesson.page.get_by_role("button", name="As cast").press("Enter")
    expect(numbers.first).to_have_text("35")
    lesson.page.locator(".ecx-election-picker").get_by_label("Election").select_option("2000")
    expect(numbers.first).to_have_text("2")
    lesson.page.get_by_label("Count votes under").select_option("bind")
    expect(numbers).to_have_count(0)
    expect(lesson.page.locator(".ecx-counters")).to_contain_text("Nobody wins: not possible.")


def test_a_card_opens_its_map_in_the_explorer(lesson: LessonPage) -> None:
    lesson.open()
    lesson.page.get_by_role("link", name="38 go over: she is elected").click()
    outcome = lesson.page.locator(".page-outcome")
    expect(outcome).to_contain_text("Clinton wins with 270 of 538", timeout=START)


def test_an_answer_unfolds_by_keyboard(shared: LessonPage) -> None:
    first = shared.page.locator(".lesson-questions li").first
    expect(first.get_by_text("each has 269")).to_be_hidden()
    first.get_by_text("See an answer").focus()
    shared.page.keyboard.press("Enter")
    expect(first.get_by_text("each has 269")).to_be_visible()


def test_in_the_projector_view_the_story_stays(shared: LessonPage) -> None:
    shared.page.keyboard.press("Alt+p")
    expect(shared.page.get_by_role("heading", name="What the law says")).to_be_visible()
    expect(shared.page.locator(".ecx-counters")).to_be_visible()
    expect(shared.page).to_have_url(re.compile("view=projector"))
    shared.page.keyboard.press("Alt+p")
    expect(shared.page).not_to_have_url(re.compile("view=projector"))


@pytest.mark.parametrize("lesson", ["desk", "phone"], indirect=True)
def test_nobody_is_shut_out(lesson: LessonPage) -> None:
    lesson.open()
    lesson.scroll_through()
    for folded in lesson.page.locator("details > summary").all():
        folded.click()
    found = Axe().run(lesson.page).response["violations"]
    serious = [f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in GRAVE]
    assert serious == []
    width = lesson.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0


def test_a_preset_in_the_explorer_changes_the_map_and_undo_takes_it_back(
    desk: ExplorerPage,
) -> None:
    desk.open("?cycle=2016")
    desk.page.get_by_role("button", name="As pledged").first.click()
    expect(desk.outcome).to_contain_text("306 of 538")
    offered = desk.page.get_by_role("region", name="What if?")
    offered.get_by_role("button", name="37 go over to the rival").press("Enter")
    expect(desk.outcome).to_contain_text("269")
    expect(offered).to_contain_text("Now it is a tie, 269 to 269. The House chooses the president")
    desk.page.keyboard.press("Control+z")
    expect(desk.outcome).to_contain_text("306 of 538")
    assert desk.errors == []
