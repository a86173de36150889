"""The record as pandas tables: all elections, and the results of one."""

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from ecx.record.csv_rows import read_rows, table_path

if TYPE_CHECKING:
    import pandas as pd

    from ecx.college.election import Election

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


def elections_frame() -> "pd.DataFrame":
    """Return the elections of the record as a table.

    Returns
    -------
    pandas.DataFrame
        As `ecx.elections` says.

    Examples
    --------
    >>> int(elections_frame().set_index("cycle").majority[1872])
    184
    """
    import pandas as pd  # noqa: PLC0415 - pages open without pandas

    counts = ("appointed_printed", "majority_printed", "popular_total")
    return pd.read_csv(
        table_path("elections"),
        dtype={"label": "str", **dict.fromkeys(counts, "Int64")},
        # Only the day of a cycle to come may be missing here.
        parse_dates=["first_day", "last_day"],
    )


def results_frame(record: "Election") -> "pd.DataFrame":
    """Return the popular vote and the electors of one cycle as a table.

    Parameters
    ----------
    record : Election
        The record of the cycle.

    Returns
    -------
    pandas.DataFrame
        As `ecx.results` says.

    Examples
    --------
    >>> import ecx
    >>> len(results_frame(ecx.scenario(1789).election))
    10
    """
    import pandas as pd  # noqa: PLC0415 - pages open without pandas

    pledged = Counter((elector.unit, elector.pledged) for elector in record.electors)
    printed = {(row["unit"], row["ticket"]): row for row in read_rows("votes", record.cycle)}
    sources = {row["unit"]: row["source"] for row in read_rows("units", record.cycle)}
    chosen = [(unit, ticket) for unit, ticket in pledged if ticket is not None]
    rows: list[dict[str, Any]] = []
    for key in dict.fromkeys([*printed, *chosen]):
        unit, ticket = record.units[key[0]], record.tickets.get(key[1])
        row = printed.get(key)
        votes = int(row["votes"]) if row else None
        rows.append(
            {
                "cycle": record.cycle,
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


def _name(record: "Election", ticket: str) -> str:
    """Return the candidate for president, or the name of the slate if it had none."""
    known = record.tickets.get(ticket)
    if known is None:
        return "Other"
    return record.people[known.president] if known.president else known.party
