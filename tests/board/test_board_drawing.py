"""How content becomes a drawing."""

import pytest
from playwright.sync_api import expect

from board.board_page import BoardPage, ShowBoard, mark, small_content

pytestmark = pytest.mark.browser


def test_code_and_electors_are_written_where_there_is_room(board: BoardPage) -> None:
    lettering = board.page.locator(".ecx-labels g").evaluate_all(
        "groups => groups.map((group) => [group.dataset.lines, group.textContent])"
    )
    assert ["2", "NW10 A"] in lettering
    assert ["2", "SW4"] in lettering


def test_a_unit_tied_to_its_box_by_a_line_has_no_label_of_its_own(board: BoardPage) -> None:
    labels = board.page.locator(".ecx-labels .ecx-code").all_text_contents()
    assert sorted(labels) == ["NE", "NW", "SE", "SW", "ZZ1"]
    assert board.page.locator(".ecx-leaders").get_attribute("d") == "M700,207L526,206"


def test_patterns_are_drawn_when_asked_for(board: BoardPage) -> None:
    assert board.page.locator("pattern").count() == 0
    board.answer(patterns=True)
    assert board.page.locator("svg.ecx-svg pattern").count() == 3
    filled = board.outline("NW").evaluate("path => path.style.fill")
    assert filled.startswith('url("#ecx-')
    assert board.outline("SW").evaluate("path => path.style.fill") == ""
    assert board.unit("TI").get_attribute("data-pattern") == "diagonal"


def test_the_bar_shows_the_first_from_the_left_and_the_second_from_the_right(
    board: BoardPage,
) -> None:
    bar = board.page.locator(".ecx-segment").evaluate_all(
        "parts => parts.map((part) => [part.title, part.style.flexGrow, part.textContent])"
    )
    assert bar == [
        ["Alder", "15", ""],
        ["Cedar", "0", ""],
        ["Others", "0", ""],
        ["Not counted", "0", ""],
        ["Undecided", "4", "4"],
        ["Birch", "11", ""],
    ]
    heads = board.page.locator(".ecx-end").all_inner_texts()
    assert [head.split() for head in heads] == [["A", "Alder", "15"], ["B", "Birch", "11"]]
    assert board.page.locator(".ecx-goal").inner_text() == "16 to win"


def test_who_reaches_the_majority_is_marked(board: BoardPage) -> None:
    reached = board.page.locator(".ecx-end[data-reached]")
    assert reached.count() == 0
    board.unit("SW").click()
    assert reached.inner_text().split() == ["A", "Alder", "19"]


def test_text_from_python_is_never_markup(show_board: ShowBoard) -> None:
    content = small_content()
    evil = "<img src=x onerror=alert(1)>"
    content["units"]["NW"]["name"] = content["units"]["NW"]["code"] = evil
    content["tickets"][0]["name"] = content["map"]["note"] = evil
    content["marks"]["NW"]["note"] = evil
    board = show_board(content)
    board.unit("NW").hover()
    assert board.page.locator("img").count() == 0
    assert evil in board.page.locator(".ecx-tip").inner_text()


def test_no_request_leaves_the_page(show_board: ShowBoard) -> None:
    board = show_board()
    assert board.page.evaluate("performance.getEntriesByType('resource').map((e) => e.name)") == []


def test_ground_is_named_and_cannot_be_set(board: BoardPage) -> None:
    sea = board.page.locator(".ecx-ground path")
    expect(sea.locator("title")).to_have_text("The Sea. Deep")
    sea.dispatch_event("click")
    assert board.sent == []


def test_a_unit_whose_electors_divide_is_striped_in_both_colours(show_board: ShowBoard) -> None:
    content = small_content()
    first, second = (ticket["id"] for ticket in content["tickets"][:2])
    divided = mark(first, 4, adds={first: 3, second: 1})
    board = show_board({**content, "marks": {**content["marks"], "NW": divided}})
    fill = board.outline("NW").evaluate("it => it.style.fill")
    stripes = board.page.locator(f'[id="{fill.split("#")[1].rstrip(chr(34) + ")")}"] rect')
    colours = stripes.evaluate_all("all => all.map((it) => it.getAttribute('fill'))")
    assert colours == [ticket["colour"] for ticket in content["tickets"][:2]]
    widths = stripes.evaluate_all("all => all.map((it) => Number(it.getAttribute('width')))")
    assert widths[1] / widths[0] == 0.25
    board.unit("NW").dispatch_event("click")
    assert "url" not in board.outline("NW").evaluate("it => it.style.fill")


def test_other_electors_repaint_the_map_and_do_not_draw_it_anew(show_board: ShowBoard) -> None:
    content = small_content()
    board = show_board(content)
    board.page.evaluate("document.querySelector('.ecx-outlines').firstChild.kept = true")
    units = {
        key: {**known, "electors": known["electors"] + 2} for key, known in content["units"].items()
    }
    before = board.name(next(iter(units)))
    board.answer(units=units, majority=content["majority"] + 1)
    first = next(iter(units))
    assert board.name(first) != before
    assert f"{units[first]['electors']} electors" in board.name(first)
    assert board.page.evaluate("document.querySelector('.ecx-outlines').firstChild.kept === true")
    named = {key: {**known, "name": f"New {known['name']}"} for key, known in units.items()}
    board.answer(units=named)
    assert board.name(first).startswith("New ")
