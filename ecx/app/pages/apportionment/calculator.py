"""What the apportionment page shows, as one value: populations, House size, method, minimum."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from types import MappingProxyType
from typing import Final

from ecx.app.pages.apportionment.country import Country
from ecx.apportionment import Apportionment, Method, NoActError, act
from ecx.college.house_rules import LARGEST, HouseRules
from ecx.college.scenario import Scenario
from ecx.record.censuses import apportionment_populations, census_of, censuses
from ecx.record.csv_rows import read_rows
from ecx.record.elections import cycles, latest
from ecx.record.opening import scenario
from ecx.say import _
from ecx.say.errors import EcxError, UnknownNameError

PLACE: Final = "CA"
"""The state whose seats since 1790 are drawn first."""

_TO_THE_NEXT: Final = 12
"""Years from a census to the first election under the next one, at least."""

_NO_COUNTRY: Final = Country(MappingProxyType({}), ())


class CalculatorError(EcxError):
    """An input that the page cannot show: no number, or one outside its limits."""


@dataclass(frozen=True, slots=True)
class Search:
    """The text typed into the paradox finder; the finder reports what is wrong with it.

    Attributes
    ----------
    kind : str
        ``"sizes"`` (the Alabama paradox), ``"state"`` or ``"growth"``.
    low, high : str
        First and last House size, in seats.
    joining : str
        Name of the place that joins.
    people : str
        Its persons.
    since : str
        The census before, from which places grew.
    """

    kind: str = "sizes"
    low: str = "275"
    high: str = "350"
    joining: str = "PR"
    people: str = "3,285,874"
    since: str = "2010"


@dataclass(frozen=True)
class Calculator:
    """Everything the page shows, as one value.

    Attributes
    ----------
    census : int
        Whose populations are taken, unless there is a country.
    house : int
        Seats of the House.
    method : Method
        How they are apportioned.
    minimum : int
        Seats that every place gets before any claim is considered.
    step : int or None
        Seats dealt so far; None is all.
    place : str
        Whose seats since 1790 are drawn, by postal code.
    country : Country
        A made-up country in the place of a census; without places, there is none.
    draft : str
        The table of the country as it was typed.
    unread : tuple of str
        Why that table gives no country, a sentence for each reason; empty where it does.
    search : Search
        What the paradox finder looks for.
    case : str
        Words on the example that is shown; empty once anything is changed.
    sliding : bool
        Whether the visitor is dragging a slider.
    notices : tuple of str
        Sentences the visitor should read: what could not be done, and the mend.
    address : str
        The link that is on the screen, or the visitor's own where not all of it could be read.
    """

    census: int
    house: int
    method: Method
    minimum: int = 1
    step: int | None = None
    place: str = PLACE
    country: Country = _NO_COUNTRY
    draft: str = ""
    unread: tuple[str, ...] = ()
    search: Search = field(default_factory=Search)
    case: str = ""
    sliding: bool = False
    notices: tuple[str, ...] = ()
    address: str = ""

    @property
    def made_up(self) -> bool:
        """Whether the populations are those of a made-up country."""
        return bool(self.country.people)

    @property
    def populations(self) -> Mapping[str, int]:
        """Populations by place."""
        return self.country.people or apportioned_populations(self.census)

    @cached_property
    def apportionment(self) -> Apportionment:
        """The apportionment: seats, priorities and margins."""
        return Apportionment(self.populations, self.house, self.method, self.minimum)

    @property
    def least(self) -> int:
        """The smallest House size: the guaranteed seats."""
        return max(1, self.minimum * len(self.populations))

    @property
    def lawful(self) -> bool:
        """Whether House size, method and minimum are those of the census's law."""
        return not self.made_up and (self.house, self.method, self.minimum) == (
            *law_of(self.census),
            1,
        )

    @cached_property
    def scenario(self) -> Scenario:
        """The scenario in links to other pages: an election under this census, with this House."""
        if self.made_up:
            return scenario(latest())
        record = scenario(cycle_of(self.census))
        house, method = law_of(self.census)
        wish = HouseRules(
            size=None if self.house == house else self.house,
            method=None if self.method is method else self.method,
        )
        try:
            return record.with_house(wish)
        except EcxError:
            return record

    def name(self, place: str) -> str:
        """Return the full name of a place."""
        return place if self.made_up else _(names().get(place, place))


def opened_census(census: int) -> Calculator:
    """Return a census with the House size, method and minimum of its law.

    Parameters
    ----------
    census : int
        Its year.

    Returns
    -------
    Calculator
        All its seats dealt.

    Raises
    ------
    UnknownNameError
        If the record has no such census.

    Examples
    --------
    >>> calculator = opened_census(2020)
    >>> calculator.apportionment.next.people, calculator.apportionment.last.people
    (89, 26)
    """
    apportioned_populations(census)
    house, method = law_of(census)
    return Calculator(census, house, method)


def checked_calculator(calculator: Calculator) -> Calculator:
    """Return what the page shows if it is possible; raise an error otherwise.

    Parameters
    ----------
    calculator : Calculator
        The values to check.

    Returns
    -------
    Calculator
        The same, with the step within the seats that are dealt.

    Raises
    ------
    CalculatorError
        If the House has more seats than the page offers, or needs more for its minimum, or the
        place whose seats are drawn never had any.
    HouseSizeError
        If it has too few for the minimum.
    UnknownNameError
        If the record does not know the place whose seats are drawn.
    """
    if calculator.place not in apportioned_populations(censuses()[-1]):
        if calculator.place in names():
            raise CalculatorError(
                _("{name} has no House seats; choose a state").format(
                    name=names()[calculator.place]
                )
            )
        raise UnknownNameError("place", calculator.place, names(), "the record")
    if calculator.least > LARGEST:
        raise CalculatorError(
            _(
                "{minimum} seats for each of {states} states makes {seats}, and this page goes up "
                "to {most}; choose a lower minimum or fewer states"
            ).format(
                minimum=calculator.minimum,
                states=len(calculator.populations),
                seats=f"{calculator.least:,}",
                most=f"{LARGEST:,}",
            )
        )
    if calculator.house > LARGEST:
        raise CalculatorError(
            _("A House of {size} seats does not fit here; choose {least} to {most}").format(
                size=f"{calculator.house:,}", least=f"{calculator.least:,}", most=f"{LARGEST:,}"
            )
        )
    dealt = calculator.apportionment.size - (
        calculator.apportionment.tie.left if calculator.apportionment.tie else 0
    )
    if calculator.step is None or calculator.step >= dealt:
        return replace(calculator, step=None)
    return replace(
        calculator, step=max(calculator.step, calculator.minimum * len(calculator.populations))
    )


@cache
def apportioned_populations(census: int) -> Mapping[str, int]:
    """Return the populations by which the law of a census apportioned seats.

    Parameters
    ----------
    census : int
        Its year.

    Returns
    -------
    mapping of str to int
        Persons by postal code, in alphabetical order of names; states that joined afterwards
        are left out.

    Raises
    ------
    UnknownNameError
        If the record has no such census.
    """
    people = apportionment_populations(census)
    try:
        later = act(census).joined
    except NoActError:
        later = frozenset()
    order = sorted(people.keys() - later, key=lambda place: names()[place])
    return MappingProxyType({place: people[place] for place in order})


def law_of(census: int) -> tuple[int, Method]:
    """Return the House size and the method of a census's law, before any exceptions.

    Parameters
    ----------
    census : int
        Its year.

    Returns
    -------
    tuple of int and Method
        House size and method; 435 and equal proportions where there was no apportionment.

    Examples
    --------
    >>> law_of(1880), law_of(1920)
    ((325, <Method.HAMILTON: 'hamilton'>), (435, <Method.HUNTINGTON_HILL: 'huntington-hill'>))
    """
    try:
        found = act(census)
    except NoActError:
        return 435, Method.HUNTINGTON_HILL
    return found.size, found.method


@cache
def cycle_of(census: int) -> int:
    """Find the first election that rests on a census.

    Parameters
    ----------
    census : int
        Its year.

    Returns
    -------
    int
        An election year; after 1920, which apportioned nothing, 1928.

    Examples
    --------
    >>> cycle_of(1990), cycle_of(1920)
    (1992, 1928)
    """
    resting = [cycle for cycle in cycles() if census_of(cycle) == census]
    return resting[0] if resting else max(c for c in cycles() if c < census + _TO_THE_NEXT)


@cache
def names() -> Mapping[str, str]:
    """Return the names of all places of the record, by postal code.

    Returns
    -------
    mapping of str to str
        Names by postal code.
    """
    return MappingProxyType({row["place"]: row["name"] for row in read_rows("places")})


def method_name(method: str) -> str:
    """Return the display name of a method.

    Examples
    --------
    >>> method_name("huntington-hill")
    'Huntington-Hill'
    """
    return "-".join(part.capitalize() for part in method.split("-"))
