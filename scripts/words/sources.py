"""Find the sentences that visitors read: marked ones in the code, prose, and texts of tables."""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TextIO, TypeAlias

from babel.messages.extract import extract_from_file

from ecx.say.paragraphs import paragraphs

ROOT: Final = Path(__file__).resolve().parents[2]

KEYWORDS: Final[Mapping[str, Any]] = {"_": None, "phrase": None, "n_": (1, 2)}
"""The functions of `ecx.say` that mark a sentence, and which of their arguments are sentences."""

COLUMNS: Final = {
    "absences.csv": ("reason",),
    "ballots.csv": ("note",),
    "bases.csv": ("note",),
    "faithless.csv": ("why", "note"),
    "faithless_counts.csv": ("said_by", "explained", "doubt"),
    "grounds.csv": ("name", "note"),
    "laws.csv": ("words", "doubt"),
    "maps.csv": ("note",),
    "notes.csv": ("note",),
    "places.csv": ("name",),
    "presets.csv": ("title", "words"),
    "tickets.csv": ("party", "note"),
    "totals.csv": ("note",),
    "units.csv": ("name", "method_note"),
    "votes.csv": ("note",),
}
"""The columns of each table in ``data/`` that visitors read."""

Message: TypeAlias = str | tuple[str, ...]
"""A sentence, or the two forms of one that has a number in it."""


def sentences() -> Iterator[tuple[str, Message]]:
    """Give every sentence with the file it is from, in the order of files.

    Yields
    ------
    str
        The file, relative to the root of the project.
    str or tuple of str
        The sentence, or its form for one and its form for many.
    """
    for path in sorted((ROOT / "ecx").rglob("*.py")):
        if path.is_relative_to(ROOT / "ecx" / "say"):
            continue
        found = extract_from_file("python", path, keywords=KEYWORDS)
        yield from ((_name(path), message) for _line, message, *_rest in found)
    for path in sorted((ROOT / "ecx").rglob("*.j2")):
        found = extract_from_file("jinja2.ext:babel_extract", path, keywords=KEYWORDS)
        yield from ((_name(path), message) for _line, message, *_rest in found)
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        yield from ((_name(path), text) for text in _prose(path))
    for name, columns in COLUMNS.items():
        path = ROOT / "data" / name
        with path.open(encoding="utf-8", newline="") as file:
            yield from ((_name(path), text) for text in _texts(file, columns))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _prose(path: Path) -> Iterator[str]:
    notebook = json.loads(path.read_text("utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            for text in paragraphs("".join(cell["source"])):
                yield text
                if text.startswith("# "):
                    yield text.removeprefix("# ")  # the title of the page
    line = notebook["metadata"].get("ecx", {}).get("line")
    if line:
        yield line


def _texts(file: TextIO, columns: tuple[str, ...]) -> Iterator[str]:
    for row in csv.DictReader(file):
        yield from (row[column] for column in columns if row[column])
