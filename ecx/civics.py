"""The record beside the elections: laws on the pledge, and the censuses that seats rest on."""

from functools import cache
from typing import TYPE_CHECKING, Final

from ecx.errors import UnknownNameError
from ecx.rows import read_rows, table_path

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
    """Show the laws on the pledge of electors as a table.

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
    import pandas as pd  # noqa: PLC0415 - pages open without pandas

    return pd.read_csv(
        table_path("laws"),
        dtype={"last_cycle": "Int64"},
        true_values=["yes"],
        false_values=["no"],
        keep_default_na=False,
        na_values={"last_cycle": [""]},
    )


@cache
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
    return tuple(sorted({int(row["census"]) for row in read_rows("populations")}))


def apportionment_populations(census: int) -> dict[str, int]:
    """Tell by which populations seats in the House were given after a census.

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
    return {
        row["place"]: int(row["population"])
        for row in read_rows("populations", _known(census))
        if row["population"]
    }


def populations(census: int) -> "pd.DataFrame":
    """Show the people of every place in one census, and its seats, as a table.

    Parameters
    ----------
    census : int
        A year out of `censuses`.

    Returns
    -------
    pandas.DataFrame
        One row per place, by postal code: census, place, name, kind (state or territory),
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


def _known(census: int) -> int:
    """Hold the year of a census against those there are."""
    if census not in censuses():
        raise UnknownNameError("census", census, censuses(), "the record")
    return census
