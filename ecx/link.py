"""A scenario as the query of a link, and back.

The query is meant to be read and typed: ``?cycle=2016&call=PA:clinton-h,MI:undecided``.
It is canonical: the parts come in one order, what restates the record is left out, so that
equal scenarios have the same link.

=======  =========================================  =============================================
key      example                                    meaning
=======  =========================================  =============================================
cycle    ``cycle=2016``                             the election
call     ``call=PA:clinton-h,MI:undecided``         units that were called for another ticket
cast     ``cast=TX.36:kasich/fiorina,HI.4:/blank``  ballots, president/vice president; an office
                                                    left empty stays as it is, ``blank`` is a blank
cast     ``cast=TX.1-5:kasich,HI.1:absent``         seats 1 to 5 alike; one who stays away
cast     ``cast=TX.1:~Jane_Doe``                    a person on no list: see below
cast     ``cast=pledged``                           the record's faithless electors keep faith
law      ``law=free``                               ballots count as if no state bound its
                                                    electors; ``bind``: as if every state did
view     ``view=projector``                         how the page looks; not part of the scenario
v        ``v=2``                                    version of this grammar; 1 is left out
=======  =========================================  =============================================

A name that is written in stands behind a tilde, with ``_`` for a space and ``~2C`` for a comma:
every character but letters and digits of ASCII, full stop and hyphen is the tilde and the
hexadecimal digits of its bytes in UTF-8, so that no other program needs to escape it again.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from types import EllipsisType
from typing import Final
from urllib.parse import parse_qsl

from ecx.election import Election, Elector
from ecx.errors import BallotError, EcxError, UnknownNameError, shown
from ecx.laws import Regime
from ecx.persons import MARK, escaped, is_write_in, unescaped, write_in, written_name
from ecx.scenario import Scenario

VERSION: Final = 1
LONGEST: Final = 16_000
"""Characters of a query that are read: more than every unit and elector of a cycle needs."""

_UNDECIDED = "undecided"
_BLANK = "blank"
_ABSENT = "absent"
PLEDGED: Final = "pledged"
"""Stands for a ballot that keeps the pledge."""

_KEYS = ("cycle", "call", "cast", "law", "view", "v")
_RUN = re.compile(r"(.+)\.(\d{1,4})-(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a query says.

    Attributes
    ----------
    scenario : Scenario
        Everything that could be read.
    problems : tuple of str
        One sentence per part that could not, naming it and why.
    """

    scenario: Scenario
    problems: tuple[str, ...] = ()


def link(scenario: Scenario) -> str:
    """Write a scenario as the query of a link.

    Parameters
    ----------
    scenario : Scenario
        A cycle with a user's changes.

    Returns
    -------
    str
        The query with its question mark. Its characters need no escaping.

    Examples
    --------
    >>> import ecx
    >>> ecx.link(ecx.scenario(2016).call("PA", "clinton-h").cast("TX.1", president="kasich"))
    '?cycle=2016&call=PA:clinton-h&cast=TX.1:kasich'
    """
    election = scenario.election
    calls = [
        f"{unit}:{scenario.calls[unit] or _UNDECIDED}"
        for unit in election.units
        if unit in scenario.calls
    ]
    casts = [PLEDGED] if scenario.faithful else []
    casts += _runs(scenario)
    laws = [str(scenario.regime)] if scenario.regime is not Regime.DAY else []
    parts = [f"cycle={scenario.cycle}"]
    parts += [
        f"{key}={','.join(items)}"
        for key, items in (("call", calls), ("cast", casts), ("law", laws))
        if items
    ]
    return "?" + "&".join(parts)


def read(query: str, load: Callable[[int], Election], latest: int) -> Reading:
    """Read the query of a link; whatever cannot be read is named and left out.

    Parameters
    ----------
    query : str
        Any text; a leading question mark or a whole address before it does no harm.
    load : callable
        Gives the election of a cycle, or raises `EcxError`.
    latest : int
        The cycle a query means that names none.

    Returns
    -------
    Reading
        The scenario and the problems. No text raises an error.
    """
    problems: list[str] = []
    fields = _fields(query, problems)
    scenario = Scenario(_election(fields.get("cycle", []), load, latest, problems))
    if any(value != str(VERSION) for value in fields.get("v", [])):
        problems.append(
            f"v={shown(fields['v'][-1])}: this link was written by another version of ecx; "
            "what this one knows of it is shown"
        )
    for item in _items("call", fields, problems):
        scenario = _apply("call", item, _call, scenario, problems)
    # "pledged" first: it clears the ballots that other items then set.
    for item in sorted(_items("cast", fields, problems), key=lambda item: item != PLEDGED):
        scenario = _apply("cast", item, read_cast, scenario, problems)
    for item in fields.get("law", [])[-1:]:
        scenario = _apply("law", item, Scenario.under, scenario, problems)
    return Reading(scenario, tuple(problems))


def _runs(scenario: Scenario) -> Iterator[str]:
    """Write the changed ballots, those of neighbouring seats that are alike together."""
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


def _fields(query: str, problems: list[str]) -> dict[str, list[str]]:
    """Split a query into the values of each known key."""
    text = query[query.find("?") + 1 :].partition("#")[0]
    if len(text) > LONGEST:
        problems.append(f"the link has {len(text):,} characters; the first {LONGEST:,} are read")
        text = text[:LONGEST]
    fields: dict[str, list[str]] = {}
    for key, value in parse_qsl(text, keep_blank_values=True, errors="replace"):
        if key in _KEYS:
            fields.setdefault(key, []).append(value)
        else:
            problems.append(f"{shown(key)} is not a part of a link; known are {', '.join(_KEYS)}")
    return fields


def _election(
    given: list[str], load: Callable[[int], Election], latest: int, problems: list[str]
) -> Election:
    """Load the election a query names, or the latest."""
    for value in given[-1:]:
        # Only plain digits: int() would also take "+2_016" and digits of other scripts.
        if not (value.isascii() and value.isdigit() and len(value) == len("2024")):
            problems.append(
                f"cycle={shown(value)} is not a year such as 2016; the map shows {latest}"
            )
            continue
        try:
            return load(int(value))
        except EcxError as error:
            problems.append(f"cycle={value}: {error}; the map shows {latest}")
    return load(latest)


def _items(key: str, fields: dict[str, list[str]], problems: list[str]) -> Iterator[str]:
    """Yield the comma-separated items of a key, naming those that speak twice of one thing."""
    items = [item for value in fields.get(key, []) for item in value.split(",") if item]
    names = [item.partition(":")[0] for item in items]
    problems += [
        f"{key}={shown(name)} appears more than once; the last one counts"
        for name, count in Counter(names).items()
        if count > 1
    ]
    yield from dict(zip(names, items, strict=True)).values()


def _apply(
    key: str,
    item: str,
    edit: Callable[[Scenario, str], Scenario],
    scenario: Scenario,
    problems: list[str],
) -> Scenario:
    """Edit a scenario by one item; an item that cannot be read leaves it as it was."""
    try:
        return edit(scenario, item)
    except EcxError as error:
        problems.append(f"{key}={shown(item)}: {error}")
        return scenario


def _call(scenario: Scenario, item: str) -> Scenario:
    unit, colon, ticket = item.partition(":")
    if not colon:
        raise EcxError("a call names a unit and a ticket, such as PA:clinton-h or PA:undecided")
    return scenario.call(unit, None if ticket == _UNDECIDED else ticket)


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
