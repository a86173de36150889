"""The censuses of the record: who was counted, and whose electors rest on each."""

from functools import cache

from ecx.record.csv_rows import read_rows
from ecx.say.errors import UnknownNameError


def censuses() -> tuple[int, ...]:
    """List the censuses of the record.

    Returns
    -------
    tuple of int
        Years, earliest first. After that of 1920 there was no apportionment.

    Examples
    --------
    >>> censuses()[0], censuses()[-1], len(censuses())
    (1790, 2020, 24)
    """
    return tuple(_counted())


def census_of(cycle: int) -> int | None:
    """Return the census that sets the electors of a cycle.

    Parameters
    ----------
    cycle : int
        An election year.

    Returns
    -------
    int or None
        The year of the census by which the House was apportioned; None in 1789, before the
        first.

    Examples
    --------
    >>> census_of(2020), census_of(1928), census_of(1789)
    (2010, 1910, None)
    """
    return max(
        (census for census, first in _first_cycles().items() if first <= cycle), default=None
    )


def apportionment_populations(census: int) -> dict[str, int]:
    """Return the populations by which House seats were apportioned after a census.

    Parameters
    ----------
    census : int
        A year out of `censuses`.

    Returns
    -------
    dict of str to int
        Persons by postal code, places in alphabetical order of their codes. Territories are
        left out, and states that joined after the census and were not counted by themselves
        (Ohio in 1800, West Virginia in 1860). To 1860 three in five of the enslaved are in it.

    Raises
    ------
    UnknownNameError
        If the record has no such census.

    Examples
    --------
    >>> apportionment_populations(2020)["WY"], len(apportionment_populations(2020))
    (577719, 50)
    """
    return dict(_counted()[checked_census(census)])


def apportionment_base(census: int) -> dict[str, int]:
    """Return the populations that Congress used when it apportioned seats.

    Parameters
    ----------
    census : int
        A year out of `censuses`.

    Returns
    -------
    dict of str to int
        Persons by postal code: those of `apportionment_populations`, but for places of which
        Congress had another number (``data/bases.csv``: in 1900 Indians not taxed are left out,
        and a count was corrected since).

    Raises
    ------
    UnknownNameError
        If the record has no such census.

    Examples
    --------
    >>> apportionment_base(1900)["NE"], apportionment_populations(1900)["NE"]
    (1068539, 1066300)
    """
    rows = read_rows("bases", checked_census(census))
    other = {row["place"]: int(row["population"]) for row in rows}
    return apportionment_populations(census) | other


def district_people(census: int) -> dict[str, int]:
    """Return the population of the District of Columbia, which has electors but no House seats.

    Parameters
    ----------
    census : int
        A year out of `censuses`.

    Returns
    -------
    dict of str to int
        Residents by postal code; empty before 1960, when it had no electors. Keep them apart from
        `apportionment_populations`: whoever is apportioned by is given a seat.

    Raises
    ------
    UnknownNameError
        If the record has no such census.

    Examples
    --------
    >>> district_people(2020), district_people(1950)
    ({'DC': 689545}, {})
    """
    rows = read_rows("populations", checked_census(census))
    return {row["place"]: int(row["resident"]) for row in rows if row["kind"] == "district"}


@cache
def _counted() -> dict[int, dict[str, int]]:
    """Return the populations by which seats were apportioned, by census."""
    counted: dict[int, dict[str, int]] = {}
    for row in read_rows("populations"):
        people = counted.setdefault(int(row["census"]), {})
        if row["population"]:
            people[row["place"]] = int(row["population"])
    return counted


@cache
def _first_cycles() -> dict[int, int]:
    """Return the first cycle that uses each census; no cycle uses that of 1920."""
    return {
        int(row["census"]): int(row["first_cycle"])
        for row in read_rows("populations")
        if row["first_cycle"]
    }


def checked_census(census: int) -> int:
    """Return a census year that the record has.

    Parameters
    ----------
    census : int
        A year.

    Returns
    -------
    int
        The same year.

    Raises
    ------
    UnknownNameError
        If the record has no such census.

    Examples
    --------
    >>> checked_census(2020)
    2020
    """
    if census not in censuses():
        raise UnknownNameError("census", census, censuses(), "the record")
    return census
