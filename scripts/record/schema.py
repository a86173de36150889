"""What the tables in ``data/`` hold: the one definition the build, the package and tests share."""

from dataclasses import dataclass
from typing import Final

CODES: Final = r"[A-Za-z0-9-]+(;[A-Za-z0-9-]+)*"
"""Codes of sources, parted by semicolons; each resolves in ``data/sources.toml``."""

UNIT: Final = r"[A-Z]{2}(-(AL|[0-9]{2}))?"
PLACE: Final = r"[A-Z]{2}"
ID: Final = r"[a-z]+(-[a-z]+)*"


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes
    ----------
    name, meaning : str
        As the file writes it, and what it says.
    type : str
        ``"string"``, ``"integer"`` or ``"date"`` (ISO 8601).
    required : bool
        Whether it is filled in every row.
    pattern : str
        A regular expression the whole text matches, else empty.
    least : int or None
        The smallest number allowed.
    """

    name: str
    meaning: str
    type: str = "string"
    required: bool = True
    pattern: str = ""
    least: int | None = None


@dataclass(frozen=True)
class Reference:
    """Columns whose values another table declares; a row that leaves one of them empty is free.

    Attributes
    ----------
    columns : tuple of str
        Of this table.
    table : str
        The other table.
    declared : tuple of str
        The columns of the other table.
    besides : str
        A value of the last column that is allowed without being declared, else empty.
    """

    columns: tuple[str, ...]
    table: str
    declared: tuple[str, ...]
    besides: str = ""


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes
    ----------
    name, meaning : str
        The file is ``<name>.csv``; a row is what `meaning` says.
    columns : tuple of Column
        In the order of the file.
    key : tuple of str
        Columns that together occur once.
    order : tuple of str
        Columns the rows are sorted by; a divided place has its at-large part first.
    references : tuple of Reference
        Ids that other tables declare.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    order: tuple[str, ...]
    references: tuple[Reference, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


_CYCLE = Column("cycle", "Election year; 1789 is 1788-89.", "integer", least=1789)
_PLACE = Column("place", "State or D.C., postal code.", pattern=PLACE)
_UNIT = Column("unit", "What chooses electors together: PA, ME-AL, ME-01.", pattern=UNIT)
_SOURCE = Column("source", "Where the row is from: codes of sources.toml.", pattern=CODES)
_AGREEING = Column(
    "agreeing_sources", "Sources that print the same number.", required=False, pattern=CODES
)
_DISSENTING = Column(
    "other_values",
    "What the other sources print, CODE=number parted by semicolons.",
    required=False,
    pattern=r"[A-Z0-9a-z-]+=[0-9]+(;[A-Z0-9a-z-]+=[0-9]+)*",
)
_NOTE = Column("note", "What a reader should know of this row.", required=False)

_TO_CYCLE = Reference(("cycle",), "elections", ("cycle",))
_TO_PLACE = Reference(("place",), "places", ("place",))
_TO_UNIT = Reference(("cycle", "unit"), "units", ("cycle", "unit"))


def _person(column: str) -> Reference:
    """Refer a column to the people of the cycle."""
    return Reference(("cycle", column), "people", ("cycle", "person"))


ELECTIONS: Final = Table(
    "elections",
    "one election",
    (
        _CYCLE,
        Column("label", "The cycle as it is written."),
        Column("first_day", "First day of voting by the people.", "date"),
        Column("last_day", "Last day of voting by the people.", "date"),
        Column("votes_each", "Votes each elector has for president: 2 before 1804.", "integer", least=1),
        Column("appointed", "Electors appointed.", "integer", least=1),
        Column("majority", "Electors that elect: more than half of those appointed.", "integer", least=1),
        Column("president", "Person elected; empty before the election.", required=False, pattern=ID),
        Column("vice_president", "Person elected; empty before the election.", required=False, pattern=ID),
        Column("decided_by", "Who decided; empty before the election.", required=False),
        Column("popular_total", "Votes for president, all places.", "integer", required=False, least=0),
        _SOURCE,
    ),
    key=("cycle",),
    order=("cycle",),
    references=(_person("president"), _person("vice_president")),
)

NOTES: Final = Table(
    "notes",
    "one thing to know of a cycle",
    (
        _CYCLE,
        Column("number", "Its place among the notes of the cycle, from 1.", "integer", least=1),
        Column("note", "The note, one or two sentences."),
        _SOURCE,
    ),
    key=("cycle", "number"),
    order=("cycle", "number"),
    references=(_TO_CYCLE,),
)

PLACES: Final = Table(
    "places",
    "one state, or the District of Columbia",
    (
        _PLACE,
        Column("name", "Its name."),
        Column("first_cycle", "First election it took part in.", "integer", least=1789),
        _SOURCE,
    ),
    key=("place",),
    order=("place",),
)

UNITS: Final = Table(
    "units",
    "one unit of a cycle",
    (
        _CYCLE,
        _UNIT,
        _PLACE,
        Column("name", "As it is spoken: Pennsylvania, Maine at large, Maine district 1."),
        Column("electors", "Electors it appoints.", "integer", least=1),
        _SOURCE,
    ),
    key=("cycle", "unit"),
    order=("cycle", "unit"),
    references=(_TO_CYCLE, _TO_PLACE),
)

PEOPLE: Final = Table(
    "people",
    "one person on a ticket or on a ballot of an elector",
    (
        _CYCLE,
        Column("person", "Id, unique in the cycle and the same for both offices.", pattern=ID),
        Column("name", "Full name."),
        Column("short", "Name on a map: the surname."),
        _SOURCE,
    ),
    key=("cycle", "person"),
    order=("cycle", "person"),
    references=(_TO_CYCLE,),
)

TICKETS: Final = Table(
    "tickets",
    "one pair of candidates who ran",
    (
        _CYCLE,
        Column("ticket", "Id, unique in the cycle: that of the candidate for president.", pattern=ID),
        Column("order", "Rank by electors pledged, then by popular vote, from 1.", "integer", least=1),
        Column("president", "Person.", pattern=ID),
        Column("vice_president", "Person; empty if none or several.", required=False, pattern=ID),
        Column("party", "Its name as the cycle knew it."),
        Column("code", "Its short code.", pattern=r"[A-Z]+(-[A-Z]+)?"),
        _NOTE,
        _SOURCE,
        Column("running_mate_source", "Likewise, of the running mate.", required=False, pattern=CODES),
    ),
    key=("cycle", "ticket"),
    order=("cycle", "order"),
    references=(_TO_CYCLE, _person("president"), _person("vice_president")),
)

_TO_TICKET = Reference(("cycle", "ticket"), "tickets", ("cycle", "ticket"), besides="other")

VOTES: Final = Table(
    "votes",
    "the votes of one ticket in one unit",
    (
        _CYCLE,
        _UNIT,
        Column("ticket", "Ticket, or other: everybody else the sources list.", pattern=ID),
        Column("votes", "Votes; of the whole place where the unit is an at-large part.", "integer", least=0),
        _AGREEING,
        _DISSENTING,
        _NOTE,
        _SOURCE,
    ),
    key=("cycle", "unit", "ticket"),
    order=("cycle", "unit", "ticket"),
    references=(_TO_UNIT, _TO_TICKET),
)

TOTALS: Final = Table(
    "totals",
    "all votes for president in one unit",
    (
        _CYCLE,
        _UNIT,
        Column("votes", "Votes as published, which may differ from the sum of the tickets.", "integer", least=0),
        _AGREEING,
        _DISSENTING,
        _NOTE,
        _SOURCE,
    ),
    key=("cycle", "unit"),
    order=("cycle", "unit"),
    references=(_TO_UNIT,),
)

BALLOTS: Final = Table(
    "ballots",
    "electors of one unit who were pledged and voted alike",
    (
        _CYCLE,
        _UNIT,
        Column("seat", "Seat of the first of them in their place, from 1; the numbers are ours.", "integer", least=1),
        Column("electors", "How many they are.", "integer", least=1),
        Column("pledged", "Ticket they were chosen for; empty if for none.", required=False, pattern=ID),
        Column("president", "Person they voted for; empty is a blank.", required=False, pattern=ID),
        Column(
            "vice_president",
            "Person they voted for; empty is a blank. Before 1804 the other of two votes for president.",
            required=False,
            pattern=ID,
        ),
        Column("status", "What Congress did: counted, disputed or not_counted.", pattern="counted|disputed|not_counted"),
        Column("elector", "Who voted, where known and told apart; then electors is 1.", required=False),
        _NOTE,
        _SOURCE,
    ),
    key=("cycle", "unit", "seat"),
    order=("cycle", "unit", "seat"),
    references=(
        _TO_UNIT,
        Reference(("cycle", "pledged"), "tickets", ("cycle", "ticket")),
        _person("president"),
        _person("vice_president"),
    ),
)

MAPS: Final = Table(
    "maps",
    "one layer of outlines the map of a cycle is drawn from",
    (
        _CYCLE,
        Column("layer", "Layer in shapes/*.topo.json.", pattern=r"[a-zA-Z0-9-]+"),
        Column("place", "Place whose own outline the layer stands for; empty for all.", required=False, pattern=PLACE),
        _NOTE,
        _SOURCE,
    ),
    key=("cycle", "layer"),
    order=("cycle", "place", "layer"),
    references=(_TO_CYCLE, _TO_PLACE),
)

LABELS: Final = Table(
    "labels",
    "where the text of one outline stands",
    (
        Column("layer", "Layer in shapes/*.topo.json.", pattern=r"[a-zA-Z0-9-]+"),
        Column("unit", "The outline.", pattern=UNIT),
        Column("x", "Middle of the text, in units of the drawing.", "integer"),
        Column("y", "Likewise; y runs down.", "integer"),
        Column("room", "Radius of the free space around it.", "integer", least=1),
        _SOURCE,
    ),
    key=("layer", "unit"),
    order=("layer", "unit"),
)

BOXES: Final = Table(
    "boxes",
    "one call-out box beside the map, drawn where its unit occurs",
    (
        Column("unit", "Unit it shows.", pattern=UNIT),
        Column("x", "Left edge, in units of the drawing.", "integer"),
        Column("y", "Upper edge; y runs down.", "integer"),
        Column("width", "Width.", "integer", least=1),
        Column("height", "Height.", "integer", least=1),
        Column("to_x", "Where its line ends, in its place; empty without a line.", "integer", required=False),
        Column("to_y", "Likewise.", "integer", required=False),
        _SOURCE,
    ),
    key=("unit",),
    order=("unit",),
)

TABLES: Final = (
    ELECTIONS,
    NOTES,
    PLACES,
    UNITS,
    PEOPLE,
    TICKETS,
    VOTES,
    TOTALS,
    BALLOTS,
    MAPS,
    LABELS,
    BOXES,
)
"""Every table, those that declare ids before those that use them where a reader needs it."""
