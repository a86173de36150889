"""Seats assigned one by one, as cards that the browser animates."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, Final

from traitlets import Dict, Int, List, Unicode

from ecx.app.kit.widget import StateWidget
from ecx.app.kit.words import listed
from ecx.app.pages.apportionment.calculator import Calculator
from ecx.app.pages.apportionment.claim_words import ordinal, priority
from ecx.app.pages.apportionment.state import CalculatorState
from ecx.apportionment import Claim, Method
from ecx.esm import join
from ecx.say import _, n_

_HERE: Final = Path(__file__).parent

AHEAD: Final = 5
"""Claims shown beyond the last seat."""


class SeatBySeat(StateWidget):
    """Assigns seats one by one; the browser animates them, Python sends their order.

    Parameters
    ----------
    state : CalculatorState
        The state of the page.

    Attributes
    ----------
    places : list of dict
        ``code``, ``name``, and ``most``, the seats it has in the end, of every place.
    claims : list of list
        In the order they are dealt: number of the place, which seat of it as it is read
        (``"8th"``), priority value as it is printed. Those beyond `size` have no seat.
    first, size : int
        Seats that are guaranteed, and seats that are dealt in all.
    at : int
        Seats dealt.
    tie : str
        What to say of a tie for the last seats; empty without one.
    words : dict of str to str
        What the browser says; values are written in by name.
    fault : str
        Why the deal cannot be shown; empty where it can.
    """

    _esm = join(_HERE / "seat_by_seat.js")

    css_class: ClassVar = "ecx-seat-by-seat"

    places: List[dict[str, Any]] = List(Dict()).tag(sync=True)
    claims: List[list[Any]] = List(List()).tag(sync=True)
    first = Int(0).tag(sync=True)
    size = Int(0).tag(sync=True)
    at = Int(0).tag(sync=True)
    tie = Unicode().tag(sync=True)
    words: Dict = Dict().tag(sync=True)
    fault = Unicode().tag(sync=True)

    _state: CalculatorState

    def shown(self, screen: Calculator) -> Mapping[str, Any]:
        """Return the order of priority."""
        return {**claims_in_order(screen), "fault": ""}

    def fallback(self, message: str) -> Mapping[str, Any]:
        """Return the message in the place of the bars."""
        return {"fault": message}

    def receive(self, message: dict[str, Any]) -> None:
        """Record the number of seats shown, so that a link repeats it.

        Parameters
        ----------
        message : dict of str to Any
            ``{"step": 50}``; a number that the House does not have is ignored.
        """
        match message:
            case {"step": int(step)} if 0 <= step <= self._state.screen.house:
                self._state.deal_to(step)
        self.send({"done": True})


def claims_in_order(screen: Calculator) -> Mapping[str, Any]:
    """Write the order of priority in the form the browser reads.

    Parameters
    ----------
    screen : Calculator
        What is on the screen.

    Returns
    -------
    mapping
        The attributes of `SeatBySeat` by name.

    Examples
    --------
    >>> from ecx.app.pages.apportionment.calculator import opened_census
    >>> deal = claims_in_order(opened_census(2020))
    >>> deal["first"], deal["size"], deal["claims"][-6][1:]
    (50, 435, ['8th', '762,997.7'])
    """
    found = screen.apportionment
    numbers = {place: number for number, place in enumerate(screen.populations)}

    def card(claim: Claim) -> list[Any]:
        return [
            numbers[claim.place],
            ordinal(claim.seat),
            priority(claim.priority, screen.method),
        ]

    first = screen.minimum * len(numbers)
    size = first + len(found.priorities)
    tied = [screen.name(place) for place in found.tie.places] if found.tie else []
    return {
        "places": [
            {"code": place, "name": screen.name(place), "most": found.seats[place]}
            for place in numbers
        ],
        "claims": [card(claim) for claim in (*found.priorities, *found.following(AHEAD))],
        "first": first,
        "size": size,
        "at": size if screen.step is None else screen.step,
        "tie": _("It’s a tie. {states} have the same claim to what is left.").format(
            states=listed(tied)
        )
        if tied
        else "",
        "words": _words(first, hamilton=screen.method is Method.HAMILTON),
    }


def _words(guaranteed: int, *, hamilton: bool) -> dict[str, str]:
    """Return what the browser says, of priorities or of remainders."""
    dealt = {
        "now": _("Seat {number}: {state} gets its {which} seat (remainder {value})."),
        "next": _("Next: {state}, its {which} seat (remainder {value})."),
        "full": _("The House is full. Next is {state}, its {which} seat (remainder {value})."),
    }
    claimed = {
        "now": _("Seat {number}: {state} gets its {which} seat (priority {value})."),
        "next": _("Next: {state}, its {which} seat (priority {value})."),
        "full": _("The House is full. Next is {state}, its {which} seat (priority {value})."),
    }
    return {
        **(dealt if hamilton else claimed),
        "nowFirst": _("Seat {number}: {state} gets its {which} seat, before all other claims."),
        "nextFirst": _("Next: {state}, its {which} seat, before all other claims."),
        "fullFirst": _("The House is full. Next is {state}, its {which} seat."),
        "guaranteed": _guaranteed(guaranteed),
        "heading": _("Seats, one by one"),
        "tools": _("Hand out seats"),
        "start": _("Guaranteed seats only"),
        "back": _("One seat back"),
        "play": _("Play"),
        "again": _("Play again"),
        "pause": _("Pause"),
        "step": _("Next seat"),
        "last": _("Last ten"),
        "end": _("All seats"),
        "range": _("Seats handed out"),
        "value": _("{number} of {size} seats. {said}"),
    }


def _guaranteed(number: int) -> str:
    if not number:
        return _("No seat is guaranteed.")
    return n_("{number} seat is guaranteed.", "{number} seats are guaranteed.", number).format(
        number=number
    )
