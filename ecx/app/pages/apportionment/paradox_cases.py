"""Historical cases of the paradoxes."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from ecx.app.pages.apportionment.calculator import (
    Calculator,
    Search,
    apportioned_populations,
    names,
)
from ecx.record.censuses import apportionment_base
from ecx.say import _, phrase
from ecx.say.errors import UnknownNameError


class ParadoxCase(NamedTuple):
    """A historical case of a paradox.

    Attributes
    ----------
    title : str
        What it is called.
    census : int
        Its census.
    house : int
        Seats of the House that is shown.
    search : Search
        What finds it.
    words : str
        What to look at, with its source.
    people : callable or None
        Gives the populations that Congress had, where they are not those of the record.
    """

    title: str
    census: int
    house: int
    search: Search
    words: str
    people: Callable[[], Mapping[str, int]] | None = None


@cache
def base_of_1900() -> Mapping[str, int]:
    """Return the populations that Congress used in January 1901.

    Returns
    -------
    mapping of str to int
        Persons by name of the state, without Indians not taxed.

    Examples
    --------
    >>> base = base_of_1900()
    >>> len(base), base["Nebraska"], sum(base.values())
    (45, 1068539, 74564847)
    """
    base = apportionment_base(1900)
    return MappingProxyType(
        {names()[place]: base[place] for place in apportioned_populations(1900)}
    )


CASES: Final[Mapping[str, ParadoxCase]] = {
    "1880": ParadoxCase(
        phrase("1880: Alabama"),
        1880,
        300,
        Search("sizes", "275", "350"),
        phrase(
            "C. W. Seaton of the Census Office found this in 1881. By Hamilton’s method, Alabama "
            "would get 8 seats in a House of 299, but 7 in a House of 300. "
            "Source: Balinski and Young, chapter 5."
        ),
    ),
    "1900": ParadoxCase(
        phrase("1900: Colorado, Maine"),
        1900,
        386,
        Search("sizes", "350", "400"),
        phrase(
            "Try every House size from 350 to 400. Colorado gets two seats only at 357, and Maine "
            "goes back and forth. Source: Balinski and Young, chapter 5. These are the numbers of "
            "people that Congress used in January 1901. Where they differ from the record, they "
            "are from memory."
        ),
        base_of_1900,
    ),
    "1907": ParadoxCase(
        phrase("1907: Oklahoma joins"),
        1900,
        386,
        Search("state", "350", "400", "Oklahoma", "1,000,000"),
        phrase(
            "Oklahoma joined with five seats. If all seats had been shared again by Hamilton’s "
            "method, New York would have lost one to Maine. Source: Balinski and Young, "
            "chapter 5. These are the numbers of people that Congress used in January 1901. "
            "Where they differ from the record, they are from memory."
        ),
        base_of_1900,
    ),
}
"""The historical cases, by their names in an intent."""


def case_of(key: str) -> ParadoxCase:
    """Find a historical case.

    Parameters
    ----------
    key : str
        Its name in an intent.

    Returns
    -------
    ParadoxCase
        One of `CASES`.

    Raises
    ------
    UnknownNameError
        If there is no such case.

    Examples
    --------
    >>> case_of("1880").house
    300
    """
    if key not in CASES:
        raise UnknownNameError("case", key, CASES, "the page")
    return CASES[key]


def people_of(calculator: Calculator) -> str:
    """Name the census or country whose populations are used.

    Parameters
    ----------
    calculator : Calculator
        What is on the screen.

    Returns
    -------
    str
        A census, or a made-up country.

    Examples
    --------
    >>> from ecx.app.pages.apportionment.calculator import opened_census
    >>> people_of(opened_census(1990))
    'Census of 1990'
    """
    if not calculator.made_up:
        return _("Census of {year}").format(year=calculator.census)
    if calculator.populations == base_of_1900():
        return _("Census of 1900, as Congress had it")
    return _("Made-up country")
