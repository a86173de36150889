"""Compare the places of two scenarios."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ecx.college.counted import Counted
from ecx.college.election import Election, Ticket
from ecx.college.unit_id import at_large
from ecx.figures.marks import UNDECIDED, marks, ticket_name
from ecx.figures.palette import in_order


@dataclass(frozen=True, slots=True)
class Part:
    """One unit on one side of a comparison.

    Attributes
    ----------
    unit : str
        Its id.
    electors : int
        Electors appointed for it.
    ticket : str or None
        Who carries it; None is undecided.
    party : str
        Code of the party that carries it; empty while undecided.
    name : str
        Short name of the ticket.
    lead : float or None
        Lead of the first of `Rivals` over the second, in points of all votes; negative if the
        second led. None where either has no votes on record.
    """

    unit: str
    electors: int
    ticket: str | None
    party: str
    name: str
    lead: float | None


@dataclass(frozen=True, slots=True)
class PlacePair:
    """One place, or part of one, with both sides of a comparison.

    Attributes
    ----------
    name : str
        As it is spoken.
    left, right : Part or None
        None on the side that does not have it.
    flipped : bool
        Whether it changed hands: another party carries it, or within one election another ticket.
    """

    name: str
    left: Part | None
    right: Part | None
    flipped: bool

    @property
    def change(self) -> int:
        """Electors on the right minus electors on the left."""
        return (self.right.electors if self.right else 0) - (self.left.electors if self.left else 0)

    @property
    def shift(self) -> float | None:
        """The change of the first rival's lead, in percentage points; positive if it grew."""
        leads = [part.lead for part in (self.left, self.right) if part and part.lead is not None]
        both = len(leads) == 2  # noqa: PLR2004 - the left one and the right one
        return leads[1] - leads[0] if both else None


@dataclass(frozen=True, slots=True)
class Rivals:
    """The two parties whose lead is compared.

    Attributes
    ----------
    first, second : Ticket
        Their tickets on the right.
    """

    first: Ticket
    second: Ticket


@dataclass(frozen=True, slots=True)
class Gain:
    """Electors that one party gained and lost.

    Attributes
    ----------
    party : str
        Its name.
    left, right : int
        Electors pledged to its tickets on each side.
    gained, lost : int
        Electors of the places that changed hands to it and from it.
    """

    party: str
    left: int
    right: int
    gained: int
    lost: int

    @property
    def otherwise(self) -> int:
        """The change that no switched place explains: censuses, new places, divided places."""
        return self.right - self.left - self.gained + self.lost


def rivals(left: Election, right: Election) -> Rivals | None:
    """Find the two parties with the most votes among those that ran on both sides.

    Parameters
    ----------
    left, right : Election
        The two records.

    Returns
    -------
    Rivals or None
        In the order in which parties are shown; None if fewer than two ran in both.

    Examples
    --------
    >>> import ecx
    >>> found = rivals(ecx.scenario(2012).election, ecx.scenario(2016).election)
    >>> found.first.code, found.second.code
    ('D', 'R')
    """
    votes: Counter[str] = Counter()
    for election in (left, right):
        for ticket, count in election.popular.tickets.items():
            votes[election.tickets[ticket].code] += count
    there = _codes(right)
    both = _codes(left).keys() & there.keys()
    shared = [code for code, _ in votes.most_common() if code in both][:2]
    if len(shared) < 2:  # noqa: PLR2004 - a lead lies between two
        return None
    first, second = in_order(there[code] for code in shared)
    return Rivals(first, second)


def compared(left: Counted, right: Counted) -> tuple[PlacePair, ...]:
    """Pair the units of two scenarios.

    Parameters
    ----------
    left, right : Counted
        What is compared.

    Returns
    -------
    tuple of PlacePair
        By name. A place that is whole on one side and divided on the other stands against its
        at-large part, which has the statewide vote; districts then stand alone.

    Examples
    --------
    >>> import ecx
    >>> rows = compared(Counted(ecx.scenario(2012)), Counted(ecx.scenario(2016)))
    >>> [row.name for row in rows if row.flipped][:3]
    ['Florida', 'Iowa', 'Maine district 2']
    """
    before, after = left.scenario.election, right.scenario.election
    two = rivals(before, after)
    sides = (_parts(left, two), _parts(right, two))
    same = before.cycle == after.cycle
    rows = []
    for mine, theirs in _pairs(before, after):
        one, other = (
            side.get(unit or "") for side, unit in zip(sides, (mine, theirs), strict=True)
        )
        record = after.units.get(theirs or "") or before.units[mine or ""]
        flipped = (
            one is not None
            and other is not None
            and (one.ticket != other.ticket if same else one.party != other.party)
        )
        rows.append(PlacePair(record.name, one, other, flipped))
    return tuple(sorted(rows, key=lambda row: row.name))


def gains(left: Counted, right: Counted, rows: Iterable[PlacePair]) -> list[Gain]:
    """Add up the electors that each party gained and lost.

    Parameters
    ----------
    left, right : Counted
        What is compared.
    rows : iterable of PlacePair
        Their units, as `compared` gives them.

    Returns
    -------
    list of Gain
        One for each party that electors are pledged to on either side, most on the right first.
    """
    names, totals = {"": UNDECIDED}, []
    for counted in (left, right):
        tickets = counted.scenario.election.tickets
        names |= {ticket.code: ticket.party for ticket in tickets.values()}
        count: Counter[str] = Counter()
        for mark in marks(counted):
            count[tickets[mark.ticket].code if mark.ticket else ""] += mark.electors
        totals.append(count)
    gained, lost = Counter[str](), Counter[str]()
    for row in rows:
        if row.flipped and row.left and row.right:
            lost[row.left.party] += row.left.electors
            gained[row.right.party] += row.right.electors
    found = [
        Gain(names[code], totals[0][code], totals[1][code], gained[code], lost[code])
        for code in {**totals[1], **totals[0]}
    ]
    return sorted(found, key=lambda gain: (-gain.right, -gain.left))


def signed(number: int) -> str:
    """Write a change with its sign.

    Examples
    --------
    >>> signed(3), signed(-3), signed(0)
    ('+3', '−3', '0')
    """
    return f"{number:+d}".replace("-", "−") if number else "0"


def favour(points: float | None, sides: tuple[str, str]) -> str:
    """Write a lead or a shift with the code of the party that is ahead; None becomes empty.

    Examples
    --------
    >>> favour(3.04, ("D", "R")), favour(-0.5, ("D", "R")), favour(None, ("D", "R"))
    ('D +3.0', 'R +0.5', '')
    """
    if points is None:
        return ""
    if not round(points, 1):
        return "0.0"
    return f"{sides[0] if points > 0 else sides[1]} +{abs(points):.1f}"


def _codes(election: Election) -> dict[str, Ticket]:
    """Return the tickets with votes on record, by the code of their party."""
    return {
        ticket.code: ticket
        for ticket in reversed(list(election.tickets.values()))
        if ticket.id in election.popular.tickets
    }


def _pairs(left: Election, right: Election) -> Iterator[tuple[str | None, str | None]]:
    """Pair the units of two cycles."""
    for unit in left.units:
        yield unit, _counterpart(unit, left, right)
    met = {_counterpart(unit, left, right) for unit in left.units}
    for unit in right.units:
        if unit not in met:
            yield None, unit


def _counterpart(unit: str, here: Election, there: Election) -> str | None:
    """Find the unit of another cycle that has the same voters."""
    if unit in there.units:
        return unit
    place = here.units[unit].place
    if unit == place:
        return at_large(place) if at_large(place) in there.units else None
    return place if unit == at_large(place) and place in there.units else None


def _parts(counted: Counted, two: Rivals | None) -> dict[str, Part]:
    """Return the units of one side, by id."""
    election = counted.scenario.election
    codes = _codes(election)
    own = (codes[two.first.code].id, codes[two.second.code].id) if two else None
    return {
        mark.unit: Part(
            mark.unit,
            mark.electors,
            mark.ticket,
            election.tickets[mark.ticket].code if mark.ticket else "",
            ticket_name(election, mark.ticket),
            _lead(election, mark.unit, own),
        )
        for mark in marks(counted)
    }


def _lead(election: Election, unit: str, own: tuple[str, str] | None) -> float | None:
    """Return the lead of the first ticket over the second, in percent of all votes."""
    votes = election.votes.get(unit)
    return votes.lead(*own) if own and votes else None
