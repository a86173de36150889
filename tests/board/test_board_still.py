"""Boards that are only looked at: what is known of a unit is told, and nothing is set."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from board.board_page import BoardPage, ShowBoard, mark, small_content
from boxes import box_of
from ecx.board.content import OF_PLACES, Content, Wording

pytestmark = pytest.mark.browser

GRAVE = ("serious", "critical")


def still(**content: object) -> Content:
    """Give the small board as one that is only looked at."""
    return {**small_content(), "still": True, **content}  # type: ignore[typeddict-item]  # by name


@pytest.fixture
def board(show_board: ShowBoard) -> BoardPage:
    board: BoardPage = show_board(still())
    return board


def test_totals_come_first_and_the_key_says_what_they_leave_open(board: BoardPage) -> None:
    legend = board.page.locator(".ecx-legend")
    expect(board.page.get_by_role("radio")).to_have_count(0)
    expect(legend.locator("li:visible")).to_have_text(["Undecided 4"])
    board.answer(marks={**board._board.marks, "SW": mark("cedar", 4)})
    expect(legend.locator("li:visible")).to_have_text(["CCedar 4"])
    tally, area = board.page.locator(".ecx-tally"), board.page.locator(".ecx-area")
    assert box_of(tally)["y"] < box_of(area)["y"]
    expect(tally).to_contain_text("16 to win")


def test_without_a_majority_there_is_no_bar_and_the_key_has_everybody(
    show_board: ShowBoard,
) -> None:
    board = show_board(still(majority=0))
    expect(board.page.locator(".ecx-tally")).to_be_hidden()
    expect(board.page.locator(".ecx-key li:visible .ecx-name")).to_have_text(
        ["Alder", "Birch", "Undecided"]
    )


def test_a_click_tells_and_sends_nothing(board: BoardPage) -> None:
    board.unit("NW").click()
    tip = board.page.locator(".ecx-tip")
    expect(tip).to_have_text("Northwest10 electors · Alder")
    expect(board.page.locator(".ecx-board [role=status]")).to_have_text(
        "Northwest, 10 electors, Alder"
    )
    board.unit("NW").click(button="right")
    board.page.mouse.move(5, 5)
    expect(tip).to_be_hidden()
    assert board.sent == []
    assert board.name("NW") == "Northwest, 10 electors, Alder"
    assert board.page.locator(".ecx-ring-selected [d]:not([d=''])").count() == 0


def test_keys_move_and_tell_and_set_nothing(board: BoardPage) -> None:
    board.page.locator(".ecx-area [tabindex='0']").focus()
    tip = board.page.locator(".ecx-tip")
    board.press("n")
    expect(tip).to_contain_text("Northwest")
    board.press("ArrowDown")
    expect(tip).to_contain_text("Southwest")
    board.press("1", "Backspace", "Shift+Enter", "Enter", " ")
    expect(tip).to_contain_text("Southwest4 electors · undecided")
    expect(board.page.locator(".ecx-board [role=status]")).to_have_text(
        "Southwest, 4 electors, undecided"
    )
    assert board.sent == []
    board.page.evaluate("document.activeElement.blur()")
    expect(tip).to_be_hidden()


def test_a_tap_tells(show_board: ShowBoard) -> None:
    board = show_board(still(), has_touch=True)
    spot = box_of(board.outline("SE"))
    board.page.touchscreen.tap(spot["x"] + 30, spot["y"] + 120)
    expect(board.page.locator(".ecx-tip")).to_contain_text("Southeast")
    assert board.sent == []


def test_a_ring_stands_and_is_explained(show_board: ShowBoard) -> None:
    content = still()
    words: Wording = {**OF_PLACES, "ring": "A ring: it switched."}
    content["words"] = words
    content["marks"] = {
        **content["marks"],
        "NE": mark("birch", 5, ring=True),
        "TI": mark("alder", 1, ring=True),
    }
    board = show_board(content)
    ring = board.page.locator(".ecx-ring-standing .ecx-line")
    assert ring.get_attribute("d") == "M300,100h160v160h-160zM520,200h12v12h-12z"
    expect(board.unit("TI")).to_have_css("outline-style", "solid")
    expect(board.page.get_by_text("A ring: it switched.")).to_be_visible()
    board.answer(marks=small_content()["marks"])
    assert ring.get_attribute("d") == ""
    expect(board.page.get_by_text("A ring: it switched.")).to_have_count(0)


def test_maps_whose_land_is_given_have_their_boxes_below_and_one_scale(
    show_board: ShowBoard,
) -> None:
    content = still()
    plain = show_board(content)
    assert plain.page.locator(".ecx-map").get_attribute("data-layout") == "wide"
    wide = box_of(plain.outline("NW"))["width"]
    content["map"] = {**content["map"], "land": [0, 0, 1200, 600]}
    apart = show_board(content)
    assert apart.page.locator(".ecx-map").get_attribute("data-layout") == "narrow"
    assert box_of(apart.outline("NW"))["width"] == pytest.approx(wide * 960 / 1216, rel=0.01)


@pytest.mark.parametrize("width", [390, 1000])
def test_axe_finds_nothing_serious(show_board: ShowBoard, width: int) -> None:
    board = show_board(still(), viewport={"width": width, "height": 900})
    found = Axe().run(board.page).response["violations"]
    assert [f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in GRAVE] == []
