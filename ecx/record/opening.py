"""Public functions that load the record: open a scenario by cycle, or from a link."""

import copyreg
import warnings
from typing import Any

from ecx.college.election import Election
from ecx.college.scenario import Scenario
from ecx.link.query import Reading, read_scenario
from ecx.record import elections
from ecx.say.errors import LinkWarning


def scenario(cycle: int) -> Scenario:
    """Open a cycle as recorded, with every elector's recorded ballot.

    Parameters
    ----------
    cycle : int
        An election year of the record, or the next one, in which every unit is undecided.

    Returns
    -------
    Scenario
        The record, ready to be changed.

    Raises
    ------
    UnknownCycleError
        If there was no election in that year.

    Examples
    --------
    >>> scenario(2016).carrier("PA")
    'trump'
    """
    return Scenario(elections.election(cycle))


def read_query(query: str) -> Reading:
    """Read the query of a link; return a message for every part that could not be read.

    Parameters
    ----------
    query : str
        Any text. A query without a cycle means the latest election held.

    Returns
    -------
    Reading
        The scenario, and the problems met.

    Examples
    --------
    >>> read_query("?cycle=2016&call=ZZ").problems[0]
    'We couldn’t read “ZZ” in this link. It should name a state and a candidate, such as \
PA:clinton-h. The rest of the map is shown.'
    """
    return read_scenario(query, elections.election, elections.latest())


def read_link(query: str) -> Scenario:
    """Read the query of a link.

    Parameters
    ----------
    query : str
        What `ecx.link` wrote, or the whole address of a page.

    Returns
    -------
    Scenario
        Everything that could be read.

    Warns
    -----
    LinkWarning
        For every part that could not be read; it is left out.

    Examples
    --------
    >>> read_link("?cycle=2016&call=PA:clinton-h").carrier("PA")
    'clinton-h'
    """
    reading = read_query(query)
    for problem in reading.problems:
        warnings.warn(problem, LinkWarning, stacklevel=2)
    return reading.scenario


def _as_cycle(election: Election) -> str | tuple[Any, ...]:
    """Copy and pickle a recorded election by its cycle, since each cycle has one object."""
    of_record = (
        election.cycle in elections.cycles() and elections.election(election.cycle) is election
    )
    return (elections.election, (election.cycle,)) if of_record else election.__reduce_ex__(4)


copyreg.pickle(Election, _as_cycle)
