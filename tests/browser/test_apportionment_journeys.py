"""The apportionment page in a browser: seats dealt, a country typed, a paradox found, a link."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser.chart_page import ChartPage
from browser.visited_page import START

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SIZES = {"desk": (1280, 900), "phone": (390, 844)}
GRAVE = ("serious", "critical")
# Keeps the ticks of the play that are still to come, and no other clock of the page.
CLOCKS = """
() => {
  window.clocks = new Set();
  const [start, stop] = [setTimeout, clearTimeout];
  window.setTimeout = (work, wait) => {
    const clock = start(() => { clocks.delete(clock); work(); }, wait);
    if (work.name === "tick") clocks.add(clock);
    return clock;
  };
  window.clearTimeout = (clock) => { clocks.delete(clock); stop(clock); };
}
"""


@pytest.fixture(params=["desk"])
def calculator(
    request: pytest.FixtureRequest, browser: "Browser", server: str
) -> Iterator[ChartPage]:
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height})
    yield ChartPage(context, server, "apportionment")
    context.close()


def opened(calculator: ChartPage, query: str = "") -> ChartPage:
    calculator.start(query)
    expect(calculator.page.locator(".deal-now")).not_to_be_empty()
    return calculator


def test_the_opening_page_is_drawn_and_its_ranking_is_sorted_by_keyboard(
    calculator: ChartPage,
) -> None:
    opened(calculator)
    said = calculator.page.locator(".page-outcome")
    expect(said).to_contain_text("Minnesota got the last seat, with 26 people to spare.")
    expect(said).to_contain_text("New York is next. It needed 89 more people.")
    edge = calculator.page.get_by_role("region", name="Around the last seat")
    expect(edge.get_by_role("row", name=re.compile("^436 New York"))).to_contain_text("89 short")
    calculator.scroll_through()
    expect(calculator.maps.first).to_be_attached(timeout=START)
    assert calculator.hosts() == {"127.0.0.1"}
    assert calculator.errors == []
    head = calculator.page.get_by_role("columnheader", name="People per elector")
    head.get_by_role("button").focus()
    calculator.page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    calculator.page.keyboard.press("Enter")
    first = calculator.page.locator(".lab-ranking tbody tr").first
    expect(first).to_contain_text("Wyoming")


def test_seats_are_dealt_by_step_by_slider_and_by_play(calculator: ChartPage) -> None:
    opened(calculator, "?census=2020&step=434")
    now = calculator.page.locator(".deal-now")
    expect(now).to_contain_text("Seat 434: Montana gets its 2nd seat")
    expect(calculator.page.locator(".deal-next")).to_contain_text("Next: Minnesota, its 8th seat")
    calculator.page.get_by_role("button", name="Next seat").click()
    expect(now).to_contain_text("Seat 435: Minnesota gets its 8th seat (priority 762,997.7)")
    expect(calculator.page.locator(".deal-latest")).to_contain_text("MN8")
    expect(calculator.page).to_have_url(re.compile(r"\?census=2020$"))
    calculator.page.get_by_role("button", name="Last ten").click()
    expect(now).to_contain_text("Seat 425:")
    slider = calculator.page.get_by_role("slider", name="Seats handed out")
    slider.focus()
    calculator.page.keyboard.press("Home")
    expect(now).to_contain_text("50 seats are guaranteed.")
    expect(calculator.page).to_have_url(re.compile(r"step=50$"))
    calculator.page.evaluate(CLOCKS)
    calculator.page.get_by_role("button", name="Play").click()
    expect(now).to_contain_text("Seat ")  # while it plays, 35 seconds, and after
    assert calculator.page.evaluate("clocks.size") == 1
    calculator.page.get_by_role("button", name="Pause").click()
    assert calculator.page.evaluate("clocks.size") == 0
    expect(calculator.page).to_have_url(re.compile(r"step=5[1-9]|step=[6-9]\d|step=[1-4]\d\d"))


def test_whoever_wants_no_motion_sees_none(browser: "Browser", server: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = opened(ChartPage(context, server, "apportionment")).page
    moving = "getComputedStyle(document.querySelector('.deal-bar')).transitionDuration"
    assert page.evaluate(moving) == "0s"
    context.close()


def test_another_size_method_and_census_change_who_just_missed(calculator: ChartPage) -> None:
    opened(calculator)
    said = calculator.page.locator(".page-outcome")
    seats = calculator.page.get_by_role("spinbutton", name="Seats")
    seats.fill("436")
    seats.press("Enter")
    expect(said).to_contain_text("New York got the last seat")
    expect(calculator.page).to_have_url(re.compile(r"\?census=2020&house=436$"))
    calculator.page.get_by_role("combobox", name="Census", exact=True).select_option("1880")
    calculator.page.get_by_role("combobox", name="Method").select_option("webster")
    expect(calculator.page).to_have_url(re.compile(r"\?census=1880&apportion=webster$"))
    calculator.page.reload()
    expect(calculator.page.get_by_role("combobox", name="Method")).to_have_value("webster")


def test_a_country_is_pasted_and_a_bad_row_is_named(calculator: ChartPage) -> None:
    opened(calculator)
    area = calculator.page.get_by_label("States and people")
    area.fill("Ash\t6000\nBirch\tmany\nCedar\t1000")
    calculator.page.get_by_role("button", name="Share the seats").click()
    problems = calculator.page.locator(".country-problems")
    expect(problems).to_contain_text("Row 2: the people of “Birch” are “many”; give a whole number")
    expect(area).to_have_value("Ash\t6000\nBirch\tmany\nCedar\t1000")
    area.fill("Ash\t6000\nBirch\t3000\nCedar\t1000")
    area.press("Control+Enter")
    expect(problems).to_be_empty()
    expect(calculator.page).to_have_url(
        re.compile(r"\?country=Ash:6000,Birch:3000,Cedar:1000&house=10$")
    )
    expect(calculator.page.locator(".deal-seats")).to_have_text(["6", "3", "1"])
    calculator.page.get_by_role("button", name="Back to 2020").click()
    expect(calculator.page.locator(".page-outcome")).to_contain_text("Minnesota got the last seat")
    expect(area).to_have_value("Ash\t6000\nBirch\t3000\nCedar\t1000")


@pytest.mark.parametrize("calculator", ["desk", "phone"], indirect=True)
def test_dealing_answers_beside_its_button_and_leads_to_the_result(calculator: ChartPage) -> None:
    opened(calculator)
    deal = calculator.page.get_by_role("button", name="Share the seats")
    said = calculator.page.locator(".country-outcome")
    nothing, some = "We couldn’t use this table.", "Ash,722\nBirch,many\nCedar,62"
    deal.click()
    expect(said).to_have_text(nothing)
    expect(calculator.page.locator(".country-problems")).to_contain_text("Write one on each line")
    expect(said).to_be_in_viewport(ratio=0.8)
    area = calculator.page.get_by_label("States and people")
    area.fill(some)
    expect(said).to_be_empty()
    area.fill("")
    deal.click()  # the same answer as before is given again
    expect(said).to_have_text(nothing)
    area.fill(some)
    deal.click()
    expect(said).to_contain_text("Done: 10 seats for 2 states. We used 2 of 3 rows.")
    expect(said).to_be_in_viewport(ratio=0.8)
    said.get_by_role("button", name="See the result").click()
    headline = calculator.page.locator(".page-outcome")
    expect(headline).to_be_in_viewport()
    calculator.page.get_by_role("button", name="See the problems").click()
    expect(area).to_be_in_viewport()
    expect(headline).not_to_be_in_viewport()


@pytest.mark.parametrize("calculator", ["desk", "phone"], indirect=True)
def test_a_search_is_refused_in_its_form_and_leaves_no_old_list(calculator: ChartPage) -> None:
    opened(calculator)
    calculator.page.get_by_role("combobox", name="Method").select_option("hamilton")
    form = calculator.page.get_by_role("form", name="A bigger House can cost a state a seat")
    found = calculator.page.locator(".lab-found")
    expect(found.locator("li").first).to_be_attached()
    form.get_by_label("From (seats)").fill("350")
    form.get_by_label("To (seats)").fill("300")
    form.get_by_role("button", name="Find").click()
    refusal = form.get_by_role("alert")
    expect(refusal).to_have_text("Give two House sizes from 50 to 1,000, the smaller one first.")
    expect(refusal).to_be_in_viewport(ratio=0.8)
    expect(found.locator("li")).to_have_count(0)
    form.get_by_label("From (seats)").fill("275")
    form.get_by_role("button", name="Find").click()
    expect(refusal).to_have_count(0)
    expect(found).to_contain_text("275 to 300 seats")
    assert calculator.errors == []


def test_a_file_comes_in_and_goes_out(calculator: ChartPage, tmp_path: Path) -> None:
    table = tmp_path / "country.csv"
    table.write_text('name,people\n"Ash, Upper",600\n=São,400\n', encoding="utf-8")
    opened(calculator)
    names = calculator.page.locator(".deal-code")
    calculator.page.locator(".country-file").set_input_files(table)
    expect(names).to_have_text(["Ash, Upper", "=São"])
    with calculator.page.expect_download() as kept:
        calculator.page.get_by_role("link", name="Save as CSV").click()
    kept.value.save_as(table)
    written = '\ufeffname,people,seats\n"Ash, Upper",600,6\n\'=São,400,4\n'
    assert table.read_bytes() == written.encode()
    calculator.page.get_by_role("button", name="A tie").click()
    expect(names).to_have_text(["Ash", "Birch", "Cedar"])
    calculator.page.locator(".country-file").set_input_files(table)
    expect(names).to_have_text(["Ash, Upper", "=São"])


def test_an_example_shows_a_tie_and_a_case_of_history_its_paradox(calculator: ChartPage) -> None:
    opened(calculator)
    calculator.page.get_by_role("button", name="A tie").click()
    said = calculator.page.locator(".page-outcome")
    expect(said).to_contain_text("Ash and Birch have the same claim to the last seat")
    expect(calculator.page.get_by_label("States and people")).to_have_value(
        re.compile("^name,people\nAsh")
    )
    calculator.page.get_by_role("button", name="1880: Alabama").click()
    expect(calculator.page.locator(".lab-found")).to_contain_text(
        "Alabama: 8 of 299 seats, but 7 of 300."
    )


def test_the_house_that_would_have_changed_2000_leads_to_the_explorer(
    calculator: ChartPage,
) -> None:
    opened(calculator, "?census=1990")
    row = calculator.page.locator(".lab-turns").get_by_role("row", name=re.compile("^2000"))
    expect(row).to_contain_text("491 a tie, 297–297")
    expect(row).to_contain_text("492 Gore wins, 298–297")
    row.get_by_role("link", name="492", exact=True).click()
    expect(calculator.page).to_have_url(
        re.compile(r"/explorer\?cycle=2000&cast=pledged&house=492$")
    )
    expect(calculator.page.locator(".page-outcome")).to_contain_text(
        "Gore Jr. wins with 298 of 595", timeout=START
    )


@pytest.mark.parametrize("calculator", ["desk", "phone"], indirect=True)
def test_nobody_is_shut_out(calculator: ChartPage) -> None:
    opened(calculator, "?census=1990&house=492")
    for fold in calculator.page.locator("summary").all():
        fold.click()
    found = Axe().run(calculator.page).response["violations"]
    serious = [f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in GRAVE]
    assert serious == []
    width = calculator.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0
