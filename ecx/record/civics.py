"""Laws on the pledge, broken pledges and censuses, read from the record."""

from functools import cache
from typing import TYPE_CHECKING, Final

from ecx.errors import UnknownNameError
from ecx.record.csv_rows import read_rows, table_path

if TYPE_CHECKING:
    import pandas as pd

_COUNTS: Final = (
    "population",
    "resident",
    "enslaved",
    "seats",
    "house",
    "first_cycle",
    "last_cycle",
)


def laws() -> "pd.DataFrame":
    """Return the laws on the pledge of electors as a table.

    Returns
    -------
    pandas.DataFrame
        One row per place and stretch of time since 2016, with the columns of ``data/laws.csv``:
        place, first_cycle, last_cycle (missing where the law still holds), effect (free, pledge,
        penalty or void), words, penalty, statute, year, uniform_act (whether it is), sureness,
        doubt, page and source. A text that is not known is empty.

    Examples
    --------
    >>> table = laws().set_index(["place", "first_cycle"])
    >>> table.effect["WA", 2016], table.effect["WA", 2020], int(table.last_cycle["WA", 2016])
    ('penalty', 'void', 2016)
    """
    return _frame("laws")


def faithless() -> "pd.DataFrame":
    """Return the known broken pledges as a table.

    Returns
    -------
    pandas.DataFrame
        One row per case, earliest first, with the columns of ``data/faithless.csv``: cycle, case,
        place, elector (who), electors (how many); the persons they were pledged to and voted for,
        by id (pledged_president, pledged_vice_president, voted_president, voted_vice_president)
        and as printed (the same names with ``_printed``); office (president, vice president or
        both), outcome (counted, abstained, replaced or voted again), fairvote (whether FairVote
        counts it), why, note and source. A text that is not known is empty.

    Examples
    --------
    >>> table = faithless()
    >>> int(table.electors.sum()), int(table.electors[table.fairvote].sum())
    (196, 167)
    """
    return _frame("faithless")


def faithless_counts() -> "pd.DataFrame":
    """Return published counts of faithless electors, with the cases each one leaves out.

    Returns
    -------
    pandas.DataFrame
        One row per number that is quoted, with the columns of ``data/faithless_counts.csv``:
        count (electors), said_by, left_out (cases of `faithless` that FairVote counts and this
        number does not, divided by semicolons), explained (how far that explains the number),
        doubt, page and source. A text that is not known is empty.

    Examples
    --------
    >>> faithless_counts()["count"].tolist()
    [155, 157, 165, 167]
    """
    return _frame("faithless_counts")


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
    return dict(_counted()[_known(census)])


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
    other = {row["place"]: int(row["population"]) for row in read_rows("bases", _known(census))}
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
    rows = read_rows("populations", _known(census))
    return {row["place"]: int(row["resident"]) for row in rows if row["kind"] == "district"}


def populations(census: int) -> "pd.DataFrame":
    """Return population and seats of every place in one census, as a table.

    Parameters
    ----------
    census : int
        A year out of `censuses`.

    Returns
    -------
    pandas.DataFrame
        One row per place, by postal code: census, place, name, kind (state, territory or district),
        population (persons that seats were given by), basis (who is counted in that), resident
        and enslaved (persons), seats (by law), house (seats of all), method, act, first_cycle and
        last_cycle (whose electors rest on this census), note, source and act_source. A number
        that is not known is missing, a text empty.

    Raises
    ------
    UnknownNameError
        If the record has no such census.

    Examples
    --------
    >>> table = populations(2020).set_index("place")
    >>> int(table.seats["CA"]), int(table.first_cycle["CA"])
    (52, 2024)
    """
    import pandas as pd  # noqa: PLC0415 - pages open without pandas

    rows = read_rows("populations", _known(census))
    names = {row["place"]: row["name"] for row in read_rows("places")}
    frame = pd.DataFrame(rows)
    frame[[*_COUNTS]] = frame[[*_COUNTS]].replace("", None)
    frame.insert(2, "name", frame.place.map(names))
    return frame.astype({"census": "int64"} | dict.fromkeys(_COUNTS, "Int64"))


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


def _frame(table: str) -> "pd.DataFrame":
    """Read a whole file; yes and no become booleans, and only a last cycle may be missing."""
    import pandas as pd  # noqa: PLC0415 - pages open without pandas

    return pd.read_csv(
        table_path(table),
        dtype={"last_cycle": "Int64"},
        true_values=["yes"],
        false_values=["no"],
        keep_default_na=False,
        na_values={"last_cycle": [""]},
    )


def _known(census: int) -> int:
    """Raise an error for a year that is no census of the record."""
    if census not in censuses():
        raise UnknownNameError("census", census, censuses(), "the record")
    return census
