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
house    ``house=492``                              seats of the House
census   ``census=1990``                            whose populations it is apportioned by
apportion ``apportion=webster``                     by which method
dc       ``dc=state``                               D.C. as a state; ``none``: without electors
states   ``states=PR:3285874``                      states added, each with its population
view     ``view=electors&view=projector``           how the page looks; not part of the scenario
v        ``v=2``                                    version of this grammar; 1 is left out
=======  =========================================  =============================================

A name that is written in stands behind a tilde, with ``_`` for a space and ``~2C`` for a comma:
every character but letters and digits of ASCII, full stop and hyphen is the tilde and the
hexadecimal digits of its bytes in UTF-8, so that no other program needs to escape it again.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final
from urllib.parse import parse_qsl

from ecx.election import Election
from ecx.errors import EcxError, shown
from ecx.grammar import ballots, houses
from ecx.laws import Regime
from ecx.scenario import Scenario

VERSION: Final = 1
LONGEST: Final = 16_000
"""Characters of a query that are read: more than every unit and elector of a cycle needs."""

_UNDECIDED = "undecided"
_KEYS = ("cycle", "call", "cast", "law", *houses.KEYS, "view", "v")


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
    casts = [ballots.PLEDGED] if scenario.faithful else []
    casts += ballots.casts(scenario)
    laws = [str(scenario.regime)] if scenario.regime is not Regime.DAY else []
    parts = [f"cycle={scenario.cycle}"]
    parts += [
        f"{key}={','.join(items)}"
        for key, items in (("call", calls), ("cast", casts), ("law", laws))
        if items
    ]
    parts += [f"{key}={value}" for key, value in houses.parts(scenario.allotment)]
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
    for key in houses.KEYS:
        for value in fields.get(key, [])[-1:]:
            edit = partial(_wish, key)
            scenario = _apply(key, value, edit, scenario, problems)
    if any(value != str(VERSION) for value in fields.get("v", [])):
        problems.append(
            f"v={shown(fields['v'][-1])}: this link was written by another version of ecx; "
            "what this one knows of it is shown"
        )
    for item in _items("call", fields, problems):
        scenario = _apply("call", item, _call, scenario, problems)
    # "pledged" first: it clears the ballots that other items then set.
    for item in sorted(_items("cast", fields, problems), key=lambda item: item != ballots.PLEDGED):
        scenario = _apply("cast", item, ballots.read_cast, scenario, problems)
    for item in fields.get("law", [])[-1:]:
        scenario = _apply("law", item, Scenario.under, scenario, problems)
    return Reading(scenario, tuple(problems))


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


def _wish(key: str, scenario: Scenario, value: str) -> Scenario:
    return houses.wish(scenario, key, value)
