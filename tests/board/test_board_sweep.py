"""Dragging with a mouse over squares, and fingers on squares too small for them."""

import pytest
from playwright.sync_api import expect

from board.board_page import BoardPage, ShowBoard, mark, small_content
from board.squares import few_squares, many_squares
from boxes import box_of, middle_of
from touch import drag

pytestmark = pytest.mark.browser

Point = tuple[float, float]


@pytest.fixture
def squares(show_board: ShowBoard) -> BoardPage:
    """Show eight electors of two places."""
    return show_board(few_squares())


@pytest.fixture
def phone(show_board: ShowBoard) -> BoardPage:
    """Show 538 electors on a small phone, on a page that scrolls."""
    board = show_board(
        many_squares(), viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    board.page.evaluate("document.querySelector('main').style.paddingBottom = '2000px'")
    return board


def middle(board: BoardPage, unit: str) -> Point:
    return middle_of(board.outline(unit))


def press_and_move(board: BoardPage, *units: str) -> None:
    """Press on the first unit and jump to each of the others, as a quick hand does."""
    first, *others = units
    board.page.mouse.move(*middle(board, first))
    board.page.mouse.down()
    for unit in others:
        board.page.mouse.move(*middle(board, unit))


def test_a_drag_sets_all_that_it_passes_to_one_ticket_in_one_message(squares: BoardPage) -> None:
    press_and_move(squares, "PP.1", "PP.3", "QQ.3")
    assert squares.name("QQ.3") == "QQ, elector 3, pledged to Birch, votes for Birch"
    assert squares.name("PP.2") == "PP, elector 2, pledged to Alder, votes for Birch, changed"
    assert [squares.total(name) for name in ("Alder", "Birch")] == ["0", "8"]
    assert squares.sent == []
    squares.page.mouse.up()
    swept = {"kind": "sweep", "units": ["PP.1", "PP.2", "PP.3"], "ticket": "birch", "serial": 1}
    assert squares.sent == [swept]


def test_a_drag_sets_what_a_click_on_its_first_square_would(squares: BoardPage) -> None:
    squares.page.locator('input[value="undecided"]').check(force=True)
    press_and_move(squares, "QQ.1", "QQ.2")
    squares.page.mouse.up()
    squares.page.locator('input[value=""]').check(force=True)
    squares.page.keyboard.down("Shift")
    press_and_move(squares, "QQ.3", "QQ.4")
    squares.page.mouse.up()
    assert [(sent["units"], sent["ticket"]) for sent in squares.sent] == [
        (["QQ.1", "QQ.2"], None),
        (["QQ.3", "QQ.4"], "alder"),
    ]


def test_a_press_that_stays_on_its_square_is_a_click(squares: BoardPage) -> None:
    press_and_move(squares, "PP.1")
    x, y = middle(squares, "PP.1")
    squares.page.mouse.move(x + 3, y + 3)
    squares.page.mouse.up()
    assert squares.sent == [{"kind": "set", "unit": "PP.1", "ticket": "birch", "serial": 1}]


def test_a_drag_that_comes_back_is_no_click(squares: BoardPage) -> None:
    press_and_move(squares, "PP.1", "PP.2", "PP.1")
    squares.page.mouse.up()
    assert [sent["kind"] for sent in squares.sent] == ["sweep"]
    squares.unit("PP.1").click()
    assert squares.sets == [("PP.1", None)]


def test_a_browser_that_makes_a_click_of_a_drag_sets_nothing_by_it(squares: BoardPage) -> None:
    press_and_move(squares, "PP.1", "PP.2", "PP.1")
    squares.unit("PP.1").dispatch_event("pointerup")
    squares.unit("PP.1").dispatch_event("click")
    assert [sent["kind"] for sent in squares.sent] == ["sweep"]


def test_a_drag_that_ends_off_the_map_is_reported(squares: BoardPage) -> None:
    press_and_move(squares, "PP.1", "PP.2")
    squares.page.mouse.move(5, 5)
    squares.page.mouse.up()
    assert squares.sent[0]["units"] == ["PP.1", "PP.2"]


def test_the_last_square_of_a_drag_is_selected_and_has_the_focus(squares: BoardPage) -> None:
    press_and_move(squares, "PP.1", "PP.2")
    squares.page.mouse.up()
    ring = squares.page.locator(".ecx-ring-selected .ecx-line")
    expect(ring).to_have_attribute("d", squares.outline("PP.2").get_attribute("d") or "")
    expect(squares.unit("PP.2")).to_be_focused()


def test_escape_calls_a_drag_off(squares: BoardPage) -> None:
    squares.unit("PP.1").focus()
    press_and_move(squares, "PP.1", "PP.3")
    squares.press("Escape")
    squares.page.mouse.up()
    assert squares.sent == []
    assert squares.total("Alder") == "3"


def test_what_python_refuses_of_a_drag_is_taken_back(squares: BoardPage) -> None:
    press_and_move(squares, "PP.1", "PP.3")
    squares.answer(answered=0, selected=None)  # of something else; the drag goes on
    assert squares.total("Alder") == "0"
    squares.page.mouse.up()
    kept = {**few_squares()["marks"], "PP.1": mark("birch", 1, edge="alder", changed=True)}
    squares.answer(answered=1, marks=kept)
    assert [squares.total(name) for name in ("Alder", "Birch")] == ["2", "6"]


def test_a_map_that_goes_during_a_drag_takes_the_drag_with_it(squares: BoardPage) -> None:
    press_and_move(squares, "PP.1", "PP.2")
    units = {**few_squares()["units"]}
    squares.answer(units=units)
    squares.page.mouse.up()
    assert squares.sent == []
    assert squares.total("Alder") == "3"


def test_looking_does_not_sweep(squares: BoardPage) -> None:
    squares.page.locator('input[value="look"]').check(force=True)
    press_and_move(squares, "PP.1", "PP.3")
    squares.page.mouse.up()
    assert squares.sent == []


def test_another_button_does_not_sweep(squares: BoardPage) -> None:
    squares.page.mouse.move(*middle(squares, "PP.1"))
    squares.page.mouse.down(button="middle")
    squares.page.mouse.move(*middle(squares, "PP.3"))
    squares.page.mouse.up(button="middle")
    assert squares.sent == []


def test_a_map_of_places_is_not_swept(show_board: ShowBoard) -> None:
    board = show_board(small_content())
    press_and_move(board, "NW", "NE")
    board.page.mouse.up()
    assert board.sent == []


def test_a_finger_scrolls_over_squares_and_never_sweeps(phone: BoardPage) -> None:
    x, y = middle(phone, "PAH.5")
    drag(phone.page, ((x, y), (x, y - 200)))
    phone.page.wait_for_function("scrollY > 100")
    assert phone.heard() == []


def test_a_pointer_that_is_no_mouse_never_sweeps(squares: BoardPage) -> None:
    for kind, unit in (("pointerdown", "PP.1"), ("pointermove", "PP.3"), ("pointerup", "PP.3")):
        x, y = middle(squares, unit)
        pen = {"pointerType": "pen", "pointerId": 1, "clientX": x, "clientY": y, "bubbles": True}
        squares.page.evaluate(
            """([unit, kind, pen]) => document.querySelector(`path[data-unit="${unit}"]`)
                .dispatchEvent(new PointerEvent(kind, pen))""",
            [unit, kind, pen],
        )
    assert squares.sent == []
    assert squares.total("Alder") == "3"


def test_a_tap_between_squares_of_several_places_asks_which(phone: BoardPage) -> None:
    phone.page.touchscreen.tap(*middle(phone, "PAH.5"))
    choice = phone.page.get_by_role("group", name="Which one do you mean?")
    expect(choice.get_by_role("button")).to_have_count(3)
    assert phone.sets == []
    choice.get_by_role("button", name="PAH, elector 5").tap()
    expect(choice).to_be_hidden()
    assert phone.sets == [("PAH.5", None)]


def test_a_tap_beside_small_squares_takes_the_nearest(phone: BoardPage) -> None:
    x, y = middle(phone, "ZZ.1")
    phone.page.touchscreen.tap(x - 18, y + 1)
    phone.page.touchscreen.tap(x - 60, y + 1)
    assert phone.heard() == [{"kind": "set", "unit": "ZZ.1", "ticket": "birch", "serial": 1}]


def test_a_tap_beside_a_place_sets_nothing(show_board: ShowBoard) -> None:
    board = show_board(
        small_content(), viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    area = box_of(board.outline("SE"))
    board.page.touchscreen.tap(area["x"] + area["width"] + 16, area["y"] + 20)
    assert board.heard() == []


def test_a_mouse_beside_a_square_sets_nothing(show_board: ShowBoard) -> None:
    board = show_board(many_squares())
    x, y = middle(board, "ZZ.1")
    board.page.mouse.click(x - 18, y)
    assert board.sent == []


def test_squares_fit_a_small_phone(phone: BoardPage) -> None:
    assert phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    area = box_of(phone.outline("PAA.1"))
    assert area["width"] > 7
