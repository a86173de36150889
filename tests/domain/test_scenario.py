"""Edits of a scenario: what they keep, what they drop, what they refuse."""

import pytest
import small

from ecx.elector import Ballot
from ecx.errors import BallotError, UnknownNameError
from ecx.scenario import Scenario


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
        scenario.calls["AA"] = None  # type: ignore[index]


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
        (lambda s: s.call("AB", "rose"), "1999 has no unit 'AB'; did you mean AA"),
        (lambda s: s.call("AA", "rosa"), "1999 has no ticket 'rosa'; did you mean rose?"),
        (lambda s: s.carrier("XYZ"), "1999 has no unit 'XYZ'; there are AA, BB-AL"),
        (lambda s: s.cast("AA.9", president=None), "1999 has no elector 'AA.9'; did you mean AA.5"),
        (lambda s: s.cast("AA.1", president="oliver"), "no person 'oliver'; did you mean olive?"),
        (lambda s: s.cast("AA.1", vice_president="x"), "no person 'x'; there are rose, ruby"),
    ],
)
def test_unknown_names_are_refused_with_near_misses(
    record: Scenario, edit: object, message: str
) -> None:
    with pytest.raises(UnknownNameError) as refusal:
        edit(record)  # type: ignore[operator]
    assert message in str(refusal.value)


def test_an_elector_of_an_undecided_unit_has_no_ballot_to_cast(record: Scenario) -> None:
    with pytest.raises(BallotError, match="AA is undecided; call AA for a ticket first"):
        record.call("AA", None).cast("AA.1", president="olive")
