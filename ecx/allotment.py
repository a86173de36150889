"""What a user can change in how many electors each place has, as one value."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ecx.apportionment import Method

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
    """

    place: str
    people: int


@dataclass(frozen=True, slots=True)
class Allotment:
    """What is other than the law of the day; what is None is as it was.

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
        States added to the Union.
    """

    house: int | None = None
    census: int | None = None
    method: Method | None = None
    district: District = District.AMENDMENT
    added: tuple[Addition, ...] = ()


AS_IT_WAS: Final = Allotment()
