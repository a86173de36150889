"""How a board shows the tickets of an election: names, letters, colors and patterns."""

from ecx.app.kit import words
from ecx.board.content import TicketStyle
from ecx.college.election import Election
from ecx.figures.marks import ticket_name
from ecx.figures.palette import in_order, looks
from ecx.say import _


def ticket_styles(election: Election) -> list[TicketStyle]:
    """Return the tickets with their names and colors.

    Parameters
    ----------
    election : Election
        The cycle.

    Returns
    -------
    list of ecx.board.content.TicketStyle
        In display order: the two large parties keep their sides.

    Examples
    --------
    >>> import ecx
    >>> [ticket["name"] for ticket in ticket_styles(ecx.scenario(2016).election)][:2]
    ['Clinton', 'Trump']
    """
    coats = looks(election.tickets.values())
    return [
        {
            "id": ticket.id,
            "name": ticket_name(election, ticket.id),
            "full": _("{names} ({party})").format(
                names=words.running_mates(election, ticket.id),
                party=words.party_name(election, ticket.id),
            )
            if ticket.president
            else words.party_name(election, ticket.id),
            "letter": coats[ticket.id].letter,
            "colour": coats[ticket.id].colour,
            "ink": coats[ticket.id].ink,
            "pattern": coats[ticket.id].pattern,
            "turn": ticket.id in election.majors,
        }
        for ticket in in_order(election.tickets.values())
    ]
