"""Pledged, cast, counted: what the law of a place makes of a ballot."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import small
from domain.edits import Steps, edited, edits
from ecx.college.elector import ABSENT, Ballot, Standing
from ecx.college.laws import Effect, Regime
from ecx.college.ledger import Entry, ledger
from ecx.college.scenario import Scenario
from ecx.college.tally import tally
from ecx.say.errors import UnknownNameError

ELECTION = small.governed()
RECORD = Scenario(ELECTION)
regimes = st.sampled_from(list(Regime))


def entry(scenario: Scenario, elector: str) -> Entry:
    return next(line for line in ledger(scenario) if line.elector == elector)


def test_a_void_ballot_is_replaced_by_one_as_pledged() -> None:
    line = entry(RECORD, "AA.5")
    assert (line.cast, line.counted) == (Ballot("olive", "ruby"), small.RED)
    assert (line.law, line.faithless, line.replaced) == (Effect.VOID, True, True)


def test_a_penalty_leaves_the_ballot_counted() -> None:
    line = entry(RECORD.cast("BB.1", president="olive"), "BB.1")
    assert line.counted == Ballot("olive", "berry")
    assert (line.law, line.faithless, line.replaced) == (Effect.PENALTY, True, False)


def test_where_no_law_is_recorded_ballots_count_as_cast() -> None:
    line = entry(RECORD.cast("CC.1", president="olive"), "CC.1")
    assert (line.law, line.counted) == (None, Ballot("olive", "berry"))


def test_an_empty_seat_or_a_blank_is_filled_where_the_law_replaces_and_nowhere_else() -> None:
    away = RECORD.stay_away("AA.1").stay_away("BB.1")
    assert entry(away, "AA.1").counted == small.RED
    assert entry(away, "BB.1").counted == ABSENT
    assert entry(away, "BB.1").standing is Standing.ABSENT
    assert tally(away).blank == 2  # with the recorded blank of CC
    assert entry(RECORD.cast("AA.1", president=None), "AA.1").counted == small.RED


def test_who_stays_away_breaks_no_pledge() -> None:
    assert not entry(RECORD.stay_away("BB.1"), "BB.1").faithless


def test_one_who_stayed_away_can_still_be_made_to_vote() -> None:
    back = RECORD.stay_away("CC.1").cast("CC.1", president="bell", vice_president="berry")
    assert back == RECORD
    assert RECORD.stay_away("CC.1").ballots["CC.1"] == ABSENT


def test_an_elector_keeps_the_pledge_again() -> None:
    kept = RECORD.keep_pledge("AA.5")
    assert entry(kept, "AA.5").cast == small.RED
    assert RECORD.cast("BB.1", president="olive").keep_pledge("BB.1") == RECORD


@given(edits)
def test_where_every_state_binds_everybody_counts_as_pledged(steps: Steps) -> None:
    scenario = edited(steps)
    bound = tally(scenario.under("bind"))
    assert bound.president == tally(scenario.as_pledged()).president
    assert bound.vice_president == tally(scenario.as_pledged()).vice_president


@given(edits)
def test_where_every_elector_is_free_all_count_as_cast(steps: Steps) -> None:
    lines = ledger(Scenario(ELECTION, edited(steps).calls, edited(steps).ballots).under("free"))
    assert all(line.counted == line.cast and not line.replaced for line in lines)


@given(edits, regimes)
def test_laws_change_neither_pledges_nor_ballots_cast(steps: Steps, regime: Regime) -> None:
    scenario = Scenario(ELECTION, edited(steps).calls, edited(steps).ballots)
    before, after = ledger(scenario), ledger(scenario.under(regime))
    assert [(a.pledged, a.cast) for a in before] == [(b.pledged, b.cast) for b in after]
    assert tally(scenario).appointed == tally(scenario.under(regime)).appointed


def test_reset_goes_back_to_the_law_of_the_day() -> None:
    assert RECORD.under("free").changed
    assert RECORD.under("free").reset() == RECORD


def test_an_unknown_regime_is_refused_with_those_there_are() -> None:
    with pytest.raises(
        UnknownNameError, match=r"no choice of law called “frei”\. Similar names: free"
    ):
        RECORD.under("frei")


def test_the_substitute_is_named_only_where_the_recorded_ballot_met_the_recorded_law() -> None:
    named = replace(ELECTION.seats["AA.5"], name="Al", substitute="Bo")
    seats = tuple(named if seat.id == "AA.5" else seat for seat in ELECTION.electors)
    record = Scenario(replace(ELECTION, electors=seats))
    assert (entry(record, "AA.5").name, entry(record, "AA.5").substitute) == ("Al", "Bo")
    assert entry(record.under("bind"), "AA.5").substitute == ""
    other = entry(record.cast("AA.5", president="bell"), "AA.5")
    assert (other.name, other.substitute) == ("", "")


def test_an_office_for_which_the_ticket_named_nobody_stays_as_it_was_cast() -> None:
    base = small.governed()
    alone = replace(base.tickets["rose"], vice_president=None)
    cast = replace(base.seats["AA.5"], cast=Ballot("olive", "berry"))
    seats = tuple(cast if seat.id == "AA.5" else seat for seat in base.electors)
    record = replace(base, tickets={**base.tickets, "rose": alone}, electors=seats)
    assert entry(Scenario(record), "AA.5").counted == Ballot("rose", "berry")
