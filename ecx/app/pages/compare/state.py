"""The state of the comparison: two scenarios side by side, as one value."""

import re
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, Final, Literal

from traitlets import HasTraits, Instance

from ecx.app.kit import cycle as cycles
from ecx.app.kit.intents import intent
from ecx.app.kit.page_links import compared_cycle
from ecx.app.pages.compare.place_pairs import PlacePair, compared
from ecx.college.counted import Counted
from ecx.college.scenario import Scenario
from ecx.link import address
from ecx.link.address import PageName, href
from ecx.link.query import LONGEST, Reading, link, read_year, record_link
from ecx.record.elections import latest
from ecx.record.opening import read_query, scenario
from ecx.say import _
from ecx.say.errors import EcxError, shown

SideName = Literal["left", "right"]
SIDES: Final[tuple[SideName, SideName]] = address.SIDES
_YEAR: Final = re.compile(r"\d+(&|$)", re.ASCII)


@dataclass(frozen=True)
class Comparison:
    """Everything the page shows, as one immutable value.

    Attributes
    ----------
    left, right : Counted
        What is on the two maps, with ledger and totals.
    notices : tuple of str
        Sentences the visitor should read: what could not be done, and the mend.
    address : str
        The link that is on the screen, or the visitor's own where not all of it could be read.
    """

    left: Counted
    right: Counted
    notices: tuple[str, ...] = ()
    address: str = ""

    @property
    def scenario(self) -> Scenario:
        """The scenario in links to other pages: the map on the right."""
        return self.right.scenario

    @property
    def same(self) -> bool:
        """Whether both maps are of one election."""
        return self.left.scenario.cycle == self.right.scenario.cycle

    @cached_property
    def rows(self) -> tuple[PlacePair, ...]:
        """The places of both maps, in pairs."""
        return compared(self.left, self.right)

    def side(self, name: SideName) -> Counted:
        """Return one of the two maps.

        Parameters
        ----------
        name : str
            ``"left"`` or ``"right"``.

        Returns
        -------
        Counted
            What is on the map.
        """
        return self.left if name == "left" else self.right


class CompareState(HasTraits):
    """The only mutable object of the page; panels observe ``names="screen"`` and render from it.

    An intent that changes nothing sends no update; one that fails keeps the screen and adds a
    notice.

    Parameters
    ----------
    left, right : Scenario, optional
        What is compared first; the latest election with the one before it, if left out.
    """

    screen = Instance(Comparison)

    def __init__(self, left: Scenario | None = None, right: Scenario | None = None) -> None:
        after = right or scenario(latest())
        before = left or scenario(compared_cycle(after))
        super().__init__(screen=_comparison(Counted(before), Counted(after)))

    @intent
    def open_cycle(self, side: SideName, cycle: int) -> None:
        """Show another cycle on one side, as recorded."""
        self._show(side, scenario(cycle))

    @intent
    def step_cycle(self, side: SideName, steps: int) -> None:
        """Show the cycle a number of places later in the list, or earlier; stay at its ends."""
        now = self.screen.side(side).scenario.cycle
        self._show(side, scenario(cycles.beside(now, steps)))

    @intent
    def paste(self, side: SideName, text: str) -> None:
        """Show a pasted link or year on one side; from a link to this page, take the same side."""
        if text.strip():
            found = read_pasted(side, text.strip())
            self._show(
                side,
                found.scenario,
                notices=tuple(_problem(side, problem) for problem in found.problems),
            )

    @intent
    def swap(self) -> None:
        """Swap the two maps."""
        self.screen = _comparison(self.screen.right, self.screen.left)

    @intent
    def read(self, query: str) -> None:
        """Show the comparison of a link; add a notice for each part that cannot be read."""
        self.screen = read_comparison(query)

    @intent
    def dismiss(self) -> None:
        """Dismiss the notices."""
        self.screen = replace(self.screen, notices=())

    def _show(self, side: SideName, to: Scenario, *, notices: tuple[str, ...] = ()) -> None:
        """Show a scenario on one side; the other side stays."""
        both = {name: self.screen.side(name) for name in SIDES} | {side: Counted(to)}
        self.screen = _comparison(both["left"], both["right"], notices)


def compare_link(left: Scenario, right: Scenario) -> str:
    """Write a comparison as the query of a link.

    Parameters
    ----------
    left, right : Scenario
        What is on the two maps.

    Returns
    -------
    str
        The query: each side's own query, escaped as little as possible.

    Examples
    --------
    >>> import ecx
    >>> compare_link(ecx.scenario(2012), ecx.scenario(2016).call("PA", "clinton-h"))
    '?left=cycle%3D2012&right=cycle%3D2016%26call%3DPA:clinton-h'
    """
    return address.comparison(link(left), link(right))


def read_comparison(query: str) -> Comparison:
    """Read the query of a link to the comparison; report and skip what cannot be read.

    Parameters
    ----------
    query : str
        Any text. Each side is what a link of the explorer says after its question mark, where
        ``cycle=`` may be left out; a side left out is the election beside the other.

    Returns
    -------
    Comparison
        The two maps, with a notice for each problem. No text raises an error.

    Examples
    --------
    >>> found = read_comparison("?left=2012&right=2016")
    >>> found.left.scenario.cycle, found.right.scenario.cycle, found.notices
    (2012, 2016, ())
    """
    notices: list[str] = []
    asked = address.read_address(query, 2 * LONGEST)
    if asked.too_long:
        notices.append(
            _("This link is too long. We read the first {number} characters.").format(
                number=f"{asked.read:,}"
            )
        )
    given: dict[str, str] = {}
    for key, value in asked.pairs:
        if key in SIDES:
            given[key] = value
        else:
            notices.append(
                _("We couldn’t read {part} in this link. The rest is shown.").format(
                    part=shown(key)
                )
            )
    found = {side: _read_side(side, given[side], notices) for side in SIDES if given.get(side)}
    right = found.get("right") or _beside(found.get("left"), 1)
    left = found.get("left") or _beside(right, -1)
    own = address.kept(query) if notices else ""
    return _comparison(Counted(left), Counted(right), tuple(notices), own)


def _read_side(side: SideName, value: str, notices: list[str]) -> Scenario:
    """Read one side of a link."""
    reading = read_query(_spelled(value))
    notices += [_problem(side, problem) for problem in reading.problems]
    return reading.scenario


def _problem(side: SideName, problem: object) -> str:
    """Say on which side of a link something could not be read."""
    said = _("Left map: {problem}.") if side == "left" else _("Right map: {problem}.")
    return said.format(problem=str(problem).removesuffix("."))


def _spelled(value: str) -> str:
    """Complete a query that begins with only a year."""
    return f"cycle={value}" if _YEAR.match(value) else value


def read_pasted(side: SideName, text: str) -> Reading:
    """Read the text that a visitor pastes for one side.

    Parameters
    ----------
    side : str
        ``"left"`` or ``"right"``.
    text : str
        A year, a link of the explorer, its query, or a link to this page, of which the same side
        is read, or the only one there is.

    Returns
    -------
    Reading
        The map, and the problems met.

    Raises
    ------
    EcxError
        If no map can be read: the text names no election and changes none.

    Examples
    --------
    >>> read_pasted("left", "2012").scenario.cycle
    2012
    >>> read_pasted("left", "compare?left=2008&right=2012").scenario.cycle
    2008
    """
    given = {key: value for key, value in address.read_address(text, 2 * LONGEST).pairs if value}
    sides = [given[name] for name in (side, *SIDES) if name in given]
    query = _spelled(sides[0] if sides else text)
    cycle = dict(address.read_address(query, LONGEST).pairs).get("cycle")
    if cycle is not None:
        scenario(read_year(cycle))  # refuses a cycle that does not exist
    found = read_query(query)
    if cycle is None and not found.scenario.changed:
        said = _(
            "We couldn’t read {text} as a map, so nothing was changed. Paste a link like {link}, "
            "or a year like 2012"
        )
        link = href(PageName.EXPLORER, record_link(2012))
        raise EcxError(said.format(text=shown(text), link=link))
    return found


def _beside(other: Scenario | None, steps: int) -> Scenario:
    """Return the election after or before another, or that election if there is none."""
    if other is None:
        return scenario(latest())
    return scenario(cycles.beside(other.cycle, steps))


def _comparison(
    left: Counted, right: Counted, notices: tuple[str, ...] = (), given: str = ""
) -> Comparison:
    own = compare_link(left.scenario, right.scenario)
    return Comparison(left, right, notices, given or own)


@intent
def _open_cycle(state: CompareState, text: str, side: SideName) -> None:
    """Show another cycle on one side, as recorded: ``"2016"``."""
    state.open_cycle(side, read_year(text))


def side_intents() -> dict[str, Any]:
    """Return the intents of both sides' controls.

    Returns
    -------
    dict of str to callable
        ``"left-cycle"``, ``"left-earlier"``, ``"left-later"``, ``"left-paste"``, and likewise for
        the right; each takes the state and the control's value.
    """
    found: dict[str, Any] = {}
    for side in SIDES:
        found[f"{side}-cycle"] = partial(_open_cycle, side=side)
        found[f"{side}-earlier"] = lambda state, _, s=side: state.step_cycle(s, -1)
        found[f"{side}-later"] = lambda state, _, s=side: state.step_cycle(s, 1)
        found[f"{side}-paste"] = lambda state, value, s=side: state.paste(s, value)
    return found
