"""Ballots in a link: ``TX.1-5.9:kasich/fiorina``, ``HI.1:absent``, ``TX.1:~Jane_Doe``."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from types import EllipsisType
from typing import Final

from ecx.college.election import Election
from ecx.college.elector import ABSENT_EDIT, Ballot, BallotEdit, Elector
from ecx.college.scenario import Scenario
from ecx.college.write_ins import MARK, escaped, is_write_in, unescaped, write_in, written_name
from ecx.say import _
from ecx.say.errors import BallotError, EcxError, shown

PLEDGED: Final = "pledged"
"""Stands for a ballot that keeps the pledge."""

_BLANK = "blank"
_ABSENT = "absent"
_RUN = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?", re.ASCII)


def casts(scenario: Scenario) -> Iterator[str]:
    """Write the changed ballots of a scenario; equal ballots of a place share one item.

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
    >>> s = ecx.scenario(2016).stay_away("HI.2")
    >>> for seat in (1, 2, 3, 9):
    ...     s = s.cast(f"TX.{seat}", president="kasich")
    >>> list(casts(s))
    ['HI.2:absent', 'TX.1-3.9:kasich']
    """
    alike: dict[tuple[str, str], list[int]] = {}
    for seat in scenario.election.electors:
        if seat.id in scenario.ballots:
            alike.setdefault((seat.place, _ballot(scenario, seat)), []).append(seat.seat)
    for (place, ballot), numbers in alike.items():
        yield f"{place}.{'.'.join(_runs(numbers))}:{ballot}"


def _runs(numbers: list[int]) -> Iterator[str]:
    """Write rising numbers; consecutive ones become a range such as ``3-5``."""
    # In a run, each number minus its index is the same.
    for _key, group in groupby(enumerate(numbers), lambda item: item[1] - item[0]):
        run = [number for _, number in group]
        yield f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}"


def _ballot(scenario: Scenario, seat: Elector) -> str:
    """Write only the offices in which a ballot differs from the usual one."""
    ballot, usual = scenario.ballots[seat.id], scenario.usual_ballot(seat)
    if not ballot.attended:
        return _ABSENT
    offices = [(ballot.president, usual and usual.president)]
    offices.append((ballot.vice_president, usual and usual.vice_president))
    first, second = (... if now == was else now for now, was in offices)
    # A blank ballot in place of an absence differs in no office.
    return written_edit(BallotEdit(first, second)) or _BLANK


def written_person(person: str | None) -> str:
    """Write a person id in the form links use; None is a blank.

    Examples
    --------
    >>> written_person("kasich"), written_person("~Jane Doe"), written_person(None)
    ('kasich', '~Jane_Doe', 'blank')
    """
    if person is None:
        return _BLANK
    return MARK + escaped(written_name(person)) if is_write_in(person) else person


def written_edit(edit: BallotEdit) -> str:
    """Write a change to a ballot.

    Parameters
    ----------
    edit : BallotEdit
        The change.

    Returns
    -------
    str
        One person or two, or ``absent``; an office that stays as it is is empty.

    Examples
    --------
    >>> written_edit(BallotEdit("kasich")), written_edit(BallotEdit(..., "~Jane Doe"))
    ('kasich', '/~Jane_Doe')
    """
    if not edit.attended:
        return _ABSENT
    first, second = (
        "" if who is ... else written_person(who) for who in (edit.president, edit.vice_president)
    )
    return f"{first}/{second}" if second else first


def read_edit(text: str) -> BallotEdit:
    """Read a change to a ballot; whether the cycle has its persons is for the scenario to say.

    Parameters
    ----------
    text : str
        One person or two, ``"kasich/fiorina"``, or ``"absent"``; an office left empty stays as
        it is.

    Returns
    -------
    BallotEdit
        The change.

    Raises
    ------
    BallotError
        If what is written in is no name.

    Examples
    --------
    >>> read_edit("kasich/blank")
    BallotEdit(president='kasich', vice_president=None, attended=True)
    """
    if text == _ABSENT:
        return ABSENT_EDIT
    president, _, vice_president = text.partition("/")
    return BallotEdit(_person(president), _person(vice_president))


def read_casts(
    scenario: Scenario, items: Sequence[str]
) -> tuple[Scenario, list[tuple[str, object]]]:
    """Apply all items of a link that set ballots, in one step.

    Parameters
    ----------
    scenario : Scenario
        Where they are cast.
    items : sequence of str
        Each an elector or several of a place, a colon, and the ballot: ``"TX.1-5.9:kasich"``.
        ``absent`` is one who stays away, ``pledged`` one who keeps the pledge. ``pledged`` alone
        lets all keep it, and comes first wherever it stands. Of items that name the same elector
        the last one counts.

    Returns
    -------
    Scenario
        The new scenario.
    list of (str, object)
        Items that cannot be carried out, or not wholly, each with what is wrong, in their order.

    Examples
    --------
    >>> import ecx
    >>> s, wrong = read_casts(ecx.scenario(2016), ["TX.3:paul", "TX.1-5:kasich"])
    >>> ecx.tally(s).president["kasich"], wrong
    (6, [('TX.3:paul', 'TX.3 is named again later. The last one counts')])
    """
    wrong: list[tuple[str, object]] = []
    if PLEDGED in items:
        scenario = scenario.as_pledged()
    cast: dict[str, Ballot | None] = {}
    # Read from last to first, so that an elector who is named often gets only one ballot.
    for item in reversed([item for item in items if item != PLEDGED]):
        try:
            electors, ballot = _parted(scenario.election, item)
            again = [elector for elector in electors if elector in cast]
            free = [elector for elector in electors if elector not in cast]
            cast |= {elector: _read(scenario, elector, ballot) for elector in free}
        except EcxError as error:
            wrong.append((item, error))
            continue
        if again:
            wrong.append(
                (
                    item,
                    _("{elector} is named again later. The last one counts").format(
                        elector=again[0]
                    ),
                )
            )
    return scenario.cast_all(cast), wrong[::-1]


def _parted(election: Election, item: str) -> tuple[list[str], str]:
    """Split an item into its electors and their ballot."""
    name, colon, ballot = item.partition(":")
    if not colon:
        raise BallotError(
            _("It should name an elector and a person, such as {example}").format(
                example="TX.36:kasich/fiorina"
            )
        )
    return _electors(election, name), ballot


def _read(scenario: Scenario, elector: str, ballot: str) -> Ballot | None:
    """Read one elector's ballot; None is the usual one."""
    seat = scenario.chosen(elector)
    if ballot == PLEDGED:
        return scenario.kept_ballot(seat)
    return scenario.edited_ballot(elector, read_edit(ballot))


def _electors(election: Election, name: str) -> list[str]:
    """Read one elector or several of a place, such as ``"TX.1-5.9"``."""
    place, _dot, numbers = name.partition(".")
    found = [_RUN.fullmatch(run) for run in numbers.split(".")]
    runs = [run for run in found if run]
    if len(runs) < len(found):
        return [name]
    electors: dict[str, None] = {}
    for run in runs:
        first, last = int(run[1]), int(run[2] or run[1])
        for number in (first, last):
            election.seat(f"{place}.{number}")
        if first > last:
            raise BallotError(
                _("{name} runs backward. Write {better}").format(
                    name=shown(name), better=f"{place}.{last}-{first}"
                )
            )
        electors |= dict.fromkeys(f"{place}.{number}" for number in range(first, last + 1))
    return list(electors)


def _person(word: str) -> str | EllipsisType | None:
    if not word:
        return ...
    if is_write_in(word):
        return write_in(unescaped(written_name(word)))
    return None if word == _BLANK else word
