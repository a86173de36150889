"""The known broken pledges, and published counts of them."""

from typing import Final

from build_data.gathered import Gathered
from build_data.group import sentence
from build_data.people import People, Rows
from build_data.raw import RawRow

_TABLE: Final = "civics/faithless_electors"

_PERSONS: Final = (
    "pledged_president",
    "pledged_vice_president",
    "voted_president",
    "voted_vice_president",
)
_OFFICES: Final = {"P": "president", "VP": "vice president", "P and VP": "both"}
_OUTCOMES: Final = {
    "counted": "counted",
    "abstained": "abstained",
    "replaced": "replaced",
    "re-vote": "voted again",
}
"""Words of the gathered table, and of this record."""


def faithless(gathered: Gathered) -> Rows:
    """List every known case, including doubtful ones.

    Raises
    ------
    BadInputError
        If a case names a person, an office or an outcome that is unknown, or a reason is given
        for a case there is not.
    """
    whys = {row["id"]: row for row in gathered.tables["by_hand/faithless_whys"]}
    cases = {row["id"]: row["year"] for row in gathered.tables[_TABLE]}
    for name, why in whys.items():
        if name.partition("-")[0] in cases.values():
            why.one_of("id", cases, f"{_TABLE}.csv")
    aside = {row["id"]: row["reason"] for row in gathered.tables["by_hand/set_aside"]}
    rows: Rows = []
    for cycle in gathered.held:
        people = People(gathered, cycle)
        for row in gathered.of(_TABLE, cycle):
            name = row["id"]
            told = {
                "why": whys[name]["why"] if name in whys else "",
                "note": f"{sentence(gathered.plain(row['note']))} {aside.get(name, '')}".strip(),
            }
            rows.append(_case(gathered, people, row) | told)
    return rows


def _case(gathered: Gathered, people: People, row: RawRow) -> dict[str, str]:
    """Describe one case, with persons by id and as the sources print them."""
    return {
        "cycle": str(people.cycle),
        "case": row["id"],
        "place": row["state"],
        "elector": "" if row["elector"] == "not named" else row["elector"],
        "electors": str(row.number("electors")),
        "office": _OFFICES[row.one_of("office", _OFFICES, "scripts/build_data/faithless.py")],
        "outcome": _OUTCOMES[row.one_of("outcome", _OUTCOMES, "scripts/build_data/faithless.py")],
        "fairvote": row["fairvote_count"],
        "source": gathered.codes(row),
        **{name: people.id(row, name) for name in _PERSONS},
        **{f"{name}_printed": row[name] for name in _PERSONS},
    }


def counts(gathered: Gathered) -> Rows:
    """List the published counts, each checked against the cases it is said to include.

    The counts cover all elections, so there are none if only some are included.

    Raises
    ------
    BadInputError
        If a case left out is unknown, or the others do not sum to the number.
    """
    offered = [row for cycle in gathered.held for row in gathered.of(_TABLE, cycle)]
    if len(offered) < len(gathered.tables[_TABLE]):
        return []
    sizes = {row["id"]: row.number("electors") for row in offered if row["fairvote_count"] == "yes"}
    rows: Rows = []
    for row in gathered.tables["by_hand/faithless_counts"]:
        left_out = {case for case in row["left_out"].split(";") if case}
        unknown = sorted(left_out - sizes.keys())
        if unknown:
            row.refuse(
                f"left_out names {unknown[0]}, which FairVote does not count",
                f"correct it, or fairvote_count in {_TABLE}.csv",
            )
        total = sum(size for case, size in sizes.items() if case not in left_out)
        if total != row.number("count"):
            row.refuse(f"the cases sum to {total}, not {row['count']}", "correct left_out or count")
        rows.append({**row})
    return rows
