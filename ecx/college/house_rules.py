"""What a user can change in how many electors each place has, as one value."""

from dataclasses import dataclass
from enum import StrEnum
from operator import index
from typing import Final

from ecx.apportionment import Method
from ecx.apportionment.methods import method_named
from ecx.errors import AllotmentError, UnknownNameError, shown

SENATORS: Final = 2
DISTRICT: Final = "DC"
LARGEST: Final = 1_000
"""Seats of the largest House that is offered."""


class District(StrEnum):
    """How the electors of the District of Columbia are found."""

    AMENDMENT = "amendment"
    """As Amendment XXIII has it: those of the least populous state, which the District equals."""
    STATE = "state"
    """As a state: it takes part in the apportionment, with two senators."""
    NONE = "none"
    """It has none, as before 1961."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A state that is added to the Union.

    Attributes
    ----------
    place : str
        Its code: two or three capital letters that no place of the cycle has.
    people : int
        Its population, for the apportionment.

    Raises
    ------
    AllotmentError
        If its population is no whole number.
    """

    place: str
    people: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "place", str(self.place))
        object.__setattr__(
            self, "people", _whole(f"the population of {self.place[:8]}", self.people)
        )


@dataclass(frozen=True, slots=True)
class Allotment:
    """What is other than the law of the day; what is None is as it was.

    Words are read and lists are frozen as they come, so that equal allotments are made of equal
    parts: an allotment is what electors are remembered by.

    Attributes
    ----------
    house : int or None
        Seats of the House that are apportioned among the states.
    census : int or None
        Whose populations they are apportioned by.
    method : Method or None
        How.
    district : District
        How the electors of the District of Columbia are found.
    added : tuple of Addition
        States added to the Union, by their codes.

    Raises
    ------
    AllotmentError
        If the House or the census is no whole number, or what is added is no `Addition`.
    UnknownNameError
        If there is no such method, or no such way for the District of Columbia.

    Examples
    --------
    >>> Allotment(house=492, district="state").district
    <District.STATE: 'state'>
    >>> Allotment(house="492")
    Traceback (most recent call last):
        ...
    ecx.errors.AllotmentError: the House is '492'; give a whole number, such as 435
    """

    house: int | None = None
    census: int | None = None
    method: Method | None = None
    district: District = District.AMENDMENT
    added: tuple[Addition, ...] = ()

    def __post_init__(self) -> None:
        parts: dict[str, object] = {
            "house": None if self.house is None else _whole("the House", self.house),
            "census": None if self.census is None else _whole("the census", self.census, 1990),
            "method": None if self.method is None else method_named(self.method),
            "district": district_named(self.district),
            "added": _additions(self.added),
        }
        for name, value in parts.items():
            object.__setattr__(self, name, value)


def district_named(word: str) -> District:
    """Find a way to the electors of the District of Columbia.

    Parameters
    ----------
    word : str
        ``"amendment"``, ``"state"`` or ``"none"``; a way is its own name.

    Returns
    -------
    District
        The way.

    Raises
    ------
    UnknownNameError
        If there is none of that name.
    """
    try:
        return District(word)
    except ValueError:
        raise UnknownNameError("way for D.C.", word, District, "an allotment") from None


def _whole(what: str, value: object, such_as: int = 435) -> int:
    """Read a whole number: Python's or NumPy's, but no text, no fraction, no truth."""
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise AllotmentError(f"{what} is {shown(value)}; give a whole number, such as {such_as}")
    return index(value)


def _additions(added: object) -> tuple[Addition, ...]:
    """Freeze the states that are added, in the order of their codes."""
    states = tuple(added) if isinstance(added, tuple | list) else (added,)
    for state in states:
        if not isinstance(state, Addition):
            raise AllotmentError(
                f"{shown(state)} is no state to add; give a list, such as "
                '[ecx.Addition("PR", 3_285_874)]'
            )
    return tuple(sorted(states, key=lambda state: state.place))


AS_IT_WAS: Final = Allotment()
