"""The state of a page: one object that changes, holding one value that does not."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from traitlets import HasTraits, Instance

from ecx.app.pane import PageState
from ecx.errors import EcxError
from ecx.face import read_query, scenario
from ecx.ledger import Ledger, ledger
from ecx.link import link
from ecx.scenario import Scenario
from ecx.tables import cycles
from ecx.tally import Tally, tally

_log = logging.getLogger(__name__)

UNDO_DEPTH: Final = 200
"""Scenarios that can be undone; the oldest are forgotten first."""


@dataclass(frozen=True)
class Screen:
    """Everything a page shows, as one value.

    Attributes
    ----------
    scenario : Scenario
        What is on the map.
    selected : str or None
        Unit whose particulars are shown.
    past, future : tuple of Scenario
        What undo and redo lead to, nearest last.
    patterns : bool
        Whether places show their ticket by pattern as well as by colour and letter.
    notices : tuple of str
        Sentences the visitor should read: what could not be done, and the mend.
    address : str
        The link that is on the screen, or the visitor's own where not all of it could be read:
        nothing of it is lost until the next change.
    """

    scenario: Scenario
    selected: str | None = None
    past: tuple[Scenario, ...] = ()
    future: tuple[Scenario, ...] = ()
    patterns: bool = False
    notices: tuple[str, ...] = ()
    address: str = ""

    @cached_property
    def ledger(self) -> Ledger:
        """Every elector of the scenario."""
        return ledger(self.scenario)

    @cached_property
    def tally(self) -> Tally:
        """The totals of the scenario."""
        return tally(self.scenario, self.ledger)


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
        notices = tuple(f"In the link, {problem}." for problem in found.problems)
        address = query if notices else ""
        if self.screen.past or self.screen.future:
            self._turn(found.scenario, notices=notices, address=address)
        else:
            self._show(found.scenario, notices=notices, address=address)

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
        self.screen = replace(
            self.screen,
            scenario=to,
            selected=selected if selected in to.election.units else None,
            notices=also.pop("notices", ()),
            address=also.pop("address", "") or link(to),
            **also,
        )
