"""Write a scenario as the query of a link, and read it back.

The query is meant to be read and typed: ``?cycle=2016&call=PA:clinton-h,MI:undecided``. It is
canonical: the parts have a fixed order, and parts equal to the record are left out, so equal
scenarios have the same link.

=======  =========================================  =============================================
key      example                                    meaning
=======  =========================================  =============================================
cycle    ``cycle=2016``                             the election
call     ``call=PA:clinton-h,MI:undecided``         units that were called for another ticket
cast     ``cast=TX.36:kasich/fiorina,HI.4:/blank``  ballots, president/vice president; an office
                                                    left empty stays as it is, ``blank`` is a blank
cast     ``cast=TX.1-5.9:kasich,HI.1:absent``       seats 1 to 5 and 9; one who stays away
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

Kept for what is to come, and refused until then: ``rule``, ``delegation``, ``senate``, ``open``,
``task`` and ``lang``.

A name that is written in stands behind a tilde, with ``_`` for a space and ``~2C`` for a comma:
every character but letters and digits of ASCII, full stop and hyphen is the tilde and the
hexadecimal digits of its bytes in UTF-8, so that no other program needs to escape it again.
"""

import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import parse_qsl

from ecx.college.election import Election
from ecx.college.laws import Regime
from ecx.college.scenario import Scenario
from ecx.errors import EcxError, LinkWarning, shown
from ecx.link import ballots, house, views

VERSION: Final = 1
LONGEST: Final = 30_000
"""Characters of a query that are read.

More than any map needs in which electors vote for persons of the record: 23,000, if in the
largest House every unit is called and every elector votes at random. Only names written in by the
hundred make a link longer, and `link` warns of it. Two such links fit into one address, of which
servers take 65,536 characters with what a browser sends beside it.
"""

MOST_PROBLEMS: Final = 20
"""Problems of a link that are listed; further ones are only counted."""

_UNDECIDED = "undecided"
_SEAM = re.compile(r",|&|%2C", re.IGNORECASE)
_ONCE = ("cycle", "law", *house.KEYS)
_KEYS = ("cycle", "call", "cast", "law", *house.KEYS, views.KEY, "v")
_RESERVED = ("rule", "delegation", "senate", "open", "task", "lang")
"""Keys that mean nothing yet, and will never mean anything else than what they are kept for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading a query.

    Attributes
    ----------
    scenario : Scenario
        Everything that could be read.
    problems : tuple of str
        One sentence per part that could not, naming it and why; `MOST_PROBLEMS` at most, and
        then how many more there are.
    view : ecx.link.views.View
        What the map has a mark for. It is not part of the scenario, and `link` does not write it.
    """

    scenario: Scenario
    problems: tuple[str, ...] = ()
    view: views.View = views.DEFAULT


class _Problem(NamedTuple):
    """A part of a link that cannot be read; its message is written only when it is shown."""

    key: str
    part: str
    wrong: object

    def __str__(self) -> str:
        return f"{self.key}={shown(self.part)}: {self.wrong}"


_Problems = list[_Problem | str]


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

    Warns
    -----
    LinkWarning
        If it is longer than `LONGEST`, so that not all of it will be read.

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
    parts += [f"{key}={value}" for key, value in house.parts(scenario.house_rules)]
    query = "&".join(parts)
    if len(query) > LONGEST:
        warnings.warn(
            f"this link has {len(query):,} characters, of which {LONGEST:,} are read; "
            "let more electors of a place vote alike",
            LinkWarning,
            stacklevel=2,
        )
    return f"?{query}"


def read(query: str, load: Callable[[int], Election], latest: int) -> Reading:
    """Read the query of a link; report and skip what cannot be read.

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
    problems: _Problems = []
    fields = _fields(query, problems)
    scenario = Scenario(_election(fields.get("cycle", []), load, latest, problems))
    given = {key: fields[key][-1] for key in house.KEYS if key in fields}
    scenario, wrong = house.wishes(scenario, given)
    problems += [_Problem(key, given[key], why) for key, why in wrong]
    if any(value != str(VERSION) for value in fields.get("v", [])):
        problems.append(
            f"v={shown(fields['v'][-1])}: this link was written by another version of ecx; "
            "what this one knows of it is shown"
        )
    for item in _last_of_each(_items("call", fields), problems):
        scenario = _apply("call", item, _call, scenario, problems)
    scenario, wrong = ballots.read_casts(scenario, _items("cast", fields))
    problems += [_Problem("cast", item, why) for item, why in wrong]
    for item in fields.get("law", [])[-1:]:
        scenario = _apply("law", item, Scenario.under, scenario, problems)
    return Reading(scenario, _told(problems), views.chosen(fields.get(views.KEY, [])))


def _told(problems: _Problems) -> tuple[str, ...]:
    """Write messages for the first problems, and count the rest."""
    told = [str(problem) for problem in problems[:MOST_PROBLEMS]]
    if more := len(problems) - len(told):
        told.append(f"there {'is' if more == 1 else 'are'} {more:,} more")
    return tuple(told)


def _fields(query: str, problems: _Problems) -> dict[str, list[str]]:
    """Split a query into the values of each known key."""
    text = query[query.find("?") + 1 :].partition("#")[0]
    if len(text) > LONGEST:
        # Cut between two items, since part of a name could be another name.
        cut = max((seam.start() for seam in _SEAM.finditer(text[: LONGEST + 1])), default=0)
        problems.append(f"the link has {len(text):,} characters; the first {cut:,} are read")
        text = text[:cut]
    fields: dict[str, list[str]] = {}
    for key, value in parse_qsl(text, keep_blank_values=True, errors="replace"):
        if key in _KEYS:
            fields.setdefault(key, []).append(value)
        elif key in _RESERVED:
            problems.append(f"{key} is not in use yet; the map is shown without it")
        else:
            problems.append(f"{shown(key)} is not a part of a link; known are {', '.join(_KEYS)}")
    problems += [
        f"{key} appears more than once; the last one counts"
        for key in _ONCE
        if len(fields.get(key, [])) > 1
    ]
    problems += [
        f"view={shown(view)} is no way to show the page; known are {' and '.join(views.WORDS)}"
        for view in fields.get(views.KEY, [])
        if view not in views.WORDS
    ]
    return fields


def _election(
    given: list[str], load: Callable[[int], Election], latest: int, problems: _Problems
) -> Election:
    """Load the election that a query names, or else the latest."""
    for value in given[-1:]:
        # Only plain digits: int() would also take "+2_016" and digits of other scripts.
        digits = value.isascii() and value.isdigit()
        if not digits or len(value) != 4:  # noqa: PLR2004 - digits of a year
            problems.append(
                f"cycle={shown(value)} is not a year such as 2016; the map shows {latest}"
            )
            continue
        try:
            return load(int(value))
        except EcxError as error:
            problems.append(f"cycle={value}: {error}; the map shows {latest}")
    return load(latest)


def _items(key: str, fields: dict[str, list[str]]) -> list[str]:
    """Split the value of a key at its commas."""
    return [item for value in fields.get(key, []) for item in value.split(",") if item]


def _last_of_each(items: list[str], problems: _Problems) -> Iterator[str]:
    """Yield the last call of each unit; report units that are called twice."""
    names = [item.partition(":")[0] for item in items]
    problems += [
        f"call={shown(name)} appears more than once; the last one counts"
        for name, count in Counter(names).items()
        if count > 1
    ]
    yield from dict(zip(names, items, strict=True)).values()


def _apply(
    key: str,
    item: str,
    edit: Callable[[Scenario, str], Scenario],
    scenario: Scenario,
    problems: _Problems,
) -> Scenario:
    """Apply one item to a scenario; an item that cannot be read changes nothing."""
    try:
        return edit(scenario, item)
    except EcxError as error:
        problems.append(_Problem(key, item, error))
        return scenario


def _call(scenario: Scenario, item: str) -> Scenario:
    unit, colon, ticket = item.partition(":")
    if not colon:
        raise EcxError("a call names a unit and a ticket, such as PA:clinton-h or PA:undecided")
    return scenario.call(unit, None if ticket == _UNDECIDED else ticket)
