"""The record as pandas tables: all elections, and the results of one."""

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from ecx.college.election import Election
from ecx.record.csv_rows import read_rows, table_path
from ecx.record.elections import election

if TYPE_CHECKING:
    import pandas as pd

_RESULT: Final = (
    "cycle",
    "unit",
    "place",
    "ticket",
    "name",
    "party",
    "votes",
    "share",
    "electors",
    "method",
)
_ORIGIN: Final = ("source", "agreeing_sources", "other_values", "note")


def elections() -> "pd.DataFrame":
    """Return the elections of the record as a table.

    Returns
    -------
    pandas.DataFrame
        One row per cycle, with the columns of ``data/elections.csv``: cycle, label, first_day and
        last_day (of voting), votes_each (an elector's for president), appointed and majority
        (electors), appointed_printed and majority_printed (by the National Archives), president
        and vice_president (person ids), decided_by, popular_total (votes) and source. What is
        still to come is missing.

    Examples
    --------
    >>> elections().set_index("cycle").president[2016]
    'trump'
    """
    import pandas as pd  # noqa: PLC0415 - pages open without pandas

    counts = ("appointed_printed", "majority_printed", "popular_total")
    return pd.read_csv(
        table_path("elections"),
        dtype={"label": "str", **dict.fromkeys(counts, "Int64")},
        # Only the day of a cycle to come may be missing here.
        parse_dates=["first_day", "last_day"],
    )


def results(cycle: int) -> "pd.DataFrame":
    """Return the popular vote of one cycle as a table.

    Parameters
    ----------
    cycle : int
        An election year out of `ecx.cycles`.

    Returns
    -------
    pandas.DataFrame
        One row per unit and ticket, most votes first within a unit: cycle, unit, place, ticket
        (``"other"`` is everybody else), name (of the candidate for president), party, votes,
        share (of all votes of the unit, 0 to 1), electors (pledged), method (how electors were
        chosen), source, agreeing_sources, other_values (what dissenting sources print) and note.
        Votes and share are missing where the people did not vote, or no count is known. An
        at-large part has the votes of its whole place. Empty for a cycle to come.

    Raises
    ------
    UnknownCycleError
        If the record has no such cycle.

    Examples
    --------
    >>> table = results(2016).set_index(["unit", "ticket"])
    >>> int(table.votes["ME-02", "trump"]), int(table.electors["ME-02", "trump"])
    (181177, 1)
    """
    import pandas as pd  # noqa: PLC0415 - pages open without pandas

    record = election(cycle)
    pledged = Counter((elector.unit, elector.pledged) for elector in record.electors)
    printed = {(row["unit"], row["ticket"]): row for row in read_rows("votes", cycle)}
    sources = {row["unit"]: row["source"] for row in read_rows("units", cycle)}
    chosen = [(unit, ticket) for unit, ticket in pledged if ticket is not None]
    rows: list[dict[str, Any]] = []
    for key in dict.fromkeys([*printed, *chosen]):
        unit, ticket = record.units[key[0]], record.tickets.get(key[1])
        row = printed.get(key)
        votes = int(row["votes"]) if row else None
        rows.append(
            {
                "cycle": cycle,
                "unit": unit.id,
                "place": unit.place,
                "ticket": key[1],
                "name": _name(record, key[1]),
                "party": ticket.party if ticket else "",
                "votes": votes,
                "share": None if votes is None else votes / record.votes[unit.id].total,
                "electors": pledged[key],
                "method": unit.method,
                **{name: row[name] if row else "" for name in _ORIGIN},
            }
        )
        rows[-1]["source"] = rows[-1]["source"] or sources[unit.id]
    order = {unit: number for number, unit in enumerate(record.units)}
    rows.sort(key=lambda row: (order[row["unit"]], -(row["votes"] or 0), -row["electors"]))
    frame = pd.DataFrame(rows, columns=[*_RESULT, *_ORIGIN])
    return frame.astype({"votes": "Int64", "share": "float64"})


def _name(record: Election, ticket: str) -> str:
    """Return the candidate for president, or the name of the slate if it had none."""
    known = record.tickets.get(ticket)
    if known is None:
        return "Other"
    return record.people[known.president] if known.president else known.party
