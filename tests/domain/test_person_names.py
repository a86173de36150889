"""Names as people say them: who is meant, who may be meant, who is somebody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ecx
from ecx.record.elections import cycles

CLEAR = [
    (1796, "Thomas Jefferson", "jefferson"),
    (1836, "Van Buren", "van-buren"),
    (1872, "B. Gratz Brown", "brown-bg"),
    (1912, "Teddy Roosevelt", "roosevelt-t"),
    (1952, "Ike Eisenhower", "eisenhower"),
    (1960, "Jack Kennedy", "kennedy"),
    (1968, "Curtis LeMay", "lemay"),
    (1988, "George Bush", "bush-ghw"),
    (1992, "Bill Clinton", "clinton-w"),
    (1992, "Ross Perot", "perot"),
    (2000, "Al Gore", "gore"),
    (2000, "Albert Gore", "gore"),
    (2000, "Gore, Albert", "gore"),
    (2000, "AL GORE, JR.", "gore"),
    (2000, "A Gore", "gore"),
    (2000, "bush", "bush-gw"),
    (2004, "John Kerry", "kerry"),
    (2016, "Donald Trump", "trump"),
    (2016, "Donald J Trump", "trump"),
    (2016, "D. J. TRUMP", "trump"),
    (2016, "Bernard Sanders", "sanders"),
    (2016, "john kasich", "kasich"),
    (2020, "Joe Biden", "biden"),
    (2020, "Joseph Biden", "biden"),
    (2020, "Spike Cohen", "cohen"),
    (2024, "Kamala Harris", "harris"),
]

ASKED = [
    (1796, "Adams", ("adams-j", "adams-s")),
    (1800, "John Quincy Adams", ("adams-j",)),
    (2000, "George H. W. Bush", ("bush-gw",)),
    (2000, "Al Gorre", ("gore",)),
    (2000, "Albert Gore III", ("gore",)),
    (2016, "Hilary Clinton", ("clinton-h",)),
    (2016, "Hillary Rodham Clinton", ("clinton-h",)),
    (2012, "Willard Mitt Romney", ("romney",)),
]

STRANGERS = [(2000, "Ralph Smith"), (2000, "Barbara Bush"), (2016, "Al Gore"), (2024, "Jane Doe")]


@pytest.mark.parametrize(("cycle", "name", "person"), CLEAR)
def test_a_name_that_fits_one_person_is_that_person(cycle: int, name: str, person: str) -> None:
    election = ecx.scenario(cycle).election
    assert election.persons.named(name) == person
    assert election.person(ecx.write_in(name)) == person


@pytest.mark.parametrize(("cycle", "name", "near"), ASKED)
def test_a_name_that_fits_several_or_nearly_somebody_is_asked_about(
    cycle: int, name: str, near: tuple[str, ...]
) -> None:
    election = ecx.scenario(cycle).election
    assert (election.persons.named(name), election.persons.near(name)) == (None, near)
    assert election.person(ecx.write_in(name)) == ecx.write_in(name)


@pytest.mark.parametrize(("cycle", "name"), STRANGERS)
def test_a_stranger_stays_a_stranger(cycle: int, name: str) -> None:
    persons = ecx.scenario(cycle).election.persons
    assert (persons.named(name), persons.near(name)) == (None, ())


@pytest.mark.parametrize("cycle", cycles())
def test_everybody_of_an_election_is_known_by_the_full_name_in_any_case(cycle: int) -> None:
    election = ecx.scenario(cycle).election
    for person, name in election.people.items():
        for written in (name, name.upper(), name.lower(), name.replace(".", "")):
            assert election.persons.named(written) == person, written
    assert len(election.people) > 0


def test_one_name_is_one_person_and_elects_him() -> None:
    link = "?cycle=2000&cast=pledged,TX.1-3:~Al_Gore"
    scenario = ecx.read_link(link)
    assert ecx.tally(scenario).outcome.president.person == "gore"
    assert ecx.link(scenario) == "?cycle=2000&cast=pledged,TX.1-3:gore"


@given(st.text(max_size=80))
def test_any_text_is_a_name_of_somebody_or_nobody(text: str) -> None:
    persons = ecx.scenario(1800).election.persons
    found, near = persons.named(text), persons.near(text)
    assert found is None or near == ()
    assert {*near, *filter(None, [found])} <= persons.people.keys()
