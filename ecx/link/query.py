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
view     ``view=electors&view=patterns``            how the page looks; not part of the scenario
v        ``v=2``                                    version of this grammar; 1 is left out
=======  =========================================  =============================================

Kept for what is to come, and refused until then: ``rule``, ``delegation``, ``senate``, ``open``,
``task`` and ``lang``.

A name that is written in stands behind a tilde, with ``_`` for a space and ``~2C`` for a comma:
every character but letters and digits of ASCII, full stop and hyphen is the tilde and the
hexadecimal digits of its bytes in UTF-8, so that no other program needs to escape it again.
"""

import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from ecx.college.election import Election
from ecx.college.house_rules import AS_IT_WAS, HouseRules
from ecx.college.laws import Regime
from ecx.college.scenario import Scenario
from ecx.link import address, ballots, house
from ecx.link.calls import read_call, written_call
from ecx.link.unread import unread
from ecx.say import _, n_, phrase
from ecx.say.errors import EcxError, LinkWarning, UnknownCycleError, shown

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

_DIGITS_OF_A_YEAR = 4
_ONCE = {
    "cycle": phrase("the year"),
    "law": phrase("the law"),
    "census": phrase("the census"),
    "apportion": phrase("the way to share seats"),
    "dc": phrase("the rule for D.C."),
    "states": phrase("the new states"),
    "house": phrase("the size of the House"),
}
"""The keys that a link has once, and what each gives."""

_KEYS = ("cycle", "call", "cast", "law", *house.KEYS, address.VIEW, "v")


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading a query.

    Attributes
    ----------
    scenario : Scenario
        Everything that could be read.
    problems : tuple of str
        Sentences on each part that could not, naming it and why; `MOST_PROBLEMS` at most, and
        then how many more there are.
    view : ecx.link.address.View
        What the map has a mark for. It is not part of the scenario, and `link` does not write it.
    patterns : bool
        Whether the map tells candidates apart by patterns too.
    """

    scenario: Scenario
    problems: tuple[str, ...] = ()
    view: address.View = address.DEFAULT_VIEW
    patterns: bool = False


class _Problem(NamedTuple):
    """A part of a link that cannot be read; its message is written only when it is shown."""

    key: str
    part: str
    wrong: object

    def __str__(self) -> str:
        return unread(self.part, self.wrong)


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
    called = [
        written_call(unit, scenario.calls[unit])
        for unit in scenario.election.units
        if unit in scenario.calls
    ]
    cast = [ballots.PLEDGED] if scenario.faithful else []
    cast += ballots.casts(scenario)
    laws = [str(scenario.regime)] if scenario.regime is not Regime.DAY else []
    query = _written(scenario.cycle, called, cast, laws, scenario.house_rules)
    if len(query) > LONGEST + 1:
        warnings.warn(
            _(
                "This link has {length} characters, and only {limit} can be read. "
                "It gets shorter if electors of a state vote alike."
            ).format(length=f"{len(query) - 1:,}", limit=f"{LONGEST:,}"),
            LinkWarning,
            stacklevel=2,
        )
    return query


def record_link(cycle: int, *, faithful: bool = False, rules: HouseRules = AS_IT_WAS) -> str:
    """Write the link of a cycle as recorded, without opening it.

    Parameters
    ----------
    cycle : int
        The election year.
    faithful : bool, optional
        Whether its faithless electors keep their pledge: then it must have some.
    rules : HouseRules, optional
        The House rules that differ from the record's.

    Returns
    -------
    str
        The query with its question mark.

    Examples
    --------
    >>> from ecx.college.house_rules import HouseRules
    >>> record_link(2016), record_link(2000, faithful=True, rules=HouseRules(size=492))
    ('?cycle=2016', '?cycle=2000&cast=pledged&house=492')
    """
    return _written(cycle, [], [ballots.PLEDGED] if faithful else [], [], rules)


def _written(
    cycle: int, called: list[str], cast: list[str], laws: list[str], rules: HouseRules
) -> str:
    """Write the parts of a link in their order; those without items are left out."""
    listed = (("call", called), ("cast", cast), ("law", laws))
    edits = [(key, ",".join(items)) for key, items in listed if items]
    return address.written_query([("cycle", cycle), *edits, *house.parts(rules)])


def read_scenario(query: str, load: Callable[[int], Election], latest: int) -> Reading:
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
    found = address.read_address(query, LONGEST)
    fields = _fields(found, problems)
    scenario = Scenario(_election(fields.get("cycle", []), load, latest, problems))
    given = {key: fields[key][-1] for key in house.KEYS if key in fields}
    scenario, wrong = house.wishes(scenario, given)
    problems += [_Problem(key, given[key], why) for key, why in wrong]
    if any(value != str(VERSION) for value in fields.get("v", [])):
        problems.append(
            _("This link was made by another version of this site. We show what we can read.")
        )
    for item in _last_of_each(_items("call", fields), problems):
        scenario = _apply("call", item, _call, scenario, problems)
    scenario, wrong = ballots.read_casts(scenario, _items("cast", fields))
    problems += [_Problem("cast", item, why) for item, why in wrong]
    for item in fields.get("law", [])[-1:]:
        scenario = _apply("law", item, Scenario.under, scenario, problems)
    return Reading(scenario, _told(problems), found.view, found.patterns)


def _told(problems: _Problems) -> tuple[str, ...]:
    """Write messages for the first problems, and count the rest."""
    told = [str(problem) for problem in problems[:MOST_PROBLEMS]]
    if more := len(problems) - len(told):
        told.append(
            n_(
                "{number} more part of this link could not be read.",
                "{number} more parts of this link could not be read.",
                more,
            ).format(number=f"{more:,}")
        )
    return tuple(told)


def _fields(found: address.Query, problems: _Problems) -> dict[str, list[str]]:
    """Collect the values of each known key."""
    if found.too_long:
        problems.append(
            _("This link is too long. We read the first {read} of {length} characters.").format(
                read=f"{found.read:,}", length=f"{found.length:,}"
            )
        )
    fields: dict[str, list[str]] = {}
    for key, value in found.pairs:
        if key in _KEYS:
            fields.setdefault(key, []).append(value)
        else:
            problems.append(unread(f"{key}={value}" if value else key))
    problems += [
        _("This link gives {what} more than once. The last one counts.").format(what=_(what))
        for key, what in _ONCE.items()
        if len(fields.get(key, [])) > 1
    ]
    problems += found.problems
    return fields


def _election(
    given: list[str], load: Callable[[int], Election], latest: int, problems: _Problems
) -> Election:
    """Load the election that a query names, or else the latest."""
    for value in given[-1:]:
        try:
            cycle = read_year(value)
        except UnknownCycleError as error:
            problems.append(_misread_year(value, error, latest))
            continue
        try:
            return load(cycle)
        except EcxError as error:
            problems.append(_misread_year(value, error, latest))
    return load(latest)


def _misread_year(value: str, why: EcxError, latest: int) -> str:
    return _("We couldn’t read {part} in this link. {why}. The map shows {latest}.").format(
        part=shown(value), why=why, latest=latest
    )


def read_year(text: str) -> int:
    """Read the year of a cycle.

    Parameters
    ----------
    text : str
        What a link has, a control sends, or a visitor typed.

    Returns
    -------
    int
        The year; whether there is such a cycle is for the record to say.

    Raises
    ------
    UnknownCycleError
        If it is no number of four digits.

    Examples
    --------
    >>> read_year("2016")
    2016
    """
    # Only plain digits: int() would also take "+2_016" and digits of other scripts.
    if not (text.isascii() and text.isdigit() and len(text) == _DIGITS_OF_A_YEAR):
        raise UnknownCycleError(_("{year} is not a year such as 2016").format(year=shown(text)))
    return int(text)


def _items(key: str, fields: dict[str, list[str]]) -> list[str]:
    """Split the value of a key at its commas."""
    return [item for value in fields.get(key, []) for item in value.split(",") if item]


def _last_of_each(items: list[str], problems: _Problems) -> Iterator[str]:
    """Yield the last call of each unit; report units that are called twice."""
    names = [item.partition(":")[0] for item in items]
    problems += [
        _("This link changes {part} more than once. The last one counts.").format(part=shown(name))
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
    return scenario.call(*read_call(item))
