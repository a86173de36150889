"""What a map of an election says besides its picture: the totals, and a table of its units."""

from collections.abc import Callable

from ecx.app.kit import words
from ecx.app.kit.chart import Numbers
from ecx.college.counted import Counted
from ecx.figures.marks import FigureMark, marks, ticket_name
from ecx.say import _


def totals(counted: Counted, heading: str) -> str:
    """Give the electoral votes for president.

    Parameters
    ----------
    counted : Counted
        The scenario of the map.
    heading : str
        What comes first: ``"Electoral votes"``.

    Returns
    -------
    str
        A sentence, most votes first.

    Examples
    --------
    >>> import ecx
    >>> totals(Counted(ecx.scenario(2012)), "Electoral votes")
    'Electoral votes: Obama 332, Romney 206.'
    """
    election = counted.scenario.election
    won = [f"{words.short(election, who)} {n}" for who, n in counted.tally.president.items()]
    if not won:
        return _("Nobody has voted yet.")
    return _("{heading}: {votes}.").format(heading=heading, votes=", ".join(won))


def unit_numbers(counted: Counted, title: str, cell: Callable[[FigureMark], str]) -> Numbers:
    """List the units of a map with the ticket that carries each.

    Parameters
    ----------
    counted : Counted
        The scenario of the map.
    title : str
        Heading of the last column.
    cell : callable
        Gives what stands there, for the mark of a unit.

    Returns
    -------
    Numbers
        The table.

    Examples
    --------
    >>> import ecx
    >>> unit_numbers(Counted(ecx.scenario(2012)), "Unit", lambda mark: mark.unit).rows[0]
    ('Alabama', 9, 'Romney', 'AL')
    """
    election = counted.scenario.election
    return Numbers(
        (_("State"), _("Electors"), _("Winner"), title),
        tuple(
            (
                _(election.units[mark.unit].name),
                mark.electors,
                ticket_name(election, mark.ticket),
                cell(mark),
            )
            for mark in marks(counted)
        ),
    )
