"""The facts about one cycle that the charts over all cycles need."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ecx.link.address import Href, PageName, href
from ecx.link.query import record_link


class Decision(StrEnum):
    """Who decided an election."""

    ELECTORS = "the electors"
    HOUSE = "the House of Representatives"
    SENATE = "the Senate, for vice president"
    COMMISSION = "an Electoral Commission"


@dataclass(frozen=True, slots=True)
class BrokenPledge:
    """An elector who did not vote as pledged.

    Attributes
    ----------
    elector : str
        Place and seat, ``"TX.36"``.
    words : str
        What the vote was, and instead of whom.
    president : bool
        Whether the vote for president broke the pledge; otherwise only that for vice president
        did.
    """

    elector: str
    words: str
    president: bool


@dataclass(frozen=True, slots=True)
class CycleSummary:
    """The summary of one cycle in which a president was chosen.

    Attributes
    ----------
    cycle : int
        The election year.
    label : str
        The cycle as it is written.
    president : str
        Full name of who became president.
    name : str
        The short name.
    votes : int
        Electoral votes counted for that person; before 1804, electors who named that person.
    appointed, majority : int
        Electors appointed, and votes needed.
    decision : Decision
        Who settled it.
    popular : float or None
        The president's share of the popular vote, 0 to 1; None where none is recorded.
    leader : str
        Short name of who had the most popular votes; empty where none are recorded.
    broken : tuple of BrokenPledge
        Electors who voted otherwise than pledged.
    counted : mapping of str to int
        Electoral votes for president by person id.
    """

    cycle: int
    label: str
    president: str
    name: str
    votes: int
    appointed: int
    majority: int
    decision: Decision
    popular: float | None = None
    leader: str = ""
    broken: tuple[BrokenPledge, ...] = ()
    counted: Mapping[str, int] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """The president's share of the electors appointed, 0 to 1."""
        return self.votes / self.appointed

    @property
    def inverted(self) -> bool:
        """Whether the president lost the popular vote."""
        return self.leader not in ("", self.name)

    @property
    def link(self) -> Href:
        """The link that opens the cycle in the explorer."""
        return href(PageName.EXPLORER, record_link(self.cycle))
