"""The history in a browser: every election drawn, the slider, links, nobody else asked."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser.chart_page import ChartPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SIZES = {"desk": (1280, 900), "phone": (390, 844)}
GRAVE = ("serious", "critical")


@pytest.fixture(params=["desk"])
def history(request: pytest.FixtureRequest, browser: "Browser", server: str) -> Iterator[ChartPage]:
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height})
    yield ChartPage(context, server, "history")
    context.close()


def test_every_election_is_drawn_and_no_other_host_is_asked(history: ChartPage) -> None:
    history.open("?cycle=1876")
    history.scroll_through()
    expect(history.page.locator("svg.atlas-map:has(path)")).to_have_count(60)
    expect(history.page.locator(".chart-plot .main-svg").nth(2)).to_be_attached()
    assert history.hosts() == {"127.0.0.1"}
    assert history.errors == []
    programs = [url for url in history.requests if "plotly" in url]
    assert len(programs) == 1


def test_the_keys_and_the_slider_step_through_the_cycles(history: ChartPage) -> None:
    history.open("?cycle=1876")
    expect(history.page.locator(".page-outcome")).to_contain_text("Hayes wins")
    history.page.keyboard.press("Alt+.")
    expect(history.page).to_have_url(re.compile(r"\?cycle=1880$"))
    expect(history.board("The election of 1880")).to_be_visible()
    expect(history.page.locator("path[data-unit=CO]")).to_have_accessible_name(
        "Colorado, 3 electors, Garfield"
    )
    slider = history.page.get_by_role("slider", name="Election")
    expect(slider).to_have_attribute("aria-valuetext", "1880")
    slider.focus()
    history.page.keyboard.press("Home")
    expect(history.page).to_have_url(re.compile(r"\?cycle=1789$"))
    expect(history.page.locator(".page-outcome")).to_contain_text("George Washington")


def test_a_slider_dragged_fast_ends_where_it_was_let_go(history: ChartPage) -> None:
    history.open("?cycle=2024")
    slider = history.page.get_by_role("slider", name="Election")
    slider.evaluate(
        """(range) => {
          for (let at = 59; at >= 22; at--) {
            range.value = String(at);
            range.dispatchEvent(new Event("input", { bubbles: true }));
          }
        }"""
    )
    expect(history.page).to_have_url(re.compile(r"\?cycle=1876$"))
    expect(slider).to_have_value("22")
    expect(history.board("The election of 1876")).to_be_visible()
    expect(history.page.locator("[data-unit=CO][aria-label]")).to_have_accessible_name(
        "Colorado, 3 electors, Hayes"
    )


def test_the_map_tells_of_a_state_and_changes_nothing(history: ChartPage) -> None:
    history.open("?cycle=2016")
    tip = history.page.locator(".ecx-tip")
    history.page.locator("path[data-unit=TX]").click()
    expect(tip).to_contain_text("36 for Trump")
    history.page.mouse.move(0, 0)
    expect(tip).to_be_hidden()
    history.page.keyboard.press("ArrowLeft")
    expect(tip).to_contain_text("New Mexico")
    for key in ("Enter", "1", "Backspace"):
        history.page.keyboard.press(key)
    expect(history.page.locator(".ecx-board [role=status]")).to_have_text(
        "New Mexico, 5 electors, Clinton"
    )
    expect(history.page.locator(".ecx-tally")).to_contain_text("304")
    assert history.page.url.endswith("?cycle=2016")
    assert history.errors == []


def test_a_picture_opens_its_cycle_in_the_explorer(history: ChartPage) -> None:
    history.open()
    history.page.get_by_role("link", name=re.compile("^1800 Jefferson")).click()
    expect(history.page).to_have_url(re.compile(r"/explorer\?cycle=1800$"))


def test_a_point_of_a_chart_opens_its_cycle(history: ChartPage) -> None:
    history.open()
    chart = history.chart("The president’s share of the electors")
    chart.scroll_into_view_if_needed()
    point = chart.locator(".scatterlayer .trace").nth(1).locator(".point").first
    point.hover(force=True)  # plotly listens on a sheet above its points
    expect(chart.locator(".chart-plot")).to_have_class(re.compile("chart-leads"))
    history.page.mouse.down()
    history.page.mouse.up()
    expect(history.page).to_have_url(re.compile(r"/explorer\?cycle=1824$"))


def test_the_numbers_of_a_chart_are_a_table_with_links(history: ChartPage) -> None:
    history.open()
    chart = history.chart("The president’s electoral votes and the majority")
    chart.get_by_text("The numbers").click()
    expect(chart.locator("tbody tr")).to_have_count(60)
    row = chart.get_by_role("row", name=re.compile("^1824"))
    expect(row).to_contain_text("House of Representatives")
    expect(row.get_by_role("link")).to_have_attribute("href", "explorer?cycle=1824")


@pytest.mark.parametrize("history", ["desk", "phone"], indirect=True)
def test_nobody_is_shut_out(history: ChartPage) -> None:
    history.open("?cycle=1824")
    for numbers in history.page.get_by_text("The numbers").all():
        numbers.click()
    found = Axe().run(history.page).response["violations"]
    serious = [f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in GRAVE]
    assert serious == []
    width = history.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0
