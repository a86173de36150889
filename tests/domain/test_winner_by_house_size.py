"""Elections by the size of the House: the quick count is the scenario's own."""

import pytest

import ecx
from ecx.analysis.winner_by_house_size import results_by_house_size, winners_by_house_size
from ecx.college.house_rules import HouseRules
from ecx.record.elections import cycles, election

VOTED = [cycle for cycle in cycles() if election(cycle).popular.total]
SOME = (50, 61, 93, 232, 300, 391, 435, 436, 491, 492, 617, 1000)


# Pledges kept: U.S. House sizes and the election of 2000.
def test_in_2000_bush_leads_to_490_a_tie_is_at_491_and_gore_wins_at_492() -> None:
    found = winners_by_house_size(election(2000))
    assert [(s.first.house, s.last.house) for s in found.others[:2]] == [(491, 491), (492, 492)]
    tie, gore = (stretch.first for stretch in found.others[:2])
    assert (tie.tie, tie.winner, tie.votes[0][1]) == (True, None, 297)
    assert (gore.winner, gore.votes) == ("gore", (("gore", 298), ("bush-gw", 297)))
    smaller = {
        result.winner for result in results_by_house_size(election(2000)) if result.house <= 490
    }
    assert smaller == {"bush-gw"}


@pytest.mark.parametrize("cycle", VOTED)
def test_the_quick_count_agrees_with_the_scenario(cycle: int) -> None:
    quick = {result.house: result for result in results_by_house_size(election(cycle))}
    pledged = ecx.scenario(cycle).as_pledged()
    for house in SOME:
        try:
            scenario = pledged.with_house(HouseRules(size=house))
        except ecx.EcxError:
            assert house not in quick
            continue
        tally = ecx.tally(scenario)
        result = quick[house]
        assert result.winner == tally.outcome.president.person
        assert result.appointed == tally.appointed
        assert dict(result.votes) == dict(list(tally.president.items())[:2])


@pytest.mark.parametrize("cycle", [1789, 1800])
def test_elections_of_two_votes_each_are_refused(cycle: int) -> None:
    with pytest.raises(ecx.EcxError, match="choose 1804 or a later election"):
        winners_by_house_size(election(cycle))
