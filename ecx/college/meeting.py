"""The day on which electors meet and vote, by the statute of the time."""

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Final

from ecx.say import _, phrase
from ecx.say.errors import UnknownCycleError, shown

MONDAY, TUESDAY, WEDNESDAY = range(3)
_FIRST, _SECOND, _YEARS = 1789, 1792, 4
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Meeting:
    """The day the electors of a cycle meet, each in their own state.

    Attributes
    ----------
    day : datetime.date
        The day.
    rule : str
        How it is found, in words.
    statute : str
        The act that sets it.
    """

    day: date
    rule: str
    statute: str


def meeting(cycle: int) -> Meeting:
    """Compute the day the electors of a cycle meet.

    Single states have met on another day by mistake or by their own law (Georgia in 1880); that
    is not computed.

    Parameters
    ----------
    cycle : int
        An election year; 1789 is the election of 1788-89.

    Returns
    -------
    Meeting
        The day, and the act that sets it.

    Raises
    ------
    UnknownCycleError
        If that is no election year: 1789, or one from 1792 on that four divides.

    Examples
    --------
    >>> meeting(2016).day.isoformat(), meeting(2024).day.isoformat()
    ('2016-12-19', '2024-12-17')
    >>> meeting(1888).day.isoformat(), meeting(1789).day.isoformat()
    ('1889-01-14', '1789-02-04')
    """
    _check_cycle(cycle)
    if cycle == _FIRST:
        return Meeting(
            _nth(1789, 2, WEDNESDAY, 1),
            phrase("the first Wednesday in February 1789"),
            phrase("Resolution of Congress, September 13, 1788"),
        )
    if cycle < 1888:  # noqa: PLR2004 - the first election under the act
        return Meeting(
            _nth(cycle, 12, WEDNESDAY, 1),
            phrase("the first Wednesday in December"),
            phrase("Act of March 1, 1792, 1 Stat. 239"),
        )
    if cycle < 1936:  # noqa: PLR2004 - likewise
        return Meeting(
            _nth(cycle + 1, 1, MONDAY, 2),
            phrase("the second Monday in January of the next year"),
            phrase("Act of February 3, 1887, 24 Stat. 373"),
        )
    second_wednesday = _nth(cycle, 12, WEDNESDAY, 2)
    if cycle < 2024:  # noqa: PLR2004 - likewise
        return Meeting(
            _next(second_wednesday, MONDAY),
            phrase("the first Monday after the second Wednesday in December"),
            phrase("Act of June 5, 1934, 48 Stat. 879; 3 U.S.C. 7"),
        )
    return Meeting(
        _next(second_wednesday, TUESDAY),
        phrase("the first Tuesday after the second Wednesday in December"),
        phrase("Electoral Count Reform Act of 2022, 136 Stat. 5233; 3 U.S.C. 7"),
    )


def _check_cycle(cycle: int) -> None:
    """Raise an error for a year without a presidential election."""
    if cycle == _FIRST:
        return
    if not isinstance(cycle, int) or not _SECOND <= cycle < MAXYEAR or cycle % _YEARS:
        raise UnknownCycleError(
            _(
                "{year} is not an election year. "
                "Give {first}, {second}, or a later year that 4 divides, such as 2016"
            ).format(year=shown(cycle), first=_FIRST, second=_SECOND)
        )


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    """Find the first, second ... of a weekday in a month."""
    first = date(year, month, 1)
    ahead = (weekday - first.weekday()) % _WEEK
    return first + timedelta(days=ahead + _WEEK * (number - 1))


def _next(day: date, weekday: int) -> date:
    """Find the next day that falls on a weekday."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % _WEEK + 1)
