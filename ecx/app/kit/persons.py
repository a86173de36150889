"""The persons who have votes for president and head no ticket."""

from collections import Counter

from ecx.app.kit import words
from ecx.board.content import TicketStyle
from ecx.college.counted import Counted
from ecx.college.election import Election, Ticket
from ecx.figures.palette import looks

_NO_PARTY = "NP"


class PersonKeys(dict[str, str]):
    """Keys of the board's totals by person."""

    def __missing__(self, person: str) -> str:
        """Return the key of a person who heads no ticket."""
        return f"person:{person}"


def keys_of_persons(election: Election) -> PersonKeys:
    """Find the key under which the board adds up a person's votes.

    Parameters
    ----------
    election : Election
        The cycle.

    Returns
    -------
    PersonKeys
        Keys by person: the ticket that the person heads, or one of the person's own.

    Examples
    --------
    >>> from ecx.record.elections import election
    >>> keys = keys_of_persons(election(2016))
    >>> keys["clinton-h"], keys["kasich"]
    ('clinton-h', 'person:kasich')
    """
    headed = words.tickets_headed(election)
    return PersonKeys({person: ticket for person, ticket in headed.items() if person})


def persons(counted: Counted) -> list[TicketStyle]:
    """Describe everybody who has votes and heads no ticket.

    Parameters
    ----------
    counted : Counted
        A scenario with its ledger.

    Returns
    -------
    list of ecx.board.content.TicketStyle
        Most votes first, each with a color and a letter that no ticket has.

    Examples
    --------
    >>> import ecx
    >>> [person["name"] for person in persons(Counted(ecx.scenario(2016)))]
    ['Powell', 'Sanders', 'Paul', 'Kasich', 'Spotted Eagle']
    """
    election = counted.scenario.election
    keys = keys_of_persons(election)
    votes = Counter(
        entry.counted.president
        for entry in counted.ledger
        if entry.counted and entry.counted.president and entry.counted.president not in keys
    )
    found = [person for person, _number in votes.most_common()]
    strangers = [Ticket(person, person, None, "", _NO_PARTY) for person in found]
    coats = looks([*election.tickets.values(), *strangers])
    return [
        {
            "id": keys[person],
            "name": words.short(election, person),
            "full": election.name(person),
            "letter": coats[person].letter,
            "colour": coats[person].colour,
            "ink": coats[person].ink,
            "pattern": coats[person].pattern,
            "turn": False,
        }
        for person in found
    ]
