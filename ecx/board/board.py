"""The board, a map of units that people can click: Python sends content and receives clicks."""

import logging
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Final, Unpack, cast

import traitlets
from ipywidgets import CallbackDispatcher

from ecx.board.checks import check_drawn, check_marks, check_words
from ecx.board.closed import ClosedWidget, brief
from ecx.board.content import LOOK, NOTHING, OF_PLACES, UNDECIDED, Content, Mark, TicketStyle
from ecx.esm import join

_HERE: Final = Path(__file__).parent

FRONT_END: Final = join(_HERE / "js" / "board.js")
"""The board's side in the browser, as one ES module."""

STYLE: Final = "\n".join(sheet.read_text("utf-8") for sheet in sorted((_HERE / "css").iterdir()))
"""The board's style sheet."""

_CONTENT: Final = tuple(Content.__annotations__)
_log: Final = logging.getLogger(__name__)
_LAST_SERIAL: Final = 2**53 - 1  # the largest integer that JavaScript represents exactly
_NEWS: Final = 0.25  # if a larger share of the marks changed, all are sent


class Board(ClosedWidget):
    """A map of units that people set to tickets by mouse, touch and keyboard.

    The browser paints a click at once and reports it; whoever made the board answers with `show`.
    A click that is refused is corrected on the screen by the next answer, which always comes:
    the board gives one of its own when no callback does.

    Parameters
    ----------
    **content : Any
        The traits below, by name, as for `show`.

    Attributes
    ----------
    map : dict
        Where everything stands: an `ecx.board.content.Map`. Sent again only when it is another.
    units : dict
        `ecx.board.content.UnitLabel` by id, in the order of Home, End and typed codes.
    tickets : list
        `ecx.board.content.TicketStyle` in the order of the digits 1 to 9 and of flipping; undecided
        comes after the last, and is 0.
    marks : dict
        `ecx.board.content.Mark` by unit id: all that each unit shows.
    words : dict
        `ecx.board.content.Wording`: what a unit is called. Of places, if left out.
    majority : int
        Where the tally bar is won.
    selected : str or None
        The unit that is strongly outlined.
    brush : str or None
        What a click sets: a ticket id, ``"undecided"``, ``"look"`` to open only, or None to flip
        to the next in turn. The one trait that the browser may write.
    patterns : bool
        Whether fills carry the tickets' patterns.
    sweep : bool
        Whether a drag with the mouse sets all units that it passes.
    none_turns : bool
        Whether flipping comes to none after the last ticket; a brush and 0 set it anyhow.
    persons : list
        `ecx.board.content.TicketStyle` of persons who have votes and are no ticket: they are seen
        in legend, bar and stripes, and no click sets a unit to them.
    still : bool
        Whether the board is only looked at: it shows no brushes, and a click, a tap or a key tells
        what a unit shows. Its browser sends nothing. Given at the start, and never changed.
    told, news : dict
        The marks as they were last sent whole, and those that differ by now: together they are
        `marks`, and a click sends little. Kept by the board itself, as is the next.
    answered : int
        Serial number of the last click that was taken in.

    Raises
    ------
    TypeError
        If content goes by a name that is none of these.
    ValueError
        If a unit has neither outline nor box, words are missing, or a mark names an unknown unit
        or ticket.

    Examples
    --------
    >>> board = Board(
    ...     map={"frame": [0, 0, 90, 90], "outlines": {"DC": "M0,0h9v9z"}, "borders": "",
    ...          "inner": "", "labels": {"DC": [4, 4, 4]}, "boxes": {}, "note": ""},
    ...     units={"DC": {"code": "DC", "name": "District", "electors": 3, "group": None}},
    ...     majority=2,
    ... )
    >>> board.on_set(lambda unit, ticket: print(unit, ticket))
    >>> board.marks
    {}
    """

    _esm = FRONT_END
    _css = STYLE

    taken: ClassVar = frozenset({"brush"})

    map = traitlets.Dict(dict(NOTHING)).tag(sync=True)
    units = traitlets.Dict().tag(sync=True)
    tickets: traitlets.List[TicketStyle] = traitlets.List().tag(sync=True)
    told = traitlets.Dict().tag(sync=True)
    news = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict(dict(OF_PLACES)).tag(sync=True)
    majority = traitlets.Int(0).tag(sync=True)
    selected = traitlets.Unicode(None, allow_none=True).tag(sync=True)
    brush = traitlets.Unicode(None, allow_none=True).tag(sync=True)
    patterns = traitlets.Bool(default_value=False).tag(sync=True)
    sweep = traitlets.Bool(default_value=False).tag(sync=True)
    none_turns = traitlets.Bool(default_value=True).tag(sync=True)
    persons: traitlets.List[TicketStyle] = traitlets.List().tag(sync=True)
    still = traitlets.Bool(default_value=False).tag(sync=True)
    answered = traitlets.Int(0).tag(sync=True)

    def __init__(self, **content: Unpack[Content]) -> None:
        self._set_callbacks = CallbackDispatcher()
        self._sweep_callbacks = CallbackDispatcher()
        self._open_callbacks = CallbackDispatcher()
        self._patterns_callbacks = CallbackDispatcher()
        _check({}, content)
        rest = {name: value for name, value in content.items() if name != "marks"}
        super().__init__(told=content.get("marks", {}), **rest)

    @property
    def marks(self) -> dict[str, Mark]:
        """What each unit shows."""
        return {**self.told, **self.news}

    @marks.setter
    def marks(self, marks: Mapping[str, Mark]) -> None:
        news = {unit: mark for unit, mark in marks.items() if self.told.get(unit) != mark}
        if len(news) > _NEWS * len(marks) or self.told.keys() - marks.keys():
            self.told, self.news = dict(marks), {}
        else:
            self.news = news

    def show(self, **content: Unpack[Content]) -> None:
        """Show new content, in one message to the browser.

        Called while a click is being reported, it is the answer to that click.

        Parameters
        ----------
        **content : Any
            Any of the board's traits but `answered`; those left out stay as they are. A brush of
            a ticket that is no longer there is put away.

        Raises
        ------
        TypeError
            If content goes by a name that the board does not have.
        ValueError
            If a unit has neither outline nor box, words are missing, or a mark, the brush or the
            selection names an unknown unit or ticket.

        Examples
        --------
        >>> board = Board()
        >>> board.show(majority=270)
        >>> board.show(colour="red")
        Traceback (most recent call last):
            ...
        TypeError: a board has no 'colour'; it shows map, units, tickets, marks, words, majority, \
selected, brush, patterns, sweep, none_turns, persons, still
        """
        _check(cast("Content", {name: getattr(self, name) for name in _CONTENT}), content)
        with self.hold_sync():
            for name, value in content.items():
                setattr(self, name, value)
            if not self._is_brush(self.brush):
                self.brush = None

    def on_set(self, callback: Callable[[str, str | None], object]) -> None:
        """Call a function whenever somebody sets a unit.

        Parameters
        ----------
        callback : callable
            Called with the unit's id and the ticket's, or None for undecided. To answer, it calls
            `show` before it returns; what it leaves unsaid is taken back on the screen.
        """
        self._set_callbacks.register_callback(callback)

    def on_sweep(self, callback: Callable[[list[str], str | None], object]) -> None:
        """Call a function whenever somebody sets units by one drag, which `sweep` allows.

        Parameters
        ----------
        callback : callable
            Called with the units' ids, each once, in the order of the drag, and with the ticket's,
            or None. It answers as that of `on_set` does.
        """
        self._sweep_callbacks.register_callback(callback)

    def on_open(self, callback: Callable[[str], object]) -> None:
        """Call a function whenever somebody opens a unit without setting it.

        Parameters
        ----------
        callback : callable
            Called with the unit's id, which is `selected` already.
        """
        self._open_callbacks.register_callback(callback)

    def on_patterns(self, callback: Callable[[bool], object]) -> None:
        """Call a function when a browser remembers that its visitor wants patterns.

        Parameters
        ----------
        callback : callable
            Called with whether patterns are wanted; `show` answers.
        """
        self._patterns_callbacks.register_callback(callback)

    def takes(self, name: str, value: object) -> bool:
        """Tell whether a page may write this value: only the id of an existing brush.

        Parameters
        ----------
        name : str
            A trait of `taken`.
        value : object
            What the page wrote.

        Returns
        -------
        bool
            Whether it is taken in.
        """
        return name == "brush" and not self.still and self._is_brush(value)

    def _is_brush(self, brush: object) -> bool:
        return brush in (None, LOOK, UNDECIDED) or self._is_ticket(brush)

    def _is_ticket(self, ticket: object) -> bool:
        return any(ticket == known["id"] for known in self.tickets)

    def receive(self, message: dict[str, Any]) -> None:
        """Pass a click to the callbacks and answer it, in one message to the browser.

        Parameters
        ----------
        message : dict of str to Any
            ``kind`` and ``serial``, and by kind: ``set`` with ``unit`` and ``ticket``, ``sweep``
            with ``units`` and ``ticket``, or ``open`` with ``unit``; ``patterns`` has ``on`` and
            no serial. A message of another form, or that names what the board does not have, is
            ignored and logged; so is every message to a board that is only looked at.
        """
        match {} if self.still else message:
            case {"kind": "set", "unit": unit, "ticket": ticket, "serial": int(serial)} if (
                ticket is None or self._is_ticket(ticket)
            ):
                units, report = [unit], partial(self._set_callbacks, unit, ticket)
            case {
                "kind": "sweep",
                "units": [_, *_] as units,
                "ticket": ticket,
                "serial": int(serial),
            } if self.sweep and (ticket is None or self._is_ticket(ticket)):
                report = partial(self._sweep_callbacks, units, ticket)
            case {"kind": "open", "unit": unit, "serial": int(serial)}:
                units, report = [unit], partial(self._open_callbacks, unit)
            case {"kind": "patterns", "on": bool(on)}:
                self._patterns_callbacks(on)
                return
            case _:
                _log.warning("board: ignored a message it cannot read: %s", brief(message))
                return
        if not self._are_units(units) or not 0 < serial <= _LAST_SERIAL:
            _log.warning("board: ignored a click on no unit of this map: %s", brief(message))
            return
        with self.hold_sync():
            self.selected = units[-1]
            report()
            self.answered = max(self.answered, serial)

    def _are_units(self, units: list[object]) -> bool:
        """Tell whether these are units of this map, each named once."""
        known = all(isinstance(unit, str) and unit in self.units for unit in units)
        return known and len(set(units)) == len(units)


def _check(before: Content, content: Content) -> None:
    """Refuse new content that contradicts the content that stays."""
    for name in content:
        if name not in _CONTENT:
            raise TypeError(f"a board has no {name!r}; it shows {', '.join(_CONTENT)}")
    after: Content = {**before, **content}
    units = after.get("units", {})
    tickets = [ticket["id"] for ticket in after.get("tickets", [])]
    if content.keys() & {"map", "units"}:
        check_drawn(after.get("map", NOTHING), units)
    if content.keys() & {"units", "tickets", "persons", "marks"}:
        persons = [person["id"] for person in after.get("persons", [])]
        check_marks(after.get("marks", {}), units, [*tickets, *persons])
    if "words" in content:
        check_words(content["words"], still=after.get("still", False))
    if (brush := content.get("brush")) not in (None, LOOK, UNDECIDED, *tickets):
        raise ValueError(
            f"there is no ticket for the brush {brush!r}; it is one of {', '.join(tickets)}, "
            f"{UNDECIDED}, {LOOK} or None"
        )
    if (selected := content.get("selected")) not in (None, *units):
        raise ValueError(f"{selected!r} is selected; the units are {', '.join(units)}")
