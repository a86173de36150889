"""The apportionment page without a browser: state, panels, elections by House."""

import json
import re
from dataclasses import replace

import pytest

import ecx
from app.panes import use, words
from ecx.app import apportionment
from ecx.app.kit.page_links import page_link
from ecx.app.kit.state import AppState
from ecx.app.pages.apportionment.calculator import apportioned_populations, law_of, opened_census
from ecx.app.pages.apportionment.calculator_link import read_calculator
from ecx.app.pages.apportionment.controls import Controls
from ecx.app.pages.apportionment.country_table import CountryTable
from ecx.app.pages.apportionment.examples import EXAMPLES
from ecx.app.pages.apportionment.last_seat import LastSeatHeadline, LastSeatTables
from ecx.app.pages.apportionment.method_table import Methods
from ecx.app.pages.apportionment.other_house_sizes import OtherHouseSizes, explorer_link
from ecx.app.pages.apportionment.paradox_cases import people_of
from ecx.app.pages.apportionment.representation import PeopleMap, Ranking, representations
from ecx.app.pages.apportionment.seat_by_seat import SeatBySeat, claims_in_order
from ecx.app.pages.apportionment.seat_history import SeatHistory, holdings
from ecx.app.pages.apportionment.state import CalculatorState
from ecx.app.pages.faithless.law import LawTable
from ecx.apportionment import ACTS, Apportionment, Method, Tie
from ecx.link.address import PageName
from ecx.record.files import folder


@pytest.fixture
def state() -> CalculatorState:
    return CalculatorState(opened_census(2020))


# Census Bureau, 2020: New York 89 short of a 27th seat, Minnesota with 26 to spare.
def test_in_2020_new_york_is_89_short_and_minnesota_has_26_to_spare(state: CalculatorState) -> None:
    said = words(LastSeatHeadline(state).html)
    assert "Minnesota got the last seat, with 26 people to spare." in said
    assert "New York is next. It needed 89 more people." in said
    assert "435 Minnesota 8th 762,997.7 26 to spare" in words(LastSeatTables(state).html)
    assert "436 New York 27th 762,994.4 89 short" in words(LastSeatTables(state).html)


def test_who_just_missed_is_told_for_every_census(state: CalculatorState) -> None:
    rows = re.findall(r'href="\?census=(\d+)"', LastSeatTables(state).html)
    assert [int(year) for year in rows] == sorted(ACTS, reverse=True)


def test_every_census_opens_as_its_law_dealt_it() -> None:
    for census, act in ACTS.items():
        calculator = opened_census(census)
        assert (calculator.house, calculator.method, calculator.lawful) == (
            act.size,
            act.method,
            True,
        )
        assert not act.joined & calculator.populations.keys()
    assert law_of(1920) == (435, Method.HUNTINGTON_HILL)


def test_a_tie_is_said_and_nobody_has_the_seat(state: CalculatorState) -> None:
    state.show_example("tie")
    said = "It’s a tie. Ash and Birch have the same claim to the last seat, so nobody gets it."
    assert said in LastSeatHeadline(state).html
    assert (
        claims_in_order(state.screen)["tie"]
        == "It’s a tie. Ash and Birch have the same claim to what is left."
    )
    assert claims_in_order(state.screen)["size"] == 3


def test_the_states_of_1900_are_no_made_up_country(state: CalculatorState) -> None:
    state.show_case("1900")
    named = "Census of 1900, as Congress had it"
    assert f"by the Hamilton method. {named}." in LastSeatHeadline(state).html
    assert f'<option value="" selected>{named}</option>' in Controls(state).html
    assert people_of(read_calculator(state.screen.address)) == named
    state.show_example("tie")
    assert "Made-up country" in LastSeatHeadline(state).html


def test_each_example_shows_what_it_says() -> None:
    by_key = {example.key: example for example in EXAMPLES}
    found = {k: Apportionment(e.people, e.house, e.method) for k, e in by_key.items()}
    assert found["tie"].tie == Tie(("Ash", "Birch"), 1)
    cedar = by_key["alabama"]
    assert [ecx.apportion(cedar.people, n, "hamilton")["Cedar"] for n in (10, 11)] == [2, 1]
    assert [violation.place for violation in found["quota"].violations] == ["Ash"]
    assert found["quota"].seats["Ash"] == 90
    five = by_key["methods"]
    houses = {tuple(ecx.apportion(five.people, five.house, m).values()) for m in Method}
    assert len(houses) == 5


def test_the_deal_lists_every_claim_and_remembers_the_step(state: CalculatorState) -> None:
    deal = SeatBySeat(state)
    assert (deal.first, deal.size, deal.at, len(deal.claims)) == (50, 435, 435, 385 + 5)
    places = [deal.places[claim[0]]["code"] for claim in deal.claims]
    assert places[0] == "CA"
    assert places[384:386] == ["MN", "NY"]
    deal.receive({"step": 434})
    assert (deal.at, state.screen.address) == (434, "?census=2020&step=434")
    assert sum(place["most"] for place in deal.places) == 435


@pytest.mark.parametrize("step", ["9", -1, 436, None, [1]])
def test_a_step_that_is_none_is_ignored(step: object, state: CalculatorState) -> None:
    deal = SeatBySeat(state)
    deal.receive({"step": step})
    assert state.screen == CalculatorState(opened_census(2020)).screen


def test_methods_stand_side_by_side_with_differences_and_violations_marked(
    state: CalculatorState,
) -> None:
    pane = Methods(state)
    row = next(r for r in pane.html.split("<tr>") if r.startswith('<th scope="row">California'))
    assert 'class="lab-other">54<abbr title="outside its quota">†</abbr>' in row
    assert row.count("†") == 2  # Jefferson's 54 and Adams's 50, not the 52 of the others
    assert "Delaware" in pane.html  # Adams alone gives it a second seat
    assert "Wyoming" not in pane.html
    use(pane, "which", "all")
    assert "Wyoming" in pane.html


def test_people_behind_a_seat_and_an_elector_with_the_district() -> None:
    rows = {row.place: row for row in representations(opened_census(2020))}
    assert len(rows) == 51
    assert rows["DC"].per_seat is None
    assert (rows["DC"].people, rows["DC"].electors) == (689_545, 3)
    assert max(rows.values(), key=lambda row: row.per_seat or 0).place == "DE"
    assert min(rows.values(), key=lambda row: row.per_elector).place == "WY"
    assert "DC" not in {row.place for row in representations(opened_census(1950))}


def test_the_ranking_sorts_by_any_column_both_ways(state: CalculatorState) -> None:
    pane = Ranking(state)
    assert re.findall(r'<th scope="row">([^<]+)', pane.html)[:2] == ["Delaware", "Idaho"]
    use(pane, "sort", "name")
    assert re.findall(r'<th scope="row">([^<]+)', pane.html)[:2] == ["Alabama", "Alaska"]
    use(pane, "sort", "name")
    assert re.findall(r'<th scope="row">([^<]+)', pane.html)[0] == "Wyoming"
    use(pane, "sort", "no such column")
    assert re.findall(r'<th scope="row">([^<]+)', pane.html)[0] == "Wyoming"


def test_the_maps_say_what_they_show_and_wait_for_a_slider(state: CalculatorState) -> None:
    seat, elector = PeopleMap(state), PeopleMap(state, per_elector=True)
    assert "Delaware has the most: 990,837" in seat.summary
    assert "Wyoming has the fewest people for each elector: 192,573" in elector.summary
    before = seat.figure
    state.slide(500)
    assert seat.figure == before
    state.house(500)
    assert "500 seats" in seat.figure["layout"]["title"]["text"]
    assert json.dumps(seat.figure)


@pytest.mark.parametrize("end", ["9999", "12", "x"])
def test_a_drag_whose_end_is_refused_ends_where_it_is(state: CalculatorState, end: str) -> None:
    state.slide(500)
    use(Controls(state), "house", end)
    assert state.screen.notices
    assert (state.screen.house, state.screen.sliding) == (500, False)
    assert state.screen.address == "?census=2020&house=500"


def test_a_drag_is_one_step_of_the_address(state: CalculatorState) -> None:
    headline = LastSeatHeadline(state)
    state.slide(436)
    assert state.screen.address == "?census=2020"
    assert "New York got the last seat" in headline.html
    state.house(436)
    assert state.screen.address == "?census=2020&house=436"


@pytest.mark.parametrize(
    ("do", "text", "problem"),
    [
        ("house", "12", "give 50 seats or more"),
        ("house", "x", "“x” is not a number"),
        ("slide", "9999", "choose 50 to 1,000"),
        ("minimum", "9", "is too small to give 9 to each"),
        ("open_census", "1995", "There is no census of “1995”"),
        ("method", "hamiltn", "hamilton"),
    ],
)
def test_an_impossible_input_is_reported_and_the_screen_stays(
    state: CalculatorState, do: str, text: str, problem: str
) -> None:
    before = state.screen
    use(Controls(state), do, text)
    assert problem in state.screen.notices[0]
    assert replace(state.screen, notices=()) == replace(before, notices=())


@pytest.mark.parametrize(
    ("intent", "value", "problem"),
    [
        ("show_place", "DC", "has no House seats"),
        ("show_example", "none", "There is no example called “none”"),
        ("show_case", "1999", "There is no case called “1999”"),
    ],
)
def test_an_unknown_name_is_reported_and_the_screen_stays(
    state: CalculatorState, intent: str, value: str, problem: str
) -> None:
    before = state.screen
    getattr(state, intent)(value)
    assert problem in state.screen.notices[0]
    assert replace(state.screen, notices=()) == replace(before, notices=())


def test_the_seats_of_a_state_are_drawn_since_its_first_census(state: CalculatorState) -> None:
    chart = SeatHistory(state)
    assert (
        "California had 2 seats after the census of 1850. After the census of 2020 it has 52"
        in chart.summary
    )
    state.show_place("NY")
    assert "It had the most, 45 seats, after the census of 1930" in chart.summary
    assert len(chart.numbers["rows"]) == len(holdings("NY")) == 23
    assert state.screen.address == "?census=2020&place=NY"


def test_the_link_of_a_size_opens_that_house_with_every_pledge_kept() -> None:
    query = explorer_link(2000, 492).removeprefix("explorer")
    assert dict(ecx.tally(ecx.read_link(query)).president) == {"gore": 298, "bush-gw": 297}


def test_the_table_of_elections_names_those_that_turn_on_the_house(state: CalculatorState) -> None:
    pane = OtherHouseSizes(state)
    assert "No House size would have changed an election under this census." in pane.html
    use(pane, "every")
    assert (
        "Of 51 elections, these could have ended differently: 1876, 1960, 1976, and 2000."
        in words(pane.html)
    )
    assert (
        'href="explorer?cycle=2000&amp;cast=pledged&amp;house=492">492</a> Gore wins' in pane.html
    )
    assert 'house=491">491</a> a tie, 297–297' in pane.html


def test_other_pages_are_offered_an_election_with_this_house(state: CalculatorState) -> None:
    state.open_census(1990)
    state.house(492)
    assert page_link(PageName.EXPLORER, state.screen.scenario) == "explorer?cycle=1992&house=492"
    assert page_link(PageName.APPORTIONMENT, state.screen.scenario) == state.screen.address.replace(
        "?", "apportionment?"
    )
    assert page_link(PageName.APPORTIONMENT, ecx.scenario(1789)) == "apportionment"


def test_the_page_has_all_its_parts() -> None:
    page = apportionment(1880)
    assert len(page.children) == 16
    assert json.dumps([child.figure for child in page.children if hasattr(child, "figure")])


def test_a_page_cannot_write_into_the_widgets(state: CalculatorState) -> None:
    deal, table = SeatBySeat(state), CountryTable(state)
    deal.set_state({"at": 7})
    table.set_state({"csv": "false"})
    assert deal.at == 435
    assert table.csv.startswith("\ufeffname,people,seats\nAlabama,5030053,7\n")


def fail(*_: object) -> None:
    raise KeyError("by design")


def test_a_part_that_cannot_be_shown_says_so_and_undoes_nothing(
    state: CalculatorState, monkeypatch: pytest.MonkeyPatch
) -> None:
    deal, table = SeatBySeat(state), CountryTable(state)
    with monkeypatch.context() as patched:
        patched.setattr("ecx.app.pages.apportionment.seat_by_seat.priority", fail)
        patched.setattr("ecx.app.pages.apportionment.country_table.write_country", fail)
        state.house(436)
    assert (state.screen.house, state.screen.notices) == (436, ())
    assert "can’t be shown (KeyError: 'by design')" in deal.fault
    assert "can’t be shown (KeyError: 'by design')" in table.said
    state.house(437)
    assert (deal.fault, deal.size, table.said) == ("", 437, "")


def test_the_table_of_laws_says_in_its_place_that_it_cannot_be_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = AppState(ecx.scenario(2016))
    table = LawTable(pages)
    with monkeypatch.context() as patched:
        patched.setattr("ecx.app.pages.faithless.law._row", fail)
        pages.open_cycle(2020)
    assert (pages.screen.scenario.cycle, pages.screen.notices) == (2020, ())
    assert "can’t be shown (KeyError: 'by design')" in str(table.rows[0][0])
    assert len(table.rows[0]) == len(table.columns)
    pages.open_cycle(2024)
    assert len(table.rows) == 51


def prose() -> str:
    notebook = json.loads((folder("notebooks") / "apportionment.ipynb").read_text("utf-8"))
    return "".join(notebook["cells"][2]["source"])


def test_the_answers_of_the_notebook_are_right() -> None:
    answers = [text.partition("</summary>")[2] for text in prose().split("<details>")[1:]]
    assert len(answers) == 5
    missed = Apportionment(apportioned_populations(2020))
    assert missed.next
    assert missed.last
    assert f"{missed.next.people} people. Minnesota" in answers[0]
    assert f"with {missed.last.people} people to spare" in answers[0]
    rows = {row.name: row for row in representations(opened_census(2020))}
    assert f"Delaware had the most: {rows['Delaware'].per_seat:,.0f}" in answers[1]
    assert f"Montana had the fewest: {rows['Montana'].per_seat:,.0f}" in answers[1]
    assert f"for each elector: {rows['Wyoming'].per_elector:,.0f}" in answers[1]
    eight, seven = (
        ecx.apportion(apportioned_populations(1880), n, "hamilton")["AL"] for n in (299, 300)
    )
    assert f"{eight} of 299, but {seven} of 300" in answers[2]
    quota = next(example for example in EXAMPLES if example.key == "quota")
    for method in Method:
        seats = ecx.apportion(quota.people, quota.house, method)["Ash"]
        assert f"{method.replace('-', ' ').title().replace(' ', '-')} {seats}" in answers[4]
