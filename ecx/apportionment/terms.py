"""The terms of an apportionment: populations, House size, method and minimum, checked first."""

from collections.abc import Iterable, Mapping
from operator import index
from typing import Final, NamedTuple, Protocol

from ecx.apportionment.methods import Method, method_named
from ecx.say import _
from ecx.say.errors import EcxError, shown

MOST_SEATS: Final = 100_000
"""The largest House: nine times the 11,000 that one member for 30,000 persons would make."""

MOST_PEOPLE: Final = 10**18
"""The largest population: it keeps every printed value within what a float can show."""

_MISSING: Final = frozenset({"None", "nan", "NaT", "<NA>", ""})


class PopulationError(EcxError):
    """A population is missing, zero, or no whole number."""


class HouseSizeError(EcxError):
    """A House size is too small, too large, or no whole number."""


class Populations(Protocol):
    """Persons by place: a mapping, or a pandas Series."""

    def __len__(self) -> int: ...
    def items(self) -> Iterable[tuple[str, int]]:
        """Return places with their populations."""
        ...


class Terms(NamedTuple):
    """The checked terms of an apportionment.

    Attributes
    ----------
    populations : mapping of str to int
        Persons by place; at least one place, at least one person each.
    size : int
        Seats of the House.
    method : Method
        How they are apportioned.
    minimum : int
        Seats that every place gets before any claim is considered.
    """

    populations: Mapping[str, int]
    size: int
    method: Method
    minimum: int

    @property
    def contested(self) -> int:
        """Seats left after every place has its minimum."""
        return self.size - self.minimum * len(self.populations)

    @property
    def outweighing(self) -> int:
        """A population that gives a place a stronger claim than all others to any seat."""
        return 2 * (self.size + 2) * sum(self.populations.values())


def terms(populations: Populations, size: int, method: str, minimum: int) -> Terms:
    """Check the terms of an apportionment.

    Parameters
    ----------
    populations : mapping of str to int, or pandas.Series
        Persons by place.
    size : int
        Seats of the House.
    method : str
        Name of a method.
    minimum : int
        Seats guaranteed to every place.

    Returns
    -------
    Terms
        The same, sound.

    Raises
    ------
    PopulationError
        If there is no place, or a population is missing, fractional, or not positive.
    HouseSizeError
        If the House has too few seats, or more than `MOST_SEATS`.
    UnknownNameError
        If there is no such method.

    Examples
    --------
    >>> terms({"A": 7, "B": 2}, 3, "webster", 1).contested
    1
    """
    people = checked_populations(populations)
    return Terms(people, checked_size(size, len(people), minimum), method_named(method), minimum)


def checked_populations(populations: Populations) -> dict[str, int]:
    """Check populations and convert them to plain integers.

    Parameters
    ----------
    populations : mapping of str to int, or pandas.Series
        Persons by place; NumPy's integers are integers too.

    Returns
    -------
    dict of str to int
        The same, in the same order.

    Raises
    ------
    PopulationError
        If there is no place, a place occurs twice, or a population is missing, fractional, true
        or false, not positive, or above `MOST_PEOPLE`.

    Examples
    --------
    >>> checked_populations({"A": 2.5})
    Traceback (most recent call last):
        ...
    ecx.apportionment.terms.PopulationError: the population of “A” is 2.5; give whole persons
    """
    try:
        people = {place: _persons(place, value) for place, value in populations.items()}
    except AttributeError:
        raise PopulationError(
            f"populations is of type {type(populations).__name__}; "
            "give a mapping or a pandas Series of persons by place"
        ) from None
    if not people:
        raise PopulationError(_("There is no state; give at least one with its people"))
    if len(people) < len(populations):
        places = [place for place, _people in populations.items()]
        twice = next(place for place in people if places.count(place) > 1)
        raise PopulationError(
            _("{name} is there more than once; give each state once").format(name=shown(twice))
        )
    return people


def checked_size(size: int, places: int, minimum: int) -> int:
    """Check that a House has enough seats, and not too many.

    Parameters
    ----------
    size : int
        Seats of the House.
    places : int
        Places it is apportioned among.
    minimum : int
        Seats guaranteed to each.

    Returns
    -------
    int
        The size.

    Raises
    ------
    HouseSizeError
        If `size` or `minimum` is no whole number, `minimum` is negative, or `size` is not
        from 1, and from `minimum` for each place, to `MOST_SEATS`.

    Examples
    --------
    >>> checked_size(40, 50, 1)
    Traceback (most recent call last):
        ...
    ecx.apportionment.terms.HouseSizeError: A House of 40 seats is too small to give 1 to each of \
50 states; give 50 seats or more, or a lower minimum
    """
    for name, value in (("House size", size), ("minimum", minimum)):
        if isinstance(value, bool) or not hasattr(value, "__index__"):
            raise HouseSizeError(f"the {name} is {shown(value)}; give a whole number of seats")
    if minimum < 0:
        raise HouseSizeError(
            _("The minimum is {number}; give 0, 1, or more seats").format(number=minimum)
        )
    if not 1 <= size <= MOST_SEATS:
        raise HouseSizeError(
            _("A House of {size} seats is not possible; give 1 to {most}").format(
                size=size, most=f"{MOST_SEATS:,}"
            )
        )
    if size < places * minimum:
        raise HouseSizeError(
            _(
                "A House of {size} seats is too small to give {minimum} to each of {states} "
                "states; give {least} seats or more, or a lower minimum"
            ).format(size=size, minimum=minimum, states=places, least=places * minimum)
        )
    return index(size)


def _persons(place: str, value: object) -> int:
    """Convert one population to an integer."""
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        if str(value) in _MISSING:
            raise PopulationError(
                _("The people of {name} are missing; give a number, or leave it out").format(
                    name=shown(place)
                )
            )
        mend = " (.astype(int))" if str(value).endswith(".0") else ""
        raise PopulationError(
            f"the population of {shown(place)} is {str(value)[:40]}; give whole persons{mend}"
        )
    people = index(value)
    if not 1 <= people <= MOST_PEOPLE:
        raise PopulationError(
            _("The people of {name} are {number}; give 1 to {most}").format(
                name=shown(place), number=str(people)[:40], most=f"{MOST_PEOPLE:,}"
            )
        )
    return people
