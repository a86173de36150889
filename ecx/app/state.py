"""The state of a page: one object that changes, holding one value that does not."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar
from urllib.parse import parse_qs

from traitlets import HasTraits, Instance

from ecx.allotment import AS_IT_WAS
from ecx.app.pane import PageState
from ecx.app.screen import Screen, pair
from ecx.errors import BallotError, EcxError
from ecx.face import read_query, scenario
from ecx.grammar.ballots import read_cast, written
from ecx.grammar.houses import wish
from ecx.ledger import ledger
from ecx.link import link
from ecx.persons import person_named
from ecx.scenario import Scenario
from ecx.tables import cycles

_log = logging.getLogger(__name__)

UNDO_DEPTH: Final = 200
"""Scenarios that can be undone; the oldest are forgotten first."""

_BLANK: Final = "blank/blank"
_SEATS: Final = "electors"


def page_address(scenario: Scenario, *, seats: bool) -> str:
    """Write the link of a page: the scenario, and whether its map has a mark for each elector.

    Parameters
    ----------
    scenario : Scenario
        What is on the map.
    seats : bool
        Whether the map has one mark for each elector.

    Returns
    -------
    str
        A query.

    Examples
    --------
    >>> import ecx
    >>> page_address(ecx.scenario(2016), seats=True)
    '?cycle=2016&view=electors'
    """
    return f"{link(scenario)}&view={_SEATS}" if seats else link(scenario)


P = ParamSpec("P")
S = TypeVar("S", bound=PageState)


def intent(method: Callable[Concatenate[S, P], None]) -> Callable[Concatenate[S, P], None]:
    """Show an error of an intent on the page, and keep the screen as it was.

    Parameters
    ----------
    method : callable
        A method of a page's state, whose `screen` is a dataclass with `notices`.

    Returns
    -------
    callable
        The method; it raises no error.
    """

    @wraps(method)
    def attempt(self: S, /, *args: P.args, **kwargs: P.kwargs) -> None:
        before = self.screen
        try:
            method(self, *args, **kwargs)
        except EcxError as error:
            self.screen = replace(before, notices=(f"{error}.",))
        except Exception as error:  # noqa: BLE001 - shown to the visitor, and logged
            # Callbacks of widgets have no caller who would see this, so the page must say it.
            _log.exception("the intent %r failed", method.__name__)
            fault = f"{type(error).__name__}: {error}"
            self.screen = replace(
                before,
                notices=(f"That did not work, and nothing was changed ({fault}).",),
            )

    return attempt


class AppState(HasTraits):
    """The one mutable object of a page; panels observe ``names="screen"`` and render from it.

    Its methods are what a visitor can intend, in the words of the domain. An intent that changes
    nothing is silent, and one that fails leaves the screen as it was, with a notice.

    Parameters
    ----------
    opening : Scenario, optional
        What is shown first; the latest election held, if left out.
    """

    screen = Instance(Screen)

    def __init__(self, opening: Scenario | None = None) -> None:
        first = read_query("").scenario if opening is None else opening
        super().__init__(screen=Screen(first, address=link(first)))

    @intent
    def call(self, unit: str, ticket: str | None) -> None:
        """Let a ticket carry a unit, and show its particulars."""
        self._turn(self.screen.scenario.call(unit, ticket), selected=unit)

    def read_call(self, written: str) -> None:
        """Carry out a call as links write it, ``"PA:clinton-h"``; ``"PA:"`` is undecided."""
        unit, _, ticket = written.partition(":")
        self.call(unit, ticket or None)

    @intent
    def select(self, unit: str | None) -> None:
        """Show the particulars of a unit."""
        if unit is not None:
            self.screen.scenario.carrier(unit)  # refuses a unit that does not exist
        self.screen = replace(self.screen, selected=unit)

    @intent
    def open_elector(self, elector: str) -> None:
        """Show the particulars of an elector's unit."""
        seat = self._seat(elector)
        self.screen = replace(self.screen, selected=seat, elector=elector)

    @intent
    def pick(self, pen: str) -> None:
        """Choose what electors cast who are clicked."""
        self.screen = replace(self.screen, pen=pen)

    @intent
    def name_person(self, president: str, vice_president: str = "") -> None:
        """Choose a person by name, on a list or not; no name for an office leaves it as it is."""
        people = self.screen.scenario.election.people
        names = [
            written(person_named(name, people)) if name.strip() else ""
            for name in (president, vice_president)
        ]
        self.screen = replace(self.screen, pen="/".join(names).removesuffix("/"), notices=())

    @intent
    def click_elector(self, elector: str) -> None:
        """Let an elector cast what was picked, or keep the pledge if that is done already."""
        now = self.screen.scenario
        unit = self._seat(elector)
        then = read_cast(now, f"{elector}:{self.screen.ballot(elector)}")
        to = now.keep_pledge(elector) if then == now else then
        self._turn(to, selected=unit, elector=elector)

    @intent
    def cast(self, elector: str, ticket: str | None) -> None:
        """Let an elector cast the ballot of a ticket, or a blank."""
        now, unit = self.screen.scenario, self._seat(elector)
        ballot = _BLANK if ticket is None else pair(now.election.pledged_ballot(ticket))
        to = read_cast(now, f"{elector}:{ballot}")
        self._turn(to, selected=unit, elector=elector)

    @intent
    def cast_all(self, electors: Sequence[str], ticket: str | None) -> None:
        """Let several electors cast the ballot of a ticket, or a blank, in one step."""
        to = self.screen.scenario
        ballot = _BLANK if ticket is None else pair(to.election.pledged_ballot(ticket))
        chosen = [e for e in electors if to.pledge(to.election.seats[e]) is not None]
        for elector in chosen:
            to = read_cast(to, f"{elector}:{ballot}")
        if chosen:
            self._turn(to, selected=self._seat(chosen[-1]), elector=chosen[-1])

    @intent
    def move(self, unit: str, number: int) -> None:
        """Let so many electors of a unit who keep their pledge cast what was picked."""
        keepers = self.screen.keepers(unit)
        if not 0 < number <= len(keepers):
            raise BallotError(
                f"{number} electors cannot be moved: {unit} has {len(keepers)} who keep their "
                "pledge; ask for one to that many"
            )
        to = self.screen.scenario
        for elector in keepers[:number]:
            to = read_cast(to, f"{elector}:{self.screen.ballot(elector)}")
        self._turn(to, selected=unit)

    @intent
    def under(self, regime: str) -> None:
        """Count ballots under another law."""
        self._turn(self.screen.scenario.under(regime))

    @intent
    def wish(self, key: str, value: str) -> None:
        """Set a rule of the House as a link writes it: ``"house"``, ``"492"``."""
        self._allot(wish(self.screen.scenario, key, value))

    @intent
    def slide(self, house: str) -> None:
        """Show a House of a size that a slider passes over; the drag as a whole is one step."""
        screen = self.screen
        to = wish(screen.scenario, "house", house)
        past = screen.past if screen.sliding else (*screen.past, screen.scenario)
        self._show(to, past=past, future=(), sliding=True)

    @intent
    def add_state(self, place: str, people: str) -> None:
        """Add a state to the Union."""
        digits = people.replace(",", "").replace(" ", "")
        added = [f"{new.place}:{new.people}" for new in self.screen.scenario.allotment.added]
        self.wish("states", ",".join([*added, f"{place.strip().upper()}:{digits}"]))

    @intent
    def remove_state(self, place: str) -> None:
        """Take a state that was added out again."""
        now = self.screen.scenario
        left = tuple(new for new in now.allotment.added if new.place != place)
        self._allot(now.allot(replace(now.allotment, added=left)))

    @intent
    def as_it_was(self) -> None:
        """Give every place the electors it had."""
        self._allot(self.screen.scenario.allot(AS_IT_WAS))

    @intent
    def show_seats(self, on: bool) -> None:  # noqa: FBT001 - a switch has one argument
        """Show one mark for each elector, or for each unit."""
        self._show(self.screen.scenario, seats=on)

    @intent
    def as_pledged(self) -> None:
        """Let every elector keep the pledge."""
        self._turn(self.screen.scenario.as_pledged())

    @intent
    def as_cast(self) -> None:
        """Let the electors of the record cast what they cast."""
        self._turn(self.screen.scenario.as_cast())

    @intent
    def reset(self) -> None:
        """Go back to the record of this cycle."""
        self._turn(self.screen.scenario.reset())

    @intent
    def open_cycle(self, cycle: int) -> None:
        """Show another cycle as it happened."""
        if cycle != self.screen.scenario.cycle:
            self._turn(scenario(cycle))

    @intent
    def step_cycle(self, steps: int) -> None:
        """Show the cycle so many places later in the list, or earlier; stay at its ends."""
        known = cycles()
        place = known.index(self.screen.scenario.cycle) + steps
        self._turn(scenario(known[max(0, min(place, len(known) - 1))]))

    @intent
    def read(self, query: str) -> None:
        """Show what a link says, with a notice for each part that cannot be read.

        The link a visitor arrives with is where undo ends, not a change that it takes back.
        """
        found = read_query(query)
        seats = _SEATS in parse_qs(query.partition("?")[2]).get("view", [])
        notices = tuple(f"In the link, {problem}." for problem in found.problems)
        address = query if notices else ""
        notices += _set_aside(found.scenario.allot(AS_IT_WAS), found.scenario)
        if self.screen.past or self.screen.future:
            self._turn(found.scenario, notices=notices, address=address, seats=seats)
        else:
            self._show(found.scenario, notices=notices, address=address, seats=seats)

    @intent
    def follow(self, query: str) -> None:
        """Show what a link on the page leads to; that is a change like any other."""
        found = read_query(query)
        notices = tuple(f"In the link, {problem}." for problem in found.problems)
        self._turn(found.scenario, notices=notices)

    @intent
    def undo(self) -> None:
        """Take the last change back."""
        screen = self.screen
        if screen.past:
            future = (*screen.future, screen.scenario)
            self._show(screen.past[-1], past=screen.past[:-1], future=future)

    @intent
    def redo(self) -> None:
        """Make the change that was taken back again."""
        screen = self.screen
        if screen.future:
            past = (*screen.past, screen.scenario)
            self._show(screen.future[-1], past=past, future=screen.future[:-1])

    @intent
    def show_patterns(self, on: bool) -> None:  # noqa: FBT001 - a switch has one argument
        """Show tickets by pattern as well, or by colour and letter alone."""
        self.screen = replace(self.screen, patterns=on)

    @intent
    def dismiss(self) -> None:
        """Put the notices away."""
        self.screen = replace(self.screen, notices=())

    def _seat(self, elector: str) -> str:
        """Give the unit of an elector, who must exist."""
        return self.screen.scenario.election.seat(elector).unit

    def _allot(self, to: Scenario) -> None:
        """Show other numbers of electors; say which ballots have no seat any more."""
        screen = self.screen
        notices = _set_aside(screen.past[-1] if screen.sliding else screen.scenario, to)
        if screen.sliding:
            self._show(to, past=screen.past, future=(), notices=notices)
        else:
            self._turn(to, notices=notices)

    def _turn(self, to: Scenario, **also: Any) -> None:  # noqa: ANN401 - fields of the screen
        """Show a changed scenario, one step further than the last; unchanged is no step."""
        screen = self.screen
        if to == screen.scenario:
            self._show(to, past=screen.past, future=screen.future, **also)
        else:
            past = (*screen.past, screen.scenario)[-UNDO_DEPTH:]
            self._show(to, past=past, future=(), **also)

    def _show(self, to: Scenario, **also: Any) -> None:  # noqa: ANN401 - fields of the screen
        """Set the screen; a selection that the cycle does not have is dropped."""
        selected = also.pop("selected", None) or self.screen.selected
        elector = also.pop("elector", None) or self.screen.elector
        sliding = also.pop("sliding", False)
        # What a slider passes over is not yet where the visitor wants to be.
        held = self.screen.address if sliding else ""
        seats = also.pop("seats", self.screen.seats)
        address = also.pop("address", "") or held or page_address(to, seats=seats)
        same = to.cycle == self.screen.scenario.cycle
        self.screen = replace(
            self.screen,
            scenario=to,
            selected=selected if selected in to.election.units else None,
            elector=elector if elector in to.election.seats else None,
            pen=self.screen.pen if same else "",
            sliding=sliding,
            notices=also.pop("notices", ()),
            address=address,
            seats=seats,
            **also,
        )


def _set_aside(before: Scenario, after: Scenario) -> tuple[str, ...]:
    """Say which broken pledges have no seat any more, where places have fewer electors."""
    kept = {entry.elector for entry in ledger(after).faithless}
    gone = [entry.elector for entry in ledger(before).faithless if entry.elector not in kept]
    if after.allotment == before.allotment or not gone:
        return ()
    return (f"Set aside, since there is no seat for it: the ballot of {', '.join(gone)}.",)
