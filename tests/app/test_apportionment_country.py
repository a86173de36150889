"""A country of your own, and the link of the apportionment page: what is typed is kept."""

from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecx.app.apportionment_page.country import MOST_PLACES, read_country, write_country
from ecx.app.apportionment_page.lab import Lab, opened
from ecx.app.apportionment_page.link import lab_link, read_lab
from ecx.app.apportionment_page.state import LabState
from ecx.app.apportionment_page.table import CountryTable
from ecx.apportionment import ACTS, Method


@pytest.fixture
def state() -> LabState:
    return LabState(opened(2020))


def test_a_pasted_table_is_a_country_with_seats(state: LabState) -> None:
    table = CountryTable(state)
    table._receive(
        table, {"table": "name\tpopulation\nAsh\t6,000\nBirch\t3 000\nCedar\t1000\n"}, []
    )
    assert dict(state.screen.populations) == {"Ash": 6000, "Birch": 3000, "Cedar": 1000}
    assert state.screen.address == "?country=Ash:6000,Birch:3000,Cedar:1000&house=10"
    assert table.csv == "name,people,seats\nAsh,6000,6\nBirch,3000,3\nCedar,1000,1\n"
    assert read_country(table.csv).people == state.screen.populations


def test_a_bad_row_is_named_with_the_mend_and_nothing_typed_is_lost(state: LabState) -> None:
    table = CountryTable(state)
    typed = "Ash, 500\nBirch, many\n, 5\nAsh, 7\nCedar, 0\nDogwood\nElm, 250"
    table._receive(table, {"table": typed}, [])
    assert dict(state.screen.populations) == {"Ash": 500, "Elm": 250}
    assert table.text == typed
    assert table.problems == [
        "Row 2: the people of 'Birch' are 'many'; give a whole number, such as 1200.",
        "Row 3: '5' has no name before it; write a name, a comma, and the people.",
        "Row 4: 'Ash' stands in row 1 already; give each place once.",
        "Row 5: the people of 'Cedar' are '0'; give 1 to 1,000,000,000,000.",
        "Row 6: 'Dogwood' has no people; write a comma and a number after it, such as 1200.",
    ]


def test_a_table_without_a_good_row_leaves_the_screen_and_keeps_the_text(state: LabState) -> None:
    state.make_country("nothing here")
    assert not state.screen.made_up
    assert state.screen.draft == "nothing here"
    assert len(state.screen.country.problems) == 1


def test_a_country_has_a_hundred_places_at_most() -> None:
    found = read_country("".join(f"P{n},{n}\n" for n in range(1, 103)))
    assert len(found.people) == MOST_PLACES
    assert found.problems == ("Row 101 and those after it are left out; give at most 100 places.",)


def test_a_country_too_large_for_a_link_says_so(state: LabState) -> None:
    state.make_country("".join(f"{'x' * 30}{n},{n + 1}\n" for n in range(100)))
    assert "country" not in state.screen.address
    assert "Keep the country as a CSV file." in state.screen.notices[0]


names = st.text(min_size=1, max_size=12).map(lambda name: " ".join(name.split())).filter(bool)
countries = st.dictionaries(names, st.integers(1, 10**9), min_size=1, max_size=8)


@given(countries)
def test_a_country_comes_back_from_its_file(people: dict[str, int]) -> None:
    clean = {"".join(c for c in name if c.isprintable() and c not in ";\t"): n
             for name, n in people.items()}  # fmt: skip
    clean = {name.strip(): n for name, n in clean.items() if name.strip()}
    if clean:
        assert dict(read_country(write_country(clean)).people) == clean


@given(st.text(max_size=200))
def test_no_text_breaks_the_table_or_the_link(text: str) -> None:
    read_country(text)
    assert isinstance(read_lab(text), Lab)
    assert isinstance(read_lab("?country=" + text), Lab)


labs = st.builds(
    lambda census, house, method, minimum, step, place: replace(
        opened(census), house=house, method=method, minimum=minimum, step=step, place=place
    ),
    st.sampled_from(sorted(ACTS)),
    st.integers(200, 1000),
    st.sampled_from(list(Method)),
    st.integers(0, 3),
    st.none() | st.integers(160, 199),
    st.sampled_from(["CA", "OH", "VA"]),
)


@given(labs)
def test_a_link_carries_what_is_on_the_screen(lab: Lab) -> None:
    found = read_lab(lab_link(lab))
    assert found.notices == ()
    assert lab_link(found) == lab_link(lab)
    assert (found.populations, found.house, found.method) == (
        lab.populations,
        lab.house,
        lab.method,
    )


def test_a_link_carries_a_country_with_odd_names() -> None:
    state = LabState(opened(2020))
    state.make_country("Ash, Upper\t500\nB:C & D=E%\t400\nÉlan #1\t300")
    found = read_lab(state.screen.address)
    assert dict(found.populations) == {"Ash, Upper": 500, "B:C & D=E%": 400, "Élan #1": 300}
    assert "country=" in unquote(state.screen.address)


def test_a_row_of_a_link_that_cannot_be_read_is_left_in_the_table() -> None:
    found = read_lab("?country=Ash:600,Birch:many")
    assert dict(found.populations) == {"Ash": 600}
    assert found.draft == "Ash\t600\nBirch\tmany"


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("?census=1815", "In the link, census: the record has no census '1815'"),
        ("?house=49", "leaves some of 50 places without their minimum of 1"),
        ("?house=2000", "a House of 2,000 seats; give 50 to 1,000"),
        ("?house=many", "house: 'many' is not a number; give one such as 435"),
        ("?apportion=webstr", "did you mean webster"),
        ("?place=ZZ", "the record has no place 'ZZ'"),
        ("?place=DC", "has no seats"),
        ("?country=nobody", "no place can be read; write it as Ash:600,Birch:400"),
        ("?colour=red", "'colour' is not known; known are census, country, apportion, minimum"),
    ],
)
def test_what_a_link_says_wrongly_is_named_and_kept(query: str, problem: str) -> None:
    found = read_lab(query)
    assert problem in found.notices[0]
    assert found.address == query
    assert found.lawful
