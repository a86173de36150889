"""Population and seats of every place in every census, and the cycles that use it."""

from collections import Counter
from itertools import pairwise
from typing import Final

from build_data.gathered import Gathered, union
from build_data.group import sentence
from build_data.people import Rows
from build_data.raw import RawRow

_TABLE: Final = "civics/census_population"

_TERRITORY: Final = "not a state"
_UNKNOWN_LAW: Final = "none passed"

_BASES: Final = {
    "": "",
    "free persons + 3/5 of enslaved persons": (
        "free people, and three-fifths of the number of enslaved people"
    ),
    "all residents of the state (Indians not taxed excluded by law; see note)": (
        "all residents; the law left out Indians not taxed"
    ),
    "resident population minus Indians not taxed": "residents without Indians not taxed",
    "resident population (as in the published national base)": "residents",
    "resident population": "residents",
    "resident population plus overseas federal personnel allocated to the state": (
        "residents, and federal personnel overseas who have their home there"
    ),
}
"""Who is counted, in the words of the gathered table and of this record."""


def populations(gathered: Gathered, places: Rows) -> Rows:
    """List the population and the seats of every place in every census.

    Raises
    ------
    BadInputError
        If a number is none, a place has seats without an act, or a note is of no row.
    """
    known = {row["place"] for row in places}
    gathered_rows = gathered.tables[_TABLE]
    house: Counter[str] = Counter()
    for row in gathered_rows:
        house[row["census_year"]] += row.number("seats") if row["seats"] else 0
    notes = {(row["census"], row["place"]): row for row in gathered.tables["by_hand/census_notes"]}
    told = {(row["census_year"], row["state"]) for row in gathered_rows}
    for key, note in notes.items():
        if key[0] in house and key not in told:
            note.refuse(f"{key[1]} has no row in the census of {key[0]}", "correct the place")
    made = [
        _population(gathered, row, notes.get((row["census_year"], row["state"])))
        for row in gathered_rows
        if row["state"] in known
    ]
    made += [row for row in _districts(gathered, made) if row["place"] in known]
    stretches = _stretches(gathered_rows)
    return [
        row | {"house": str(house[row["census"]] or ""), **stretches[row["census"]]} for row in made
    ]


def bases(gathered: Gathered, listed: Rows) -> Rows:
    """List the populations by which Congress gave seats, where its numbers differed.

    Raises
    ------
    BadInputError
        If a number is none, or a place is of no row of the populations.
    """
    known = {(row["census"], row["place"]): row for row in listed}
    censuses = {census for census, _ in known}
    made = []
    for row in gathered.tables["by_hand/census_bases"]:
        told = known.get((row["census"], row["place"]))
        if told is None and row["census"] in censuses:
            row.refuse(
                f"{row['place']} has no row in the census of {row['census']}", "correct the place"
            )
        if told is None:
            continue
        people = row.number("counted") if row["counted"] else int(told["population"])
        left_out = row.number("not_taxed") if row["not_taxed"] else 0
        made.append(
            {
                "census": row["census"],
                "place": row["place"],
                "population": str(people - left_out),
                "not_taxed": _count(row, "not_taxed"),
                "first_cycle": told["first_cycle"],
                "note": row["note"],
                "source": gathered.codes(row),
            }
        )
    return made


def _districts(gathered: Gathered, made: Rows) -> Rows:
    """Describe the District of Columbia in each census: population and law, but no seats."""
    laws = {row["census"]: row for row in made}
    places = {row["state"] for row in gathered.tables["elections/states"]}
    return [
        {
            "census": row["census"],
            "place": row.one_of("place", places, "elections/states.csv"),
            "kind": "district",
            "resident": _count(row, "resident"),
            "method": laws[row["census"]]["method"],
            "act": laws[row["census"]]["act"],
            "note": row["note"],
            "source": gathered.codes(row),
            "act_source": laws[row["census"]]["act_source"],
        }
        for row in gathered.tables["by_hand/census_district"]
        if row["census"] in laws
    ]


def _population(gathered: Gathered, row: RawRow, note: RawRow | None) -> dict[str, str]:
    """Describe one place in one census."""
    law = row["law"] if row["law"] != _UNKNOWN_LAW else ""
    if row["seats"] and not law:
        row.refuse(f"{row['state']} has seats, but no law gave them", "name the law, or no seats")
    basis = _BASES[row.one_of("population_basis", _BASES, "scripts/build_data/populations.py")]
    told = (sentence(gathered.plain(row["note"])), note["note"] if note is not None else "")
    return {
        "census": row["census_year"],
        "place": row["state"],
        "kind": "territory" if row["seats_source"] == _TERRITORY else "state",
        "population": _count(row, "apportionment_population"),
        "basis": basis if row["apportionment_population"] else "",
        "resident": _count(row, "resident_population"),
        "enslaved": _count(row, "enslaved_population"),
        "seats": _count(row, "seats"),
        "method": row["method"],
        "act": law,
        "note": " ".join(filter(None, told)),
        "source": union(gathered.codes(row), gathered.codes(row, "seats_source")),
        "act_source": gathered.codes(row, "law_source"),
    }


def _count(row: RawRow, column: str) -> str:
    """Read a number that may be missing."""
    return str(row.number(column)) if row[column] else ""


def _stretches(rows: list[RawRow]) -> dict[str, dict[str, str]]:
    """Return the first and the last cycle that uses each census.

    Electors are chosen in the November before a Congress meets, so a law holds from the first
    election that is at most a year earlier.
    """
    first: dict[str, int] = {}
    for row in rows:
        if row["effective_year"]:
            first[row["census_year"]] = -(-(row.number("effective_year") - 1) // 4) * 4
    ordered = sorted(first, key=int)
    last = {census: first[following] - 4 for census, following in pairwise(ordered)}
    return {
        row["census_year"]: {
            "first_cycle": str(first.get(row["census_year"], "")),
            "last_cycle": str(last.get(row["census_year"], "")),
        }
        for row in rows
    }
