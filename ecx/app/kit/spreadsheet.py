"""Write tables as CSV files that spreadsheets read correctly and never as formulas.

A name can come from a link, and a spreadsheet runs what looks like a formula. So such a cell is
written as text, with an apostrophe before it, and read back without it. `ecx/esm/csv.js` writes
tables of a page by the same rule.
"""

import re
from collections.abc import Iterable
from typing import Final

MARK_OF_UTF_8: Final = "\ufeff"
"""The start of a file; without it, spreadsheets misread letters outside ASCII."""

_FORMULA: Final = re.compile(r"""[\s\x00-\x1f\x7f-\x9f\ufeff"']*[=+\-@\t\r＝＋－＠]""")  # noqa: RUF001 - some take these too
_NUMBER: Final = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
_PARTING: Final = '\t;,"\r\n'


def write_rows(rows: Iterable[Iterable[object]]) -> str:
    """Write rows of cells as CSV.

    Parameters
    ----------
    rows : iterable of iterable
        The cells of each row.

    Returns
    -------
    str
        A line for each row; a cell with a mark that could part it stands in quotation marks, and
        one that a spreadsheet would take for a formula has an apostrophe before it.

    Examples
    --------
    >>> print(write_rows([["Ash; Upper", 600], ["=1+1", -5]]), end="")
    "Ash; Upper",600
    '=1+1,-5
    """
    return "".join(",".join(_quoted(as_text(str(cell))) for cell in row) + "\n" for row in rows)


def as_text(cell: str) -> str:
    """Escape a cell so that a spreadsheet does not read it as a formula.

    Parameters
    ----------
    cell : str
        What it says.

    Returns
    -------
    str
        The same; with an apostrophe before it if it begins as a formula does, and is no number.

    Examples
    --------
    >>> as_text("@SUM(A1)"), as_text("-5"), as_text("Ash")
    ("'@SUM(A1)", '-5', 'Ash')
    """
    return f"'{cell}" if _is_formula(cell) else cell


def as_said(cell: str) -> str:
    """Read a cell that `as_text` escaped.

    Parameters
    ----------
    cell : str
        As it stands in the file.

    Returns
    -------
    str
        What it says.

    Examples
    --------
    >>> as_said("'@SUM(A1)"), as_said("'Ash"), as_said("=1+1")
    ('@SUM(A1)', "'Ash", '=1+1')
    """
    return cell[1:] if cell.startswith("'") and _is_formula(cell[1:]) else cell


def _is_formula(cell: str) -> bool:
    return bool(_FORMULA.match(cell)) and not _NUMBER.fullmatch(cell)


def _quoted(cell: str) -> str:
    """Quote a cell for CSV."""
    marked = any(mark in cell for mark in _PARTING)
    return '"{}"'.format(cell.replace('"', '""')) if marked else cell
