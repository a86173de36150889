"""The paradoxes of the apportionment page without a browser: cases of history, and the finder."""

import pytest

from app.panes import use, words
from ecx.app.pages.apportionment.calculator import opened_census
from ecx.app.pages.apportionment.last_seat import LastSeatHeadline
from ecx.app.pages.apportionment.paradox_cases import CASES
from ecx.app.pages.apportionment.paradox_finder import Paradoxes
from ecx.app.pages.apportionment.state import LONGEST_FIELD, CalculatorState
from ecx.apportionment import Method


@pytest.fixture
def state() -> CalculatorState:
    return CalculatorState(opened_census(2020))


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("1880", "Alabama: 8 of 299 seats, but 7 of 300."),
        ("1900", "Colorado: 3 of 356 seats, but 2 of 357."),
        ("1900", "Maine: 4 of 385 seats, but 3 of 386."),
        ("1907", "New York has 37 instead of 38. Maine has 4 instead of 3."),
    ],
)
def test_the_cases_of_history_are_found(state: CalculatorState, key: str, found: str) -> None:
    pane = Paradoxes(state)
    use(pane, "show_case", key)
    assert state.screen.notices == ()
    assert found in words(pane.html)
    assert state.screen.case == CASES[key].words


def test_the_example_of_a_paradox_is_found_by_the_finder(state: CalculatorState) -> None:
    pane = Paradoxes(state)
    state.show_example("alabama")
    assert "Cedar: 2 of 10 seats, but 1 of 11." in words(pane.html)


def test_the_departures_of_a_law_are_told_with_names(state: CalculatorState) -> None:
    state.open_census(1860)
    said = words(LastSeatHeadline(state).html)
    assert "The act of March 4, 1862 (12 Stat. 353) gave eight states one more seat." in said
    assert "Nevada joined the Union on October 31, 1864, with one seat." in said
    state.open_census(1920)
    assert "Congress did not share the House seats again." in LastSeatHeadline(state).html


@pytest.mark.parametrize(
    ("joining", "problem"),
    [
        ("%E3%85%A4", "A new state needs a name and people; give both."),
        ("J" * 41, "is too long; give at most 40 characters."),
        ("J" * 90_000, "is too long; give at most 40 characters."),
    ],
)
def test_a_place_that_joins_has_a_name_that_can_be_read(
    state: CalculatorState, joining: str, problem: str
) -> None:
    pane = Paradoxes(state)
    use(pane, "state", f"joining={joining}&people=3285874")
    assert problem in words(pane.html)
    assert len(state.screen.search.joining) <= LONGEST_FIELD


def test_the_finder_takes_sizes_a_joining_state_and_growth(state: CalculatorState) -> None:
    pane = Paradoxes(state)
    state.open_census(1900)
    assert "Hamilton above to find them" in words(pane.html)
    state.method(Method.HAMILTON)
    use(pane, "sizes", "low=380&high=390")
    assert "Maine: 4 of 385 seats, but 3 of 386. Maine: 4 of 388 seats, but 3 of 389." in words(
        pane.html
    )
    use(pane, "state", "joining=OK&people=1,000,000")
    assert "Oklahoma joins with 5 seats. The House now has 391." in words(pane.html)
    use(pane, "growth", "since=1890")
    assert "A state can grow faster and still lose a seat" in pane.html


@pytest.mark.parametrize(
    ("form", "typed", "problem"),
    [
        (
            "sizes",
            "low=350&high=300",
            "Give two House sizes from 50 to 1,000, the smaller one first.",
        ),
        (
            "sizes",
            "low=49&high=60",
            "Give two House sizes from 50 to 1,000, the smaller one first.",
        ),
        ("sizes", "low=a&high=60", "“a” is not a number; give one such as 435."),
        ("state", "joining=&people=5", "A new state needs a name and people; give both."),
        ("state", "joining=PR&people=0", "A new state needs a name and people; give both."),
        ("state", "joining=Texas&people=", "“” is not a number"),
    ],
)
def test_a_search_that_cannot_be_made_is_refused_in_its_form(
    state: CalculatorState, form: str, typed: str, problem: str
) -> None:
    state.method(Method.HAMILTON)
    pane = Paradoxes(state)
    use(pane, form, typed)
    before, _, after = pane.html.partition(f'<form class="page-form" data-do="{form}"')
    own, _, rest = after.partition("</form>")
    assert f'<p role="alert" class="page-lines">{problem}' in own
    assert "alert" not in before + rest
    assert "<p>Nothing was searched.</p>" in rest
    assert "<li>" not in rest
    assert state.screen.notices == ()
    use(pane, "sizes", "low=275&high=350")
    assert "alert" not in pane.html
    assert "cost a state a seat: 275 to 350 seats" in words(pane.html)


@pytest.mark.parametrize("census", ["1790", "a made-up country"])
def test_growth_without_a_census_before_has_no_form_and_says_why(
    state: CalculatorState, census: str
) -> None:
    pane = Paradoxes(state)
    use(pane, "growth", "since=2010")
    if census.isdigit():
        state.open_census(int(census))
    else:
        state.show_example("tie")
        use(pane, "growth", "since=2010")
    assert "There is no earlier census to compare with." in pane.html
    assert 'data-do="growth"' not in pane.html
