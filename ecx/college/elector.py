"""One elector's seat: the ballot it cast, and whether the ballot was counted."""

from dataclasses import dataclass
from enum import StrEnum
from types import EllipsisType
from typing import Final


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one elector wrote: a person for president and one for vice president.

    Attributes
    ----------
    president, vice_president : str or None
        Person ids; None is a blank, or an elector who did not vote for that office. Where
        electors cast two votes for president (before 1804), `vice_president` is the other one.
    attended : bool
        Whether there was a ballot at all: False for an elector who stayed away.
    """

    president: str | None
    vice_president: str | None
    attended: bool = True


BLANK: Final = Ballot(None, None)
ABSENT: Final = Ballot(None, None, attended=False)
"""The ballot of an elector who stayed away."""


@dataclass(frozen=True, slots=True)
class BallotEdit:
    """A change to a ballot: whom it is to name for each office.

    Attributes
    ----------
    president, vice_president : str or None, or ``...``
        Person ids; None is a blank, and ``...`` leaves the office as it is.
    attended : bool
        False for an elector who is to stay away.

    Examples
    --------
    >>> BallotEdit("kasich")
    BallotEdit(president='kasich', vice_president=Ellipsis, attended=True)
    """

    president: str | EllipsisType | None = ...
    vice_president: str | EllipsisType | None = ...
    attended: bool = True

    @classmethod
    def of_ticket(cls, ballot: Ballot) -> "BallotEdit":
        """Name the candidates of a ticket; an office without a candidate stays as it is.

        Parameters
        ----------
        ballot : Ballot
            The ballot that the ticket expects of its electors.

        Returns
        -------
        BallotEdit
            The change that makes other electors vote likewise.

        Examples
        --------
        >>> BallotEdit.of_ticket(Ballot("white", None)).vice_president
        Ellipsis
        """
        first, second = (
            ... if who is None else who for who in (ballot.president, ballot.vice_president)
        )
        return cls(first, second)


BLANK_EDIT: Final = BallotEdit(None, None)
"""Leaves both offices blank."""

ABSENT_EDIT: Final = BallotEdit(None, None, attended=False)
"""Makes an elector stay away."""


class Standing(StrEnum):
    """Whether, and how, a seat was counted."""

    COUNTED = "counted"
    DISPUTED = "disputed"
    """Counted, but Congress announced the totals with and without it (1820, 1836, 1868)."""
    NOT_COUNTED = "not counted"
    """Appointed and cast, but Congress refused the vote (1872); the majority stays."""
    PRESIDENT_NOT_COUNTED = "president not counted"
    """Likewise for president alone (Greeley, who had died, in 1872)."""
    EXCLUDED = "excluded"
    """Cast for a place that Congress held to have no electors then (1864): not appointed."""
    ABSENT = "absent"
    """Appointed, and did not vote; the majority stays."""
    VACANT = "vacant"
    """Allotted, and never appointed: the majority is of one fewer."""

    @property
    def of_places(self) -> bool:
        """Whether Congress decided it for all electors of a place, whatever their votes."""
        return self in (Standing.DISPUTED, Standing.NOT_COUNTED, Standing.EXCLUDED)

    @property
    def appointed(self) -> bool:
        """Whether the seat is one of the appointed electors a majority is taken of."""
        return self not in (Standing.EXCLUDED, Standing.VACANT)

    @property
    def counts_president(self) -> bool:
        """Whether its ballot for president is in the totals."""
        return self in (Standing.COUNTED, Standing.DISPUTED)

    @property
    def counts_vice_president(self) -> bool:
        """Whether its ballot for vice president is in the totals."""
        return self.counts_president or self is Standing.PRESIDENT_NOT_COUNTED


@dataclass(frozen=True, slots=True)
class Elector:
    """One elector's seat, as recorded.

    Attributes
    ----------
    id : str
        Place and seat, ``"TX.36"``.
    place, unit : str
        The place it sits for and the unit that chose it.
    seat : int
        Its number within the place, from 1: at large first, then by district; within a unit
        those who kept their pledge first. The numbers are ours; the record has none.
    pledged : str or None
        Ticket it was chosen for; None while its unit is undecided.
    cast : Ballot
        The ballot the record has for it, be it counted or not.
    name : str
        Who cast it, where that is known and told apart, else empty.
    note : str
        What the record says of this ballot, else empty.
    standing : Standing
        What became of the seat when the votes were counted.
    faithless : bool
        Whether the record has it that this ballot broke a pledge. A ballot that differs from
        the ticket did not, where nobody had promised that office to its candidate.
    source : str
        Codes of the sources of this ballot, divided by semicolons; ``data/sources.toml`` has
        their titles.
    substitute : str
        Who voted in the elector's stead after this ballot was cancelled, where that is known.
    """

    id: str
    place: str
    unit: str
    seat: int
    pledged: str | None
    cast: Ballot
    name: str = ""
    note: str = ""
    standing: Standing = Standing.COUNTED
    faithless: bool = False
    source: str = ""
    substitute: str = ""

    @property
    def strays(self) -> bool:
        """Whether the elector broke the pledge, was absent, or was not counted for president."""
        return self.faithless or self.standing in (
            Standing.ABSENT,
            Standing.PRESIDENT_NOT_COUNTED,
        )
