"""A table of facts that visitors can search, filter and sort in the browser."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, ClassVar, Final

from traitlets import Dict, List, Unicode, default

from ecx.app.kit.chart import LinkedCell
from ecx.app.kit.csv_button import csv_words
from ecx.app.kit.widget import PageWidget
from ecx.esm import join
from ecx.say import _

_HERE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a table of facts.

    Attributes
    ----------
    title : str
        What stands above it.
    pick : bool
        Whether rows can be narrowed to one of its values.
    width : int
        The least width that lets it be read, in letters' heights (rem).
    """

    title: str
    pick: bool = False
    width: int = 0


@dataclass(frozen=True, slots=True)
class Tells:
    """What the line above a table counts.

    Attributes
    ----------
    rows : str
        The line, in the visitor's language: ``{shown}`` stands for the rows that are shown,
        ``{all}`` for all rows, and ``{sum}`` for what is added up.
    sum : int or None
        Column of numbers that are added up; None if there is nothing to add.
    """

    rows: str
    sum: int | None = None


class FactTable(PageWidget):
    """Shows rows of facts, filtered by search and lists, sorted by any column.

    Attributes
    ----------
    title : str
        What the table shows, as a screen reader names it.
    columns : list of dict
        Each a `Heading`.
    rows : list of list
        Texts, numbers and links, one for each column; a link is ``{"text": ..., "link": ...}``.
    tells : dict
        A `Tells`, and the words of the tools: ``search`` and ``every``.
    words : dict
        What stands on the button that keeps the rows, and what explains it.

    Examples
    --------
    >>> table = FactTable("Cases", [Heading("Electors")], Tells("{shown} of {all}: {sum}", 0))
    >>> table.show([(7,), (LinkedCell("23", "explorer?cycle=1836"),)])
    >>> table.rows
    [[7], [{'text': '23', 'link': 'explorer?cycle=1836'}]]
    """

    _esm = join(_HERE / "fact_table.js")

    css_class: ClassVar = "ecx-facts"

    title = Unicode().tag(sync=True)
    columns: List[dict[str, Any]] = List().tag(sync=True)
    rows: List[list[Any]] = List().tag(sync=True)
    tells = Dict().tag(sync=True)
    words = Dict().tag(sync=True)

    @default("words")
    def _words(self) -> Mapping[str, str]:
        return csv_words()

    def __init__(self, title: str, columns: Sequence[Heading], tells: Tells) -> None:
        super().__init__(
            title=title,
            columns=[asdict(column) for column in columns],
            tells={**asdict(tells), "search": _("Search"), "every": _("All")},
        )

    def show(self, rows: Sequence[Sequence[object]]) -> None:
        """Show other rows.

        Parameters
        ----------
        rows : sequence of sequence
            What stands in each column; a `LinkedCell` is a link.
        """
        self.rows = fact_rows(rows)


def fact_rows(rows: Iterable[Sequence[object]]) -> list[list[object]]:
    """Convert rows to what the browser reads.

    Parameters
    ----------
    rows : iterable of sequence
        What stands in each column; a `LinkedCell` is a link.

    Returns
    -------
    list of list
        The attribute `rows` of a `FactTable`.

    Examples
    --------
    >>> fact_rows([(7, LinkedCell("23", "explorer?cycle=1836"))])
    [[7, {'text': '23', 'link': 'explorer?cycle=1836'}]]
    """
    return [[_cell(cell) for cell in row] for row in rows]


def _cell(cell: object) -> object:
    """Convert a cell to what the browser reads."""
    if isinstance(cell, LinkedCell):
        return {"text": cell.text, "link": cell.link}
    return cell if isinstance(cell, int) else str(cell)
