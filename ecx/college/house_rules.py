"""House rules: size, census, method, D.C. and added states, which give each place its electors."""

from dataclasses import dataclass
from enum import StrEnum
from operator import index
from typing import Final

from ecx.apportionment import Method
from ecx.apportionment.methods import method_named
from ecx.say import _
from ecx.say.errors import HouseRulesError, UnknownNameError, shown

SENATORS: Final = 2
CAPITAL: Final = "DC"
LARGEST: Final = 1_000
"""Seats of the largest House that is offered."""


class CapitalElectors(StrEnum):
    """The rule that sets the number of electors of the District of Columbia."""

    AMENDMENT = "amendment"
    """As Amendment XXIII has it: those of the least populous state, which the District equals."""
    STATE = "state"
    """As a state: it takes part in the apportionment, with two senators."""
    NONE = "none"
    """It has none, as before 1961."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A state that the user adds to the Union.

    Attributes
    ----------
    place : str
        Its code: two or three capital letters that no place of the cycle has.
    people : int
        Its population, for the apportionment.

    Raises
    ------
    HouseRulesError
        If its population is no whole number.
    """

    place: str
    people: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "place", str(self.place))
        object.__setattr__(
            self,
            "people",
            _whole(_("Population of {state}").format(state=self.place[:8]), self.people),
        )


@dataclass(frozen=True, slots=True)
class HouseRules:
    """House size, census, method, D.C. rule and added states; None means as in the record.

    Words are converted and lists are frozen, so that equal rules have equal parts: they are the
    keys of a cache.

    Attributes
    ----------
    size : int or None
        Seats of the House that are apportioned among the states.
    census : int or None
        Whose populations they are apportioned by.
    method : Method or None
        How.
    capital : CapitalElectors
        How the electors of the District of Columbia are found.
    added : tuple of Addition
        States added to the Union, by their codes.

    Raises
    ------
    HouseRulesError
        If the House or the census is no whole number, or what is added is no `Addition`.
    UnknownNameError
        If there is no such method, or no such way for the District of Columbia.

    Examples
    --------
    >>> HouseRules(size=492, capital="state").capital
    <CapitalElectors.STATE: 'state'>
    >>> HouseRules(size="492")
    Traceback (most recent call last):
        ...
    ecx.say.errors.HouseRulesError: House size: “492” is not a whole number, such as 435
    """

    size: int | None = None
    census: int | None = None
    method: Method | None = None
    capital: CapitalElectors = CapitalElectors.AMENDMENT
    added: tuple[Addition, ...] = ()

    def __post_init__(self) -> None:
        parts: dict[str, object] = {
            "size": None if self.size is None else _whole(_("House size"), self.size),
            "census": None if self.census is None else _whole(_("Census"), self.census, 1990),
            "method": None if self.method is None else method_named(self.method),
            "capital": capital_named(self.capital),
            "added": _additions(self.added),
        }
        for name, value in parts.items():
            object.__setattr__(self, name, value)


def capital_named(word: str) -> CapitalElectors:
    """Return the rule for the electors of D.C. that has this name.

    Parameters
    ----------
    word : str
        ``"amendment"``, ``"state"`` or ``"none"``; a way is its own name.

    Returns
    -------
    CapitalElectors
        The way.

    Raises
    ------
    UnknownNameError
        If there is none of that name.
    """
    try:
        return CapitalElectors(word)
    except ValueError:
        raise UnknownNameError("way for D.C.", word, CapitalElectors, "the law") from None


def _whole(what: str, value: object, such_as: int = 435) -> int:
    """Read a whole number from Python or NumPy; refuse text, fractions and booleans."""
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise HouseRulesError(
            _("{what}: {given} is not a whole number, such as {example}").format(
                what=what, given=shown(value), example=such_as
            )
        )
    return index(value)


def _additions(added: object) -> tuple[Addition, ...]:
    """Check the added states and sort them by code."""
    states = tuple(added) if isinstance(added, tuple | list) else (added,)
    for state in states:
        if not isinstance(state, Addition):
            raise HouseRulesError(
                _("{given} is not a new state. Give a list, such as {example}").format(
                    given=shown(state), example='[ecx.Addition("PR", 3_285_874)]'
                )
            )
    return tuple(sorted(states, key=lambda state: state.place))


AS_IT_WAS: Final = HouseRules()
