"""Worksheets: their numbers are those of the count, and the answer is not on the sheet itself."""

import pytest

from app.panes import controls, words
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.print_panel import PrintPanel
from ecx.app.pages.explorer.worksheets import Worksheet, votes_by_place, worksheet
from ecx.college.counted import Counted
from ecx.college.scenario import Scenario
from ecx.record.elections import cycles, election


@pytest.mark.parametrize("cycle", cycles())
def test_the_votes_of_the_states_add_up_to_those_of_the_nation(cycle: int) -> None:
    counted = Counted(Scenario(election(cycle)))
    total: dict[str, int] = {}
    for won in votes_by_place(counted).values():
        for person, votes in won.items():
            total[person] = total.get(person, 0) + votes
    assert total == dict(counted.tally.president)


def test_1824_is_counted_by_hand_and_told_on_the_next_sheet() -> None:
    sheet = words(worksheet(Worksheet.COUNT, Counted(Scenario(election(1824)))))
    work, answer = sheet.split("Answer for the teacher")
    assert "New York 1 26 5 4" in work
    assert not any(number in work for number in ("99", "84", "131", "261"))
    assert "Andrew Jackson 99" in answer
    assert "131 of 261" in answer


def test_a_blank_map_and_a_question_do_not_tell_the_totals() -> None:
    counted = Counted(Scenario(election(2016)))
    for kind in (Worksheet.BLANK, Worksheet.QUESTION):
        work = words(worksheet(kind, counted)).partition("Answer for the teacher")[0]
        assert "270 of 538" in work
        assert not any(number in work for number in ("304", "227", "306", "232"))


def test_a_sheet_is_on_the_page_while_it_is_printed_only() -> None:
    pane = PrintPanel(AppState(Scenario(election(2016))))
    menu = pane.html
    assert [c.get("data-value") for c in controls(pane)] == [kind.value for kind in Worksheet]
    pane.receive({"do": "print", "value": "count"})
    assert 'data-print="count"' in pane.html
    pane.receive({"do": "printed", "value": ""})
    assert pane.html == menu
