"""A cycle plus everything a user changed: immutable, and one scenario is one link."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import EllipsisType, MappingProxyType

from ecx.allotment import AS_IT_WAS, Allotment
from ecx.election import Election
from ecx.elector import ABSENT, BLANK, Ballot, Elector, Standing
from ecx.errors import BallotError, UnknownNameError
from ecx.laws import Effect, Regime, effect, read_regime
from ecx.seating import allot, checked


@dataclass(frozen=True)
class Scenario:
    """A cycle as it happened, with a user's changes laid over it.

    Every edit returns a new scenario. Changes that restate the record are not kept, so a
    scenario that was changed and changed back equals the one it came from.

    Attributes
    ----------
    record : Election
        The cycle as it happened.
    calls : mapping of str to (str or None)
        Changed calls: unit id to ticket id, None for undecided.
    ballots : mapping of str to Ballot
        Changed ballots: elector id to what it casts.
    faithful : bool
        Whether the record's own faithless electors keep their pledge instead.
    regime : Regime
        Under which law a ballot against the pledge is counted or not.
    allotment : Allotment
        What is other than it was in how many electors each place has.

    Examples
    --------
    >>> import ecx
    >>> s = ecx.scenario(2016).call("MI", "clinton-h")
    >>> dict(s.calls)
    {'MI': 'clinton-h'}
    >>> s.call("MI", "trump") == ecx.scenario(2016)
    True
    """

    record: Election
    calls: Mapping[str, str | None] = field(default_factory=dict)
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    faithful: bool = False
    regime: Regime = Regime.DAY
    allotment: Allotment = AS_IT_WAS

    def __post_init__(self) -> None:
        object.__setattr__(self, "calls", MappingProxyType(dict(self.calls)))
        object.__setattr__(self, "ballots", MappingProxyType(dict(self.ballots)))

    @cached_property
    def election(self) -> Election:
        """The cycle with the electors that the allotment gives each place."""
        return allot(self.record, self.allotment)

    @property
    def cycle(self) -> int:
        """The election year."""
        return self.record.cycle

    @property
    def changed(self) -> bool:
        """Whether anything differs from the record."""
        settled = self.regime is Regime.DAY and self.allotment == AS_IT_WAS
        return self.edited or not settled

    @property
    def edited(self) -> bool:
        """Whether a call or a ballot differs from the record."""
        return bool(self.calls or self.ballots or self.faithful)

    def carrier(self, unit: str) -> str | None:
        """Say which ticket carries a unit; None if it is undecided.

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

    def call(self, unit: str, ticket: str | None) -> "Scenario":
        """Let a ticket carry a unit.

        A unit that is called for another ticket sends another slate of electors, so what its
        electors did, in the record or by an earlier edit, no longer applies.

        Parameters
        ----------
        unit : str
            ``"PA"``, ``"ME-AL"`` or ``"ME-01"``.
        ticket : str or None
            Ticket id; None leaves the unit undecided.

        Returns
        -------
        Scenario
            The new scenario, or this one if that ticket carries the unit already.

        Raises
        ------
        UnknownNameError
            If the cycle has no such unit or ticket.
        """
        if self.carrier(unit) == ticket:
            return self
        if ticket is not None and ticket not in self.election.tickets:
            raise UnknownNameError("ticket", ticket, self.election.tickets, f"{self.cycle}")
        calls = {known: call for known, call in self.calls.items() if known != unit}
        if ticket != self.election.calls[unit]:
            calls[unit] = ticket
        seats = self.election.seats
        ballots = {key: cast for key, cast in self.ballots.items() if seats[key].unit != unit}
        return replace(self, calls=calls, ballots=ballots)

    def cast(
        self,
        elector: str,
        *,
        president: str | EllipsisType | None = ...,
        vice_president: str | EllipsisType | None = ...,
    ) -> "Scenario":
        """Set what one elector's ballot says.

        Whether it is counted is for the law of the place to say: `ecx.ledger` has the answer.

        Parameters
        ----------
        elector : str
            Place and seat: ``"TX.36"`` is the 36th of Texas.
        president, vice_president : str or None, optional
            Person ids; None is a blank. An office left out stays as it is. `ecx.write_in` makes
            an id for anybody who is not among the cycle's people.

        Returns
        -------
        Scenario
            The new scenario.

        Raises
        ------
        UnknownNameError
            If the cycle has no such elector or person.
        BallotError
            If nobody has been chosen to cast a ballot: the elector's unit is undecided, or its
            seat was never filled. Or if both votes of a ballot before 1804 name one person.
        """
        seat = self._chosen(elector)
        now = self.ballots.get(elector) or self.usual_ballot(seat) or BLANK
        ballot = Ballot(
            now.president if president is ... else self.election.person(president),
            now.vice_president if vice_president is ... else self.election.person(vice_president),
        )
        both = ballot.president is not None and ballot.president == ballot.vice_president
        if both and self.election.votes_each > 1:
            raise BallotError(
                f"{elector} cannot name {ballot.president} twice: the two votes of a ballot were "
                "for two persons; name another, or None for a blank"
            )
        return self._set_ballot(seat, ballot)

    def stay_away(self, elector: str) -> "Scenario":
        """Let one elector not attend.

        Parameters
        ----------
        elector : str
            Place and seat.

        Returns
        -------
        Scenario
            The new scenario.

        Raises
        ------
        UnknownNameError
            If the cycle has no such elector.
        BallotError
            If nobody has been chosen for that seat.
        """
        return self._set_ballot(self._chosen(elector), ABSENT)

    def keep_pledge(self, elector: str) -> "Scenario":
        """Let one elector cast what the ticket expects.

        Parameters
        ----------
        elector : str
            Place and seat.

        Returns
        -------
        Scenario
            The new scenario; where the ticket named nobody, the ballot is what it usually is.

        Raises
        ------
        UnknownNameError
            If the cycle has no such elector.
        BallotError
            If nobody has been chosen for that seat.
        """
        seat = self._chosen(elector)
        expected = self.election.pledged_ballot(self.pledge(seat))
        return self._set_ballot(seat, self.usual_ballot(seat) if expected == BLANK else expected)

    def under(self, regime: str) -> "Scenario":
        """Count ballots under another law.

        Parameters
        ----------
        regime : Regime or str
            ``"day"``, the law of the day; ``"free"``, no elector bound; ``"bind"``, all bound.

        Returns
        -------
        Scenario
            The same calls and ballots.

        Raises
        ------
        UnknownNameError
            If there is no such regime.

        Examples
        --------
        >>> import ecx
        >>> bound = ecx.scenario(2016).under("bind")
        >>> dict(ecx.tally(bound).president)
        {'trump': 306, 'clinton-h': 232}
        """
        return replace(self, regime=read_regime(regime))

    def allot(self, allotment: Allotment) -> "Scenario":
        """Give places other numbers of electors.

        Calls stay; so do ballots whose seat is still there, for the same unit.

        Parameters
        ----------
        allotment : Allotment
            What is other than it was; ``replace(scenario.allotment, house=492)`` changes one
            thing.

        Returns
        -------
        Scenario
            The new scenario.

        Raises
        ------
        AllotmentError
            If the House is too small or too large, the census did not count the states, or an
            added state has the code of another or nobody in it.
        UnknownNameError
            If there is no such census or method.
        TieError
            If two states have equal claims to the last seat.

        Examples
        --------
        >>> import ecx
        >>> larger = ecx.scenario(2000).as_pledged().allot(ecx.Allotment(house=492))
        >>> dict(ecx.tally(larger).president)
        {'gore': 298, 'bush-gw': 297}
        """
        kept = checked(self.record, allotment)
        election = allot(self.record, kept)
        calls = {unit: call for unit, call in self.calls.items() if unit in election.units}
        before, after = self.election.seats, election.seats
        ballots = {
            key: cast
            for key, cast in self.ballots.items()
            if key in after and after[key].unit == before[key].unit
        }
        return replace(self, allotment=kept, calls=calls, ballots=ballots)

    def as_pledged(self) -> "Scenario":
        """Let every elector keep the pledge: the record's faithless ones and the user's.

        Returns
        -------
        Scenario
            The same calls, with no broken pledge.
        """
        strays = any(seat.strays for seat in self.election.electors)
        return replace(self, ballots={}, faithful=strays)

    def as_cast(self) -> "Scenario":
        """Let the electors of the record cast what they cast, and forget the user's ballots.

        Returns
        -------
        Scenario
            The same calls, with the broken pledges of the record and no others.
        """
        return replace(self, ballots={}, faithful=False)

    def reset(self) -> "Scenario":
        """Go back to the record.

        Returns
        -------
        Scenario
            The cycle as it happened, under the law of the day.
        """
        return Scenario(self.record)

    def pledge(self, seat: Elector) -> str | None:
        """Say which ticket an elector is chosen for; None if its unit is undecided.

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
        """Say what becomes of a ballot against the pledge.

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
        """Say what an elector casts when no edit sets its ballot; None if nobody can know.

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

    def standing(self, seat: Elector) -> Standing:
        """Say what becomes of a seat when the votes are counted.

        What Congress held of a place stays true of it (`Election.rulings`); what befell a ballot
        of the record ends with that ballot: other electors, and those who keep their pledge,
        attend and are counted.

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

    def _check_unit(self, unit: str) -> None:
        if unit not in self.election.units:
            raise UnknownNameError("unit", unit, self.election.units, f"{self.cycle}")

    def _chosen(self, elector: str) -> Elector:
        """Find an elector who can cast a ballot."""
        seat = self.election.seat(elector)
        if seat.standing is Standing.VACANT:
            raise BallotError(f"{elector} cannot cast a ballot: that seat was never filled")
        if self.pledge(seat) is None:
            raise BallotError(
                f"{elector} cannot cast a ballot while {seat.unit} is undecided; "
                f"call {seat.unit} for a ticket first"
            )
        return seat

    def _set_ballot(self, seat: Elector, ballot: Ballot | None) -> "Scenario":
        """Lay a ballot over the usual one; the usual one itself is no change."""
        ballots = {key: cast for key, cast in self.ballots.items() if key != seat.id}
        if ballot is not None and ballot != self.usual_ballot(seat):
            ballots[seat.id] = ballot
        return replace(self, ballots=ballots)
