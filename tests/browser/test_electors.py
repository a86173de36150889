"""Electors who leave: by mouse, by keyboard, on a phone; as seats, and as squares on the map."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from boxes import box_of
from browser.explorer_page import ExplorerPage

pytestmark = pytest.mark.browser

PLEDGED = "?cycle=2016&cast=pledged"
LEAVERS = {"TX": 20, "FL": 10, "OH": 7}
NAMES = {"TX": "Texas", "FL": "Florida", "OH": "Ohio"}
LINK = "cast=pledged,FL.1-10:~Jane_Doe,OH.1-7:~Jane_Doe,TX.1-20:~Jane_Doe"


def seat(page: ExplorerPage, number: int) -> Locator:
    return page.panel.locator(".page-seat").nth(number - 1)


def name_jane(page: ExplorerPage) -> None:
    page.panel.get_by_text("Another person").click()
    page.panel.get_by_label("President", exact=True).fill("Jane Doe")
    page.panel.get_by_role("button", name="Choose").click()
    expect(page.panel.get_by_role("button", name="Jane Doe", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_37_electors_leave_by_mouse_and_come_back(desk: ExplorerPage) -> None:
    desk.open(PLEDGED)
    desk.click("TX", "right")
    name_jane(desk)
    for unit, number in LEAVERS.items():
        desk.click(unit, "right")
        expect(desk.panel.get_by_role("heading", level=2)).to_have_text(NAMES[unit])
        desk.panel.get_by_role("spinbutton").fill(str(number))
        desk.panel.get_by_role("button", name="Switch to Jane Doe").click()
        expect(seat(desk, number)).to_have_attribute("aria-label", re.compile("votes for Jane Doe"))
    expect(desk.outcome).to_have_text(
        "Nobody has a majority. The House would choose: Trump, Clinton, or Jane Doe."
    )
    desk.address_is(f"?cycle=2016&{LINK}")
    for _ in LEAVERS:
        desk.tool("Undo").click()
    expect(desk.outcome).to_contain_text("with 306 of 538")
    desk.address_is(PLEDGED)
    assert desk.errors == []


def test_37_electors_leave_by_keyboard_alone(desk: ExplorerPage) -> None:
    desk.open(PLEDGED)
    keyboard = desk.page.keyboard
    for unit, number in LEAVERS.items():
        desk.look_at(unit)
        if unit == "TX":
            desk.panel.get_by_text("Another person").focus()
            keyboard.press("Enter")
            keyboard.press("Tab")
            keyboard.type("Jane Doe")
            keyboard.press("Enter")
        expect(desk.panel.get_by_role("heading", level=2)).to_have_text(NAMES[unit])
        desk.panel.get_by_role("spinbutton").focus()
        keyboard.press("Control+a")
        keyboard.type(str(number))
        keyboard.press("Enter")
        expect(seat(desk, number)).to_have_attribute("aria-label", re.compile("votes for Jane Doe"))
    expect(desk.outcome).to_contain_text("Nobody has a majority")
    desk.unit("OH").focus()
    for _ in LEAVERS:
        keyboard.press("Control+z")
    expect(desk.outcome).to_contain_text("with 306 of 538")


def test_37_electors_leave_on_a_phone(phone: ExplorerPage) -> None:
    phone.open(PLEDGED)
    phone.page.locator(".ecx-pill", has_text="Look").tap()
    for unit, number in LEAVERS.items():
        phone.tap(unit)
        expect(phone.panel.get_by_role("heading", level=2)).to_have_text(NAMES[unit])
        phone.panel.get_by_role("spinbutton").fill(str(number))
        phone.panel.get_by_role("button", name="Switch to Clinton").tap()
        expect(seat(phone, number)).to_have_attribute("aria-label", re.compile("votes for Clinton"))
    expect(phone.outcome).to_have_text(
        "It’s a tie, 269 to 269. The House picks the president: Clinton or Trump."
    )
    for _ in LEAVERS:
        phone.tool("Undo").tap()
    expect(phone.outcome).to_contain_text("with 306 of 538")


def test_a_click_on_a_seat_breaks_the_pledge_and_another_mends_it(desk: ExplorerPage) -> None:
    desk.open(PLEDGED)
    desk.look_at("TX")
    seat(desk, 3).click()
    expect(seat(desk, 3)).to_have_attribute(
        "aria-label", re.compile("votes for Clinton.*; counted$")
    )
    desk.address_is("?cycle=2016&cast=pledged,TX.3:clinton-h/kaine")
    seat(desk, 3).click()
    desk.address_is(PLEDGED)


def test_the_law_of_the_place_decides_what_is_counted(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    for unit, said in {
        "MN": "Abdurrahman: pledged to Clinton, votes for Sanders .*; canceled; Jill Garcia",
        "WA": "votes for Powell .*; counted, with a penalty",
    }.items():
        desk.look_at(unit)
        expect(desk.panel.locator("li").filter(has_text=re.compile(said)).first).to_be_visible()
    law = desk.page.get_by_label("Count votes under")
    law.select_option("free")
    expect(desk.outcome).to_contain_text("with 304 of 538")
    expect(desk.page.locator(".page-aside")).to_contain_text("Sanders 3")
    desk.address_is("?cycle=2016&law=free")
    law.select_option("bind")
    expect(desk.outcome).to_contain_text("with 306 of 538")
    desk.tool("Reset").click()
    desk.address_is("?cycle=2016")


def test_the_counters_hold_for_the_map_on_the_screen(desk: ExplorerPage) -> None:
    desk.open(PLEDGED)
    numbers = desk.page.locator(".ecx-counters li b")
    expect(numbers).to_have_text(["37", "37", "38"])
    desk.unit("MI").focus()
    desk.page.keyboard.press("0")
    expect(numbers.first).to_have_text("21")


def test_seats_are_walked_with_arrow_keys_from_one_tab_stop(desk: ExplorerPage) -> None:
    desk.open(PLEDGED)
    desk.look_at("PA")
    expect(desk.panel.locator('.page-seat[tabindex="0"]')).to_have_count(1)
    seat(desk, 1).focus()
    desk.page.keyboard.press("ArrowRight")
    expect(seat(desk, 2)).to_be_focused()
    desk.page.keyboard.press("ArrowDown")
    expect(desk.panel.locator(".page-seat:focus")).to_have_count(1)
    desk.page.keyboard.press("Enter")
    expect(desk.panel.locator(".page-seat:focus")).to_have_attribute(
        "aria-label", re.compile("votes for Clinton")
    )


def test_every_elector_is_a_square_on_the_other_map(desk: ExplorerPage) -> None:
    desk.open(PLEDGED)
    desk.tool("Electors").click()
    expect(desk.map.locator("[data-unit]")).to_have_count(538)
    square = desk.unit("TX.5")
    square.click()
    expect(square).to_have_attribute("aria-label", re.compile("pledged to Trump"))
    expect(desk.panel.get_by_role("heading", level=2)).to_have_text("Texas")
    expect(desk.outcome).to_contain_text("with 305 of 538")
    desk.address_is("?cycle=2016&cast=pledged,TX.5:clinton-h/kaine&view=electors")
    desk.tool("Undo").click()
    expect(desk.outcome).to_contain_text("with 306 of 538")
    desk.tool("Map").click()
    expect(desk.unit("TX")).to_be_visible()
    desk.address_is(PLEDGED)


def test_a_link_opens_the_map_of_squares_with_the_projector_too(desk: ExplorerPage) -> None:
    desk.open("?cycle=1824&view=electors&view=projector")
    expect(desk.map.locator("[data-unit]")).to_have_count(261)
    expect(desk.page.get_by_role("button", name="Leave projector view")).to_be_visible()
    desk.page.keyboard.press("Alt+p")
    desk.address_is("?cycle=1824&view=electors")
    desk.page.reload()
    expect(desk.map.locator("[data-unit]")).to_have_count(261)


def test_a_name_that_is_typed_is_text_everywhere(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016&cast=pledged,TX.1:~~3Cimg_src~3Dx_onerror~3Dalert~281~29~3E")
    expect(desk.page.locator(".page-aside")).to_contain_text("<img src=x onerror=alert(1)> 1")
    desk.look_at("TX")
    expect(seat(desk, 1)).to_have_attribute("aria-label", re.compile("votes for <img src=x"))
    desk.tool("Electors").click()
    expect(desk.unit("TX.1")).to_have_attribute("aria-label", re.compile("votes for <img src=x"))
    assert desk.page.locator("img[src=x]").count() == 0
    assert desk.errors == []


def test_what_is_no_name_is_refused_on_the_page(desk: ExplorerPage) -> None:
    desk.open(PLEDGED)
    desk.look_at("TX")
    desk.panel.get_by_text("Another person").click()
    desk.panel.get_by_label("President", exact=True).fill("12345")
    desk.panel.get_by_role("button", name="Choose").click()
    expect(desk.notices).to_contain_text("“12345” is not a name")


def test_nobody_is_shut_out_of_the_electors(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    desk.tool("Electors").click()
    expect(desk.map.locator("[data-unit]")).to_have_count(538)
    desk.look_at("WA.9")
    desk.page.locator(".page-rules summary").click()
    found = Axe().run(desk.page).response["violations"]
    grave = [v for v in found if v["impact"] in ("serious", "critical")]
    assert [f"{v['id']}: {v['nodes'][0]['html']}" for v in grave] == []


def test_the_house_slider_turns_the_election_of_2000(desk: ExplorerPage) -> None:
    desk.open("?cycle=2000&cast=pledged")
    desk.page.locator(".page-rules summary").click()
    slider = desk.page.get_by_label("House size")
    box = box_of(slider)
    middle = box["y"] + box["height"] / 2
    desk.page.mouse.move(box["x"] + 0.4 * box["width"], middle)
    desk.page.mouse.down()
    desk.page.mouse.move(box["x"] + 0.47 * box["width"], middle, steps=10)
    desk.page.mouse.up()
    slider.focus()
    for house, said in {
        490: "George W. Bush wins with 297 of 593",
        491: "It’s a tie, 297 to 297",
        492: "Albert Gore Jr. wins with 298 of 595",
    }.items():
        desk.page.evaluate(
            """([slider, value]) => {
                slider.value = value;
                slider.dispatchEvent(new Event('input', { bubbles: true }));
                slider.dispatchEvent(new Event('change', { bubbles: true }));
            }""",
            [slider.element_handle(), str(house)],
        )
        expect(desk.outcome).to_contain_text(said)
        desk.address_is(f"?cycle=2000&cast=pledged&house={house}")
    desk.page.get_by_role("button", name="Real rules").click()
    desk.address_is("?cycle=2000&cast=pledged")


def test_a_drag_of_the_house_slider_is_one_step_back(desk: ExplorerPage) -> None:
    desk.open("?cycle=2000&cast=pledged")
    desk.page.locator(".page-rules summary").click()
    box = box_of(desk.page.get_by_label("House size"))
    middle = box["y"] + box["height"] / 2
    desk.page.mouse.move(box["x"] + 0.4 * box["width"], middle)
    desk.page.mouse.down()
    desk.page.mouse.move(box["x"] + 0.9 * box["width"], middle, steps=20)
    desk.page.mouse.up()
    expect(desk.page.locator(".page-rules summary")).to_contain_text("changed")
    expect(desk.page).to_have_url(re.compile(r"house=9\d\d$"))
    desk.tool("Undo").click()
    desk.address_is("?cycle=2000&cast=pledged")


def test_a_state_can_join_and_be_called(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016&cast=pledged")
    desk.page.locator(".page-rules summary").click()
    desk.page.get_by_label("New state: its code").fill("pr")
    desk.page.get_by_label("Its population").fill("3,285,874")
    desk.page.get_by_role("button", name="Add state").click()
    desk.address_is("?cycle=2016&cast=pledged&states=PR:3285874")
    desk.unit("PR").focus()
    desk.page.keyboard.press("1")
    desk.says("PR", "Clinton")
    expect(desk.outcome).to_contain_text("of 540")
    desk.page.get_by_role("button", name="PR 3,285,874").click()
    desk.address_is("?cycle=2016&cast=pledged")
