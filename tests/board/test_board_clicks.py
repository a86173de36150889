"""What a click does, and how it meets Python's answers."""

from typing import Any

import pytest
from playwright.sync_api import expect

from board.board_page import BoardPage, ShowBoard, mark, small_content

pytestmark = pytest.mark.browser


def marks_with(**carriers: str | None) -> dict[str, Any]:
    """Give the marks of the small board with some units set otherwise."""
    content = small_content()
    changed = {
        unit: mark(carrier, content["units"][unit]["electors"], changed=True)
        for unit, carrier in carriers.items()
    }
    return {**content["marks"], **changed}


def test_a_click_goes_through_the_tickets_in_turn_and_undecided(board: BoardPage) -> None:
    for _ in range(4):
        board.unit("NW").click()
    assert board.sets == [("NW", "birch"), ("NW", None), ("NW", "alder"), ("NW", "birch")]


def test_shift_goes_the_other_way(board: BoardPage) -> None:
    for _ in range(3):
        board.unit("NW").click(modifiers=["Shift"])
    assert board.sets == [("NW", None), ("NW", "birch"), ("NW", "alder")]


def test_a_click_is_painted_before_it_returns(board: BoardPage) -> None:
    painted = board.page.evaluate(
        """() => {
            const path = document.querySelector('path[data-unit="NW"]');
            path.dispatchEvent(new MouseEvent("click", { bubbles: true }));
            return [path.getAttribute("aria-label"), getComputedStyle(path).fill];
        }"""
    )
    assert painted == ["Northwest, 10 electors, Birch, changed", "rgb(179, 38, 30)"]
    assert [board.total(name) for name in ("Alder", "Birch", "Undecided")] == ["5", "21", "4"]


def test_a_flip_touches_nothing_of_other_units_and_makes_no_element_anew(board: BoardPage) -> None:
    touched = board.page.evaluate(
        """() => {
            const path = document.querySelector('path[data-unit="NW"]');
            const click = () => path.dispatchEvent(new MouseEvent("click", { bubbles: true }));
            click(); // the first click on a unit moves focus and selection here as well
            const seen = new MutationObserver(() => {});
            const watched = { subtree: true, attributes: true, childList: true };
            seen.observe(document.querySelector(".ecx-area"), watched);
            click();
            const records = seen.takeRecords();
            return {
                units: [...new Set(records.map((record) => record.target.dataset.unit))],
                made: records.flatMap((record) => [...record.addedNodes])
                    .filter((node) => node.nodeType === Node.ELEMENT_NODE).length,
            };
        }"""
    )
    assert set(touched["units"]) == {"NW", None}
    assert touched["made"] == 0


@pytest.mark.parametrize(
    ("brush", "sent"),
    [
        ("birch", {"kind": "set", "ticket": "birch"}),
        ("undecided", {"kind": "set", "ticket": None}),
        ("look", {"kind": "open"}),
        ("alder", {"kind": "open"}),  # it is Alder's already
    ],
)
def test_the_brush_says_what_a_click_does(
    board: BoardPage, brush: str, sent: dict[str, Any]
) -> None:
    board.page.locator(f'input[value="{brush}"]').check(force=True)
    board.unit("NW").click()
    assert board.page.evaluate("[model.get('brush'), model.saved]") == [brush, 1]
    assert board.sent == [{**sent, "unit": "NW", "serial": 1}]


def test_backspace_delete_and_0_clear(board: BoardPage) -> None:
    board.press("Tab", "Tab", "Backspace", "1", "Delete", "1", "0")
    assert board.sets == [
        *(("NE", None), ("NE", "alder"), ("NE", None), ("NE", "alder"), ("NE", None)),
    ]


def test_a_click_switches_where_two_are_in_turn(show_board: ShowBoard) -> None:
    board = show_board(small_content() | {"none_turns": False})
    for _ in range(3):
        board.unit("SE").click()
    assert board.sets == [("SE", "alder"), ("SE", "birch"), ("SE", "alder")]
    expect(board.page.locator(".ecx-hint")).to_have_text(
        "Click a state to change its winner. Backspace clears it."
    )


def test_a_ticket_out_of_turn_has_a_pill_when_it_has_votes(board: BoardPage) -> None:
    pill = board.page.locator(".ecx-pill").filter(has_text="Cedar")
    expect(pill).to_be_hidden()
    board.press("Tab", "Tab", "3")
    expect(pill).to_be_visible()


def test_the_brush_is_picked_by_keyboard_and_says_what_it_does(board: BoardPage) -> None:
    board.press("Tab", "ArrowRight", "ArrowRight")
    assert board.page.evaluate("model.get('brush')") == "birch"
    expect(board.page.locator(".ecx-hint")).to_have_text("Click a state to give it to Birch.")
    expect(board.page.get_by_role("radio", name="Birch")).to_be_checked()


def test_a_right_click_only_opens(board: BoardPage) -> None:
    board.unit("SE").click(button="right")
    assert board.sent == [{"kind": "open", "unit": "SE", "serial": 1}]


def test_outline_and_box_of_a_unit_are_one(board: BoardPage) -> None:
    board.outline("ZZ-01").click()
    board.unit("ZZ-01").click()
    assert board.sets == [("ZZ-01", "birch"), ("ZZ-01", None)]
    assert board.outline("ZZ-01").get_attribute("aria-hidden") == "true"
    expect(board.unit("ZZ-01")).to_have_attribute("data-selected", "")


def test_answers_that_come_late_never_flash_an_older_state(board: BoardPage) -> None:
    for _ in range(5):  # birch, undecided, alder, birch, undecided
        board.unit("NW").click()
    seen = []
    for serial, carrier in enumerate(["birch", None, "alder", "birch", None], start=1):
        board.answer(answered=serial, marks=marks_with(NW=carrier), selected="NW")
        seen.append(board.name("NW"))
    assert set(seen) == {"Northwest, 10 electors, undecided, changed"}


def test_an_answer_out_of_order_is_left_aside(board: BoardPage) -> None:
    board.unit("NW").click()
    board.unit("SE").click()
    board.answer(answered=2, marks=marks_with(NW="birch", SE=None), selected="SE")
    board.answer(answered=1, marks=marks_with(NW="birch"), selected="NW")
    assert board.name("SE") == "Southeast, 6 electors, undecided, changed"
    expect(board.unit("NW")).to_have_attribute(
        "aria-label", "Northwest, 10 electors, Birch, changed"
    )


def test_an_answer_to_one_unit_leaves_clicks_on_others_standing(board: BoardPage) -> None:
    board.unit("NW").click()
    board.unit("SE").click()
    board.answer(answered=1, marks=marks_with(NW="birch"), selected="NW")
    assert board.name("SE") == "Southeast, 6 electors, undecided, changed"
    assert board.page.evaluate("model.get('selected')") == "NW"
    selected = board.page.locator(".ecx-ring-selected .ecx-line").get_attribute("d")
    assert selected == board.outline("SE").get_attribute("d")


def test_a_click_that_python_refuses_is_taken_back(board: BoardPage) -> None:
    board.unit("NW").click()
    assert board.total("Birch") == "21"
    board.answer(answered=1)
    assert board.name("NW") == "Northwest, 10 electors, Alder"
    assert board.total("Birch") == "11"


def test_twenty_fast_clicks_end_in_the_state_that_python_ends_in(board: BoardPage) -> None:
    units = ["NW", "NE", "SW", "SE", "TI"] * 4
    for unit in units:
        board.page.evaluate(
            """unit => document.querySelector(`path[data-unit="${unit}"]`)
                .dispatchEvent(new MouseEvent("click", { bubbles: true }))""",
            unit,
        )
    final = dict(board.sets)
    before = {unit: board.name(unit) for unit in final}
    totals = [board.total(name) for name in ("Alder", "Birch", "Undecided")]
    board.answer(answered=20, marks=marks_with(**final))
    assert {unit: board.name(unit) for unit in final} == before
    assert [board.total(name) for name in ("Alder", "Birch", "Undecided")] == totals
    assert [message["serial"] for message in board.sent] == list(range(1, 21))


def test_serials_go_on_where_an_earlier_page_stopped(show_board: ShowBoard) -> None:
    board = show_board(answered=41)
    board.unit("NW").click()
    assert board.sent[0]["serial"] == 42


def test_clicks_on_a_map_that_has_gone_are_forgotten(board: BoardPage) -> None:
    board.unit("NW").click()
    content = small_content()
    units = {key: value for key, value in content["units"].items() if key != "NW"}
    marks = {key: value for key, value in content["marks"].items() if key != "NW"}
    board.answer(units=units, marks=marks)
    assert board.unit("NW").count() == 0
    assert [board.total(name) for name in ("Alder", "Birch", "Undecided")] == ["5", "11", "4"]


def test_a_click_on_the_map_before_changes_nothing_on_the_next(board: BoardPage) -> None:
    board.unit("NW").click()
    content = small_content()
    units = {**content["units"], "NW": {**content["units"]["NW"], "electors": 12}}
    board.answer(units=units, marks={**marks_with(), "NW": mark("alder", 12)})
    assert board.name("NW") == "Northwest, 12 electors, Alder"
    assert board.page.locator(".ecx-ring-selected .ecx-line").get_attribute("d") == ""


def test_content_that_python_changes_is_shown(board: BoardPage) -> None:
    split = {"ticket": "birch", "adds": {"birch": 4, "cedar": 1}, "changed": False, "note": ""}
    short = {
        "ticket": "birch",
        "adds": {"birch": 4, "other": 1},
        "changed": False,
        "note": "A note",
    }
    board.answer(marks={**marks_with(), "NE": split, "SE": short}, selected="NE")
    assert board.name("NE") == "Northeast, 5 electors, Birch, 4 for Birch, 1 for Cedar"
    assert board.name("SE") == (
        "Southeast, 6 electors, Birch, 4 for Birch, 1 for others, 1 not counted, A note"
    )
    names = ("Alder", "Birch", "Cedar", "Others", "Not counted", "Undecided")
    assert [board.total(name) for name in names] == ["15", "8", "1", "1", "1", "4"]
    written = board.page.locator(".ecx-labels g").evaluate_all(
        "groups => groups.map((group) => group.textContent)"
    )
    assert {"NE4 B +1", "SE4 B +1"} <= set(written)  # what is not counted is not written


def test_a_board_that_is_taken_away_listens_no_more(board: BoardPage) -> None:
    board.page.evaluate("window.kept = document.querySelector('path[data-unit=NW]')")
    board.page.evaluate("removeBoard()")
    board.answer(marks=marks_with(NW="birch"), answered=3)
    assert board.page.locator(".ecx-board").count() == 0
    assert board.page.evaluate("kept.ariaLabel") == "Northwest, 10 electors, Alder"
