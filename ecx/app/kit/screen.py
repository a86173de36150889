"""The screen: everything a page shows, as one value."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from ecx.college.counted import Counted
from ecx.college.elector import BLANK_EDIT, BallotEdit
from ecx.college.scenario import Scenario
from ecx.link.address import DEFAULT_VIEW, View, with_view
from ecx.link.query import LONGEST, link
from ecx.say import _
from ecx.say.errors import LinkWarning

UNDO_DEPTH: Final = 200
"""Scenarios that can be undone; the oldest are forgotten first."""


@dataclass(frozen=True)
class Screen:
    """Everything a page shows, as one immutable value.

    Attributes
    ----------
    counted : Counted
        What is on the map, with ledger and totals.
    selected : str or None
        Unit whose particulars are shown.
    elector : str or None
        Elector of that unit who was handled last.
    ballot : BallotEdit or None
        What becomes of the ballot of an elector who is clicked; None is a vote for the rival, or
        a blank without one.
    view : View
        What the map has a mark for: each place or district, or each elector.
    sliding : bool
        Whether the visitor is dragging a slider: what it passes over is no step of its own.
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

    counted: Counted
    selected: str | None = None
    elector: str | None = None
    ballot: BallotEdit | None = None
    view: View = DEFAULT_VIEW
    sliding: bool = False
    past: tuple[Scenario, ...] = ()
    future: tuple[Scenario, ...] = ()
    patterns: bool = False
    notices: tuple[str, ...] = ()
    address: str = ""

    @property
    def scenario(self) -> Scenario:
        """What is on the map."""
        return self.counted.scenario

    @property
    def start(self) -> Scenario:
        """The scenario before the current change; while a slider is dragged, before the drag."""
        return self.past[-1] if self.sliding else self.scenario

    def show(self, to: Scenario, **also: Any) -> "Screen":  # noqa: ANN401 - fields of the screen
        """Show a scenario without adding a step to undo.

        Parameters
        ----------
        to : Scenario
            What is on the map next.
        **also
            Other fields. Notices, the address and a drag end unless they are given.

        Returns
        -------
        Screen
            The screen; a selection that the cycle does not have is dropped, and so is the ballot
            that was chosen in another cycle.
        """
        fresh: dict[str, Any] = {"notices": (), "address": "", "sliding": False}
        counted = self.counted if to == self.scenario else Counted(to)
        shown = replace(self, counted=counted, **(fresh | also))
        given, own = shown.address, page_address(to, shown.view, patterns=shown.patterns)
        return replace(
            shown,
            notices=shown.notices if given else (*shown.notices, *_too_long(own)),
            selected=shown.selected if shown.selected in to.election.units else None,
            elector=shown.elector if shown.elector in to.election.seats else None,
            ballot=shown.ballot if to.cycle == self.scenario.cycle else None,
            address=given or own,
        )

    def step(self, to: Scenario, **also: Any) -> "Screen":  # noqa: ANN401 - fields of the screen
        """Show a changed scenario, and add a step to undo if it differs.

        Parameters
        ----------
        to : Scenario
            What is on the map next.
        **also
            Other fields, as for `show`.

        Returns
        -------
        Screen
            The screen.
        """
        if to == self.scenario:
            return self.show(to, **also)
        past = (*self.past, self.scenario)[-UNDO_DEPTH:]
        return self.show(to, past=past, future=(), **also)

    def slide(self, to: Scenario) -> "Screen":
        """Show a scenario while a slider is dragged; the whole drag is one step to undo.

        Parameters
        ----------
        to : Scenario
            What is on the map next.

        Returns
        -------
        Screen
            The screen, with the address from before: the visitor is not yet there.
        """
        past = self.past if self.sliding else (*self.past, self.scenario)[-UNDO_DEPTH:]
        return self.show(to, past=past, future=(), sliding=True, address=self.address)

    def settle(self, to: Scenario, **also: Any) -> "Screen":  # noqa: ANN401 - fields of the screen
        """Show a scenario where a drag ends, as part of its step; without a drag, add a step.

        Parameters
        ----------
        to : Scenario
            What is on the map next.
        **also
            Other fields, as for `show`.

        Returns
        -------
        Screen
            The screen; a drag that ends where it began was no step.
        """
        if not self.sliding:
            return self.step(to, **also)
        past = self.past[:-1] if to == self.start else self.past
        return self.show(to, past=past, **also)

    def rest(self) -> "Screen":
        """End a drag where it is, and update the address; without a drag, nothing changes."""
        return self.settle(self.scenario) if self.sliding else self

    def undo(self) -> "Screen":
        """Undo the last step; without one, nothing changes."""
        if not self.past:
            return self
        future = (*self.future, self.scenario)
        return self.show(self.past[-1], past=self.past[:-1], future=future)

    def redo(self) -> "Screen":
        """Redo the last step that was undone; without one, nothing changes."""
        if not self.future:
            return self
        past = (*self.past, self.scenario)
        return self.show(self.future[-1], past=past, future=self.future[:-1])

    def rival(self, ticket: str | None) -> str | None:
        """Return the ticket that another ticket's electors switch to: the first of the others.

        The others are sorted by their electors, and if these are equal, in display order.
        """
        election = self.scenario.election
        others = [
            known
            for known in election.majors
            if known != ticket and election.tickets[known].president is not None
        ]
        return max(others, key=lambda known: self.counted.tally.pledged.get(known, 0), default=None)

    def edit_of(self, elector: str) -> BallotEdit:
        """Return what becomes of the ballot of an elector who is clicked."""
        if self.ballot is not None:
            return self.ballot
        election = self.scenario.election
        rival = self.rival(self.scenario.pledge(election.seats[elector]))
        return BLANK_EDIT if rival is None else BallotEdit.of_ticket(election.expected[rival])

    def keepers(self, unit: str) -> list[str]:
        """List the electors of a unit who keep their pledge, in the order of seats."""
        return [
            entry.elector
            for entry in self.counted.ledger
            if entry.unit == unit
            and entry.pledged is not None
            and not entry.faithless
            and (entry.cast is None or entry.cast.attended)
        ]


def page_address(scenario: Scenario, view: View, *, patterns: bool = False) -> str:
    """Write the link of a page: the scenario, and how its map looks.

    Parameters
    ----------
    scenario : Scenario
        What is on the map.
    view : View
        What the map has a mark for.
    patterns : bool, default False
        Whether it tells candidates apart by patterns too.

    Returns
    -------
    str
        A query.

    Examples
    --------
    >>> import ecx
    >>> page_address(ecx.scenario(2016), View.ELECTORS)
    '?cycle=2016&view=electors'
    """
    with warnings.catch_warnings(action="ignore", category=LinkWarning):
        query = link(scenario)  # the page says itself when it is too long
    return with_view(query, view, patterns=patterns)


def _too_long(address: str) -> Iterator[str]:
    """Warn about a link that is too long to be read again."""
    if len(address) > LONGEST:
        yield _(
            "The link to this map is too long to share: {length} characters, and only {limit} can "
            "be read. The last votes would be lost. Typing fewer names makes it shorter."
        ).format(length=f"{len(address):,}", limit=f"{LONGEST:,}")
