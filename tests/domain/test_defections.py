"""The counters: so many electors change the result, and not one fewer."""

from hypothesis import given

from domain import small
from domain.edits import Steps, edited, edits
from ecx.analysis.defections import Defections, defections
from ecx.college.ledger import ledger
from ecx.college.scenario import Scenario
from ecx.college.tally import Tally, Verdict, tally

OUTSIDER = "~Jane Doe"


def moved(scenario: Scenario, found: Defections, number: int, to: str | None) -> Tally:
    """Let so many of the leader's electors vote for somebody else, where all are free to."""
    free = scenario.under("free")
    leaving = [
        entry.elector
        for entry in ledger(free)
        if entry.counted is not None and entry.counted.president == found.leader
    ]
    for elector in leaving[:number]:
        free = free.cast(elector, president=to)
    return tally(free)


@given(edits)
def test_so_many_deny_a_majority_and_one_fewer_do_not(steps: Steps) -> None:
    scenario = edited(steps).under("free")
    found = defections(scenario)
    if found.leader is None or not found.deny:
        return
    votes = moved(scenario, found, found.deny, OUTSIDER)
    assert votes.president.get(found.leader, 0) < votes.majority
    assert moved(scenario, found, found.deny - 1, OUTSIDER).outcome.president.person == found.leader


@given(edits)
def test_so_many_make_a_tie(steps: Steps) -> None:
    scenario = edited(steps).under("free")
    found = defections(scenario)
    if found.leader is None or found.tie is None:
        return
    votes = moved(scenario, found, found.tie, found.rival).president
    assert votes[found.leader] == votes[found.rival or ""]


@given(edits)
def test_so_many_elect_the_rival_and_one_fewer_do_not(steps: Steps) -> None:
    scenario = edited(steps).under("free")
    found = defections(scenario)
    if found.leader is None or not found.elect or not found.possible(found.elect):
        return
    result = moved(scenario, found, found.elect, found.rival).outcome.president
    assert (result.verdict, result.person) == (Verdict.ELECTED, found.rival)
    assert (
        moved(scenario, found, found.elect - 1, found.rival).outcome.president.person != found.rival
    )


def test_where_the_law_cancels_ballots_nobody_can_leave() -> None:
    found = defections(Scenario(small.governed()))
    # Rose has six counted: five in AA, where ballots are cancelled, one in BB, where punished.
    assert (found.leader, found.available, found.penalised) == ("rose", 1, 1)
    assert found.deny == 1
    assert found.possible(found.deny)
    assert not found.possible(found.elect)
    assert defections(Scenario(small.governed()).under("bind")).available == 0
    assert defections(Scenario(small.governed()).under("free")).available == 5


def test_an_odd_number_of_votes_between_the_two_makes_no_tie() -> None:
    assert defections(Scenario(small.election())).tie is None


def test_nothing_is_said_before_1804_or_before_anybody_voted() -> None:
    nobody = small.two_votes(("ann", "bob"), ("ann", "cyd"))
    assert defections(Scenario(nobody)).leader is None
    undecided = Scenario(small.election())
    for unit in undecided.election.units:
        undecided = undecided.call(unit, None)
    assert defections(undecided) == Defections(None, None, None, None, None, 0, 0)
