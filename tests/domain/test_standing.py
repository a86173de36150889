"""What became of a seat: who is appointed, who is counted, and what an edit changes of it."""

import pytest

import ecx
from domain import small
from ecx.college.ledger import ledger
from ecx.college.scenario import Scenario
from ecx.college.tally import Verdict, tally
from ecx.say.errors import BallotError

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


def test_other_electors_attend_and_what_congress_held_of_a_place_holds_for_them() -> None:
    flipped = tally(DISPUTED.call("AA", "bell").call("BB", "rose").call("CC", "rose"))
    assert dict(flipped.president) == {"bell": 3, "rose": 4}
    assert dict(flipped.disputed) == {"rose": 2}
    assert flipped.refused == 2
    assert tally(DISPUTED.cast("CC.1", president="rose")).refused == 2


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
    with pytest.raises(BallotError, match=r"AA\.4 can’t vote: that seat was never"):
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
    assert [line.elector for line in strayed.faithless] == ["AA.1", "AA.5"]


def test_electors_of_a_ticket_that_named_nobody_are_free_and_the_rest_is_open() -> None:
    kennedy = ecx.scenario(1960)
    free = kennedy.call("IL", "unpledged").call("TX", "unpledged")
    count = tally(free)
    assert (count.undecided, count.blank, count.pledged["unpledged"]) == (51, 0, 14 + 51)
    assert count.outcome.president.verdict is Verdict.OPEN
    cast = free.cast("TX.1", president="kennedy", vice_president="johnson-lb")
    assert tally(cast).undecided == 50
    assert cast.keep_pledge("TX.1") == free


def test_those_who_were_refused_for_a_dead_candidate_keep_the_pledge_like_all_others() -> None:
    pledged = tally(ecx.scenario(1872).as_pledged())
    assert pledged.president["greeley"] == pledged.pledged["greeley"] == 66
    assert pledged.refused == 14  # of Arkansas and Louisiana


@pytest.mark.parametrize(("cycle", "place"), [(1864, "TN"), (1872, "AR"), (1868, "GA")])
def test_what_congress_held_of_a_place_holds_in_a_larger_house(cycle: int, place: str) -> None:
    record = ecx.scenario(cycle)
    larger = record.with_house(ecx.HouseRules(size=500))
    held = [seat.standing for seat in larger.election.electors if seat.place == place]
    assert set(held) == {record.election.rulings[place]}
    assert len(held) > sum(seat.place == place for seat in record.election.electors)


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
    assert result.president.contingent


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


@pytest.mark.parametrize(
    ("query", "first", "second"),
    [
        ("?cycle=1792&call=VT:undecided", Verdict.ELECTED, Verdict.ELECTED),
        ("?cycle=1789&call=VA:undecided", Verdict.ELECTED, Verdict.ELECTED),
        ("?cycle=1792&call=NY:undecided,PA:undecided", Verdict.ELECTED, Verdict.OPEN),
        ("?cycle=1800&call=NY:adams-j,DE:undecided", Verdict.OPEN, Verdict.OPEN),
        ("?cycle=1796&call=VA:undecided", Verdict.OPEN, Verdict.OPEN),
    ],
)
def test_before_1804_undecided_electors_leave_open_only_what_they_can_change(
    query: str, first: Verdict, second: Verdict
) -> None:
    outcome = tally(ecx.read_link(query)).outcome
    assert (outcome.president.verdict, outcome.vice_president.verdict) == (first, second)


def test_before_1804_nobody_is_vice_president_if_nobody_else_has_a_vote() -> None:
    outcome = tally(Scenario(small.two_votes(("ann", None), ("ann", None)))).outcome
    assert outcome.president.person == "ann"
    assert outcome.vice_president.verdict is Verdict.VACANT
    assert not outcome.vice_president.contingent
