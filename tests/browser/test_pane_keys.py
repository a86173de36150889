"""Panes by keyboard: every press of a held key counts, and the focus is never lost."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.chart_page import ChartPage
from browser.explorer_page import ExplorerPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

pytestmark = pytest.mark.browser

PRESSES = 25
TWO_FRAMES = "() => new Promise((f) => requestAnimationFrame(() => requestAnimationFrame(f)))"


@pytest.fixture
def lab(browser: "Browser", server: str) -> Iterator[ChartPage]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield ChartPage(context, server, "apportionment")
    context.close()


def hold(slider: "Locator", key: str) -> None:
    """Press a key again and again, as a key that is held does, while answers come in."""
    slider.focus()
    for _ in range(PRESSES):
        slider.page.keyboard.down(key)
        slider.page.evaluate(TWO_FRAMES)
    slider.page.keyboard.up(key)


def test_a_key_that_is_held_moves_the_house_as_often_as_it_is_pressed(desk: ExplorerPage) -> None:
    desk.open("?cycle=2000")
    desk.page.locator(".page-rules summary").click()
    slider = desk.page.get_by_label("House size")
    hold(slider, "ArrowRight")
    desk.address_is(f"?cycle=2000&house={435 + PRESSES}")
    expect(slider).to_have_value(str(435 + PRESSES))


def test_a_key_that_is_held_undeals_as_many_seats(lab: ChartPage) -> None:
    lab.start()
    slider = lab.page.get_by_label("Seats handed out")
    hold(slider, "ArrowLeft")
    expect(lab.page).to_have_url(f"{lab.address}?census=2020&step={435 - PRESSES}")
    expect(slider).to_have_value(str(435 - PRESSES))


def test_a_row_that_moves_keeps_the_focus_of_its_choice(desk: ExplorerPage) -> None:
    desk.open("?cycle=2020")
    desk.page.keyboard.press("Alt+T")
    desk.page.get_by_role("button", name="Winner").click()
    choice = desk.page.locator("#ecx-row-GA select")
    choice.focus()
    choice.select_option("GA:trump")
    expect(desk.page.locator("#ecx-row-GA.page-changed")).to_contain_text("Biden +0.2")
    expect(choice).to_be_focused()


def test_closing_the_panel_leads_back_to_the_map(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    desk.unit("TX").focus()
    desk.page.keyboard.press("Space")
    desk.page.get_by_label("Close Texas").focus()
    desk.page.keyboard.press("Enter")
    expect(desk.page.get_by_role("heading", name="2016, the whole country")).to_be_visible()
    expect(desk.unit("TX")).to_be_focused()
    desk.page.keyboard.press("Space")
    expect(desk.page.get_by_label("Close Texas")).to_be_visible()
    desk.page.keyboard.press("Escape")
    expect(desk.page.get_by_role("heading", name="2016, the whole country")).to_be_visible()
    expect(desk.unit("TX")).to_be_focused()


def test_on_a_phone_a_place_that_is_open_is_one_tap_from_its_particulars(
    phone: ExplorerPage,
) -> None:
    phone.open("?cycle=2024")
    ways = phone.page.get_by_role("group", name="Map and details")
    expect(ways).to_have_count(0)
    phone.tap("GA")
    phone.address_is("?cycle=2024&call=GA:harris")
    ways.get_by_role("button", name="Georgia: 16 electors").tap()
    expect(phone.page.get_by_role("heading", name="Georgia")).to_be_in_viewport()
    ways.get_by_role("button", name="Undo").tap()
    phone.address_is("?cycle=2024")
    ways.get_by_role("button", name="Map").tap()
    expect(phone.outcome).to_be_in_viewport()
    expect(phone.map).to_be_in_viewport()


def test_escape_closes_a_term_and_nothing_else_and_what_opens_is_said(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    desk.look_at("TX")
    term = desk.panel.get_by_role("button", name="Electors", exact=True)
    meaning = desk.panel.get_by_role("tooltip").first
    said = desk.page.locator(".ecx-unit-panel > [role=status]")
    term.focus()
    expect(meaning).to_be_visible()
    desk.page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(term).to_be_focused()
    expect(term).to_have_attribute("aria-expanded", "false")
    desk.page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    expect(said).to_have_text(meaning.inner_text())
    desk.page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(desk.panel.get_by_role("heading", name="Texas")).to_be_visible()
    desk.page.keyboard.press("Escape")
    expect(desk.panel.get_by_role("heading", name="Texas")).to_have_count(0)
    term = desk.page.locator(".ecx-counters .page-term")
    term.hover()
    meaning = desk.page.locator(".ecx-counters .page-meaning")
    expect(meaning).to_be_visible()
    desk.page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()


def test_a_tap_opens_a_term_and_the_next_one_closes_it(phone: ExplorerPage) -> None:
    phone.open("?cycle=2016")
    term = phone.page.locator(".ecx-counters .page-term")
    meaning = phone.page.locator(".ecx-counters .page-meaning")
    term.tap()
    expect(meaning).to_be_visible()
    expect(phone.page.locator(".ecx-counters > [role=status]")).to_have_text(meaning.inner_text())
    term.tap()
    expect(meaning).to_be_hidden()
    term.tap()
    phone.page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(term).to_be_focused()
