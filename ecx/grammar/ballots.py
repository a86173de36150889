"""Ballots in a link: ``TX.1-5:kasich/fiorina``, ``HI.1:absent``, ``TX.1:~Jane_Doe``."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from types import EllipsisType
from typing import Final

from ecx.election import Election
from ecx.elector import Elector
from ecx.errors import BallotError, UnknownNameError
from ecx.persons import MARK, escaped, is_write_in, unescaped, write_in, written_name
from ecx.scenario import Scenario

PLEDGED: Final = "pledged"
"""Stands for a ballot that keeps the pledge."""

_BLANK = "blank"
_ABSENT = "absent"
_RUN = re.compile(r"(.+)\.(\d{1,4})-(\d{1,4})")


def casts(scenario: Scenario) -> Iterator[str]:
    """Write the changed ballots of a scenario, those of neighbouring seats that are alike together.

    Parameters
    ----------
    scenario : Scenario
        A cycle with a user's changes.

    Yields
    ------
    str
        One item each.

    Examples
    --------
    >>> import ecx
    >>> list(casts(ecx.scenario(2016).cast("TX.1", president="kasich").stay_away("HI.2")))
    ['HI.2:absent', 'TX.1:kasich']
    """
    seats = (seat for seat in scenario.election.electors if seat.id in scenario.ballots)
    written = ((seat, _ballot(scenario, seat)) for seat in seats)
    # Neighbours differ from their number in the row by the same amount.
    numbered = groupby(
        enumerate(written), lambda item: (item[1][0].place, item[1][1], item[1][0].seat - item[0])
    )
    for (place, ballot, _), group in numbered:
        run = [seat.seat for _, (seat, _) in group]
        last = f"-{run[-1]}" if len(run) > 1 else ""
        yield f"{place}.{run[0]}{last}:{ballot}"


def _ballot(scenario: Scenario, seat: Elector) -> str:
    """Write the offices in which a ballot differs from the usual one."""
    ballot, usual = scenario.ballots[seat.id], scenario.usual_ballot(seat)
    if not ballot.attended:
        return _ABSENT
    offices = [(ballot.president, usual and usual.president)]
    offices.append((ballot.vice_president, usual and usual.vice_president))
    first, second = ("" if now == was else written(now) for now, was in offices)
    # A blank differs from the empty seat of one who stayed away in no office.
    return f"{first}/{second}" if second else first or _BLANK


def written(person: str | None) -> str:
    """Write a person as a link does; None is a blank.

    Examples
    --------
    >>> written("kasich"), written("~Jane Doe"), written(None)
    ('kasich', '~Jane_Doe', 'blank')
    """
    if person is None:
        return _BLANK
    return MARK + escaped(written_name(person)) if is_write_in(person) else person


def read_cast(scenario: Scenario, item: str) -> Scenario:
    """Cast a ballot, or several, as a link writes it.

    Parameters
    ----------
    scenario : Scenario
        Where it is cast.
    item : str
        An elector or a run of them, a colon, and the ballot: ``"TX.1-5:kasich/fiorina"``.
        ``absent`` is one who stays away, ``pledged`` one who keeps the pledge; ``pledged`` alone
        lets all keep it.

    Returns
    -------
    Scenario
        The new scenario.

    Raises
    ------
    UnknownNameError
        If the cycle has no such elector or person.
    BallotError
        If the item is not written so, or the elector cannot cast that ballot.

    Examples
    --------
    >>> import ecx
    >>> s = read_cast(ecx.scenario(2016), "TX.1-5:kasich")
    >>> ecx.tally(s).president["kasich"]
    6
    """
    if item == PLEDGED:
        return scenario.as_pledged()
    name, colon, ballot = item.partition(":")
    if not colon:
        raise BallotError("a ballot names an elector and a person, such as TX.36:kasich/fiorina")
    for elector in _electors(scenario.election, name):
        scenario = _cast(scenario, elector, ballot)
    return scenario


def _cast(scenario: Scenario, elector: str, ballot: str) -> Scenario:
    if ballot == _ABSENT:
        return scenario.stay_away(elector)
    if ballot == PLEDGED:
        return scenario.keep_pledge(elector)
    president, _, vice_president = ballot.partition("/")
    return scenario.cast(
        elector, president=_person(president), vice_president=_person(vice_president)
    )


def _electors(election: Election, name: str) -> Iterable[str]:
    """Read one elector, or a run of them."""
    run = _RUN.fullmatch(name)
    if run is None:
        return (name,)
    place, first, last = run[1], int(run[2]), int(run[3])
    seats = [seat for seat in election.electors if seat.place == place]
    for number in (first, last):
        if f"{place}.{number}" not in election.seats:
            known = [seat.id for seat in seats] or election.places
            raise UnknownNameError("elector", f"{place}.{number}", known, f"{election.cycle}")
    if first > last:
        raise BallotError(f"{name} runs backwards; write {place}.{last}-{first}")
    return [seat.id for seat in seats if first <= seat.seat <= last]


def _person(word: str) -> str | EllipsisType | None:
    if not word:
        return ...
    if is_write_in(word):
        return write_in(unescaped(written_name(word)))
    return None if word == _BLANK else word
