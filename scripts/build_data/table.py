"""Descriptions of tables: columns, keys, and references to other tables."""

from dataclasses import dataclass
from typing import Final

CODES: Final = r"[A-Za-z0-9-]+(;[A-Za-z0-9-]+)*"
"""Codes of sources, parted by semicolons; each resolves in ``data/sources.toml``."""

UNIT: Final = r"[A-Z]{2}(-(AL|[0-9]{2}))?"
PLACE: Final = r"[A-Z]{2}"
ID: Final = r"[a-z]+(-[a-z]+)*"


@dataclass(frozen=True)
class Column:
    """The description of one column.

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
    """Columns whose values another table declares; a row with an empty one is not checked.

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
    """The description of one table.

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


CYCLE: Final = Column("cycle", "Election year; 1789 is 1788-89.", "integer", least=1789)
SOURCE: Final = Column("source", "Where the row is from: codes of sources.toml.", pattern=CODES)
NOTE: Final = Column("note", "What a reader should know of this row.", required=False)


def to_person(column: str) -> Reference:
    """Make a reference from a column to the people of the cycle."""
    return Reference(("cycle", column), "people", ("cycle", "person"))


TO_CYCLE: Final = Reference(("cycle",), "elections", ("cycle",))
TO_PLACE: Final = Reference(("place",), "places", ("place",))
