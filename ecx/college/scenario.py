"""A recorded election plus a user's changes: it never changes itself, and has one link."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import EllipsisType

from ecx.college.changes import Changes
from ecx.college.elector import ABSENT, Ballot, BallotEdit
from ecx.college.house_rules import HouseRules
from ecx.college.laws import read_regime
from ecx.college.seating import checked, with_house


class Scenario(Changes):
    """A recorded election with a user's changes.

    Every edit returns a new scenario. Changes that restate the record are not kept, so a
    scenario that was changed and changed back equals the one it came from. It is made of the
    record of a cycle, and of the changes that `ecx.college.changes.Changes` lists; it is a
    value, which can be compared, hashed, copied and pickled.

    Examples
    --------
    >>> import ecx
    >>> s = ecx.scenario(2016).call("MI", "clinton-h")
    >>> dict(s.calls)
    {'MI': 'clinton-h'}
    >>> s.call("MI", "trump") == ecx.scenario(2016)
    True
    """

    def call(self, unit: str, ticket: str | None) -> "Scenario":
        """Give a unit to a ticket.

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
        seats = self.election.seats
        ballots = {key: cast for key, cast in self.ballots.items() if seats[key].unit != unit}
        return replace(self, calls={**self.calls, unit: ticket}, ballots=ballots)

    def cast(
        self,
        elector: str,
        *,
        president: str | EllipsisType | None = ...,
        vice_president: str | EllipsisType | None = ...,
    ) -> "Scenario":
        """Set one elector's ballot.

        The law of the place decides whether it is counted: see `ecx.ledger`.

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
        return self.cast_all({elector: self.new_ballot(elector, president, vice_president)})

    def cast_all(self, ballots: Mapping[str, Ballot | None]) -> "Scenario":
        """Set the ballots of several electors in one step.

        Parameters
        ----------
        ballots : mapping of str to (Ballot or None)
            By elector; None is what an elector casts usually.

        Returns
        -------
        Scenario
            The new scenario.

        Raises
        ------
        UnknownNameError, BallotError
            As `cast` says, for any of them.

        Examples
        --------
        >>> import ecx
        >>> s = ecx.scenario(2016)
        >>> leave = s.new_ballot("TX.1", president="kasich")
        >>> ecx.tally(s.cast_all({"TX.1": leave, "TX.2": leave})).president["kasich"]
        3
        """
        laid = {**self.ballots, **ballots}
        return replace(self, ballots={key: cast for key, cast in laid.items() if cast is not None})

    def edited_ballot(self, elector: str, edit: BallotEdit) -> Ballot:
        """Return the ballot that an elector casts after a change.

        Parameters
        ----------
        elector : str
            Place and seat.
        edit : BallotEdit
            The change.

        Returns
        -------
        Ballot
            The ballot; the scenario is as it was.

        Raises
        ------
        UnknownNameError, BallotError
            As `cast` says.
        """
        if edit.attended:
            return self.new_ballot(elector, edit.president, edit.vice_president)
        self.chosen(elector)  # refuses an elector who does not exist, or whom nobody chose
        return ABSENT

    def edit_ballots(self, electors: Iterable[str], edit: BallotEdit) -> "Scenario":
        """Make the same change to the ballots of several electors in one step.

        Parameters
        ----------
        electors : iterable of str
            Place and seat of each.
        edit : BallotEdit
            The change.

        Returns
        -------
        Scenario
            The new scenario.

        Raises
        ------
        UnknownNameError, BallotError
            As `cast` says, for any of them.

        Examples
        --------
        >>> import ecx
        >>> s = ecx.scenario(2016).edit_ballots(["TX.1", "TX.2"], BallotEdit("kasich"))
        >>> ecx.tally(s).president["kasich"]
        3
        """
        return self.cast_all({elector: self.edited_ballot(elector, edit) for elector in electors})

    def stay_away(self, elector: str) -> "Scenario":
        """Make one elector absent.

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
        return self.cast_all({elector: ABSENT})

    def keep_pledge(self, elector: str) -> "Scenario":
        """Make one elector keep the pledge.

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
        return self.cast_all({elector: self.kept_ballot(self.chosen(elector))})

    def under(self, regime: str) -> "Scenario":
        """Count ballots under another law on faithless electors.

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

    def with_house(self, rules: HouseRules) -> "Scenario":
        """Change the House rules, and with them the number of electors of each place.

        Calls stay; so do ballots whose seat is still there, for the same unit.

        Parameters
        ----------
        rules : HouseRules
            The House rules to apply; ``replace(scenario.house_rules, size=492)`` changes one
            thing.

        Returns
        -------
        Scenario
            The new scenario.

        Raises
        ------
        HouseRulesError
            If the House is too small or too large, the census did not count the states, or an
            added state has the code of another or nobody in it.
        UnknownNameError
            If there is no such census or method.
        TieError
            If two states have equal claims to the last seat.

        Examples
        --------
        >>> import ecx
        >>> larger = ecx.scenario(2000).as_pledged().with_house(ecx.HouseRules(size=492))
        >>> dict(ecx.tally(larger).president)
        {'gore': 298, 'bush-gw': 297}
        """
        kept = checked(self.record, rules)
        election = with_house(self.record, kept)
        calls = {unit: call for unit, call in self.calls.items() if unit in election.units}
        before, after = self.election.seats, election.seats
        ballots = {
            key: cast
            for key, cast in self.ballots.items()
            if key in after and after[key].unit == before[key].unit
        }
        return replace(self, house_rules=kept, calls=calls, ballots=ballots)

    def as_pledged(self) -> "Scenario":
        """Make every elector keep the pledge, both recorded and changed ones.

        Returns
        -------
        Scenario
            The same calls, with no broken pledge.
        """
        return replace(self, ballots={}, faithful=True)

    def as_cast(self) -> "Scenario":
        """Restore the recorded ballots of all electors.

        Returns
        -------
        Scenario
            The same calls, with the broken pledges of the record and no others.
        """
        return replace(self, ballots={}, faithful=False)

    def reset(self) -> "Scenario":
        """Drop all changes.

        Returns
        -------
        Scenario
            The cycle as it happened, under the law of the day.
        """
        return Scenario(self.record)
