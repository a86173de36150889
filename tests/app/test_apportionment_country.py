"""A country of your own, and the link of the apportionment page: what is typed is kept."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecx.app.pages.apportionment.calculator import Calculator, opened_census
from ecx.app.pages.apportionment.calculator_link import calculator_link, fits, read_calculator
from ecx.app.pages.apportionment.country import (
    LONGEST,
    MOST_PLACES,
    country_of,
    read_country,
    write_country,
)
from ecx.app.pages.apportionment.country_table import CountryTable
from ecx.app.pages.apportionment.examples import EXAMPLES
from ecx.app.pages.apportionment.last_seat import LastSeatHeadline
from ecx.app.pages.apportionment.paradox_cases import CASES
from ecx.app.pages.apportionment.state import CalculatorState
from ecx.apportionment import ACTS, Method


@pytest.fixture
def state() -> CalculatorState:
    return CalculatorState(opened_census(2020))


def test_a_pasted_table_is_a_country_with_seats(state: CalculatorState) -> None:
    table = CountryTable(state)
    table.receive({"table": "name\tpopulation\nAsh\t6,000\nBirch\t3 000\nCedar\t1000\n"})
    assert dict(state.screen.populations) == {"Ash": 6000, "Birch": 3000, "Cedar": 1000}
    assert state.screen.address == "?country=Ash:6000,Birch:3000,Cedar:1000&house=10"
    assert table.csv == "\ufeffname,people,seats\nAsh,6000,6\nBirch,3000,3\nCedar,1000,1\n"
    assert read_country(table.csv).people == state.screen.populations


def test_a_bad_row_is_named_with_the_mend_and_nothing_typed_is_lost(state: CalculatorState) -> None:
    table = CountryTable(state)
    typed = "Ash, 500\nBirch, many\n, 5\nAsh, 7\nCedar, 0\nDogwood\nElm, 250"
    table.receive({"table": typed})
    assert dict(state.screen.populations) == {"Ash": 500, "Elm": 250}
    assert table.text == typed
    assert table.problems == [
        "Row 2: the people of “Birch” are “many”; give a whole number, such as 1200.",
        "Row 3: “5” has no name before it; write a name, a comma, and the people.",
        "Row 4: “Ash” is in row 1 already; give each state once.",
        "Row 5: the people of “Cedar” are “0”; give 1 to 1,000,000,000,000.",
        "Row 6: “Dogwood” has no people; write a comma and a number after it, such as 1200.",
    ]


def test_a_table_without_a_good_row_leaves_the_screen_and_keeps_the_text(
    state: CalculatorState,
) -> None:
    state.make_country("nothing here")
    assert not state.screen.made_up
    assert state.screen.draft == "nothing here"
    assert state.screen.unread == (
        "Row 1: “nothing here” has no people; write a comma and a number after it, such as 1200.",
    )


@pytest.mark.parametrize("empty", ["", " \n\n", "name,people\n"])
def test_an_empty_table_says_what_to_do_beside_its_button(
    state: CalculatorState, empty: str
) -> None:
    table = CountryTable(state)
    assert (table.said, table.dealt) == ("", False)
    table.receive({"table": empty})
    assert (table.said, table.dealt) == ("We couldn’t use this table.", False)
    assert "Write one on each line: a name, a comma, and its people" in table.problems[0]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Ash,7\nBirch,2", "Done: 10 seats for 2 states."),
        ("Ash,7", "Done: 10 seats for 1 state."),
        ("Ash,7\nBirch,x\nCedar", "Done: 10 seats for 1 state. We used 1 of 3 rows."),
        (
            "Ash,1\nBirch,1\nCedar,1",
            "Done: 10 seats for 3 states. The last seat is tied, so nobody gets it.",
        ),
    ],
)
def test_what_is_dealt_is_said_beside_the_button(
    state: CalculatorState, typed: str, said: str
) -> None:
    table = CountryTable(state)
    table.receive({"table": typed})
    assert (table.said, table.dealt) == (said, True)
    table.receive({"table": "none"})
    assert (table.said, table.dealt) == ("We couldn’t use this table.", False)
    assert state.screen.made_up
    state.leave_country()
    assert (table.said, table.dealt, list(table.problems)) == ("", False, [])


def test_a_country_that_no_house_can_hold_is_refused_beside_its_button() -> None:
    state = CalculatorState(replace(opened_census(2020), minimum=20, house=1000))
    table = CountryTable(state)
    table.receive({"table": "".join(f"P{n},5\n" for n in range(60))})
    said = "20 seats for each of 60 states makes 1,200, and this page goes up to 1,000"
    assert list(table.problems) == [f"{said}; choose a lower minimum or fewer states."]
    assert (state.screen.made_up, state.screen.notices) == (False, ())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Ash,5\nB,x\nC\n,5\nAsh,7\nD,0\nE,-1\nElm,2", "2 of its 8 rows"),
        ("name,people\nAsh,5\n\nBirch,x", "1 of its 2 rows"),
        ("".join(f"P{n},{n}\n" for n in range(1, 106)), "100 of its 105 rows"),
        ("Ash,5\n" + "x\n" * LONGEST, f"1 of its {LONGEST + 1:,} rows"),
    ],
)
def test_the_headline_says_how_much_of_a_table_is_missing(
    state: CalculatorState, typed: str, said: str
) -> None:
    headline = LastSeatHeadline(state)
    state.make_country(typed)
    assert f"This is not the whole table. We used {said}." in headline.html
    assert 'data-scroll=".ecx-country"' in headline.html
    state.make_country("Ash,5")
    assert "not the whole table" not in headline.html


def test_the_headline_says_how_much_of_a_link_is_missing() -> None:
    headline = LastSeatHeadline(
        CalculatorState(read_calculator("?country=Ash:600,Birch:many,Cedar:5"))
    )
    assert "We used 2 of its 3 rows." in headline.html


def test_of_many_bad_rows_ten_are_named_and_the_others_counted() -> None:
    found = read_country("nobody\n" * 1_023 + "Ash,5\n")
    assert found.people == {"Ash": 5}
    assert [found.problems[0][:6], found.problems[9][:7]] == ["Row 1:", "Row 10:"]
    assert found.problems[10:] == ("We couldn’t read 1,013 more rows.",)


def test_a_country_has_a_hundred_places_at_most() -> None:
    found = read_country("".join(f"P{n},{n}\n" for n in range(1, 103)))
    assert len(found.people) == MOST_PLACES
    assert found.problems == (
        "Row 101 and all rows after it are left out. Give at most 100 states.",
    )


TOO_LARGE = "".join(f"{'x' * 30}{n},{n + 1}\n" for n in range(100))


def test_a_country_too_large_for_a_link_says_so(state: CalculatorState) -> None:
    state.make_country(TOO_LARGE)
    assert state.screen.address == "?census=2020"
    assert "Save the country as a CSV file." in state.screen.notices[0]


@pytest.mark.parametrize(
    ("digits", "people"),
    [
        ("0" * 5_000 + "7", {"Ash": 7}),
        ("0" * 19 + "1" + "9" * 12, {}),
        ("0" * 19 + "1" + "9" * 5_000, {}),
        ("1" + "0" * 12, {"Ash": 10**12}),
    ],
)
def test_a_number_of_any_length_is_read_or_refused(digits: str, people: dict[str, int]) -> None:
    assert read_country(f"Ash;{digits}").people == people
    refused = "give 1 to 1,000,000,000,000." in "".join(read_country(f"Ash;{digits}").problems)
    assert refused is not bool(people)
    assert read_calculator(f"?country=Ash:{digits}").made_up is bool(people)


def test_a_wide_table_is_read_whole() -> None:
    columns = "," + "x" * 450
    rows = "".join(f"Place {n},{n}{columns}\n" for n in range(1, 51))
    found = read_country(f"name,people,words\n{rows}")
    assert (len(found.people), found.problems) == (50, ())


def test_a_table_that_is_cut_says_where_and_keeps_no_half_row(state: CalculatorState) -> None:
    text = "".join(f"P{n},123456789\n" for n in range(98))
    text += "y,5\n" * ((LONGEST - len(text)) // 4 - 1)
    text += "Last,1234567\n"  # of which 1 or 12 is before the end
    found = read_country(text)
    assert list(found.people) == [*(f"P{n}" for n in range(98)), "y"]
    (problem,) = [one for one in found.problems if "left out" in one]
    assert problem == (
        f"We read only the first 200,000 of {len(text):,} characters, "
        f"so row {len(text.splitlines())} and all rows after it are left out."
    )
    table = CountryTable(state)
    table.receive({"table": text})
    assert (table.text, list(table.problems)) == (text, list(found.problems))


def test_a_row_that_is_too_long_is_named_and_not_cut() -> None:
    found = read_country(f"Ash,5\nBirch,7,{'x' * 10_000}")
    assert found.people == {"Ash": 5}
    assert found.problems == ("Row 2: it has 10,008 characters; give at most 10,000.",)


@pytest.mark.parametrize("mark", [",", "%2C"])
@pytest.mark.parametrize("number", range(10**8, 10**8 + 10))
def test_a_link_that_is_cut_says_so_and_keeps_no_half_number(mark: str, number: int) -> None:
    odd = "x" * (number % 10)  # so that the cut falls on each digit
    query = f"?country=A{odd}:{number}{mark}" + mark.join(f"P{n}:{number}" for n in range(2_000))
    found = read_calculator(query)
    assert set(found.populations.values()) == {number}
    told = (
        rf"This link is too long\. We read the first (15,9\d\d|16,000) of its {len(query) - 1:,} .*"
    )
    assert re.fullmatch(told, found.notices[0])


names = st.text(st.characters(exclude_categories=()), min_size=1, max_size=12)
countries = st.dictionaries(names, st.integers(1, 10**9), min_size=1, max_size=8).map(
    lambda people: country_of((name, str(number)) for name, number in people.items()).people
)


@given(countries)
def test_a_country_comes_back_from_its_file_and_from_its_link(people: dict[str, int]) -> None:
    assert read_country(write_country(people)).people == people
    if people:
        state = CalculatorState(opened_census(2020))
        state.make_country(write_country(people))
        assert read_calculator(state.screen.address).populations == people


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_no_text_breaks_the_table_or_the_link(text: str) -> None:
    people = read_country(text).people
    assert read_country(write_country(people)).people == people
    for query in (text, f"?country={text}", f"?country={text}:9&house={text}&minimum={text}"):
        found = read_calculator(query)
        again = read_calculator(calculator_link(found))
        assert (again.populations, again.house, again.method, again.minimum, again.notices) == (
            found.populations,
            found.house,
            found.method,
            found.minimum,
            (),
        )


labs = st.builds(
    lambda census, house, method, minimum, step, place: replace(
        opened_census(census), house=house, method=method, minimum=minimum, step=step, place=place
    ),
    st.sampled_from(sorted(ACTS)),
    st.integers(200, 1000),
    st.sampled_from(list(Method)),
    st.integers(0, 3),
    st.none() | st.integers(160, 199),
    st.sampled_from(["CA", "OH", "VA"]),
)


@given(labs)
def test_a_link_carries_what_is_on_the_screen(calculator: Calculator) -> None:
    found = read_calculator(calculator_link(calculator))
    assert found.notices == ()
    assert calculator_link(found) == calculator_link(calculator)
    assert (found.populations, found.house, found.method) == (
        calculator.populations,
        calculator.house,
        calculator.method,
    )


edits = st.lists(
    st.one_of(
        st.tuples(st.just("house"), st.integers(1, 1_000)),
        st.tuples(st.just("minimum"), st.integers(0, 20)),
        st.tuples(st.just("method"), st.sampled_from(list(Method))),
        st.tuples(st.just("deal_to"), st.integers(0, 500)),
        st.tuples(st.just("show_place"), st.sampled_from(["CA", "OH", "VA"])),
        st.tuples(st.just("open_census"), st.sampled_from(list(ACTS))),
        st.tuples(st.just("show_example"), st.sampled_from([one.key for one in EXAMPLES])),
        st.tuples(st.just("show_case"), st.sampled_from(sorted(CASES))),
        st.tuples(st.just("make_country"), countries.map(write_country)),
        st.tuples(st.just("make_country"), st.just(TOO_LARGE)),
        st.tuples(st.sampled_from(["as_law", "leave_country"])),
    ),
    min_size=1,
    max_size=6,
)


@given(edits)
def test_every_link_the_page_writes_is_read_as_it_was(edits: list[tuple[str, object]]) -> None:
    state = CalculatorState(opened_census(2020))
    for name, *value in edits:
        getattr(state, name)(*value)
    screen = state.screen
    found = read_calculator(screen.address)
    assert found.notices == ()
    assert found.address == screen.address
    if not screen.made_up or fits(screen):
        told = ("populations", "house", "method", "minimum", "step", "place")
        assert [getattr(found, key) for key in told] == [getattr(screen, key) for key in told]
    else:
        assert found.lawful


@pytest.mark.parametrize(
    ("query", "house", "minimum"),
    [
        ("?country=Ash:7220,Birch:1850,Cedar:620,Dogwood:460&house=25&minimum=3", 25, 3),
        ("?minimum=20&house=1000", 1000, 20),
        ("?country=Ash:7,Birch:2,Cedar:1&house=2&minimum=0", 2, 0),
    ],
)
def test_house_and_minimum_are_judged_together(query: str, house: int, minimum: int) -> None:
    found = read_calculator(query)
    assert (found.house, found.minimum, found.notices) == (house, minimum, ())


def test_an_impossible_part_of_a_link_does_not_cancel_other_parts() -> None:
    found = read_calculator("?census=1990&house=500&minimum=10&place=ZZ&apportion=adams&step=many")
    assert (found.census, found.house, found.minimum) == (1990, 500, 10)
    assert (found.method, found.place, found.step) == (Method.ADAMS, "CA", None)
    assert found.notices[0] == (
        "We couldn’t read part of this link. “many” is not a number; give one such as 435. "
        "The rest is shown."
    )
    assert "No state is called “ZZ”" in found.notices[1]
    impossible = read_calculator("?house=60&minimum=2&apportion=adams")
    assert (impossible.house, impossible.minimum, impossible.method) == (435, 2, Method.ADAMS)
    assert "A House of 60 seats is too small" in impossible.notices[0]


def test_a_link_carries_a_country_with_odd_names() -> None:
    state = CalculatorState(opened_census(2020))
    state.make_country("Ash, Upper\t500\nB:C & D=E%\t400\nÉlan #1\t300")
    found = read_calculator(state.screen.address)
    assert dict(found.populations) == {"Ash, Upper": 500, "B:C & D=E%": 400, "Élan #1": 300}
    assert "country=" in unquote(state.screen.address)


def test_a_row_of_a_link_that_cannot_be_read_is_left_in_the_table() -> None:
    found = read_calculator("?country=Ash:600,Birch:many")
    assert dict(found.populations) == {"Ash": 600}
    assert found.draft == "Ash,600\nBirch,many\n"
    assert read_country(found.draft) == found.country


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("?census=1815", "We couldn’t read part of this link. There is no census of “1815”"),
        ("?house=49", "is too small to give 1 to each of 50 states"),
        ("?house=2000", "A House of 2,000 seats does not fit here; choose 50 to 1,000"),
        ("?house=many", "“many” is not a number; give one such as 435"),
        ("?apportion=webstr", "webster"),
        ("?place=ZZ", "No state is called “ZZ”"),
        ("?place=DC", "has no House seats"),
        ("?country=nobody", "There is no state in it; write it as Ash:600,Birch:400"),
    ],
)
def test_a_wrong_part_of_a_link_is_reported_and_stays_in_the_address(
    query: str, problem: str
) -> None:
    found = read_calculator(query)
    assert problem in found.notices[0]
    assert found.address == query
    assert found.lawful


def test_a_key_that_another_site_added_is_dropped_in_silence() -> None:
    found = read_calculator("?census=1990&fbclid=x")
    assert (found.census, found.notices, found.address) == (1990, (), "?census=1990")
