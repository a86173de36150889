"""List the doubtful numbers and facts of the record for the data dictionary."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from build_data.civics_schema import BASES, FAITHLESS, LAWS, POPULATIONS
from build_data.lesson_schema import PRESETS
from build_data.raw import BadInputError
from build_data.schema import BALLOTS, ELECTIONS, NOTES, TICKETS, TOTALS, UNITS, VOTES
from build_data.table import Table

Rows = Sequence[Mapping[str, str]]
Tables = Mapping[Table, Rows]

BEGIN: Final = "<!-- doubts -->"
END: Final = "<!-- end -->"

_MUCH: Final = 100
"""Numbers that differ by more than one part in so many are named one by one."""

_PAIRED: Final = "paired"
_MEMORY: Final = "memory"


def listed(text: str, tables: Tables) -> str:
    """Update the list of doubts between its markers.

    Raises
    ------
    BadInputError
        If the text has no such markers.
    """
    pattern = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    if not pattern.search(text):
        raise BadInputError("data/README.md", f"there is no {BEGIN}", f"add it, and {END} after it")
    lines = "\n".join(
        [
            "Sources differ by more than one percent (a ticket's votes in a place, or *total*):",
            "",
            *_differing(tables),
            "",
            "The tickets listed sum to more than the total:",
            "",
            *_by_cycle(_over(tables)),
            "",
            "Who voted for whom with whom is not recorded, and is paired here:",
            "",
            *_by_cycle(_paired(tables)),
            "",
            "From memory, in part or wholly:",
            "",
            *_by_cycle(_remembered(tables)),
            "",
            "Of the laws on the pledge (from the cycle named on):",
            "",
            *_of_laws(tables),
        ]
    )
    return pattern.sub(lambda _: f"{BEGIN}\n{lines}\n{END}", text, count=1)


def _differing(tables: Tables) -> Iterator[str]:
    """List the numbers that differ much, and count the others."""
    much: dict[str, list[str]] = defaultdict(list)
    little: Counter[str] = Counter()
    for row in (*tables[TOTALS], *tables[VOTES]):
        if not row["other_values"]:
            continue
        value = int(row["votes"])
        gap = max(abs(number - value) for number in _numbers(row["other_values"]))
        if gap * _MUCH > value:
            much[row["cycle"]].append(f"{row['unit']} {row.get('ticket', '*total*')}")
        elif gap:
            little[row["cycle"]] += 1
    for cycle in sorted({*much, *little}, key=int):
        fewer = f"{little[cycle]} differ by less" if little[cycle] else ""
        named = ", ".join(sorted(much[cycle]))
        yield f"- **{cycle}** {'; '.join(part for part in (named, fewer) if part)}"


def _numbers(other_values: str) -> list[int]:
    """Read the numbers that dissenting sources print."""
    return [int(value.partition("=")[2]) for value in other_values.split(";")]


def _over(tables: Tables) -> Iterator[tuple[str, str]]:
    """Find the totals that are smaller than the sum of the tickets."""
    listed_votes: Counter[tuple[str, str]] = Counter()
    for row in tables[VOTES]:
        listed_votes[row["cycle"], row["unit"]] += int(row["votes"])
    for row in tables[TOTALS]:
        more = listed_votes[row["cycle"], row["unit"]] - int(row["votes"])
        if more > 0:
            yield row["cycle"], f"{row['unit']} (by {more:,})"


def _paired(tables: Tables) -> Iterator[tuple[str, str]]:
    """Find the places whose ballots were paired by this project."""
    for row in tables[BALLOTS]:
        if _PAIRED in row["note"].lower():
            yield row["cycle"], row["unit"]


_TOLD: Final[tuple[tuple[Table, str, str], ...]] = (
    (ELECTIONS, "source", "days of voting"),
    (NOTES, "source", "note {number}"),
    (BALLOTS, "source", "{unit} ballots"),
    (UNITS, "method_source", "{place} method"),
    (TICKETS, "running_mate_source", "{ticket} running mate"),
    (LAWS, "source", "{place} law"),
    (FAITHLESS, "source", "broken pledge {case}"),
    (POPULATIONS, "source", "{place} seats"),
    (BASES, "source", "{place} base"),
    (PRESETS, "source", "preset {key}"),
)
"""The columns that may be from memory, and how to name them. The dictionary says once that the
wording of parties' names is."""


def _remembered(tables: Tables) -> Iterator[tuple[str, str]]:
    """Find the rows that have not been compared with a document yet."""
    for table, column, name in _TOLD:
        for row in tables[table]:
            if _MEMORY in row[column].split(";"):
                yield row.get("cycle", "") or row["first_cycle"], name.format(**row)


def _of_laws(tables: Tables) -> Iterator[str]:
    """Write each doubt about laws once, with its places."""
    places: dict[str, list[str]] = defaultdict(list)
    for row in tables[LAWS]:
        if row["doubt"]:
            places[row["doubt"]].append(f"{row['place']} {row['first_cycle']}")
    for doubt, rows in places.items():
        yield f"- **{', '.join(rows)}** {doubt}"


def _by_cycle(found: Iterator[tuple[str, str]]) -> Iterator[str]:
    """Write one line for each cycle."""
    lines: dict[str, dict[str, None]] = defaultdict(dict)
    for cycle, what in found:
        lines[cycle][what] = None
    for cycle in sorted(lines, key=int):
        yield f"- **{cycle}** {', '.join(lines[cycle])}"
