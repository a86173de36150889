"""The source of every number: sentences on the facts of a unit or a cycle.

Read when somebody asks "Where is this from?", never while a cycle is opened.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from ecx.record.csv_rows import Row, election_row, in_force, read_rows
from ecx.record.doubts import MEMORY, printed
from ecx.record.files import folder
from ecx.say import _, n_, phrase
from ecx.say.errors import UnknownNameError

_OTHER: Final = "other"

_ELECTORS: Final = phrase("{electors}, majority {majority}")

_METHODS: Final = {
    "statewide": phrase("by a statewide vote"),
    "district": phrase("by districts"),
    "legislature": phrase("by the legislature"),
    "district and at large": phrase("by districts, and some statewide"),
    "district and legislature": phrase("by districts, and some by the legislature"),
    "statewide, then legislature": phrase("by a statewide vote, then the legislature"),
    "statewide with a runoff": phrase("by a statewide vote with a runoff"),
    "electors of counties": phrase("by electors that counties chose"),
}
"""How electors were chosen, by how the record writes it."""

_STATUS: Final = {
    "absent": phrase("absent"),
    "disputed": phrase("disputed"),
    "excluded": phrase("left out of the count"),
    "not counted": phrase("not counted"),
    "vacant": phrase("seat left empty"),
    "president not counted": phrase("vote for president not counted"),
}
"""What became of ballots, by how the record writes it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The source of one fact.

    Attributes
    ----------
    subject : str
        What the fact is about, ``"Votes for Clinton"``.
    value : str
        The fact as it is shown, ``"2,926,441"``.
    sources : tuple of str
        Title, publisher and what was read of each source it rests on.
    agreeing : tuple of str
        Titles of sources that print the same.
    others : tuple of (str, tuple of str)
        What other sources print, with their titles.
    note : str
        What a reader should know of it, else empty.
    memory : bool
        Whether something of it is from memory, not from a document.
    """

    subject: str
    value: str
    sources: tuple[str, ...]
    agreeing: tuple[str, ...] = ()
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()
    note: str = ""
    memory: bool = False


def origins(cycle: int, unit: str | None = None) -> tuple[Origin, ...]:
    """List the sources of a cycle's facts, or of one unit's.

    Parameters
    ----------
    cycle : int
        An election year.
    unit : str, optional
        Unit id; the facts of the cycle as a whole if it is left out.

    Returns
    -------
    tuple of Origin
        In the order they are read on the page.

    Raises
    ------
    UnknownCycleError
        If the record has no such cycle.
    UnknownNameError
        If the cycle has no such unit.

    Examples
    --------
    >>> [origin.subject for origin in origins(1836, "MI")][:3]
    ['Electors', 'How electors were chosen', 'Electoral votes']
    >>> clinton = origins(1992, "SC")[5]
    >>> clinton.subject, clinton.value, [value for value, titles in clinton.others]
    ('Votes for Clinton', '479,514', ['525,514'])
    """
    about = election_row(cycle)
    people = {row["person"]: row["short"] for row in read_rows("people", cycle)}
    tickets = {row["ticket"]: row for row in read_rows("tickets", cycle)}
    if unit is None:
        return tuple(_of_cycle(cycle, about, people, tickets))
    units = {row["unit"]: row for row in read_rows("units", cycle)}
    if unit not in units:
        raise UnknownNameError("unit", unit, units, f"{cycle}")
    return tuple(_of_unit(units[unit], people, tickets))


def source_titles(codes: str) -> tuple[str, ...]:
    """Return the titles of sources, by their codes.

    Parameters
    ----------
    codes : str
        Codes of sources, divided by semicolons, as the column `source` of a table has them.

    Returns
    -------
    tuple of str
        Title and publisher of each.

    Examples
    --------
    >>> source_titles("GP;memory")
    ('Faithless electors (The Green Papers, thegreenpapers.com)', 'From memory (this project)')
    """
    known = (_sources()[code] for code in codes.split(";"))
    return tuple(f"{source['title']} ({source['publisher']})" for source in known)


def election_sources(cycle: int) -> tuple[str, ...]:
    """List what an election's numbers are from, to be cited.

    Parameters
    ----------
    cycle : int
        An election year.

    Returns
    -------
    tuple of str
        Title and publisher of each source, first that of the most rows; memory comes last.

    Raises
    ------
    UnknownCycleError
        If the record has no such cycle.

    Examples
    --------
    >>> election_sources(2016)[0]
    'Results by state, one table for each election (Wikipedia)'
    """
    about = election_row(cycle)
    tables = ("tickets", "units", "ballots", "totals", "votes")
    return _cited([about, *(row for table in tables for row in read_rows(table, cycle))])


def census_sources(census: int) -> tuple[str, ...]:
    """List what a census's numbers are from, to be cited.

    Parameters
    ----------
    census : int
        A census year; one that the record does not have has no sources.

    Returns
    -------
    tuple of str
        Title and publisher of each source, first that of the most rows; memory comes last.

    Examples
    --------
    >>> census_sources(1984)
    ()
    """
    rows = read_rows("populations")
    return _cited([row for row in rows if row["census"] == str(census)])


def faithless_sources() -> tuple[str, ...]:
    """List what the cases of faithless electors and the laws on them are from, to be cited.

    Returns
    -------
    tuple of str
        Title and publisher of each source, first that of the most rows; memory comes last.

    Examples
    --------
    >>> "Faithless elector (Wikipedia)" in faithless_sources()
    True
    """
    return _cited([*read_rows("faithless"), *read_rows("laws")])


def _cited(rows: Iterable[Row]) -> tuple[str, ...]:
    """List the sources of rows; what is worked out here rests on the others."""
    codes = Counter(code for row in rows for code in row["source"].split(";") if code)
    del codes["computed"]
    ranked = sorted(codes, key=lambda code: (code == MEMORY, -codes[code]))
    return source_titles(";".join(ranked)) if ranked else ()


def _of_cycle(
    cycle: int, about: Row, people: Mapping[str, str], tickets: Mapping[str, Row]
) -> Iterator[Origin]:
    """List the sources of a whole cycle's facts."""
    first, last = about["first_day"], about["last_day"]
    days = first if first == last else _("{first} to {last}").format(first=first, last=last)
    yield _origin(_("Days of voting"), days, about["source"])
    appointed = _(_ELECTORS).format(electors=about["appointed"], majority=about["majority"])
    yield replace(_origin(_("Electors"), appointed, "computed"), others=_printed_college(about))
    if about["popular_total"]:
        total = f"{int(about['popular_total']):,}"
        yield _origin(_("Votes in all states"), total, "computed", note=_("The sum of all states."))
    for ticket in tickets.values():
        head = people.get(ticket["president"], _("nobody for president"))
        mate = people.get(ticket["vice_president"], _("nobody for vice president"))
        yield _origin(
            _("Ticket: {party}").format(party=ticket["party"]),
            f"{head}, {mate}",
            ";".join(filter(None, (ticket["source"], ticket["running_mate_source"]))),
            note=" ".join(filter(None, (_said(ticket["note"]), *_reworded(ticket)))),
        )
    names = {row["place"]: row["name"] for row in read_rows("places")}
    for row in read_rows("absences", cycle):
        yield _origin(
            _("Took no part: {state}").format(state=_(names[row["place"]])),
            _(row["reason"]),
            row["source"],
        )
    for row in read_rows("notes", cycle):
        yield _origin(_("Note"), _(row["note"]), row["source"])


def _said(note: str) -> str:
    """Return a note in the visitor's language; an empty one is no entry of the catalogue."""
    return _(note) if note else ""


def _reworded(ticket: Row) -> Iterator[str]:
    """Tell which facts of a ticket are from memory."""
    if MEMORY in ticket["source"].split(";"):
        yield _("The wording of the party’s name is from memory.")
    if ticket["running_mate_source"] == MEMORY:
        yield _("The running mate is from memory.")


def _printed_college(about: Row) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Tell what the National Archives print about the electors, if it differs."""
    if about["appointed_printed"] in {"", about["appointed"]}:
        return ()
    value = _(_ELECTORS).format(
        electors=about["appointed_printed"], majority=about["majority_printed"]
    )
    return ((value, (_sources()["NARA"]["title"],)),)


def _of_unit(unit: Row, people: Mapping[str, str], tickets: Mapping[str, Row]) -> Iterator[Origin]:
    """List the sources of one unit's facts."""
    cycle, own = int(unit["cycle"]), unit["unit"]
    yield _origin(_("Electors"), unit["electors"], unit["source"])
    yield _origin(
        _("How electors were chosen"),
        _said(_METHODS.get(unit["method"], unit["method"])),
        unit["method_source"],
        _said(unit["method_note"]),
    )
    for row in read_rows("ballots", cycle):
        if row["unit"] == own:
            yield _origin(
                _("Electoral votes"), _ballots(row, people), row["source"], _said(row["note"])
            )
    for row in in_force("laws", cycle):
        if row["place"] == unit["place"]:
            yield _origin(
                _("Law on the pledge"), _said(row["words"]), row["source"], _law_note(row)
            )
    for row in read_rows("totals", cycle):
        if row["unit"] == own:
            yield _votes(_("All votes"), row)
    votes = [row for row in read_rows("votes", cycle) if row["unit"] == own]
    votes.sort(key=lambda row: (row["ticket"] == _OTHER, -int(row["votes"])))
    for row in votes:
        yield _votes(_("Votes for {name}").format(name=_head(row["ticket"], people, tickets)), row)
    districts = [row for row in read_rows("district_votes", cycle) if row["place"] == own]
    if districts:
        number = len({row["district"] for row in districts})
        yield _origin(
            _("Votes by district"),
            n_("{number} district", "{number} districts", number).format(number=number),
            districts[0]["source"],
            _("They are in the file {file}.").format(file="data/district_votes.csv"),
        )


def _head(ticket: str, people: Mapping[str, str], tickets: Mapping[str, Row]) -> str:
    """Return the name of a ticket, or of what else received votes."""
    if ticket == _OTHER:
        return _("others")
    row = tickets[ticket]
    return people[row["president"]] if row["president"] else row["party"]


def _ballots(row: Row, people: Mapping[str, str]) -> str:
    """Describe how electors voted, and how their ballots were counted."""
    names = [people[row[office]] for office in ("president", "vice_president") if row[office]]
    words = [_("{number}: {names}"), _("{number}: {names}, {status}")][row["status"] != "counted"]
    return words.format(
        number=row["electors"],
        names=" / ".join(names) or _("no vote"),
        status=_(_STATUS.get(row["status"], row["status"])),
    )


def _law_note(row: Row) -> str:
    """Cite a law; tell what is uncertain about it, and where it was read."""
    statute = f"{row['statute']}." if row["statute"] else ""
    page = _("Read at {page}").format(page=row["page"]) if row["page"] else ""
    return " ".join(filter(None, (statute, _said(row["doubt"]), page)))


def _votes(subject: str, row: Row) -> Origin:
    """Give the source of a number of votes, and the sources that print another."""
    same, others = printed(row)
    return replace(
        _origin(subject, f"{int(row['votes']):,}", row["source"], _said(row["note"])),
        agreeing=tuple(_sources()[code]["title"] for code in same),
        others=tuple(
            (f"{number:,}", tuple(_sources()[code]["title"] for code in codes))
            for number, codes in others.items()
        ),
    )


def _origin(subject: str, value: str, codes: str, note: str = "") -> Origin:
    """Make an origin from source codes."""
    known = [code for code in codes.split(";") if code]
    sources = tuple(_described(_sources()[code]) for code in dict.fromkeys(known))
    return Origin(subject, value, sources, note=note, memory=MEMORY in known)


def _described(source: Mapping[str, str]) -> str:
    """Describe a source: title, publisher, and the part that was read."""
    return _("{title} ({publisher}). Read: {read}.").format(
        title=source["title"], publisher=source["publisher"], read=source["read"]
    )


@cache
def _sources() -> Mapping[str, Mapping[str, str]]:
    """Read the list of sources, by code."""
    text = (folder("data") / "sources.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
