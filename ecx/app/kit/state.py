"""The state of a page: one mutable object that holds one immutable value, the screen."""

from collections.abc import Sequence
from dataclasses import replace

from traitlets import HasTraits, Instance

from ecx.app.kit import cycle as cycles
from ecx.app.kit.intents import intent
from ecx.app.kit.screen import Screen
from ecx.college.counted import Counted
from ecx.college.elector import BLANK_EDIT, BallotEdit
from ecx.college.house_rules import AS_IT_WAS, Addition, HouseRules
from ecx.college.laws import Regime
from ecx.college.ledger import ledger
from ecx.college.scenario import Scenario
from ecx.college.write_ins import write_in
from ecx.link.address import View, kept
from ecx.link.query import link
from ecx.record.opening import read_query, scenario
from ecx.say import _
from ecx.say.errors import BallotError, EcxError


class AppState(HasTraits):
    """The only mutable object of a page; panels observe ``names="screen"`` and render from it.

    Its methods are intents: what a visitor can do. An intent that changes nothing sends no update;
    one that fails keeps the screen and adds a notice.

    Parameters
    ----------
    opening : Scenario, optional
        What is shown first; the latest election held, if left out.
    """

    screen = Instance(Screen)

    def __init__(self, opening: Scenario | None = None) -> None:
        first = read_query("").scenario if opening is None else opening
        super().__init__(screen=Screen(Counted(first), address=link(first)))

    @intent
    def call(self, unit: str, ticket: str | None) -> None:
        """Give a unit to a ticket, and show the unit's details."""
        self.screen = self.screen.step(self.screen.scenario.call(unit, ticket), selected=unit)

    @intent
    def select(self, unit: str | None) -> None:
        """Show the details of a unit."""
        if unit is not None:
            self.screen.scenario.carrier(unit)  # refuses a unit that does not exist
        self.screen = replace(self.screen, selected=unit)

    @intent
    def open_elector(self, elector: str) -> None:
        """Show the details of an elector's unit."""
        seat = self._seat(elector)
        self.screen = replace(self.screen, selected=seat, elector=elector)

    @intent
    def choose_ballot(self, ballot: BallotEdit | None) -> None:
        """Choose what becomes of the ballot of a clicked elector; None is a vote for the rival."""
        election = self.screen.scenario.election
        if ballot is not None:
            first, second = (
                who if who is ... else election.person(who)
                for who in (ballot.president, ballot.vice_president)
            )
            ballot = replace(ballot, president=first, vice_president=second)
        self.screen = replace(self.screen, ballot=ballot)

    @intent
    def name_person(self, president: str, vice_president: str = "") -> None:
        """Choose a person by name for each office; an empty name leaves the office unchanged."""
        election = self.screen.scenario.election
        first, second = (
            election.person(name if name in election.people else write_in(name))
            if name.strip()
            else ...
            for name in (president, vice_president)
        )
        named = None if first is second is ... else BallotEdit(first, second)
        self.screen = replace(self.screen, ballot=named, notices=())

    @intent
    def click_elector(self, elector: str) -> None:
        """Give an elector the chosen ballot; a second click restores the pledge."""
        now = self.screen.scenario
        unit = self._seat(elector)
        then = now.edit_ballots([elector], self.screen.edit_of(elector))
        to = now.keep_pledge(elector) if then == now else then
        self.screen = self.screen.step(to, selected=unit, elector=elector)

    @intent
    def cast(self, elector: str, ticket: str | None) -> None:
        """Make an elector cast the ballot of a ticket, or a blank."""
        now, unit = self.screen.scenario, self._seat(elector)
        to = now.edit_ballots([elector], _vote_for(now, ticket))
        self.screen = self.screen.step(to, selected=unit, elector=elector)

    @intent
    def cast_all(self, electors: Sequence[str], ticket: str | None) -> None:
        """Make several electors cast the ballot of a ticket, or a blank, in one step."""
        now = self.screen.scenario
        chosen = [e for e in electors if now.pledge(now.election.seats[e]) is not None]
        if chosen:
            to = now.edit_ballots(chosen, _vote_for(now, ticket))
            self.screen = self.screen.step(to, selected=self._seat(chosen[-1]), elector=chosen[-1])

    @intent
    def move(self, unit: str, number: int) -> None:
        """Give the chosen ballot to a number of a unit's electors who keep their pledge."""
        self.screen.scenario.carrier(unit)  # refuses a unit that does not exist
        keepers = self.screen.keepers(unit)
        if not 0 < number <= len(keepers):
            raise BallotError(
                _("{number} electors can’t switch. Choose a number from 1 to {most}").format(
                    number=number, most=len(keepers)
                )
            )
        now = self.screen.scenario
        edits = {elector: self.screen.edit_of(elector) for elector in keepers[:number]}
        to = now.cast_all({who: now.edited_ballot(who, edit) for who, edit in edits.items()})
        self.screen = self.screen.step(to, selected=unit)

    @intent
    def under(self, regime: Regime) -> None:
        """Count ballots under another law on faithless electors."""
        self.screen = self.screen.step(self.screen.scenario.under(regime))

    @intent
    def set_rules(self, rules: HouseRules) -> None:
        """Apply House rules; called when a slider is released (before: `slide`)."""
        try:
            to = self.screen.scenario.with_house(rules)
        except EcxError as error:
            self.refuse(error)
        else:
            notices = _set_aside(self.screen.start, to)
            self.screen = self.screen.settle(to, notices=notices)

    @intent
    def slide(self, rules: HouseRules) -> None:
        """Show House rules while a slider moves; the whole drag is one step to undo."""
        self.screen = self.screen.slide(self.screen.scenario.with_house(rules))

    @intent
    def refuse(self, error: EcxError) -> None:
        """Say why a House rule cannot be set; a drag ends where it is."""
        self.screen = replace(self.screen.rest(), notices=(f"{error}.",))

    @intent
    def add_state(self, new: Addition) -> None:
        """Add a state to the Union."""
        rules = self.screen.scenario.house_rules
        self.set_rules(replace(rules, added=(*rules.added, new)))

    @intent
    def remove_state(self, place: str) -> None:
        """Remove a state that was added."""
        rules = self.screen.scenario.house_rules
        left = tuple(new for new in rules.added if new.place != place)
        self.set_rules(replace(rules, added=left))

    @intent
    def as_it_was(self) -> None:
        """Restore the recorded House rules."""
        self.set_rules(AS_IT_WAS)

    @intent
    def show_view(self, view: View) -> None:
        """Show the map that has a mark for each place or district, or for each elector."""
        self.screen = self.screen.show(self.screen.scenario, view=view)

    @intent
    def as_pledged(self) -> None:
        """Make every elector keep the pledge."""
        self.screen = self.screen.step(self.screen.scenario.as_pledged())

    @intent
    def as_cast(self) -> None:
        """Restore the recorded ballots of all electors."""
        self.screen = self.screen.step(self.screen.scenario.as_cast())

    @intent
    def reset(self) -> None:
        """Drop all changes to this cycle."""
        self.screen = self.screen.step(self.screen.scenario.reset())

    @intent
    def open_cycle(self, cycle: int) -> None:
        """Show another cycle as recorded."""
        if cycle != self.screen.scenario.cycle:
            self.screen = self.screen.step(scenario(cycle))

    @intent
    def open_as_pledged(self, cycle: int) -> None:
        """Show a cycle in which every elector keeps the pledge."""
        self.screen = self.screen.step(scenario(cycle).as_pledged())

    @intent
    def step_cycle(self, steps: int) -> None:
        """Show the cycle a number of places later in the list, or earlier; stay at its ends."""
        to = cycles.beside(self.screen.scenario.cycle, steps)
        self.screen = self.screen.step(scenario(to))

    @intent
    def read(self, query: str) -> None:
        """Show the scenario of a link; add a notice for each part that cannot be read.

        The link a visitor arrives with is the oldest state that undo can reach.
        """
        found = read_query(query)
        notices = found.problems
        address = kept(query) if notices else ""
        notices += _set_aside(found.scenario.with_house(AS_IT_WAS), found.scenario)
        arriving = not (self.screen.past or self.screen.future)
        change = self.screen.show if arriving else self.screen.step
        self.screen = change(
            found.scenario,
            notices=notices,
            address=address,
            view=found.view,
            # A link without patterns does not take them from a visitor who wants them.
            patterns=found.patterns or self.screen.patterns,
        )

    @intent
    def follow(self, query: str) -> None:
        """Show the scenario of a link on the page, as a step that can be undone."""
        found = read_query(query)
        notices = found.problems
        self.screen = self.screen.step(found.scenario, notices=notices)

    @intent
    def undo(self) -> None:
        """Undo the last change."""
        self.screen = self.screen.undo()

    @intent
    def redo(self) -> None:
        """Redo the change that was undone."""
        self.screen = self.screen.redo()

    @intent
    def show_patterns(self, on: bool) -> None:  # noqa: FBT001 - a switch has one argument
        """Turn the tickets' patterns on or off."""
        now = self.screen
        self.screen = now.show(now.scenario, patterns=on, notices=now.notices)

    @intent
    def dismiss(self) -> None:
        """Dismiss the notices."""
        self.screen = replace(self.screen, notices=())

    def _seat(self, elector: str) -> str:
        """Return the unit of an elector; raise an error if there is no such elector."""
        return self.screen.scenario.election.seat(elector).unit


def _vote_for(now: Scenario, ticket: str | None) -> BallotEdit:
    """Return the change that makes electors vote for a ticket; without one, it leaves a blank."""
    return BLANK_EDIT if ticket is None else BallotEdit.of_ticket(now.election.expected[ticket])


def _set_aside(before: Scenario, after: Scenario) -> tuple[str, ...]:
    """Write a notice on broken pledges whose seats are gone because places have fewer electors."""
    if after.house_rules == before.house_rules:
        return ()
    kept = {entry.elector for entry in ledger(after).faithless}
    gone = [entry.elector for entry in ledger(before).faithless if entry.elector not in kept]
    if not gone:
        return ()
    return (
        _("These votes were dropped, because their seats are gone: {electors}.").format(
            electors=", ".join(gone)
        ),
    )
