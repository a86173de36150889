"""Edits of a scenario: what they keep, what they drop, what they refuse."""

import copy
import pickle
from collections.abc import Callable

import pytest

import ecx
from domain import small
from ecx.college.elector import Ballot
from ecx.college.scenario import Scenario
from ecx.say.errors import BallotError, UnknownNameError


@pytest.fixture
def record() -> Scenario:
    return Scenario(small.election())


def test_a_call_leaves_the_scenario_it_came_from_alone(record: Scenario) -> None:
    flipped = record.call("AA", "bell")
    assert record.carrier("AA") == "rose"
    assert flipped.carrier("AA") == "bell"
    assert flipped.changed
    assert not record.changed


def test_calling_the_recorded_ticket_again_gives_back_the_record(record: Scenario) -> None:
    assert record.call("AA", "bell").call("AA", None).call("AA", "rose") == record


def test_a_call_that_changes_nothing_returns_the_same_scenario(record: Scenario) -> None:
    assert record.call("AA", "rose") is record


def test_a_scenario_cannot_be_altered_from_outside(record: Scenario) -> None:
    calls: dict[str, str | None] = {"AA": "bell"}
    scenario = Scenario(record.election, calls)
    calls["AA"] = None
    assert scenario.carrier("AA") == "bell"
    with pytest.raises(TypeError):
        scenario.calls["AA"] = None  # type: ignore[index] # as a caller may err


def test_a_flipped_unit_forgets_what_its_electors_did_and_no_other_unit_does(
    record: Scenario,
) -> None:
    edited = record.cast("BB.1", president="olive").cast("BB.3", president="olive")
    assert set(edited.call("BB-AL", "rose").ballots) == {"BB.3"}
    seat = record.election.seats["AA.5"]
    assert edited.call("AA", "bell").usual_ballot(seat) == small.BLUE


def test_ballots_are_kept_only_where_they_differ(record: Scenario) -> None:
    assert record.cast("AA.1", president="olive").cast("AA.1", president="rose") == record
    assert record.cast("AA.5", president="olive") == record
    restored = record.cast("AA.5", president="rose")
    assert dict(restored.ballots) == {"AA.5": small.RED}


def test_an_office_left_out_stays_as_it_is(record: Scenario) -> None:
    edited = record.cast("AA.1", president="olive").cast("AA.1", vice_president=None)
    assert edited.ballots["AA.1"] == Ballot("olive", None)


def test_as_pledged_restores_every_pledge_and_as_cast_brings_the_record_back(
    record: Scenario,
) -> None:
    pledged = record.cast("AA.1", president="olive").as_pledged()
    usual = [pledged.usual_ballot(seat) for seat in record.election.electors]
    assert usual.count(small.RED) == 6
    assert usual.count(small.BLUE) == 5
    assert pledged.as_cast() == record


def test_as_pledged_says_nothing_where_the_record_is_faithful(record: Scenario) -> None:
    election = record.election
    faithful = type(election)(
        **{
            name: getattr(election, name)
            for name in ("cycle", "label", "tickets", "people", "places", "units")
        },
        electors=election.electors[:4],
    )
    assert Scenario(faithful).as_pledged() == Scenario(faithful)


def test_reset_forgets_everything(record: Scenario) -> None:
    assert record.call("CC", "rose").cast("AA.1", president=None).as_pledged().reset() == record


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda s: s.call("AB", "rose"), "no state or district is called “AB”. Similar names: AA"),
        (lambda s: s.call("AA", "rosa"), "no candidate is called “rosa”. Similar names: rose"),
        (
            lambda s: s.carrier("XYZ"),
            "no state or district is called “XYZ”. The choices are AA, BB-AL",
        ),
        (
            lambda s: s.cast("AA.9", president=None),
            "In 1999, no elector is called “AA.9”. Similar names: AA.5",
        ),
        (
            lambda s: s.cast("AA.1", president="oliver"),
            "nobody is called “oliver”. Similar names: olive",
        ),
        (
            lambda s: s.cast("AA.1", vice_president="x"),
            "nobody is called “x”. The choices are rose, ruby",
        ),
    ],
)
def test_unknown_names_are_refused_with_near_misses(
    record: Scenario, edit: object, message: str
) -> None:
    with pytest.raises(UnknownNameError) as refusal:
        edit(record)  # type: ignore[operator] # as a caller may err
    assert message in str(refusal.value)


def test_an_elector_of_an_undecided_unit_has_no_ballot_to_cast(record: Scenario) -> None:
    with pytest.raises(BallotError, match="First choose who wins AA"):
        record.call("AA", None).cast("AA.1", president="olive")


def test_a_scenario_is_a_value() -> None:
    larger = ecx.scenario(2016).with_house(ecx.HouseRules(size=492)).under("bind")
    scenario = larger.call("PA", "clinton-h").cast("TX.1", president="~Jane Doe")
    again = larger.cast("TX.1", president="~Jane Doe").call("PA", "clinton-h")
    assert scenario == again
    assert len({scenario, again, larger}) == 2
    assert copy.deepcopy(scenario) is scenario
    assert copy.copy(scenario) == scenario
    assert pickle.loads(pickle.dumps(scenario)) == scenario  # noqa: S301 - our own bytes


def test_elections_outside_the_record_can_be_copied(record: Scenario) -> None:
    edited = record.call("AA", "bell")
    assert copy.deepcopy({"one": edited})["one"] == edited
    assert copy.copy(record.record).units == record.record.units


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (
            lambda r: Scenario(r, {"ZZ": "rose"}),
            UnknownNameError,
            "no state or district is called “ZZ”",
        ),
        (
            lambda r: Scenario(r, {"AA": "nobody"}),
            UnknownNameError,
            "no candidate is called “nobody”",
        ),
        (
            lambda r: Scenario(r, ballots={"AA.99": Ballot("olive", None)}),
            UnknownNameError,
            "no elector is called “AA.99”",
        ),
        (
            lambda r: Scenario(r, ballots={"AA.1": Ballot("nobody", None)}),
            UnknownNameError,
            "nobody is called “nobody”",
        ),
        (
            lambda r: Scenario(r, {"AA": None}, {"AA.1": Ballot("olive", None)}),
            BallotError,
            "First choose who wins AA",
        ),
        (
            lambda r: Scenario(r, regime="frei"),  # type: ignore[arg-type] # as a caller may err
            UnknownNameError,
            "Similar names: free",
        ),
    ],
)
def test_a_scenario_cannot_be_made_of_what_the_record_does_not_have(
    record: Scenario, make: Callable[[object], Scenario], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        make(record.record)


def test_a_scenario_of_recorded_values_equals_the_record(record: Scenario) -> None:
    said = Scenario(record.record, {"AA": "rose"}, {"AA.1": small.RED})
    assert said == record
    assert not said.changed


def test_before_1804_a_ballot_names_two_persons_however_it_is_made() -> None:
    election = small.two_votes(("ann", "bo"), ("cy", "di"))
    with pytest.raises(BallotError, match="can’t vote twice for ann"):
        Scenario(election, ballots={"AA.1": Ballot("ann", "ann")})
    with pytest.raises(BallotError, match="can’t vote twice for ann"):
        Scenario(election).cast("AA.1", vice_president="ann")


def test_several_ballots_are_cast_in_one_step(record: Scenario) -> None:
    olive = Ballot("olive", None)
    together = record.cast_all({"AA.1": olive, "AA.5": small.RED, "BB.1": olive, "BB.2": None})
    one_by_one = record.keep_pledge("AA.5")
    for elector in ("AA.1", "BB.1"):
        one_by_one = one_by_one.cast(elector, president="olive", vice_president=None)
    assert together == one_by_one


@pytest.mark.parametrize("cycle", [2000, 2016, 1836, 1960])
def test_all_who_keep_their_pledge_one_by_one_keep_it_by_rule(cycle: int) -> None:
    record = scenario = ecx.scenario(cycle)
    strays = [seat.id for seat in record.election.electors if seat.strays]
    for elector in strays:
        scenario = scenario.keep_pledge(elector)
    assert scenario == record.as_pledged()
    casts = {elector: record.election.seats[elector].cast for elector in strays}
    assert scenario.cast_all(casts) == record


def test_as_pledged_is_a_rule_that_lasts_while_nobody_strays() -> None:
    pledged = ecx.scenario(2000).as_pledged()
    flipped = pledged.call("DC", "bush-gw")
    assert flipped == ecx.scenario(2000).call("DC", "bush-gw").as_pledged()
    assert flipped.call("DC", "gore") == pledged
    without = pledged.with_house(ecx.HouseRules(capital=ecx.CapitalElectors.NONE))
    assert ecx.read_link(ecx.link(without)) == without
    assert without.with_house(ecx.HouseRules()) == pledged
    seatless = ecx.scenario(2016).as_pledged().with_house(ecx.HouseRules(size=300))
    assert seatless.cast("TX.1", president="kasich").faithful


def test_where_nobody_strayed_there_is_no_rule_to_keep() -> None:
    faithful = ecx.scenario(2012)
    assert faithful.as_pledged() == faithful
    assert not faithful.cast("TX.1", president=None).as_cast().faithful
    assert not faithful.cast("TX.1", president=None).faithful


@pytest.mark.parametrize(
    "ask",
    [
        lambda: ecx.scenario(2016).call("RX", None),
        lambda: ecx.scenario(2016).call("PA", "clinton"),
        lambda: ecx.scenario(2016).cast("TX.39", president=None),
        lambda: ecx.scenario(2016).cast("TX.1", president=""),
        lambda: ecx.scenario(2017),
        lambda: ecx.write_in("?"),
        lambda: ecx.meeting(2017),
        lambda: ecx.HouseRules(capital="colony"),  # type: ignore[arg-type] # as a caller may err
        lambda: ecx.HouseRules(added="PR"),  # type: ignore[arg-type] # as a caller may err
        lambda: ecx.scenario(2016).with_house(ecx.HouseRules(size=3)),
        lambda: ecx.apportion({"A": 1}, method="webstr"),
    ],
)
def test_no_message_ends_with_a_mark(ask: Callable[[], object]) -> None:
    with pytest.raises(ecx.EcxError) as refusal:
        ask()
    assert str(refusal.value)[-1] not in ".?!"
