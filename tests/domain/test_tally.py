"""Counting: totals of both offices, majorities, verdicts; by hand and by law."""

from hypothesis import given

from domain.edits import ELECTION, RECORD, Steps, edited, edits, units
from ecx.college.elector import ABSENT, Ballot
from ecx.college.ledger import ledger
from ecx.college.tally import Verdict, tally
from ecx.record.opening import scenario


def test_the_record_counts_as_by_hand() -> None:
    count = tally(RECORD)
    assert dict(count.president) == {"rose": 5, "bell": 4, "olive": 1}
    assert dict(count.vice_president) == {"ruby": 6, "berry": 4}
    assert dict(count.pledged) == {"rose": 6, "bell": 5}
    assert (count.appointed, count.majority, count.blank, count.undecided) == (11, 6, 1, 0)


def test_the_offices_are_decided_apart() -> None:
    outcome = tally(RECORD).outcome
    assert outcome.president.verdict is Verdict.NO_MAJORITY
    assert outcome.president.choices == ("rose", "bell", "olive")
    assert (outcome.vice_president.verdict, outcome.vice_president.person) == (
        Verdict.ELECTED,
        "ruby",
    )
    assert outcome.president.contingent
    assert not outcome.vice_president.contingent


def test_a_blank_ballot_does_not_lower_the_majority() -> None:
    blanks = RECORD
    for seat in ("AA.1", "AA.2", "AA.3"):
        blanks = blanks.cast(seat, president=None, vice_president=None)
    assert tally(blanks).majority == 6


def test_an_outcome_is_open_only_while_undecided_electors_can_settle_it() -> None:
    pledged = RECORD.as_pledged()
    assert tally(pledged.call("AA", None)).outcome.president.verdict is Verdict.OPEN
    # Six for rose already: the two of CC change nothing.
    assert tally(pledged.call("CC", None)).outcome.president.person == "rose"
    # Five, four and one: the one of BB-01 can still make six.
    assert tally(RECORD.call("BB-01", None)).outcome.president.verdict is Verdict.OPEN
    spread = RECORD.cast("AA.1", president="olive").call("BB-01", None)
    assert tally(spread).outcome.president.verdict is Verdict.NO_MAJORITY


def test_the_house_chooses_from_three_as_in_1825() -> None:
    count = tally(scenario(1824))
    assert [*count.president] == ["jackson", "adams-jq", "crawford", "clay"]
    assert count.outcome.president.choices == ("jackson", "adams-jq", "crawford")


def test_persons_level_with_the_last_choice_are_all_listed() -> None:
    level = RECORD.cast("AA.1", president="berry")
    assert tally(level).outcome.president.choices == ("bell", "rose", "berry", "olive")


def test_if_all_ballots_are_blank_nobody_is_elected() -> None:
    blanks = RECORD
    for seat in ELECTION.seats:
        blanks = blanks.cast(seat, president=None, vice_president=None)
    count = tally(blanks)
    assert count.blank == 11
    assert count.outcome.president.verdict is Verdict.NO_MAJORITY
    assert count.outcome.president.choices == ()


def test_the_ledger_marks_broken_pledges_and_nothing_else() -> None:
    lines = ledger(RECORD.call("CC", "rose").cast("BB.3", president="rose"))
    assert [line.elector for line in lines.faithless] == ["AA.5", "BB.3"]
    assert len(lines) == 11


def test_the_ledger_shows_undecided_electors_without_pledge_or_ballot() -> None:
    lines = [line for line in ledger(RECORD.call("AA", None)) if line.unit == "AA"]
    assert {(line.pledged, line.cast, line.faithless) for line in lines} == {(None, None, False)}


def test_the_ledger_as_a_table_has_a_row_per_elector() -> None:
    frame = ledger(RECORD).frame()
    assert list(frame.index) == [seat.id for seat in ELECTION.electors]
    assert frame.loc["AA.5", "president"] == "olive"
    assert frame["faithless"].sum() == 2


@given(edits)
def test_every_elector_is_counted_once(steps: Steps) -> None:
    count = tally(edited(steps))
    assert sum(count.president.values()) + count.blank + count.undecided == 11
    assert sum(count.pledged.values()) + count.undecided == 11
    assert sum(count.vice_president.values()) <= 11


@given(edits, units)
def test_giving_a_unit_to_a_ticket_never_lowers_its_votes(steps: Steps, unit: str) -> None:
    scenario = edited(steps).as_pledged()
    before = tally(scenario).president.get("rose", 0)
    assert tally(scenario.call(unit, "rose")).president.get("rose", 0) >= before


@given(edits)
def test_somebody_is_elected_exactly_when_somebody_has_the_majority(
    steps: Steps,
) -> None:
    count = tally(edited(steps))
    for votes, result in (
        (count.president, count.outcome.president),
        (count.vice_president, count.outcome.vice_president),
    ):
        assert (result.person is not None) == (max(votes.values(), default=0) >= 6)


@given(edits)
def test_a_ballot_is_faithless_exactly_when_it_differs_from_its_ticket(
    steps: Steps,
) -> None:
    for line in ledger(edited(steps)):
        if line.pledged is not None:
            ticket = ELECTION.tickets[line.pledged]
            kept = line.cast == Ballot(ticket.president, ticket.vice_president)
            assert line.faithless == (not kept and line.cast != ABSENT)
