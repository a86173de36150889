"""Votes of the people: who had how many in a unit, and by how many the first led."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Votes:
    """The popular vote of one unit.

    Attributes
    ----------
    tickets : mapping of str to int
        Votes by ticket id.
    other : int
        Votes for everybody else the sources list.
    total : int
        All votes for president as published, which may differ from the sum.
    doubts : tuple of str
        Where sources disagree, in words; empty where they do not.
    """

    tickets: Mapping[str, int]
    other: int
    total: int
    doubts: tuple[str, ...] = ()

    @property
    def ranking(self) -> list[tuple[str, int]]:
        """Tickets with their votes, most votes first."""
        return sorted(self.tickets.items(), key=lambda item: (-item[1], item[0]))

    @property
    def margin(self) -> "Margin | None":
        """By how much the first ticket leads the second; None without votes on record.

        Examples
        --------
        >>> Votes({"bush": 52, "gore": 48}, other=0, total=100).margin
        Margin(first='bush', second='gore', votes=4, points=4.0)
        """
        if not self.total or not self.tickets:
            return None
        (first, most), *others = self.ranking
        second, votes = (others[0][0], most - others[0][1]) if others else (None, most)
        return Margin(first, second, votes, 100 * votes / self.total)

    def lead(self, first: str, second: str) -> float | None:
        """Return the lead of one ticket over another.

        Parameters
        ----------
        first, second : str
            Ticket ids.

        Returns
        -------
        float or None
            In percentage points of all votes, negative if the second has more; None if either
            has no votes on record.

        Examples
        --------
        >>> Votes({"bush": 52, "gore": 48}, other=0, total=100).lead("gore", "bush")
        -4.0
        """
        if not self.total or not {first, second} <= self.tickets.keys():
            return None
        return 100 * (self.tickets[first] - self.tickets[second]) / self.total


@dataclass(frozen=True, slots=True)
class Margin:
    """By how much the ticket with the most votes leads the next.

    Attributes
    ----------
    first : str
        Id of the ticket with the most votes.
    second : str or None
        Id of the next; None if no other ticket has votes.
    votes : int
        Votes of the first minus votes of the second.
    points : float
        The same in percentage points of all votes.
    """

    first: str
    second: str | None
    votes: int
    points: float
