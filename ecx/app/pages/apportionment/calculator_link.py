"""Links to the apportionment page: census or country, House, method, minimum, step, place."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Final
from urllib.parse import quote, unquote

from ecx.app.kit.spreadsheet import write_rows
from ecx.app.pages.apportionment.calculator import PLACE, Lab, LabError, checked, law, opened
from ecx.app.pages.apportionment.country import Country, country_of, place_name, write_country
from ecx.apportionment import Method
from ecx.apportionment.methods import method_named
from ecx.errors import EcxError, shown
from ecx.link import address
from ecx.record.censuses import censuses

MOST_OF_A_COUNTRY: Final = 3_000
"""Characters of a country that a link carries; a larger one is kept as a file."""

_LONGEST: Final = 16_000
"""Characters of a query that are read: five times what such a country needs."""

_EMPTY: Final = (
    "The table has no place in it. Write one to a line: its name, a comma, its people, such as "
    "Ash, 500. Or choose an example."
)
_DIGITS: Final = 9


def lab_link(lab: Lab) -> str:
    """Write what the page shows as the query of a link.

    Parameters
    ----------
    lab : Lab
        What is on the screen.

    Returns
    -------
    str
        The query; what is as the law of the census had it is left out. A country that is too
        large for a link is left out with its House: then the census is told.

    Examples
    --------
    >>> from ecx.app.pages.apportionment.calculator import opened
    >>> lab_link(opened(1990)), lab_link(replace(opened(1990), house=492, step=480))
    ('?census=1990', '?census=1990&house=492&step=480')
    """
    house, method = law(lab.census)
    told = {"census": str(lab.census)}
    if lab.made_up and not fits(lab):
        lab = replace(opened(lab.census), place=lab.place)
    elif lab.made_up:
        told = {"country": address.as_value(_country(lab.country.people))}
        house, method = 0, Method.HUNTINGTON_HILL
    if lab.house != house:
        told["house"] = str(lab.house)
    if lab.method != method:
        told["apportion"] = str(lab.method)
    if lab.minimum != 1:
        told["minimum"] = str(lab.minimum)
    if lab.step is not None:
        told["step"] = str(lab.step)
    if lab.place != PLACE:
        told["place"] = lab.place
    return address.written(told.items())


def fits(lab: Lab) -> bool:
    """Tell whether the country is short enough for a link.

    Examples
    --------
    >>> from ecx.app.pages.apportionment.calculator import opened
    >>> fits(opened(2020))
    True
    """
    return len(_country(lab.country.people)) <= MOST_OF_A_COUNTRY


def read_lab(query: str) -> Lab:
    """Read the query of a link; report and skip what cannot be read.

    Parameters
    ----------
    query : str
        Any text.

    Returns
    -------
    Lab
        What it says, with a notice for each problem. No text raises an error.

    Examples
    --------
    >>> read_lab("?census=1990&house=492").house
    492
    >>> read_lab("?country=Ash:600,Birch:many").notices[0].partition(";")[0]
    "In the link, country: row 2: the people of 'Birch' are 'many'"
    """
    notices: list[str] = []
    given = _given(query, notices)
    told, lab = _largest(given)
    for key in [key for key in given if key not in told]:
        try:
            checked(_edited(told | {key: given[key]}))
        except EcxError as error:
            notices.append(f"In the link, {key}: {error}.")
    notices += [f"In the link, country: {p[0].lower()}{p[1:]}" for p in lab.country.problems]
    given_address = address.kept(query) if notices else ""
    return replace(lab, notices=tuple(notices), address=given_address or lab_link(lab))


def _given(query: str, notices: list[str]) -> dict[str, str]:
    """Split a query into its keys, in the order in which they are applied."""
    asked = address.read(query, _LONGEST)
    if asked.too_long:
        notices.append(
            f"The link has {asked.length:,} characters; the first {asked.read:,} are read."
        )
    given: dict[str, str] = {}
    for key, value in asked.pairs:
        if key in _READERS:
            given[key] = value
        else:
            known = ", ".join(_READERS)
            notices.append(f"In the link, {shown(key)} is not known; known are {known}.")
    return {key: given[key] for key in _READERS if key in given}


def _largest(given: Mapping[str, str]) -> tuple[dict[str, str], Lab]:
    """Find the largest set of keys that are possible together, and the page they give.

    Some values of House and minimum are possible only together, so keys are not tried one by one.
    """
    for fewest in range(len(given)):
        for left_out in combinations(reversed(tuple(given)), fewest):
            told = {key: given[key] for key in given if key not in left_out}
            try:
                return told, checked(_edited(told))
            except EcxError:
                continue
    return {}, _edited({})


def _edited(told: Mapping[str, str]) -> Lab:
    """Apply the keys of a link to the default page, in the order of the readers."""
    lab = opened(censuses()[-1])
    for key, reader in _READERS.items():
        if key in told:
            lab = reader(lab, told[key])
    return lab


def number(text: str, what: str) -> int:
    """Read a whole number that a visitor typed.

    Parameters
    ----------
    text : str
        What was typed; commas and spaces between digits are allowed.
    what : str
        What it counts, for the message.

    Returns
    -------
    int
        The number.

    Raises
    ------
    LabError
        If it is none, or a very large one.

    Examples
    --------
    >>> number("1,000,000", "people")
    1000000
    """
    digits = text.replace(",", "").replace(" ", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS):
        raise LabError(f"{what}: {shown(text)} is not a number; give one such as 435")
    return int(digits)


def with_country(lab: Lab, country: Country, draft: str) -> Lab:
    """Use the populations of a made-up country.

    Parameters
    ----------
    lab : Lab
        What is on the screen.
    country : Country
        The country; one without places leaves the screen as it is, but for why it has none.
    draft : str
        The table as it was typed.

    Returns
    -------
    Lab
        The same House where it fits, twice as many seats as places after a census.
    """
    if not country.people:
        return replace(lab, draft=draft, unread=country.problems or (_EMPTY,))
    seats = lab.house if lab.made_up else max(10, 2 * len(country.people))
    least = lab.minimum * len(country.people)
    lab = replace(lab, country=country, draft=draft, unread=(), case="")
    return replace(lab, house=max(seats, least), step=None)


def _country(people: Mapping[str, int]) -> str:
    """Write a country in one line; separators in its names are escaped."""
    return ",".join(f"{quote(place, safe=' ')}:{count}" for place, count in people.items())


def _read_country(lab: Lab, value: str) -> Lab:
    """Read a country from one line, by the same rules as a table."""
    parts = (row.rpartition(":") for row in value.split(","))
    rows = [(place_name(unquote(name)), " ".join(people.split())) for name, _, people in parts]
    country = country_of(rows)
    if not country.people:
        raise LabError("no place can be read; write it as Ash:600,Birch:400")
    draft = write_rows(rows) if country.problems else write_country(country.people)
    return with_country(replace(lab, method=Method.HUNTINGTON_HILL), country, draft)


def _read_census(_lab: Lab, value: str) -> Lab:
    return opened(number(value, "census"))


def _read_place(lab: Lab, value: str) -> Lab:
    return replace(lab, place=value)


def _read_house(lab: Lab, value: str) -> Lab:
    return replace(lab, house=number(value, "house"), step=None)


def _read_minimum(lab: Lab, value: str) -> Lab:
    return replace(lab, minimum=number(value, "minimum"), step=None)


_READERS: Final[Mapping[str, Callable[[Lab, str], Lab]]] = {
    "census": _read_census,
    "country": _read_country,
    "apportion": lambda lab, value: replace(lab, method=method_named(value), step=None),
    "minimum": _read_minimum,
    "house": _read_house,
    "step": lambda lab, value: replace(lab, step=number(value, "step")),
    "place": _read_place,
}
