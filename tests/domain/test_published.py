"""Numbers that others published of these elections, one test each."""

import pytest

import ecx
from ecx.college.scenario import Scenario
from ecx.college.tally import Verdict

TRUMP_FREE = ("TX", "FL", "PA", "OH")
"""Places that Trump carried in 2016 where no law cancels a ballot."""


def leave(scenario: Scenario, number: int, **ballot: str) -> Scenario:
    """Let so many of Trump's electors cast something else."""
    seats = [e.id for e in scenario.election.electors if e.place in TRUMP_FREE]
    for seat in seats[:number]:
        scenario = scenario.cast(seat, **ballot)
    return scenario


@pytest.fixture
def pledged() -> Scenario:
    return ecx.scenario(2016).as_pledged()


def test_2016_on_election_night() -> None:
    night = ecx.scenario(2016).as_pledged().call("MI", None).call("NH", None)
    assert dict(ecx.tally(night).president) == {"trump": 290, "clinton-h": 228}


def test_2016_as_pledged_as_cast_and_as_counted(pledged: Scenario) -> None:
    assert dict(ecx.tally(pledged).president) == {"trump": 306, "clinton-h": 232}
    counted = ecx.tally(ecx.scenario(2016)).president
    assert (counted["trump"], counted["clinton-h"], sum(counted.values())) == (304, 227, 538)
    free = ecx.tally(ecx.scenario(2016).under("free")).president
    assert (free["trump"], free["clinton-h"]) == (304, 224)
    assert (free["sanders"], free["kasich"]) == (3, 2)
    assert ecx.tally(ecx.scenario(2016).under("bind")).president == ecx.tally(pledged).president


def test_2016_ten_tried_and_three_were_stopped() -> None:
    tried = ecx.ledger(ecx.scenario(2016)).faithless
    stopped = [entry.place for entry in tried if entry.replaced]
    assert len(tried) == 10
    assert stopped == ["CO", "ME", "MN"]


def test_2016_it_takes_37_to_deny_37_to_tie_and_38_to_elect_her(pledged: Scenario) -> None:
    found = ecx.defections(pledged)
    assert (found.deny, found.tie, found.elect) == (37, 37, 38)
    free = ecx.defections(pledged.under("free"))
    assert (free.deny, free.tie, free.elect) == (37, 37, 38)
    assert all(found.possible(number) for number in (37, 38))


def test_2016_with_michigan_open_it_takes_21(pledged: Scenario) -> None:
    assert ecx.defections(pledged.call("MI", None)).deny == 21


def test_2016_37_electors_who_leave_do_what_is_said_of_them(pledged: Scenario) -> None:
    denied = ecx.tally(leave(pledged, 37, president="kasich"))
    assert denied.president["trump"] == 269
    assert denied.outcome.president.verdict is Verdict.NO_MAJORITY
    level = ecx.tally(leave(pledged, 37, president="clinton-h"))
    assert dict(level.president) == {"clinton-h": 269, "trump": 269}
    assert level.outcome.president.verdict is Verdict.NO_MAJORITY
    elected = ecx.tally(leave(pledged, 38, president="clinton-h"))
    assert elected.outcome.president.person == "clinton-h"


def test_2000_one_abstains_and_two_could_deny() -> None:
    count = ecx.tally(ecx.scenario(2000))
    assert dict(count.president) == {"bush-gw": 271, "gore": 266}
    assert (count.appointed, count.blank, count.majority) == (538, 1, 270)
    assert ecx.defections(ecx.scenario(2000)).deny == 2


def test_1836_virginia_leaves_johnson_one_short() -> None:
    count = ecx.tally(ecx.scenario(1836))
    assert (count.vice_president["johnson-rm"], count.appointed, count.majority) == (147, 294, 148)
    assert count.outcome.vice_president.verdict is Verdict.NO_MAJORITY
    assert len([e for e in ecx.ledger(ecx.scenario(1836)).faithless if e.place == "VA"]) == 23
    faithful = ecx.tally(ecx.scenario(1836).as_pledged())
    assert faithful.vice_president["johnson-rm"] == 170


def test_before_the_record_of_laws_ballots_count_as_cast() -> None:
    laws = {entry.law for entry in ecx.ledger(ecx.scenario(2004))}
    assert laws == {None}
    assert ecx.tally(ecx.scenario(2004)).president["edwards"] == 1


@pytest.mark.parametrize(
    ("cycle", "place", "effect"),
    [
        (2016, "TX", "free"),
        (2024, "TX", "void"),
        (2016, "WA", "penalty"),
        (2020, "WA", "void"),
        (2016, "HI", "pledge"),
        (2016, "MN", "void"),
        (2016, "CO", "void"),
        (2016, "CA", "penalty"),
        (2024, "CA", "void"),
        (2024, "GA", "free"),
    ],
)
def test_the_law_is_that_of_the_place_on_the_day(cycle: int, place: str, effect: str) -> None:
    assert ecx.scenario(cycle).law(place) == effect
