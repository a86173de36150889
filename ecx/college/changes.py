"""Changes to a recorded election: calls, ballots, law and House rules, in one canonical form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import EllipsisType, MappingProxyType
from typing import Any, Self

from ecx.college.election import Election
from ecx.college.elector import BLANK, Ballot, Elector, Standing
from ecx.college.house_rules import AS_IT_WAS, HouseRules
from ecx.college.laws import Effect, Regime, effect, read_regime
from ecx.college.seating import checked, with_house
from ecx.say import _
from ecx.say.errors import BallotError, UnknownNameError


@dataclass(frozen=True)
class Changes:
    """A recorded election and a user's changes to it.

    `ecx.college.scenario.Scenario` adds the edits, and is the only class made of this one.

    Every part is checked and brought into canonical form: changes that equal the record are
    dropped. So it is a value: two objects with the same changes are equal, with the same hash
    and the same link.

    Attributes
    ----------
    record : Election
        The cycle as it happened.
    calls : mapping of str to (str or None)
        Changed calls: unit id to ticket id, None for undecided.
    ballots : mapping of str to Ballot
        Changed ballots: elector id to what it casts.
    faithful : bool
        Whether the record's own faithless electors keep their pledge instead. It is a rule, as
        the regime is: it stays where their units are called for another ticket for a while.
    regime : Regime
        Under which law a ballot against the pledge is counted or not.
    house_rules : HouseRules
        Changes to the rules that give each place its number of electors.

    Raises
    ------
    HouseRulesError, TieError
        If the House rules cannot be carried out.
    BallotError
        If nobody has been chosen to cast one of the ballots, or it names one person twice.
    UnknownNameError
        If the cycle has no such unit, ticket, elector, person or census, or there is no such
        regime.
    """

    record: Election
    calls: Mapping[str, str | None] = field(default_factory=dict)
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    faithful: bool = False
    regime: Regime = Regime.DAY
    house_rules: HouseRules = AS_IT_WAS

    def __post_init__(self) -> None:
        self._hold("regime", read_regime(self.regime))
        self._hold("house_rules", checked(self.record, self.house_rules))
        self._hold("calls", MappingProxyType(self._changed_calls()))
        self._hold("faithful", bool(self.faithful) and bool(_strays(self.record)))
        self._hold("ballots", MappingProxyType(self._changed_ballots()))
        if self.ballots and self.faithful is not self._faithful_by_ballots():
            self._hold("faithful", not self.faithful)
            self._hold("ballots", MappingProxyType(self._changed_ballots()))

    def __hash__(self) -> int:
        calls, ballots = frozenset(self.calls.items()), frozenset(self.ballots.items())
        return hash((self.record, calls, ballots, self.faithful, self.regime, self.house_rules))

    def __reduce__(self) -> tuple[Any, ...]:
        changes = (dict(self.calls), dict(self.ballots), self.faithful, self.regime)
        return type(self), (self.record, *changes, self.house_rules)

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        return self  # it is immutable

    @cached_property
    def election(self) -> Election:
        """The election after the House rules have set how many electors each place has."""
        return with_house(self.record, self.house_rules)

    @property
    def cycle(self) -> int:
        """The election year."""
        return self.record.cycle

    @property
    def changed(self) -> bool:
        """Whether anything differs from the record."""
        settled = self.regime is Regime.DAY and self.house_rules == AS_IT_WAS
        return self.edited or not settled

    @property
    def edited(self) -> bool:
        """Whether a call or a ballot differs from the record."""
        return bool(self.calls or self.ballots or self.faithful)

    def carrier(self, unit: str) -> str | None:
        """Return the ticket that carries a unit; None if it is undecided.

        Parameters
        ----------
        unit : str
            Unit id.

        Returns
        -------
        str or None
            Ticket id.

        Raises
        ------
        UnknownNameError
            If the cycle has no such unit.
        """
        self._check_unit(unit)
        return self.calls[unit] if unit in self.calls else self.election.calls[unit]

    def chosen(self, elector: str) -> Elector:
        """Find an elector who can cast a ballot.

        Parameters
        ----------
        elector : str
            Place and seat: ``"TX.36"`` is the 36th of Texas.

        Returns
        -------
        Elector
            The seat.

        Raises
        ------
        UnknownNameError
            If the cycle has no such elector.
        BallotError
            If nobody has been chosen: the elector's unit is undecided, or its seat was never
            filled.
        """
        seat = self.election.seat(elector)
        if seat.standing is Standing.VACANT:
            raise BallotError(
                _("{elector} can’t vote: that seat was never filled").format(elector=elector)
            )
        if self.pledge(seat) is None:
            raise BallotError(
                _("{elector} can’t vote yet. First choose who wins {state}").format(
                    elector=elector, state=seat.unit
                )
            )
        return seat

    def pledge(self, seat: Elector) -> str | None:
        """Return the ticket an elector is pledged to; None if its unit is undecided.

        Parameters
        ----------
        seat : Elector
            An elector of this cycle.

        Returns
        -------
        str or None
            Ticket id; None also for a seat that was never filled.
        """
        vacant = seat.standing is Standing.VACANT
        return None if vacant else self.calls.get(seat.unit, seat.pledged)

    def law(self, place: str) -> Effect | None:
        """Return what state law does with a ballot that breaks the pledge.

        Parameters
        ----------
        place : str
            Postal code.

        Returns
        -------
        Effect or None
            None where no law is recorded for that time: ballots are counted as cast.
        """
        return effect(self.election.laws.get(place), self.regime)

    def usual_ballot(self, seat: Elector) -> Ballot | None:
        """Return what an elector casts when no edit sets the ballot; None if unknown.

        Parameters
        ----------
        seat : Elector
            An elector of this cycle.

        Returns
        -------
        Ballot or None
            The ballot of the record where the unit stands as in the record, otherwise the
            ballot its ticket expects. None if the unit is undecided, or the ticket named nobody:
            its electors are free.
        """
        if seat.standing is Standing.VACANT:
            return None
        ticket = self.calls.get(seat.unit, seat.pledged)
        expected = self.election.pledged_ballot(ticket)
        as_recorded = seat.unit not in self.calls and not (self.faithful and seat.strays)
        ballot = seat.cast if as_recorded else expected
        return None if ticket is None or ballot == expected == BLANK else ballot

    def kept_ballot(self, seat: Elector) -> Ballot | None:
        """Return what an elector who keeps the pledge casts.

        Parameters
        ----------
        seat : Elector
            An elector of this cycle.

        Returns
        -------
        Ballot or None
            What the ticket expects; where it named nobody, what the elector casts usually.
        """
        expected = self.election.pledged_ballot(self.pledge(seat))
        return self.usual_ballot(seat) if expected == BLANK else expected

    def new_ballot(
        self,
        elector: str,
        president: str | EllipsisType | None = ...,
        vice_president: str | EllipsisType | None = ...,
    ) -> Ballot:
        """Make the ballot of an elector who names these persons.

        Parameters
        ----------
        elector : str
            Place and seat.
        president, vice_president : str or None, optional
            Person ids; None is a blank. An office left out stays as it is.

        Returns
        -------
        Ballot
            The ballot; the scenario is as it was.

        Raises
        ------
        UnknownNameError
            If the cycle has no such elector or person.
        BallotError
            If nobody has been chosen to cast a ballot, or if both votes of a ballot before 1804
            name one person.
        """
        seat = self.chosen(elector)
        now = self.ballots.get(elector) or self.usual_ballot(seat) or BLANK
        first = now.president if president is ... else president
        second = now.vice_president if vice_president is ... else vice_president
        return _tidied(self.record, Ballot(first, second))

    def standing(self, seat: Elector) -> Standing:
        """Return whether, and how, a seat is counted.

        A ruling of Congress on a whole place also applies to changed ballots (`Election.rulings`).
        Any other exception applies only to the recorded ballot: other electors, and those who keep
        their pledge, attend and are counted.

        Parameters
        ----------
        seat : Elector
            An elector of this cycle.

        Returns
        -------
        Standing
            The standing of the record; where an edit set the ballot, ``ABSENT``, what Congress
            held of the place, or ``COUNTED``.
        """
        if not seat.standing.appointed:
            return seat.standing
        if seat.id in self.ballots and not self.ballots[seat.id].attended:
            return Standing.ABSENT
        edited = seat.unit in self.calls or seat.id in self.ballots
        if edited or (self.faithful and seat.strays):
            return self.election.rulings.get(seat.place, Standing.COUNTED)
        return seat.standing

    def _hold(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    def _check_unit(self, unit: str) -> None:
        if unit not in self.election.units:
            raise UnknownNameError("unit", unit, self.election.units, f"{self.cycle}")

    def _changed_calls(self) -> dict[str, str | None]:
        """Drop calls equal to the record's."""
        tickets, recorded = self.election.tickets, self.election.calls
        for unit, ticket in self.calls.items():
            self._check_unit(unit)
            if ticket is not None and ticket not in tickets:
                raise UnknownNameError("ticket", ticket, tickets, f"{self.cycle}")
        return {unit: call for unit, call in self.calls.items() if call != recorded[unit]}

    def _changed_ballots(self) -> dict[str, Ballot]:
        """Drop ballots equal to what their electors cast without any edit."""
        changed = {}
        for elector, given in self.ballots.items():
            ballot = _tidied(self.record, given)
            if ballot != self.usual_ballot(self.chosen(elector)):
                changed[elector] = ballot
        return changed

    def _faithful_by_ballots(self) -> bool:
        """Return the `faithful` rule that means the same as the changed ballots.

        If every stray is made to keep the pledge one by one, the result is True; if every one is
        made to cast the recorded ballot again, it is False.
        """
        strays = _strays(self.election)
        undo = self.faithful
        expected = self.election.pledged_ballot
        each = (
            self.ballots.get(seat.id) == (seat.cast if undo else expected(seat.pledged))
            for seat in strays
        )
        return undo != (bool(strays) and all(each))


@lru_cache(maxsize=8)
def _strays(election: Election) -> tuple[Elector, ...]:
    """List the electors of the record who are not counted for their ticket."""
    return tuple(seat for seat in election.electors if seat.strays)


@lru_cache(maxsize=2048)
def _tidied(record: Election, ballot: Ballot) -> Ballot:
    """Check the persons a ballot names; tidy names that are written in."""
    if not ballot.attended:
        return ballot
    first, second = record.person(ballot.president), record.person(ballot.vice_president)
    if first is not None and first == second and record.votes_each > 1:
        raise BallotError(
            _(
                "An elector can’t vote twice for {person}. Each of the two votes was for another "
                "person. Name another, or leave it blank"
            ).format(person=first)
        )
    return Ballot(first, second)
