"""Lists of edits of the made-up election, as hypothesis draws them, and what they make of it."""

from hypothesis import strategies as st

from domain import small
from ecx.college.scenario import Scenario

ELECTION = small.election()
RECORD = Scenario(ELECTION)

Call = tuple[str, str | None]
"""A unit, and the ticket it is given to; None: undecided."""
Cast = tuple[str, str | None, str | None]
"""An elector, and whom the elector votes for; None: nobody."""
Absence = tuple[str]
"""An elector who stays away."""
Steps = list[Call | Cast | Absence]

units = st.sampled_from(sorted(ELECTION.units))
_tickets = st.sampled_from([*ELECTION.tickets, None])
_electors = st.sampled_from(sorted(ELECTION.seats))
_people = st.sampled_from([*ELECTION.people, "~Jane Doe", None])

edits: st.SearchStrategy[Steps] = st.lists(
    st.one_of(
        st.tuples(units, _tickets),
        st.tuples(_electors, _people, _people),
        st.tuples(_electors),
    ),
    max_size=12,
)


def edited(steps: Steps) -> Scenario:
    """Take the steps one by one; an elector of an undecided unit has no ballot to change."""
    scenario = RECORD
    for step in steps:
        if len(step) == 2:
            scenario = scenario.call(*step)
        elif scenario.carrier(ELECTION.seats[step[0]].unit) is None:
            continue
        elif len(step) == 3:
            elector, president, vice_president = step
            scenario = scenario.cast(elector, president=president, vice_president=vice_president)
        else:
            scenario = scenario.stay_away(step[0])
    return scenario
