"""How elections ended that the electors did not settle: what Congress or a commission chose."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Final

from ecx.record.csv_rows import election_row

_CHOICE: Final = re.compile(r"(House|Senate) contingent election[^(]*\((\d+ \w+ \d{4})\)")
_COMMISSION: Final = "Electoral Commission"


class Office(StrEnum):
    """An office that electors vote for. The value is the column of ``elections.csv``."""

    PRESIDENT = "president"
    VICE_PRESIDENT = "vice_president"


_OFFICES: Final = {"House": Office.PRESIDENT, "Senate": Office.VICE_PRESIDENT}
"""Which chamber of Congress chooses for which office."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What followed where the electors did not settle an election.

    Attributes
    ----------
    days : dict of Office to datetime.date
        When the House chose the president, and when the Senate chose the vice president.
    persons : dict of Office to str
        The ids of the president and the vice president who took office.
    by_commission : bool
        Whether a commission decided which electors' votes were counted (1876).
    """

    days: dict[Office, date]
    persons: dict[Office, str]
    by_commission: bool


@cache
def ending(cycle: int) -> Ending:
    """Read how an election ended.

    Parameters
    ----------
    cycle : int
        An election year of the record.

    Returns
    -------
    Ending
        What the record says; without days where the electors settled the election.

    Raises
    ------
    UnknownCycleError
        If the record has no such cycle.

    Examples
    --------
    >>> known = ending(1824)
    >>> known.persons[Office.PRESIDENT], known.days[Office.PRESIDENT].isoformat()
    ('adams-jq', '1825-02-09')
    >>> ending(2016).days
    {}
    """
    row = election_row(cycle)
    found = _CHOICE.findall(row["decided_by"])
    return Ending(
        days={_OFFICES[chamber]: _day(text) for chamber, text in found},
        persons={office: row[office] for office in Office},
        by_commission=_COMMISSION in row["decided_by"],
    )


def _day(text: str) -> date:
    """Read a day such as ``"9 Feb 1825"``."""
    return datetime.strptime(text, "%d %b %Y").replace(tzinfo=UTC).date()
