"""How the electors of each place were chosen: by whom, and by which kind of vote."""

from typing import Final

from build_data.gathered import Gathered, union
from build_data.group import sentence
from build_data.raw import RawRow

METHODS: Final = (
    "statewide",
    "legislature",
    "district",
    "district and at large",
    "district and legislature",
    "statewide, then legislature",
    "statewide with a runoff",
    "electors of counties",
)
"""Plain words; ``method_note`` says more."""

_HYBRIDS: Final = {
    "statewide popular vote with a runoff": "statewide with a runoff",
    "county electors named by the legislature chose the electors": "electors of counties",
}
_AT_LARGE: Final = ("at large", "statewide")

Method = dict[str, str]


def methods(gathered: Gathered, cycle: int) -> dict[str, Method]:
    """Return method, note and source for every place of a cycle with a known rule.

    Raises
    ------
    BadInputError
        If a gathered rule is of no known kind.
    """
    return {
        row["state"]: {
            "method": _word(row),
            "method_note": _note(gathered, row),
            "method_source": union(gathered.codes(row), gathered.codes(row, "detail_source")),
        }
        for row in gathered.of("civics/allocation_rules", cycle)
        if row["method"] != "none appointed"
    } | {
        row["place"]: {
            "method": row.one_of("method", METHODS, "scripts/build_data/methods.py"),
            "method_note": row["note"],
            "method_source": row["source"],
        }
        for row in gathered.of("by_hand/methods", cycle)
    }


def of_unit(method: Method, unit: str) -> Method:
    """Return how a part of a divided place is chosen."""
    if "-" not in unit:
        return method
    word = "statewide" if unit.endswith("AL") else "district"
    return method | {"method": word}


def _word(row: RawRow) -> str:
    """Return the name of a place's method."""
    method, detail = row["method"], row["detail"]
    if method in {"statewide", "legislature"}:
        return method
    if method in {"district", "congressional district"}:
        at_large = any(words in detail for words in _AT_LARGE)
        return "district and at large" if at_large else "district"
    if method != "hybrid":
        row.refuse(f"method is {method!r}", "name one that scripts/build_data/methods.py knows")
    if detail in _HYBRIDS:
        return _HYBRIDS[detail]
    return "statewide, then legislature" if "statewide" in detail else "district and legislature"


def _note(gathered: Gathered, row: RawRow) -> str:
    """Return more on the method, and how certain it is."""
    note = sentence(gathered.plain(row["detail"]))
    if row["detail_source"] == "memory":
        note += " The exact way is from memory."
    if row["source"] == "statewide-default" and row["method"] == "statewide":
        note += " Almost every state did so by then. We found no exception here."
    return note.strip()
