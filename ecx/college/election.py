"""The record of one cycle: places, units, tickets, and every elector with the ballot it cast.

Nothing here is read from a file and nothing can be changed: `ecx.record.elections` builds an
`Election` from the tables in ``data/``, and a `Scenario` adds a user's changes to it.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Final

from ecx.college.elector import BLANK, Ballot, Elector, Standing
from ecx.college.laws import Law
from ecx.college.person_names import PersonNames
from ecx.college.unit_id import at_large
from ecx.college.votes import Votes
from ecx.college.write_ins import is_write_in, write_in, written_name
from ecx.say.errors import UnknownNameError

_MAJOR: Final = 20


@dataclass(frozen=True, slots=True)
class Ticket:
    """A pair of candidates who run together.

    Attributes
    ----------
    id : str
        Key of the ticket within its cycle: the id of its presidential candidate, ``"clinton-h"``.
    president, vice_president : str or None
        Person ids; None where the ticket named nobody and expects nothing of its electors, as
        an unpledged slate does.
    party : str
        The party's name as the cycle knew it.
    code : str
        The party's short code, ``"D"``.
    """

    id: str
    president: str | None
    vice_president: str | None
    party: str
    code: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A group of voters that chooses electors: a place, its at-large part, or a district.

    Attributes
    ----------
    id : str
        ``"PA"``, ``"ME-AL"`` or ``"ME-01"``.
    place : str
        Postal code of the place it belongs to.
    name : str
        As it is spoken: ``"Pennsylvania"``, ``"Maine at large"``, ``"Maine district 1"``.
    electors : int
        Electors allotted to it.
    method : str
        How they were chosen, ``"statewide"``, ``"legislature"``, ``"district"``; empty if the
        record does not say.
    method_note : str
        What more is known of that, else empty.
    """

    id: str
    place: str
    name: str
    electors: int
    method: str = ""
    method_note: str = ""


_TABLES: Final = (
    "tickets",
    "people",
    "places",
    "units",
    "votes",
    "shorts",
    "absences",
    "laws",
    "censuses",
    "first_names",
)


@dataclass(frozen=True, eq=False)
class Election:
    """The record of one cycle; each cycle has one object, which equals only itself.

    Attributes
    ----------
    cycle : int
        The election year; 1789 is the election of 1788-89.
    label : str
        The cycle as it is written, ``"1788-89"``.
    tickets : mapping of str to Ticket
        The tickets that can carry a unit, in the order they are offered.
    people : mapping of str to str
        Names by person id: everybody on a ticket or on an elector's ballot.
    places : mapping of str to str
        Names by postal code, of the places that took part.
    units : mapping of str to Unit
        In the order of places; a divided place has its at-large part first.
    electors : tuple of Elector
        Every seat, in the order of `units` and seats.
    votes : mapping of str to Votes
        Popular vote by unit id; the at-large part holds the statewide vote. A unit without a
        known popular vote is absent.
    notes : tuple of str
        What a reader should know of the cycle, with doubts.
    votes_each : int
        Votes for president on each ballot: 2 before 1804, when the runner-up became vice
        president, 1 since (Amendment XII).
    shorts : mapping of str to str
        Short names by person id, ``"Bush"``.
    absences : mapping of str to str
        Why a place of the Union took no part, by postal code.
    laws : mapping of str to Law
        The law of each place on its electors' pledge, by postal code; empty where the record has
        none of that time.
    census : int or None
        The census by which the House was apportioned; None before the first.
    censuses : mapping of int to (mapping of str to int)
        Apportionment populations in persons: by census, by postal code.
    first_names : mapping of str to (tuple of str)
        The full first names that an everyday one is short for, in small letters.
    """

    cycle: int
    label: str
    tickets: Mapping[str, Ticket]
    people: Mapping[str, str]
    places: Mapping[str, str]
    units: Mapping[str, Unit]
    electors: tuple[Elector, ...]
    votes: Mapping[str, Votes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    votes_each: int = 1
    shorts: Mapping[str, str] = field(default_factory=dict)
    absences: Mapping[str, str] = field(default_factory=dict)
    laws: Mapping[str, Law] = field(default_factory=dict)
    census: int | None = None
    censuses: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    first_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in _TABLES:
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def name(self, person: str) -> str:
        """Return a person's full name, also of a person who was written in."""
        return written_name(person) if is_write_in(person) else self.people[person]

    def short(self, person: str) -> str:
        """Return a person's short name."""
        return self.shorts.get(person) or self.name(person)

    @cached_property
    def appointed(self) -> int:
        """Number of electors appointed; the majority is taken of this number."""
        return sum(elector.standing.appointed for elector in self.electors)

    @property
    def majority(self) -> int:
        """Votes needed to be elected: more than half of the electors appointed."""
        return self.appointed // 2 + 1

    @cached_property
    def calls(self) -> Mapping[str, str | None]:
        """The ticket that carried each unit, by unit id; None if no ticket has yet.

        A unit that split its electors is called for the ticket with the most of them.
        """
        chosen: dict[str, Counter[str]] = {unit: Counter() for unit in self.units}
        for elector in self.electors:
            if elector.pledged is not None:
                chosen[elector.unit][elector.pledged] += 1
        return MappingProxyType(
            {
                unit: max(count, key=count.__getitem__, default=None)
                for unit, count in chosen.items()
            }
        )

    @cached_property
    def rulings(self) -> Mapping[str, Standing]:
        """What Congress decided about all electors of a place, by postal code.

        Such a ruling was about the place's right to vote, so it applies to any electors of the
        place.
        """
        return MappingProxyType(
            {seat.place: seat.standing for seat in self.electors if seat.standing.of_places}
        )

    @cached_property
    def expected(self) -> Mapping[str, Ballot]:
        """The ballot each ticket expects of its electors, by ticket id."""
        return MappingProxyType(
            {t.id: Ballot(t.president, t.vice_president) for t in self.tickets.values()}
        )

    @cached_property
    def majors(self) -> tuple[str, ...]:
        """The main tickets, which a reader expects to choose between, in the order of `tickets`.

        Tickets with electors, and those with at least a twentieth of the popular vote; all tickets
        if nobody has voted yet.
        """
        nation = self.popular
        chosen = {elector.pledged for elector in self.electors}
        return tuple(
            ticket
            for ticket in self.tickets
            if ticket in chosen
            or not nation.total
            or _MAJOR * nation.tickets.get(ticket, 0) >= nation.total
        )

    @cached_property
    def popular(self) -> Votes:
        """The popular vote of the whole country; no vote is counted twice."""
        statewide = [
            votes
            for unit, votes in self.votes.items()
            if unit == self.units[unit].place or unit == at_large(self.units[unit].place)
        ]
        votes = Counter[str]()
        for place in statewide:
            votes.update(place.tickets)
        return Votes(
            {ticket: votes[ticket] for ticket in self.tickets if ticket in votes},
            sum(place.other for place in statewide),
            sum(place.total for place in statewide),
        )

    @cached_property
    def seats(self) -> Mapping[str, Elector]:
        """Electors by id."""
        return MappingProxyType({elector.id: elector for elector in self.electors})

    def keeps(self, ballot: Ballot, ticket: str | None) -> bool:
        """Tell whether a ballot names whom the ticket named; any ballot does if it named nobody.

        Parameters
        ----------
        ballot : Ballot
            What an elector cast.
        ticket : str or None
            Ticket id.

        Returns
        -------
        bool
            False if an office went to somebody else than the ticket's candidate.
        """
        expected = self.pledged_ballot(ticket)
        if self.votes_each > 1:
            named = {None, ballot.president, ballot.vice_president}
            return named.issuperset({expected.president, expected.vice_president})
        return expected.president in (None, ballot.president) and expected.vice_president in (
            None,
            ballot.vice_president,
        )

    def pledged_ballot(self, ticket: str | None) -> Ballot:
        """Return the ballot that a ticket's electors are expected to cast.

        Parameters
        ----------
        ticket : str or None
            Ticket id; None expects nothing.

        Returns
        -------
        Ballot
            The ticket's candidates.
        """
        return self.expected[ticket] if ticket is not None else BLANK

    def seat(self, elector: str) -> Elector:
        """Find an elector.

        Parameters
        ----------
        elector : str
            Place and seat, ``"TX.36"``.

        Returns
        -------
        Elector
            The seat.

        Raises
        ------
        UnknownNameError
            If the cycle has no such elector; the message names those of the place.
        """
        seat = self.seats.get(elector)
        if seat is None:
            place = elector.partition(".")[0]
            own = [key for key in self.seats if key.partition(".")[0] == place]
            raise UnknownNameError("elector", elector, own or self.places, f"{self.cycle}")
        return seat

    @cached_property
    def persons(self) -> PersonNames:
        """The people of the cycle, by the names that they are called."""
        return PersonNames(self.people, self.shorts, self.first_names)

    def person(self, person: str | None) -> str | None:
        """Check a person id: one of the cycle's, or a name that is written in; None is a blank.

        A name that fits one person of the cycle is that person, however it is written.

        Parameters
        ----------
        person : str or None
            The id.

        Returns
        -------
        str or None
            The id of the person who is meant; one who is in no list keeps the name, tidied.

        Raises
        ------
        UnknownNameError
            If the cycle has no such person.
        BallotError
            If what is written in is no name.
        """
        if person is None or person in self.people:
            return person
        if is_write_in(person):
            tidied = write_in(written_name(person))
            return self.persons.named(written_name(tidied)) or tidied
        raise UnknownNameError("person", person, self.people, f"{self.cycle}")
