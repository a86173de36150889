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
from ecx.errors import EcxError


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
            "Congress did not apportion the House after the census of 1920: the seats of 1910 "
            "stayed to 1933; take 1910 or 1930"
        )
    raise NoActError(f"{census} is no census of this record; give a tenth year, 1790 to 2020")


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
                    f"the law of {census} gives seats to {place}, which is not among the "
                    "populations; give the whole census"
                )
            given[place] = given.get(place, 0) + more
    return given


def _each(places: str) -> dict[str, int]:
    """Give one more seat to each of several places."""
    return dict.fromkeys(places.split(), 1)


def _joined(place: str, when: str) -> Departure:
    """Record a state that joined with one seat."""
    return Departure(_each(place), f"Joined the Union {when}, with one seat.", joined=True)


_SKIPPED: Final = 1920

_LISTED: Final = (
    Act(1790, Method.JEFFERSON, 105, "Act of 14 Apr 1792 (1 Stat. 253)", 33_000),
    Act(
        1800,
        Method.JEFFERSON,
        141,
        "Act of 14 Jan 1802 (2 Stat. 128)",
        33_000,
        (_joined("OH", "in 1803"),),
    ),
    Act(
        1810,
        Method.JEFFERSON,
        181,
        "Act of 21 Dec 1811 (2 Stat. 669)",
        35_000,
        (_joined("LA", "in 1812"),),
    ),
    Act(
        1820,
        Method.JEFFERSON,
        212,
        "Act of 7 Mar 1822 (3 Stat. 651)",
        40_000,
        (
            Departure(
                _each("AL"),
                "Alabama's count was incomplete; the act gave it three seats, its ratio two.",
            ),
        ),
    ),
    Act(1830, Method.JEFFERSON, 240, "Act of 22 May 1832 (4 Stat. 516)", 47_700),
    Act(1840, Method.WEBSTER, 223, "Act of 25 Jun 1842 (5 Stat. 491)", 70_680),
    Act(
        1850,
        Method.HAMILTON,
        233,
        "Act of 23 May 1850 (9 Stat. 428)",
        departures=(
            Departure(
                _each("CA"),
                "California's count was incomplete; the act of 30 Jul 1852 (10 Stat. 25) gave it "
                "a second seat.",
            ),
        ),
    ),
    Act(
        1860,
        Method.HAMILTON,
        233,
        "Act of 23 May 1850 (9 Stat. 428)",
        departures=(
            Departure(
                _each("PA OH KY IL IA MN VT RI"),
                "The act of 4 Mar 1862 (12 Stat. 353) gave eight states a seat more.",
            ),
            Departure(
                {"VA": -3, "WV": 3},
                "West Virginia joined the Union in 1863 with three of the eleven seats of "
                "Virginia, with which its people had been counted.",
                joined=True,
            ),
            _joined("NV", "on 31 Oct 1864"),
            _joined("NE", "on 1 Mar 1867"),
        ),
    ),
    Act(
        1870,
        Method.HAMILTON,
        283,
        "Act of 2 Feb 1872 (17 Stat. 28)",
        departures=(
            Departure(
                _each("NH VT NY PA IN TN LA AL FL"),
                "The act of 30 May 1872 (17 Stat. 192) gave nine states a seat more.",
            ),
        ),
    ),
    Act(1880, Method.HAMILTON, 325, "Act of 25 Feb 1882 (22 Stat. 5)"),
    Act(1890, Method.HAMILTON, 356, "Act of 7 Feb 1891 (26 Stat. 735)"),
    Act(
        1900,
        Method.WEBSTER,
        386,
        "Act of 16 Jan 1901 (31 Stat. 733)",
        departures=(
            Departure(
                {"NE": 1, "IA": -1},
                "The act gave Nebraska a sixth seat and not Iowa a twelfth. The corrected count "
                "of Nebraska, 1,066,300, is 1,108 people short of that seat; Congress is "
                "remembered to have had a larger one, 1,068,539, which bears it out (from memory).",
            ),
        ),
    ),
    Act(
        1910,
        Method.WEBSTER,
        433,
        "Act of 8 Aug 1911 (37 Stat. 13)",
        departures=(_joined("AZ", "in 1912"), _joined("NM", "in 1912")),
    ),
    Act(1930, Method.WEBSTER, 435, "Act of 18 Jun 1929 (46 Stat. 21)"),
    Act(1940, Method.HUNTINGTON_HILL, 435, "Act of 15 Nov 1941 (55 Stat. 761)"),
    *(
        Act(census, Method.HUNTINGTON_HILL, 435, "2 U.S.C. 2a, by itself")
        for census in range(1950, 2021, 10)
    ),
)

ACTS: Final[Mapping[int, Act]] = MappingProxyType({law.census: law for law in _LISTED})
"""The law by census."""
