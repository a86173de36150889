"""Write the data package's description, and the tables of columns in the dictionary."""

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any, Final

from build_data.raw import BadInputError
from build_data.schema import TABLES
from build_data.table import Column, Table

SHAPES: Final = {
    "shapes/drawing.topo.json": "Outlines in tenths of a unit of the drawing, x right, y down.",
    "shapes/nad83.topo.json": "Outlines in longitude and latitude, degrees, NAD83 (EPSG:4269).",
}
"""What the topologies are, by path."""

_CODE_COLUMNS: Final = (
    "source",
    "agreeing_sources",
    "running_mate_source",
    "method_source",
    "act_source",
)


def codes(row: Mapping[str, str]) -> set[str]:
    """Collect the codes of sources in one row."""
    found = {code for name in _CODE_COLUMNS for code in row.get(name, "").split(";")}
    found |= {value.partition("=")[0] for value in row.get("other_values", "").split(";")}
    return found - {""}


def check_sources(tables: Mapping[Table, list[dict[str, str]]], sources: str) -> None:
    """Check the source codes of every row against the list of sources.

    Raises
    ------
    BadInputError
        If a code is not in the list.
    """
    known = tomllib.loads(sources)
    for table, rows in tables.items():
        for number, row in enumerate(rows, start=2):
            unknown = sorted(codes(row) - known.keys())
            if unknown:
                raise BadInputError(
                    f"{table.name}.csv, row {number}",
                    f"the source {unknown[0]!r} is unknown",
                    "describe it in data/sources.toml, or correct the code",
                )


def datapackage(
    files: Mapping[str, bytes], tables: Mapping[Table, list[dict[str, str]]], sources: str
) -> str:
    """Write the data package: each file with size, hash, schema and sources (Frictionless v1)."""
    known = tomllib.loads(sources)
    resources = []
    for table, rows in tables.items():
        used = sorted({code for row in rows for code in codes(row)})
        resources.append(
            _resource(table.name, f"{table.name}.csv", files, f"A row is {table.meaning}.")
            | {
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": _schema(table),
                "sources": [{"title": _title(known[code]), "code": code} for code in used],
            }
        )
    for path, meaning in SHAPES.items():
        name = path.removeprefix("shapes/").removesuffix(".topo.json")
        resources.append(
            _resource(name, path, files, meaning)
            | {"format": "topojson", "mediatype": "application/json", "encoding": "utf-8"}
        )
    package = {
        "profile": "data-package",
        "name": "electoral-college",
        "title": "The Electoral College: votes, electors and ballots, cycle by cycle",
        "licenses": [
            {
                "name": "CC0-1.0",
                "path": "https://creativecommons.org/publicdomain/zero/1.0/",
                "title": "Facts, dedicated to the public domain; sources as listed",
            }
        ],
        "sources": [{"title": _title(about), "code": code} for code, about in known.items()],
        "resources": resources,
    }
    return json.dumps(package, indent=1, ensure_ascii=False) + "\n"


def dictionary(text: str) -> str:
    """Update the tables of columns between the markers of the data dictionary.

    Raises
    ------
    BadInputError
        If a table has no markers.
    """
    for table in TABLES:
        begin, end = f"<!-- columns of {table.name} -->", "<!-- end -->"
        pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
        if not pattern.search(text):
            raise BadInputError(
                "data/README.md", f"there is no {begin}", f"add it, and {end} after it"
            )
        made = f"{begin}\n{_columns(table)}\n{end}"
        text = pattern.sub(lambda _, made=made: made, text, count=1)  # type: ignore[misc]
    return text


def _resource(name: str, path: str, files: Mapping[str, bytes], meaning: str) -> dict[str, Any]:
    """Describe one file."""
    content = files[path]
    return {
        "name": name,
        "path": path,
        "description": meaning,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _title(source: Mapping[str, str]) -> str:
    """Return a source's title with its publisher."""
    return f"{source['title']} ({source['publisher']})"


def _schema(table: Table) -> dict[str, Any]:
    """Write the schema of a table; empty text is a missing value.

    References that may be left empty are checked by the build but not written: the standard has
    no word for a key of several columns of which one is empty.
    """
    required = {column.name for column in table.columns if column.required}
    keys = [
        {
            "fields": list(reference.columns),
            "reference": {"resource": reference.table, "fields": list(reference.declared)},
        }
        for reference in table.references
        if not reference.besides and required.issuperset(reference.columns)
    ]
    return {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "foreignKeys": keys,
        "missingValues": [""],
    }


def _field(column: Column) -> dict[str, Any]:
    """Describe a column."""
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.least is not None:
        constraints["minimum"] = column.least
    return {
        "name": column.name,
        "type": column.type,
        "description": column.meaning,
        "constraints": constraints,
    }


def _columns(table: Table) -> str:
    """Write a table's columns as text for readers."""
    lines = [
        f"`{table.name}.csv` — a row is {table.meaning}. Key: {', '.join(table.key)}.",
        "",
        "| column | holds | type |",
        "|---|---|---|",
    ]
    for column in table.columns:
        kind = column.type if column.required else f"{column.type}, may be empty"
        lines.append(f"| `{column.name}` | {column.meaning} | {kind} |")
    return "\n".join(lines)
