"""Electors who had the same pledge and voted alike, and how their ballots can be counted."""

from dataclasses import dataclass
from typing import Final

COUNTED: Final = "counted"
DISPUTED: Final = "disputed"
REFUSED: Final = "not counted"
HALF: Final = "president not counted"
ABSENT: Final = "absent"
VACANT: Final = "vacant"
EXCLUDED: Final = "excluded"
STATUSES: Final = (COUNTED, DISPUTED, REFUSED, HALF, EXCLUDED, ABSENT, VACANT)
"""In the words of `ecx.college.election.Standing`."""

APPOINTED: Final = tuple(status for status in STATUSES if status not in {EXCLUDED, VACANT})
"""The majority is of these."""


@dataclass(frozen=True)
class Group:
    """Electors of one unit with the same pledge and the same ballot.

    Attributes
    ----------
    unit, pledged : str
        Unit, and the ticket they were chosen for; empty if for none.
    cast : tuple of str
        Persons for president and vice president, or for president twice before 1804; empty is
        a blank.
    electors : int
        How many they are.
    kept : bool
        Whether they voted as they were pledged, or were pledged to nothing.
    status : str
        One of `STATUSES`.
    elector, substitute, note, source : str
        As in the table of ballots.
    order : int
        Their place in a list made by hand, else 0.
    """

    unit: str
    pledged: str
    cast: tuple[str, str]
    electors: int
    kept: bool = True
    status: str = COUNTED
    elector: str = ""
    substitute: str = ""
    note: str = ""
    source: str = ""
    order: int = 0

    @property
    def voted(self) -> bool:
        """Whether they voted at all."""
        return self.status not in {ABSENT, VACANT}

    @property
    def pledge(self) -> str:
        """How the ballot fits the pledge, in one word; empty where there was no pledge."""
        if not (self.voted and self.pledged):
            return ""
        return "kept" if self.kept else "broken"

    @property
    def seating(self) -> tuple[int, bool, int, str, tuple[str, str], str]:
        """The group's rank among its unit's seats: kept pledges first, empty seats last."""
        absence = (ABSENT, VACANT).index(self.status) + 1 if not self.voted else 0
        return absence, not self.kept, self.order, self.elector, self.cast, self.pledged


def sentence(note: str) -> str:
    """Write a gathered remark as a sentence.

    Examples
    --------
    >>> sentence("one blank ballot")
    'One blank ballot.'
    """
    return f"{note[0].upper()}{note[1:].rstrip('.')}." if note else ""
