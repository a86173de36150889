"""The apportionment act after each census: method, House size, and exceptions by Congress.

Each act is cited on the line that states it. Method, size and date are quoted from memory; what
proves them is that with these populations they give the seats the states then had, place by
place, but for the departures listed here, each with its reason.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from ecx.apportionment.houses import apportion
from ecx.apportionment.methods import Method
from ecx.apportionment.terms import PopulationError
from ecx.say import _, phrase
from ecx.say.errors import EcxError


class NoActError(EcxError):
    """No apportionment followed this census, or there was no such census."""


class Departure(NamedTuple):
    """Seats that the law gave or took apart from its method, by place.

    Attributes
    ----------
    seats : mapping of str to int
        Seats more, or fewer if negative, by place.
    why : str
        In a sentence.
    joined : bool
        Whether it is because a place became a state after the census. A place that gains seats
        by it was not in the act, and is outside the method.
    """

    seats: Mapping[str, int]
    why: str
    joined: bool = False


class Act(NamedTuple):
    """The law that apportioned the House after one census.

    Attributes
    ----------
    census : int
        Its year.
    method : Method
        The method that gives its seats.
    size : int
        The seats the method dealt, those of `departures` not among them.
    statute : str
        The act.
    ratio : int or None
        Persons per seat where the act fixed that, and the size followed from it.
    departures : tuple of Departure
        Where the law, or a later one, did otherwise: to the first election of a president under
        the act; after 1860 to that of 1868, in which states of the South took part again.
    """

    census: int
    method: Method
    size: int
    statute: str
    ratio: int | None = None
    departures: tuple[Departure, ...] = ()

    @property
    def seats(self) -> int:
        """Seats of the House after all exceptions."""
        return self.size + sum(sum(departure.seats.values()) for departure in self.departures)

    @property
    def joined(self) -> frozenset[str]:
        """Places that became states after the census."""
        return frozenset(
            place
            for departure in self.departures
            if departure.joined
            for place, more in departure.seats.items()
            if more > 0
        )


def act(census: int) -> Act:
    """Find the law that apportioned the House after a census.

    Parameters
    ----------
    census : int
        Its year, ``1880``.

    Returns
    -------
    Act
        Method, House size, statute, and departures.

    Raises
    ------
    NoActError
        If there was no census in that year, or no apportionment after it, as in 1920.

    Examples
    --------
    >>> law = act(1790)
    >>> str(law.method), law.size, law.ratio
    ('jefferson', 105, 33000)
    """
    if census in ACTS:
        return ACTS[census]
    if census == _SKIPPED:
        raise NoActError(
            _(
                "Congress did not share the House seats again after the 1920 census. "
                "The seats of 1910 stayed until 1933. Choose 1910 or 1930"
            )
        )
    raise NoActError(
        _("There is no census of {census}; choose a tenth year, 1790 to 2020").format(census=census)
    )


def as_law(populations: Mapping[str, int], census: int) -> dict[str, int]:
    """Apportion the House as the law did after a census.

    Parameters
    ----------
    populations : mapping of str to int
        Apportionment populations of that census in persons, by postal code. A place that became
        a state later may be among them, and has the seats it was then given.
    census : int
        Its year.

    Returns
    -------
    dict of str to int
        Seats by place: those of `populations` in their order, then states that joined.

    Raises
    ------
    NoActError
        If there was no apportionment after that census.
    PopulationError
        If a population is missing, fractional, or not positive, or a place of which the law
        speaks is not there.
    HouseSizeError
        If there are more places than the House had seats.
    TieError
        If these populations, other than those counted, give a tie.

    Examples
    --------
    >>> seats = as_law({"AL": 127_901, "NY": 1_372_111}, 1820)
    >>> seats["AL"], sum(seats.values())
    (19, 213)
    """
    law = act(census)
    counted = {place: people for place, people in populations.items() if place not in law.joined}
    seats = apportion(counted, law.size, law.method)
    given = {place: seats.get(place, 0) for place in populations}
    for departure in law.departures:
        for place, more in departure.seats.items():
            if place not in seats and place not in law.joined:
                raise PopulationError(
                    _(
                        "The law of {census} gives seats to {place}, which is not in this count; "
                        "give the whole census"
                    ).format(census=census, place=place)
                )
            given[place] = given.get(place, 0) + more
    return given


def _each(places: str) -> dict[str, int]:
    """Give one more seat to each of several places."""
    return dict.fromkeys(places.split(), 1)


def _joined(place: str, why: str) -> Departure:
    """Record a state that joined with one seat."""
    return Departure(_each(place), why, joined=True)


_SKIPPED: Final = 1920

_LISTED: Final = (
    Act(1790, Method.JEFFERSON, 105, "Act of April 14, 1792 (1 Stat. 253)", 33_000),
    Act(
        1800,
        Method.JEFFERSON,
        141,
        "Act of January 14, 1802 (2 Stat. 128)",
        33_000,
        (_joined("OH", phrase("Ohio joined the Union in 1803, with one seat.")),),
    ),
    Act(
        1810,
        Method.JEFFERSON,
        181,
        "Act of December 21, 1811 (2 Stat. 669)",
        35_000,
        (_joined("LA", phrase("Louisiana joined the Union in 1812, with one seat.")),),
    ),
    Act(
        1820,
        Method.JEFFERSON,
        212,
        "Act of March 7, 1822 (3 Stat. 651)",
        40_000,
        (
            Departure(
                _each("AL"),
                phrase(
                    "Alabama’s count was not complete. By that count it would have two seats, "
                    "but the act gave it three."
                ),
            ),
        ),
    ),
    Act(1830, Method.JEFFERSON, 240, "Act of May 22, 1832 (4 Stat. 516)", 47_700),
    Act(1840, Method.WEBSTER, 223, "Act of June 25, 1842 (5 Stat. 491)", 70_680),
    Act(
        1850,
        Method.HAMILTON,
        233,
        "Act of May 23, 1850 (9 Stat. 428)",
        departures=(
            Departure(
                _each("CA"),
                phrase(
                    "California’s count was not complete. The act of July 30, 1852 "
                    "(10 Stat. 25) gave it a second seat."
                ),
            ),
        ),
    ),
    Act(
        1860,
        Method.HAMILTON,
        233,
        "Act of May 23, 1850 (9 Stat. 428)",
        departures=(
            Departure(
                _each("PA OH KY IL IA MN VT RI"),
                phrase("The act of March 4, 1862 (12 Stat. 353) gave eight states one more seat."),
            ),
            Departure(
                {"VA": -3, "WV": 3},
                phrase(
                    "West Virginia joined the Union in 1863. Its people had been counted in "
                    "Virginia, and it took three of Virginia’s eleven seats."
                ),
                joined=True,
            ),
            _joined("NV", phrase("Nevada joined the Union on October 31, 1864, with one seat.")),
            _joined("NE", phrase("Nebraska joined the Union on March 1, 1867, with one seat.")),
        ),
    ),
    Act(
        1870,
        Method.HAMILTON,
        283,
        "Act of February 2, 1872 (17 Stat. 28)",
        departures=(
            Departure(
                _each("NH VT NY PA IN TN LA AL FL"),
                phrase("The act of May 30, 1872 (17 Stat. 192) gave nine states one more seat."),
            ),
        ),
    ),
    Act(1880, Method.HAMILTON, 325, "Act of February 25, 1882 (22 Stat. 5)"),
    Act(1890, Method.HAMILTON, 356, "Act of February 7, 1891 (26 Stat. 735)"),
    Act(
        1900,
        Method.WEBSTER,
        386,
        "Act of January 16, 1901 (31 Stat. 733)",
        departures=(
            Departure(
                {"NE": 1, "IA": -1},
                phrase(
                    "The act gave Nebraska a sixth seat, and did not give Iowa a twelfth. By the "
                    "corrected count of 1,066,300, Nebraska is 1,108 people short of that seat. "
                    "Congress is remembered to have had a larger count, 1,068,539. With that "
                    "count the act is right. This is from memory."
                ),
            ),
        ),
    ),
    Act(
        1910,
        Method.WEBSTER,
        433,
        "Act of August 8, 1911 (37 Stat. 13)",
        departures=(
            _joined("AZ", phrase("Arizona joined the Union in 1912, with one seat.")),
            _joined("NM", phrase("New Mexico joined the Union in 1912, with one seat.")),
        ),
    ),
    Act(1930, Method.WEBSTER, 435, "Act of June 18, 1929 (46 Stat. 21)"),
    Act(1940, Method.HUNTINGTON_HILL, 435, "Act of November 15, 1941 (55 Stat. 761)"),
    *(Act(census, Method.HUNTINGTON_HILL, 435, "2 U.S.C. 2a") for census in range(1950, 2021, 10)),
)

ACTS: Final[Mapping[int, Act]] = MappingProxyType({law.census: law for law in _LISTED})
"""The law by census."""
