"""The comparison without a browser: what flipped, gains, shifts, links, and its state."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ecx
from app.panes import controls, use
from ecx.app import compare
from ecx.app.kit.nav import nav
from ecx.app.kit.page_links import page_link
from ecx.app.pages.compare.comparison_table import CompareTable
from ecx.app.pages.compare.place_pairs import Gain, PlacePair, compared, gains, rivals
from ecx.app.pages.compare.shift_chart import ShiftChart
from ecx.app.pages.compare.sides import SideMap, SideNumbers, SidePicker
from ecx.app.pages.compare.state import SIDES, CompareState, compare_link, read_comparison
from ecx.app.pages.compare.switches import CompareWords
from ecx.college.counted import Counted
from ecx.college.house_rules import HouseRules
from ecx.college.scenario import Scenario
from ecx.link.address import PageName


@pytest.fixture
def state() -> CompareState:
    return CompareState(ecx.scenario(2012), ecx.scenario(2016))


def paired(left: Scenario, right: Scenario) -> tuple[PlacePair, ...]:
    return compared(Counted(left), Counted(right))


def gained(left: Scenario, right: Scenario) -> dict[str, Gain]:
    both = Counted(left), Counted(right)
    return {gain.party: gain for gain in gains(*both, compared(*both))}


def test_2016_flipped_six_states_and_one_district() -> None:
    rows = paired(ecx.scenario(2012), ecx.scenario(2016))
    flipped = {row.right.unit for row in rows if row.flipped and row.right}
    assert flipped == {"FL", "IA", "ME-02", "MI", "OH", "PA", "WI"}


def test_within_one_cycle_another_ticket_is_a_flip() -> None:
    record = ecx.scenario(2016)
    rows = paired(record, record.call("PA", "clinton-h").call("MI", None))
    assert {row.name for row in rows if row.flipped} == {"Pennsylvania", "Michigan"}
    assert not any(row.flipped for row in paired(record, record))


def test_another_ticket_of_the_same_party_is_a_flip_only_within_one_cycle() -> None:
    record = ecx.scenario(1836)
    whigs = [t.id for t in record.election.tickets.values() if t.code == "W"]
    vermont = record.carrier("VT")
    other = next(ticket for ticket in whigs if ticket != vermont)
    assert [r.name for r in paired(record, record.call("VT", other)) if r.flipped] == ["Vermont"]


def test_a_place_that_was_divided_later_stands_against_its_statewide_vote() -> None:
    rows = {row.name: row for row in paired(ecx.scenario(1968), ecx.scenario(1972))}
    maine = rows["Maine at large"]
    assert maine.left
    assert maine.right
    assert (maine.left.unit, maine.right.unit, maine.change) == ("ME", "ME-AL", -2)
    assert rows["Maine district 1"].left is None
    assert "Maine" not in rows
    back = {row.name for row in paired(ecx.scenario(1972), ecx.scenario(1968))}
    assert "Maine" in back
    assert "Maine at large" not in back


def test_each_unit_of_both_sides_is_in_one_row() -> None:
    for years in ((1789, 2024), (1860, 1864), (1988, 1992)):
        left, right = (ecx.scenario(year) for year in years)
        rows = paired(left, right)
        assert sorted(row.left.unit for row in rows if row.left) == sorted(left.election.units)
        assert sorted(row.right.unit for row in rows if row.right) == sorted(right.election.units)


def test_gains_and_losses_explain_the_change_of_every_party() -> None:
    left, right = ecx.scenario(2012), ecx.scenario(2016)
    found = gained(left, right)
    assert (found["Republican"].left, found["Republican"].right) == (206, 306)
    assert (found["Republican"].gained, found["Republican"].lost) == (100, 0)
    assert found["Democratic"].otherwise == 0
    assert sum(gain.right for gain in found.values()) == 538


def test_a_census_is_told_apart_from_flips() -> None:
    left, right = ecx.scenario(2020), ecx.scenario(2024)
    found = gained(left, right)
    for gain in found.values():
        assert gain.left - gain.lost + gain.gained + gain.otherwise == gain.right
    assert found["Republican"].otherwise == 3


def test_the_shift_is_the_move_of_the_lead_in_points() -> None:
    rows = {row.name: row for row in paired(ecx.scenario(2012), ecx.scenario(2016))}
    iowa = rows["Iowa"]
    assert iowa.left
    assert iowa.left.lead == pytest.approx(5.81, abs=0.01)
    assert iowa.shift == pytest.approx(-15.2, abs=0.05)


def test_parties_that_did_not_both_run_twice_have_no_lead() -> None:
    left, right = ecx.scenario(1836), ecx.scenario(2024)
    assert rivals(left.election, right.election) is None
    chart = ShiftChart(CompareState(left, right))
    assert chart.failed
    assert "can’t compare margins" in chart.summary
    assert "Margin" not in CompareTable(CompareState(left, right)).html


def test_two_versions_of_one_election_have_the_same_votes() -> None:
    record = ecx.scenario(2016)
    chart = ShiftChart(CompareState(record, record.call("PA", None)))
    assert chart.failed  # so nothing is drawn
    assert chart.summary == ""


def heads(pane: CompareTable | CompareWords) -> list[str]:
    return re.findall(r'<th scope="col"[^>]*>(?:<button[^>]*>)?([^<]*)', pane.html)


def test_two_maps_of_one_election_are_left_and_right_and_no_column_says_nothing() -> None:
    record = ecx.scenario(2016)
    state = CompareState(record.call("MI", "clinton-h"), record.call("PA", None))
    assert heads(CompareTable(state)) == ["State", "Left map", "Right map", "Switched"]
    assert heads(CompareWords(state)) == [
        "Party", "Left map", "Lost", "Gained", "Right map", "Change"
    ]  # fmt: skip
    assert "Left map: 2016, changed" in SidePicker(state, "left").html
    state.open_cycle("right", 2016)
    assert "Right map: 2016</h2>" in SidePicker(state, "right").html


def test_heads_of_two_elections_are_never_the_same_twice(state: CompareState) -> None:
    state.open_cycle("right", 2020)
    table = heads(CompareTable(state))
    assert table[-3:] == ["Margin 2012", "Margin 2020", "Shift"]
    assert len({*table}) == len(table)
    state.open_cycle("right", 2024)
    assert "Change in electors" in heads(CompareTable(state))


def test_what_switched_comes_first_in_the_table(state: CompareState) -> None:
    found = CompareTable(state).html
    rows = re.findall(r'<tr( class="page-changed")?><th scope="row">([^<]*)', found)
    names = [name for _, name in rows]
    assert names[:8] == ["Florida", "Iowa", "Maine district 2", "Michigan", "Ohio",
                         "Pennsylvania", "Wisconsin", "Alabama"]  # fmt: skip
    assert [bool(changed) for changed, _ in rows] == [True] * 7 + [False] * (len(rows) - 7)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda s: s, "The two maps are the same."),
        (lambda s: s.as_pledged(), "Some electors vote differently"),
        (lambda s: s.under("bind"), "different laws"),
        (lambda s: s.with_house(HouseRules(size=491)), "different rules for sharing out electors"),
    ],
)
def test_two_maps_of_one_election_say_in_what_they_differ(
    change: Callable[[Scenario], Scenario], said: str
) -> None:
    record = ecx.scenario(2016)
    assert said in CompareWords(CompareState(record, change(record))).html


def ringed(drawn: SideMap) -> list[str]:
    return sorted(unit for unit, mark in drawn.marks.items() if mark.get("ring"))


def test_both_maps_have_one_scale_and_ring_the_same_places(state: CompareState) -> None:
    left, right = [SideMap(state, side) for side in SIDES]
    assert left.still
    assert right.still
    assert left.map["land"] == right.map["land"]
    assert ringed(left) == ringed(right) == ["FL", "IA", "ME-02", "MI", "OH", "PA", "WI"]
    assert left.marks["FL"]["note"] == "switches to Trump"
    assert right.marks["FL"]["note"] == "switched from Obama"
    assert right.words["ring"] == "A ring marks a state that switched."
    before = right.map["land"]
    state.open_cycle("left", 1789)
    assert left.map["land"] == right.map["land"] == before  # of 2016, which has it all
    state.open_cycle("right", 1792)
    assert left.map["land"] == right.map["land"] != before


def test_a_ring_keeps_what_else_is_said_of_a_state(state: CompareState) -> None:
    state.open_cycle("right", 2016)
    state.paste("left", "?cycle=2016&call=TX:clinton-h")
    right = SideMap(state, "right")
    assert right.marks["TX"]["note"] == "switched from Clinton; 2 electors broke the pledge"


def test_each_table_says_what_switched_on_its_map(state: CompareState) -> None:
    for side in SIDES:
        html = SideNumbers(state, side).html
        assert html.count("<td>yes</td>") == 7
        assert "<summary>The numbers: Who won each state in 20" in html


def test_nothing_has_a_ring_where_nothing_switched(state: CompareState) -> None:
    state.open_cycle("left", 2016)
    assert ringed(SideMap(state, "left")) == ringed(SideMap(state, "right")) == []


def test_the_words_list_flips_by_where_they_went(state: CompareState) -> None:
    words = CompareWords(state)
    assert "Obama → Trump: 100 electors" in words.html
    assert "Florida (29), Iowa (6), Maine district 2 (1), Michigan (16)" in words.html
    use(words, "swap")
    assert "Trump → Obama: 100 electors" in words.html
    state.open_cycle("left", 2016)
    state.open_cycle("right", 2016)
    assert "No state switched." in words.html


def test_the_table_sorts_by_any_column(state: CompareState) -> None:
    table = CompareTable(state)
    use(table, "sort", "name")
    assert table.html.index("Alabama") < table.html.index("Wyoming")
    use(table, "sort", "shift")
    assert table.html.index("Utah") < table.html.index("Ohio")
    use(table, "sort", "shift")
    assert table.html.index("Maine district 2") < table.html.index("Utah")
    before = table.html
    use(table, "sort", "no such column")
    assert table.html == before


def test_one_intent_is_one_notification_and_no_change_is_silent(state: CompareState) -> None:
    heard: list[Any] = []
    state.observe(heard.append, names="screen")
    state.open_cycle("left", 2008)
    assert len(heard) == 1
    state.open_cycle("left", 2008)
    state.dismiss()
    assert len(heard) == 1
    assert state.screen.address == "?left=cycle%3D2008&right=cycle%3D2016"


def test_pickers_step_and_take_links(state: CompareState) -> None:
    picker = SidePicker(state, "right")
    use(picker, "right-later")
    assert state.screen.right.scenario.cycle == 2020
    use(picker, "right-cycle", "1876")
    assert state.screen.right.scenario.cycle == 1876
    use(picker, "right-paste", "http://127.0.0.1/explorer?cycle=2016&call=PA:clinton-h")
    assert state.screen.right.scenario == ecx.scenario(2016).call("PA", "clinton-h")
    assert "2016, changed" in picker.html
    assert 'href="explorer?cycle=2016&amp;call=PA:clinton-h"' in picker.html
    use(picker, "right-paste", "  ")
    assert state.screen.notices == ()


def test_a_bad_paste_says_why_and_is_never_markup(state: CompareState) -> None:
    use(SidePicker(state, "left"), "left-paste", "?cycle=2012&call=ZZ:<img src=x>")
    assert state.screen.notices[0].startswith("Left map: ")
    assert "ZZ:<img src=x>" in state.screen.notices[0]
    assert "<img" not in SidePicker(state, "left").html


@pytest.mark.parametrize(
    "text",
    ["hello", "?", "http://127.0.0.1/explorer", "1790", "?cycle=1790&house=492", "?call=ZZ:trump",
     "compare?left=hello", "?view=electors", "x?y=1", "²⁰¹²"],
)  # fmt: skip
def test_what_cannot_be_read_leaves_the_map_and_says_so(text: str, state: CompareState) -> None:
    state.paste("left", "?cycle=2012&call=OH:romney")
    before = state.screen
    state.paste("left", text)
    assert len(state.screen.notices) == 1
    state.dismiss()
    assert state.screen == before


@pytest.mark.parametrize(
    ("text", "cycle"),
    [
        ("2008", 2008),
        (" 2008 ", 2008),
        ("?cycle=2008", 2008),
        ("cycle=2008", 2008),
        ("2008&call=OH:mccain", 2008),
        ("http://127.0.0.1:8866/explorer?cycle=2008&view=electors#map", 2008),
        ("?house=492", 2024),
        ("?left=2004&right=2008", 2004),
        ("http://127.0.0.1/compare?right=cycle%3D2008", 2008),
    ],
)
def test_a_year_an_address_or_a_query_is_pasted(text: str, cycle: int, state: CompareState) -> None:
    state.paste("left", text)
    assert state.screen.notices == ()
    assert state.screen.left.scenario.cycle == cycle
    assert state.screen.right.scenario == ecx.scenario(2016)


def test_a_refused_intent_keeps_the_screen(state: CompareState) -> None:
    before = state.screen
    state.open_cycle("left", 1790)
    assert "1790 is not an election year" in state.screen.notices[0]
    assert state.screen.left is before.left
    state.dismiss()
    assert state.screen == before


@pytest.mark.parametrize(
    ("query", "cycles"),
    [
        ("?left=2012&right=2016", (2012, 2016)),
        ("?left=cycle%3D2012&right=cycle%3D2016%26call%3DPA:clinton-h", (2012, 2016)),
        ("?right=1876", (1872, 1876)),
        ("?left=1876", (1876, 1880)),
        ("", (2020, 2024)),
        ("?right=1789", (1789, 1789)),
    ],
)
def test_a_link_may_leave_out_a_side(query: str, cycles: tuple[int, int]) -> None:
    found = read_comparison(query)
    assert (found.left.scenario.cycle, found.right.scenario.cycle) == cycles
    assert found.notices == ()


def test_a_link_that_cannot_be_read_says_which_part_and_loses_nothing() -> None:
    query = "?left=cycle%3D1790&right=2016%26call%3DZZ:trump&middle=1"
    found = read_comparison(query)
    assert [word in " ".join(found.notices) for word in ("1790", "ZZ", "middle")] == [True] * 3
    assert found.address == query


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_comparison_that_has_a_link(text: str) -> None:
    for query in (text, f"?left={text}&right=2016%26{text}"):
        found = read_comparison(query)
        left, right = found.left.scenario, found.right.scenario
        again = read_comparison(compare_link(left, right))
        assert (again.left.scenario, again.right.scenario, again.notices) == (left, right, ())


EDITS = st.lists(
    st.tuples(st.sampled_from(["PA", "ME-AL", "NE-02"]), st.sampled_from(["clinton-h", None])),
    max_size=3,
)


@given(EDITS, EDITS)
def test_a_comparison_survives_its_link(one: list[Any], other: list[Any]) -> None:
    left, right = ecx.scenario(2016), ecx.scenario(2016)
    for unit, ticket in one:
        left = left.call(unit, ticket)
    for unit, ticket in other:
        right = right.call(unit, ticket)
    found = read_comparison(compare_link(left, right))
    assert (found.left.scenario, found.right.scenario) == (left, right)
    assert found.address == compare_link(left, right)


def test_every_control_has_an_intent(state: CompareState) -> None:
    panes = [SidePicker(state, "left"), SidePicker(state, "right"), CompareWords(state)]
    for pane in panes:
        found = {control["data-do"] for control in controls(pane)}
        assert found
        assert found <= set(pane.intents)


def test_pages_lead_to_each_other_and_take_the_map_along() -> None:
    changed = ecx.scenario(2016).call("PA", None)
    assert page_link(PageName.EXPLORER, changed) == "explorer?cycle=2016&call=PA:undecided"
    assert page_link(PageName.COMPARE, changed) == (
        "compare?left=cycle%3D2016&right=cycle%3D2016%26call%3DPA:undecided"
    )
    assert page_link(PageName.COMPARE, ecx.scenario(1789)) == (
        "compare?left=cycle%3D1789&right=cycle%3D1789"
    )
    assert nav(PageName.HISTORY, changed).count('aria-current="page"') == 1


def test_the_page_opens_on_what_it_is_given() -> None:
    page = compare(ecx.scenario(1888), ecx.scenario(1892))
    maps = [child for child in page.children if isinstance(child, SideMap)]
    assert ["1888" in str(maps[0].words["map"]), len(maps)] == [True, 2]
