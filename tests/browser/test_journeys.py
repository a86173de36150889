"""What people do: open, flip, share, undo; by mouse, by keyboard, on a phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from boxes import box_of
from browser.explorer_page import ExplorerPage
from touch import drag

pytestmark = pytest.mark.browser


@pytest.mark.two_homes
def test_a_click_on_pennsylvania_changes_map_total_and_address(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    expect(desk.outcome).to_contain_text("Donald J. Trump wins with 304 of 538")
    desk.click("PA")
    desk.says("PA", "Clinton")
    desk.page.get_by_text("Clinton", exact=True).first.click()
    for unit in ("PA", "MI", "WI"):
        desk.click(unit)
        desk.says(unit, "Clinton")
    expect(desk.outcome).to_contain_text("Hillary Clinton wins with 273 of 538")
    desk.address_is("?cycle=2016&call=MI:clinton-h,PA:clinton-h,WI:clinton-h")
    expect(desk.panel).to_contain_text("In 2016, Trump won it.")
    assert desk.errors == []


@pytest.mark.parametrize("pool", ["server", "cold_server"])
def test_a_link_is_restored_in_another_browser(
    pool: str, browser: Browser, request: pytest.FixtureRequest
) -> None:
    context = browser.new_context()
    page = ExplorerPage(context, request.getfixturevalue(pool))
    page.open("?cycle=2000&call=FL:gore&cast=pledged")
    page.says("FL", "Gore")
    expect(page.outcome).to_contain_text("Gore Jr. wins with 292 of 538")
    page.address_is("?cycle=2000&call=FL:gore&cast=pledged")
    context.close()


def test_the_latest_election_opens_without_a_link(desk: ExplorerPage) -> None:
    desk.open()
    expect(desk.outcome).to_contain_text("Donald J. Trump wins with 312 of 538")
    desk.address_is("?cycle=2024")


@pytest.mark.two_homes
def test_back_leaves_the_page_however_much_was_changed_and_forward_restores_the_map(
    desk: ExplorerPage,
) -> None:
    desk.page.goto(f"{desk.server}/")
    desk.open("?cycle=2020")
    desk.tool("Earlier election").click()
    desk.address_is("?cycle=2016")
    desk.says("PA", "Trump")  # the map of 2016 is drawn
    for unit in ("PA", "MI", "OH"):
        desk.click(unit)
        desk.says(unit, "Clinton")
    desk.tool("Undo").click()
    changed = "?cycle=2016&call=MI:clinton-h,PA:clinton-h"
    desk.address_is(changed)
    desk.page.go_back()
    expect(desk.page).to_have_url(f"{desk.server}/")
    desk.page.go_forward()
    desk.until_ready()
    desk.address_is(changed)
    desk.says("PA", "Clinton")
    desk.page.reload()
    desk.until_ready()
    desk.says("MI", "Clinton")


def test_the_map_is_played_by_keyboard_alone(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    desk.map.locator('[tabindex="0"]').focus()
    desk.page.keyboard.type("PA")
    expect(desk.unit("PA")).to_be_focused()
    desk.page.keyboard.press("0")
    desk.says("PA", "undecided")
    desk.page.keyboard.press("ArrowLeft")
    expect(desk.unit("OH")).to_be_focused()
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Shift+Enter")
    desk.says("OH", "Trump")
    desk.address_is("?cycle=2016&call=PA:undecided")
    desk.page.keyboard.press("Control+z")
    desk.page.keyboard.press("Control+z")
    desk.page.keyboard.press("Control+z")
    desk.address_is("?cycle=2016")
    desk.page.keyboard.press("Control+y")
    desk.says("PA", "undecided")
    desk.page.keyboard.press("Alt+.")
    desk.address_is("?cycle=2020")


def test_every_control_is_reached_by_tab(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    names, stops = [], 0
    for _ in range(80):
        desk.page.keyboard.press("Tab")
        active = desk.page.locator("*:focus")
        if not active.count():
            break
        names.append(active.get_attribute("aria-label") or active.inner_text())
        stops += active.and_(desk.map.locator("[data-unit]")).count()
    for name in ("Earlier election", "Undo", "As pledged", "Copy link", "Show as table"):
        assert name in " ".join(names)
    assert stops == 1, "the map is one Tab stop"


def test_scrolling_over_the_map_on_a_phone_paints_nothing(phone: ExplorerPage) -> None:
    phone.open("?cycle=2016")
    phone.map.scroll_into_view_if_needed()
    before = phone.page.evaluate("scrollY")
    box = box_of(phone.map)
    x, y = box["x"] + box["width"] / 2, box["y"] + 150
    drag(phone.page, ((x, y), (x, y - 140)))
    phone.page.wait_for_function("before => scrollY > before + 50", arg=before)
    phone.address_is("?cycle=2016")
    expect(phone.map.locator("[aria-label*=changed]")).to_have_count(0)
    phone.page.evaluate(AT_REST)  # a tap on a page that still glides only stops it
    phone.unit("CO").tap()
    phone.address_is("?cycle=2016&call=CO:trump")


def test_a_phone_shows_everything_without_scrolling_sideways(phone: ExplorerPage) -> None:
    phone.open("?cycle=2016")
    expect(phone.page.locator(".ecx-map")).to_have_attribute("data-layout", "narrow")
    width = phone.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    for unit in ("RI", "DC", "ME-AL", "NE-02"):
        box = box_of(phone.unit(unit))
        assert min(box["width"], box["height"]) >= 40


@pytest.mark.two_homes
def test_twenty_one_fast_clicks_end_alike_on_both_sides(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    for _ in range(21):
        desk.unit("CA").dispatch_event("click")
    # Two clicks come full circle: Trump, Clinton.
    desk.says("CA", "Trump")
    desk.address_is("?cycle=2016&call=CA:trump")
    expect(desk.page.locator(".ecx-tally")).to_contain_text("172")
    expect(desk.panel).to_contain_text("In 2016, Clinton won it.")


@pytest.mark.two_homes
def test_the_table_is_an_equal_way_in(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    desk.page.get_by_role("button", name="Show as table").click()
    desk.page.get_by_label("Who wins Nebraska district 2").select_option("Clinton")
    desk.says("NE-02", "Clinton")
    desk.address_is("?cycle=2016&call=NE-02:clinton-h")
    desk.page.locator(".ecx-unit-table").get_by_role("button", name="Electors", exact=True).click()
    expect(desk.page.locator(".page-units tbody tr").first).to_contain_text("California")


@pytest.mark.two_homes
def test_a_link_that_cannot_be_read_says_which_part_and_loads_the_rest(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016&call=PA:clinton-h,ZZ:clinton-h,MI:<img src=x onerror=alert(1)>")
    desk.says("PA", "Clinton")
    expect(desk.notices).to_contain_text("no state or district is called “ZZ”")
    expect(desk.notices).to_contain_text("<img src=x")
    assert "ZZ:clinton-h" in desk.page.url
    desk.page.get_by_role("button", name="Dismiss").click()
    expect(desk.notices).to_be_empty()
    desk.click("OH")
    expect(desk.page).not_to_have_url(re.compile("ZZ"))


def test_the_projector_view_is_a_key_and_a_link(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    size = "getComputedStyle(document.querySelector('.page-outcome')).fontSize"
    before = float(desk.page.evaluate(size).removesuffix("px"))
    desk.page.keyboard.press("Alt+p")
    desk.address_is("?cycle=2016&view=projector")
    assert float(desk.page.evaluate(size).removesuffix("px")) > before
    expect(desk.panel).to_be_hidden()
    desk.page.reload()
    expect(desk.map).to_be_visible()
    expect(desk.panel).to_be_hidden()
    desk.page.keyboard.press("Escape")
    expect(desk.panel).to_be_visible()
    desk.address_is("?cycle=2016")


@pytest.mark.two_homes
def test_the_link_is_copied(desk: ExplorerPage) -> None:
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.open("?cycle=2016&call=PA:clinton-h")
    desk.page.get_by_role("button", name="Copy link").click()
    expect(desk.page.get_by_role("button", name="Copied")).to_be_visible()
    copied = desk.page.evaluate("navigator.clipboard.readText()")
    assert copied == desk.address + "?cycle=2016&call=PA:clinton-h"
    # Not for everybody: this server listens on this machine only.
    expect(desk.page.locator(".page-share-note")).to_have_text(
        "This link works on this computer only."
    )


def test_a_change_of_the_total_is_announced(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    desk.click("PA")
    live = desk.page.locator(".ecx-board [aria-live=polite]")
    expect(live).to_contain_text("Pennsylvania")
    expect(live).to_contain_text("270 to win")


def test_no_page_asks_any_other_host(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    desk.click("PA")
    desk.address_is("?cycle=2016&call=PA:clinton-h")
    show_the_table(desk)
    assert desk.hosts() == {"127.0.0.1"}
    assert desk.errors == []


@pytest.mark.parametrize("form", ["desk", "phone"])
@pytest.mark.parametrize("query", ["?cycle=2016", "?cycle=1992&view=projector", "?cycle=2028"])
def test_nobody_is_shut_out(form: str, query: str, request: pytest.FixtureRequest) -> None:
    page = request.getfixturevalue(form).open(query)
    if "projector" not in query:
        page.unit("PA").dispatch_event("click")
        expect(page.tool("Undo")).to_be_enabled()
        show_the_table(page)
    page.page.evaluate("globalThis.define = undefined")  # axe would take it for a module loader
    found = Axe().run(page.page).response["violations"]
    serious = [f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in GRAVE]
    assert serious == []


def show_the_table(page: ExplorerPage) -> None:
    page.page.get_by_role("button", name="Show as table").click()
    expect(page.page.locator(".page-units tbody tr").first).to_be_visible()


# Ends when the page has not scrolled for ten frames.
AT_REST = """
() => new Promise((done) => {
  let [at, frames] = [scrollY, 0];
  const look = () => {
    frames = scrollY === at ? frames + 1 : 0;
    at = scrollY;
    if (frames > 10) done();
    else requestAnimationFrame(look);
  };
  look();
})
"""
GRAVE = ("serious", "critical")
