"""Fingers: a tap sets, a scroll or a pinch never does."""

import pytest
from playwright.sync_api import expect

from board.board_page import BoardPage, ShowBoard, small_content
from boxes import box_of, middle_of
from ecx.board.content import Content
from touch import drag

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(show_board: ShowBoard) -> BoardPage:
    """Show the small board on a phone, on a page that scrolls."""
    board = show_board(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    board.page.evaluate("document.querySelector('main').style.paddingBottom = '2000px'")
    return board


def middle(board: BoardPage, unit: str) -> tuple[float, float]:
    return middle_of(board.outline(unit))


def test_a_tap_sets(phone: BoardPage) -> None:
    phone.page.touchscreen.tap(*middle(phone, "NW"))
    assert phone.heard() == [{"kind": "set", "unit": "NW", "ticket": "birch", "serial": 1}]


def test_scrolling_over_the_map_never_sets(phone: BoardPage) -> None:
    x, y = middle(phone, "SW")
    drag(phone.page, ((x, y), (x, y - 200)))
    phone.page.wait_for_function("scrollY > 100")
    assert phone.heard() == []


def test_pinching_the_map_never_sets(phone: BoardPage) -> None:
    x, y = middle(phone, "SW")
    drag(phone.page, ((x, y), (x - 20, y - 120)), ((x + 20, y), (x + 40, y + 120)))
    phone.page.wait_for_function("visualViewport.scale > 1.2")
    assert phone.heard() == []


@pytest.mark.parametrize(
    ("brush", "hint"),
    [
        ("", "Tap a state to change its winner: Alder → Birch → undecided."),
        ("birch", "Tap a state to give it to Birch."),
        ("undecided", "Tap a state to make it undecided."),
        ("look", "Tap a state to see its details. Nothing changes."),
    ],
)
def test_a_device_without_a_mouse_is_told_of_taps_and_of_no_keys(
    show_board: ShowBoard, brush: str, hint: str
) -> None:
    tablet = show_board(small_content() | {"sweep": True}, has_touch=True)
    tablet.page.locator(f'input[value="{brush}"]').check(force=True)
    expect(tablet.page.locator(".ecx-hint")).to_have_text(hint)
    expect(tablet.page.get_by_role("group", name="What a tap does")).to_be_visible()


def test_boxes_stand_under_the_map_and_are_wide_enough_for_fingers(phone: BoardPage) -> None:
    drawing = box_of(phone.page.locator("svg.ecx-svg"))
    for unit in ("TI", "ZZ-AL", "ZZ-01"):
        area = box_of(phone.unit(unit))
        assert area["y"] >= drawing["y"] + drawing["height"]
        assert min(area["width"], area["height"]) >= 40


def test_nothing_is_wider_than_the_phone(phone: BoardPage) -> None:
    fits = "document.documentElement.scrollWidth <= innerWidth"
    assert phone.page.evaluate(fits)
    phone.page.set_viewport_size({"width": 360, "height": 700})
    phone.page.wait_for_function(fits)  # the board hears of its new width in the next frame


def test_boxes_come_back_to_the_map_on_a_wide_screen(phone: BoardPage) -> None:
    phone.page.set_viewport_size({"width": 1200, "height": 900})
    expect(phone.page.locator(".ecx-map")).to_have_attribute("data-layout", "wide")
    drawing, area = (
        box_of(phone.page.locator("svg.ecx-svg")),
        box_of(phone.unit("TI")),
    )
    left = drawing["x"] + drawing["width"] * 700 / 960
    assert area["x"] == pytest.approx(left, abs=1)


def test_boxes_stand_beside_a_map_that_is_low_and_has_room_there(board: BoardPage) -> None:
    board.page.add_style_tag(content="main { --ecx-map-height: 200px; }")
    board.page.set_viewport_size({"width": 1100, "height": 600})
    expect(board.page.locator(".ecx-map")).to_have_attribute("data-beside", "")
    drawing, box = (
        box_of(board.page.locator("svg.ecx-svg")),
        box_of(board.unit("TI")),
    )
    assert box["x"] >= drawing["x"] + drawing["width"]
    assert drawing["height"] == pytest.approx(200, abs=1)
    board.page.set_viewport_size({"width": 620, "height": 600})
    expect(board.page.locator(".ecx-map")).not_to_have_attribute("data-beside", "")


def neighbors() -> Content:
    """Give the small board a strip that is thinner than a finger, above the southeast."""
    content = small_content()
    outline = content["map"]["outlines"]["SE"]
    x, y = (int(part) for part in outline[1:].split("h")[0].split(","))
    content["map"]["outlines"]["TI"] = f"M{x},{y - 12}h160v12h-160Z"
    content["map"]["boxes"].pop("TI")
    return content


@pytest.fixture
def choosing(show_board: ShowBoard) -> BoardPage:
    """Tap a unit that is thinner than a finger."""
    board = show_board(
        neighbors(), viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    board.page.touchscreen.tap(*middle(board, "TI"))
    return board


def test_a_tap_on_what_is_smaller_than_a_finger_asks_which(choosing: BoardPage) -> None:
    choice = choosing.page.get_by_role("group", name="Which one do you mean?")
    buttons = choice.get_by_role("button")
    expect(buttons).to_have_text(["Tiny 1 elector, Alder", "Southeast 6 electors, Birch"])
    for button in buttons.all():
        assert box_of(button)["height"] >= 44
    buttons.last.tap()
    expect(choice).to_be_hidden()
    assert choosing.sets == [("SE", None)]


def test_the_choice_goes_with_escape_and_with_a_tap_elsewhere(choosing: BoardPage) -> None:
    choice = choosing.page.locator(".ecx-choice")
    choosing.press("Escape")
    expect(choice).to_be_hidden()
    choosing.page.touchscreen.tap(*middle(choosing, "TI"))
    expect(choice).to_be_visible()
    choosing.page.touchscreen.tap(*middle(choosing, "SW"))
    expect(choice).to_be_hidden()
    assert [unit for unit, _ in choosing.sets] == ["SW"]


def test_a_long_press_clears(phone: BoardPage) -> None:
    x, y = middle(phone, "NW")
    touch = phone.page.context.new_cdp_session(phone.page)
    point = {"x": x, "y": y}
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    phone.page.wait_for_function("model.sent.length > 0")
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert [(sent["kind"], sent["unit"], sent.get("ticket")) for sent in phone.heard()] == [
        ("set", "NW", None)
    ]
