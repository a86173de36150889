"""What became of a seat: who is appointed, who is counted, and what an edit changes of it."""

import pytest
import small

from ecx.errors import BallotError
from ecx.ledger import ledger
from ecx.scenario import Scenario
from ecx.tally import Verdict, tally

DISPUTED = Scenario(small.disputed())


def test_a_majority_is_of_those_appointed_whether_counted_or_not() -> None:
    count = tally(DISPUTED)
    assert (count.appointed, count.majority) == (9, 5)
    assert dict(count.president) == {"rose": 4, "bell": 2}
    assert dict(count.disputed) == {"bell": 2}
    assert (count.refused, count.blank, count.undecided) == (2, 1, 0)
    assert count.outcome.president.verdict is Verdict.NO_MAJORITY


def test_staying_away_is_not_breaking_a_pledge() -> None:
    assert ledger(DISPUTED).faithless == []


def test_other_electors_attend_and_are_counted() -> None:
    flipped = tally(DISPUTED.call("AA", "bell").call("CC", "rose"))
    assert dict(flipped.president) == {"bell": 5, "rose": 4}
    assert flipped.refused == 0


def test_those_who_keep_their_pledge_attend_but_what_congress_refused_stays_refused() -> None:
    pledged = tally(DISPUTED.as_pledged())
    assert dict(pledged.president) == {"rose": 5, "bell": 2}
    assert (pledged.refused, pledged.blank) == (2, 0)


def test_a_place_that_congress_excluded_adds_nothing_whoever_carries_it() -> None:
    assert tally(DISPUTED.call("DD", "bell")).president == tally(DISPUTED).president
    assert tally(DISPUTED.call("DD", None)).undecided == 0


def test_a_seat_that_was_never_filled_has_nobody_to_cast_a_ballot() -> None:
    entry = next(line for line in ledger(DISPUTED.call("AA", "bell")) if line.elector == "AA.4")
    assert (entry.pledged, entry.cast) == (None, None)
    with pytest.raises(BallotError, match=r"AA\.4 cannot cast a ballot: that seat was never"):
        DISPUTED.cast("AA.4", president="rose")


def test_an_unpledged_slate_breaks_no_pledge() -> None:
    election = small.election()
    ticket = type(election.tickets["bell"])("bell", None, None, "Unpledged", "U")
    free = Scenario(
        type(election)(
            **{
                name: getattr(election, name)
                for name in ("cycle", "label", "people", "places", "units", "electors")
            },
            tickets={**election.tickets, "bell": ticket},
        )
    )
    strayed = ledger(free.cast("BB.1", president="olive").cast("AA.1", president="olive"))
    assert [line.elector for line in strayed.faithless] == ["AA.1", "AA.5", "CC.2"]


def test_before_1804_a_pledge_is_kept_by_either_vote() -> None:
    election = small.two_votes(("ann", "bo"), ("cy", "di"))
    scenario = Scenario(election).call("BB", "ann").cast("BB.1", president="bo")
    kept = scenario.cast("BB.1", vice_president="ann")
    assert [line.elector for line in ledger(scenario).faithless] == ["BB.1"]
    assert ledger(kept).faithless == []


def outcome(*pairs: tuple[str, str]) -> tuple[object, ...]:
    result = tally(Scenario(small.two_votes(*pairs))).outcome
    first, second = result.president, result.vice_president
    return first.verdict, first.person, second.verdict, second.person


def test_before_1804_the_runner_up_is_vice_president_whatever_his_party() -> None:
    assert outcome(("ann", "bo"), ("ann", "bo"), ("ann", "cy"), ("ann", "cy")) == (
        Verdict.ELECTED,
        "ann",
        Verdict.TIE,
        None,
    )
    assert outcome(("ann", "bo"), ("ann", "cy"), ("ann", "cy")) == (
        Verdict.ELECTED,
        "ann",
        Verdict.ELECTED,
        "cy",
    )


def test_before_1804_two_can_be_level_with_a_majority() -> None:
    election = small.two_votes(("ann", "bo"), ("ann", "bo"), ("cy", "di"))
    result = tally(Scenario(election)).outcome
    assert result.president.verdict is Verdict.TIE
    assert result.president.choices == ("ann", "bo")
    assert result.contingent


def test_before_1804_the_house_chose_from_five() -> None:
    pairs = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "e"), ("f", "g"), ("d", "e")]
    result = tally(Scenario(small.two_votes(*pairs))).outcome
    assert result.president.verdict is Verdict.NO_MAJORITY
    assert result.president.choices == ("a", "b", "c", "d", "e")


def test_before_1804_each_elector_has_two_votes() -> None:
    count = tally(Scenario(small.two_votes(("ann", "bo"), ("ann", "cy"))))
    assert sum(count.president.values()) == 4
    assert count.vice_president == {}
    assert (count.appointed, count.majority) == (2, 2)
