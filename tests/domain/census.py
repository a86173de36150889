"""The censuses as the tests of apportionment read them."""

from ecx.record.csv_rows import read_rows

CENSUSES = tuple(range(1790, 2021, 10))


def populations(census: int) -> dict[str, int]:
    """Read apportionment populations by place; those who were not counted apart left out."""
    rows = read_rows("populations", census)
    return {row["place"]: int(row["population"]) for row in rows if row["population"]}


def seats(census: int) -> dict[str, int]:
    """Read the seats in law by place."""
    rows = read_rows("populations", census)
    return {row["place"]: int(row["seats"]) for row in rows if row["seats"]}
