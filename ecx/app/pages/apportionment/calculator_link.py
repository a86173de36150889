"""Links to the apportionment page: census or country, House, method, minimum, step, place."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Final
from urllib.parse import quote, unquote

from ecx.app.kit.spreadsheet import write_rows
from ecx.app.pages.apportionment.calculator import (
    PLACE,
    Calculator,
    CalculatorError,
    checked_calculator,
    law_of,
    opened_census,
)
from ecx.app.pages.apportionment.country import Country, country_of, place_name, write_country
from ecx.apportionment import Method
from ecx.apportionment.methods import method_named
from ecx.link import address
from ecx.record.censuses import censuses
from ecx.say import _, phrase
from ecx.say.errors import EcxError, shown

MOST_OF_A_COUNTRY: Final = 3_000
"""Characters of a country that a link carries; a larger one is kept as a file."""

_LONGEST: Final = 16_000
"""Characters of a query that are read: five times what such a country needs."""

_EMPTY: Final = phrase(
    "This table has no states. Write one on each line: a name, a comma, and its people. "
    "For example: Ash, 500."
)
_DIGITS: Final = 9


def calculator_link(calculator: Calculator) -> str:
    """Write what the page shows as the query of a link.

    Parameters
    ----------
    calculator : Calculator
        What is on the screen.

    Returns
    -------
    str
        The query; what is as the law of the census had it is left out. A country that is too
        large for a link is left out with its House: then the census is told.

    Examples
    --------
    >>> from ecx.app.pages.apportionment.calculator import opened_census
    >>> by_law = opened_census(1990)
    >>> calculator_link(by_law), calculator_link(replace(by_law, house=492, step=480))
    ('?census=1990', '?census=1990&house=492&step=480')
    """
    house, method = law_of(calculator.census)
    told = {"census": str(calculator.census)}
    if calculator.made_up and not fits(calculator):
        calculator = replace(opened_census(calculator.census), place=calculator.place)
    elif calculator.made_up:
        told = {"country": address.as_value(_country(calculator.country.people))}
        house, method = 0, Method.HUNTINGTON_HILL
    if calculator.house != house:
        told["house"] = str(calculator.house)
    if calculator.method != method:
        told["apportion"] = str(calculator.method)
    if calculator.minimum != 1:
        told["minimum"] = str(calculator.minimum)
    if calculator.step is not None:
        told["step"] = str(calculator.step)
    if calculator.place != PLACE:
        told["place"] = calculator.place
    return address.written_query(told.items())


def fits(calculator: Calculator) -> bool:
    """Tell whether the country is short enough for a link.

    Examples
    --------
    >>> from ecx.app.pages.apportionment.calculator import opened_census
    >>> fits(opened_census(2020))
    True
    """
    return len(_country(calculator.country.people)) <= MOST_OF_A_COUNTRY


def read_calculator(query: str) -> Calculator:
    """Read the query of a link; report and skip what cannot be read.

    Parameters
    ----------
    query : str
        Any text.

    Returns
    -------
    Calculator
        What it says, with a notice for each problem. No text raises an error.

    Examples
    --------
    >>> read_calculator("?census=1990&house=492").house
    492
    >>> read_calculator("?country=Ash:600,Birch:many").notices[0].partition(";")[0]
    'We couldn’t read all of the country in this link. Row 2: the people of “Birch” are “many”'
    """
    notices: list[str] = []
    given = _given(query, notices)
    told, calculator = _largest(given)
    for key in [key for key in given if key not in told]:
        try:
            checked_calculator(_edited(told | {key: given[key]}))
        except EcxError as error:
            notices.append(
                _("We couldn’t read part of this link. {problem}. The rest is shown.").format(
                    problem=_capital(str(error))
                )
            )
    notices += [
        _("We couldn’t read all of the country in this link. {problem}").format(problem=problem)
        for problem in calculator.country.problems
    ]
    given_address = address.kept(query) if notices else ""
    return replace(
        calculator, notices=tuple(notices), address=given_address or calculator_link(calculator)
    )


def _given(query: str, notices: list[str]) -> dict[str, str]:
    """Split a query into its keys, in the order in which they are applied."""
    asked = address.read_address(query, _LONGEST)
    if asked.too_long:
        notices.append(
            _("This link is too long. We read the first {read} of its {length} characters.").format(
                read=f"{asked.read:,}", length=f"{asked.length:,}"
            )
        )
    # Sites that people share links on add keys of their own, of which nothing need be said.
    given = {key: value for key, value in asked.pairs if key in _READERS}
    return {key: given[key] for key in _READERS if key in given}


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _largest(given: Mapping[str, str]) -> tuple[dict[str, str], Calculator]:
    """Find the largest set of keys that are possible together, and the page they give.

    Some values of House and minimum are possible only together, so keys are not tried one by one.
    """
    for fewest in range(len(given)):
        for left_out in combinations(reversed(tuple(given)), fewest):
            told = {key: given[key] for key in given if key not in left_out}
            try:
                return told, checked_calculator(_edited(told))
            except EcxError:
                continue
    return {}, _edited({})


def _edited(told: Mapping[str, str]) -> Calculator:
    """Apply the keys of a link to the default page, in the order of the readers."""
    calculator = opened_census(censuses()[-1])
    for key, reader in _READERS.items():
        if key in told:
            calculator = reader(calculator, told[key])
    return calculator


def read_number(text: str) -> int:
    """Read a whole number that a visitor typed.

    Parameters
    ----------
    text : str
        What was typed; commas and spaces between digits are allowed.

    Returns
    -------
    int
        The number.

    Raises
    ------
    CalculatorError
        If it is none, or a very large one.

    Examples
    --------
    >>> read_number("1,000,000")
    1000000
    """
    digits = text.replace(",", "").replace(" ", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS):
        raise CalculatorError(
            _("{given} is not a number; give one such as 435").format(given=shown(text))
        )
    return int(digits)


def with_country(calculator: Calculator, country: Country, draft: str) -> Calculator:
    """Use the populations of a made-up country.

    Parameters
    ----------
    calculator : Calculator
        What is on the screen.
    country : Country
        The country; one without places leaves the screen as it is, but for why it has none.
    draft : str
        The table as it was typed.

    Returns
    -------
    Calculator
        The same House where it fits, twice as many seats as places after a census.
    """
    if not country.people:
        return replace(calculator, draft=draft, unread=country.problems or (_(_EMPTY),))
    seats = calculator.house if calculator.made_up else max(10, 2 * len(country.people))
    least = calculator.minimum * len(country.people)
    calculator = replace(calculator, country=country, draft=draft, unread=(), case="")
    return replace(calculator, house=max(seats, least), step=None)


def _country(people: Mapping[str, int]) -> str:
    """Write a country in one line; separators in its names are escaped."""
    return ",".join(f"{quote(place, safe=' ')}:{count}" for place, count in people.items())


def _read_country(calculator: Calculator, value: str) -> Calculator:
    """Read a country from one line, by the same rules as a table."""
    parts = (row.rpartition(":") for row in value.split(","))
    rows = [(place_name(unquote(name)), " ".join(people.split())) for name, _, people in parts]
    country = country_of(rows)
    if not country.people:
        raise CalculatorError(_("There is no state in it; write it as Ash:600,Birch:400"))
    draft = write_rows(rows) if country.problems else write_country(country.people)
    return with_country(replace(calculator, method=Method.HUNTINGTON_HILL), country, draft)


def _read_census(_lab: Calculator, value: str) -> Calculator:
    return opened_census(read_number(value))


def _read_place(calculator: Calculator, value: str) -> Calculator:
    return replace(calculator, place=value)


def _read_house(calculator: Calculator, value: str) -> Calculator:
    return replace(calculator, house=read_number(value), step=None)


def _read_minimum(calculator: Calculator, value: str) -> Calculator:
    return replace(calculator, minimum=read_number(value), step=None)


_READERS: Final[Mapping[str, Callable[[Calculator, str], Calculator]]] = {
    "census": _read_census,
    "country": _read_country,
    "apportion": lambda calculator, value: replace(
        calculator, method=method_named(value), step=None
    ),
    "minimum": _read_minimum,
    "house": _read_house,
    "step": lambda calculator, value: replace(calculator, step=read_number(value)),
    "place": _read_place,
}
