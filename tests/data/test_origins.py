"""Where a number is from: every fact of every cycle can be traced to a described source."""

import pytest

from ecx.record import elections
from ecx.record.origins import Origin, origins
from ecx.say.errors import UnknownCycleError, UnknownNameError
from some import some


def of(cycle: int, unit: str | None, subject: str) -> Origin:
    """Take the one origin that tells of a subject."""
    (found,) = [origin for origin in origins(cycle, unit) if origin.subject == subject]
    return found


def test_a_dissent_names_the_number_and_who_prints_it() -> None:
    clinton = of(1992, "SC", "Votes for Clinton")
    assert clinton.value == "479,514"
    assert clinton.sources[0].startswith("Official General Election Results for President (Federal")
    assert "Read: github.com/brandly" in clinton.sources[0]
    assert len(clinton.agreeing) == 4
    assert clinton.others == (
        (
            "525,514",
            (
                "U.S. President 1976-2020",
                "Statistics of the Presidential and Congressional Election",
            ),
        ),
    )
    assert not clinton.memory


def test_what_is_from_memory_is_marked_and_what_was_found_is_not() -> None:
    louisiana, north_carolina = (
        [origin.memory for origin in origins(1896, unit) if origin.subject == "Electoral votes"]
        for unit in ("LA", "NC")
    )
    assert (any(louisiana), any(north_carolina)) == (True, False)
    assert of(1828, "ME", "How electors were chosen").memory
    assert not of(1860, "SC", "How electors were chosen").memory


def test_votes_are_sorted_by_number_with_others_last() -> None:
    subjects = [o.subject for o in origins(2016, "MI") if o.subject.startswith("Votes for")]
    assert subjects[:2] == ["Votes for Trump", "Votes for Clinton"]
    assert subjects[-1] == "Votes for others"


@pytest.mark.parametrize(
    ("cycle", "unit", "value"),
    [
        (1789, "VA", "1: no vote, seat left empty"),
        (1820, "MO", "3: Monroe / Tompkins, disputed"),
        (1864, "TN", "10: Lincoln / Johnson, left out of the count"),
        (1872, "GA", "3: Greeley / Brown, vote for president not counted"),
        (1800, "RI", "1: Adams / Jay"),
    ],
)
def test_ballots_are_told_with_what_became_of_them(cycle: int, unit: str, value: str) -> None:
    told = [origin for origin in origins(cycle, unit) if origin.subject == "Electoral votes"]
    assert value in [origin.value for origin in told]


def test_a_slate_without_a_candidate_is_named_by_its_party() -> None:
    assert of(1860, "NY", "Votes for Fusion").value == "312,510"
    assert of(1892, "MI", "Votes by district").value == "12 districts"


def test_facts_of_a_cycle_have_sources_too() -> None:
    assert of(1864, None, "Electors").others[0][0] == "233, majority 117"
    assert of(1868, None, "Took no part: Virginia").value.startswith("It was not back in Congress")
    assert "Roosevelt had declined" in of(1916, None, "Ticket: Progressive").note


def test_every_fact_of_every_cycle_has_a_source() -> None:
    for cycle in some(elections.cycles()):
        record = elections.election(cycle)
        for unit in (None, *list(record.units)[::9]):
            for origin in origins(cycle, unit):
                assert origin.value, (cycle, unit, origin)
                assert origin.sources, (cycle, unit, origin)


def test_unknown_cycles_and_units_are_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownCycleError, match="1866"):
        origins(1866)
    with pytest.raises(UnknownNameError, match="PX"):
        origins(2016, "PX")
