"""The record as pandas tables: elections, results, laws, broken pledges and populations."""

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from ecx.college.election import Election
from ecx.record.censuses import checked_census
from ecx.record.csv_rows import read_rows, table_path
from ecx.record.elections import election

if TYPE_CHECKING:
    import pandas as pd

_COUNTS: Final = (
    "population",
    "resident",
    "enslaved",
    "seats",
    "house",
    "first_cycle",
    "last_cycle",
)
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


def laws() -> "pd.DataFrame":
    """Return the laws on the pledge of electors as a table.

    Returns
    -------
    pandas.DataFrame
        One row per place and stretch of time since 2016, with the columns of ``data/laws.csv``:
        place, first_cycle, last_cycle (missing where the law still holds), effect (free, pledge,
        penalty or void), words, penalty, statute, year, uniform_act (whether it is), sureness,
        doubt, page and source. A text that is not known is empty.

    Examples
    --------
    >>> table = laws().set_index(["place", "first_cycle"])
    >>> table.effect["WA", 2016], table.effect["WA", 2020], int(table.last_cycle["WA", 2016])
    ('penalty', 'void', 2016)
    """
    return _whole("laws")


def faithless() -> "pd.DataFrame":
    """Return the known broken pledges as a table.

    Returns
    -------
    pandas.DataFrame
        One row per case, earliest first, with the columns of ``data/faithless.csv``: cycle, case,
        place, elector (who), electors (how many); the persons they were pledged to and voted for,
        by id (pledged_president, pledged_vice_president, voted_president, voted_vice_president)
        and as printed (the same names with ``_printed``); office (president, vice president or
        both), outcome (counted, abstained, replaced or voted again), fairvote (whether FairVote
        counts it), why, note and source. A text that is not known is empty.

    Examples
    --------
    >>> table = faithless()
    >>> int(table.electors.sum()), int(table.electors[table.fairvote].sum())
    (196, 167)
    """
    return _whole("faithless")


def faithless_counts() -> "pd.DataFrame":
    """Return published counts of faithless electors, with the cases each one leaves out.

    Returns
    -------
    pandas.DataFrame
        One row per number that is quoted, with the columns of ``data/faithless_counts.csv``:
        count (electors), said_by, left_out (cases of `faithless` that FairVote counts and this
        number does not, divided by semicolons), explained (how far that explains the number),
        doubt, page and source. A text that is not known is empty.

    Examples
    --------
    >>> faithless_counts()["count"].tolist()
    [155, 157, 165, 167]
    """
    return _whole("faithless_counts")


def populations(census: int) -> "pd.DataFrame":
    """Return population and seats of every place in one census, as a table.

    Parameters
    ----------
    census : int
        A year out of `ecx.record.censuses.censuses`.

    Returns
    -------
    pandas.DataFrame
        One row per place, by postal code: census, place, name, kind (state, territory or district),
        population (persons that seats were given by), basis (who is counted in that), resident
        and enslaved (persons), seats (by law), house (seats of all), method, act, first_cycle and
        last_cycle (whose electors rest on this census), note, source and act_source. A number
        that is not known is missing, a text empty.

    Raises
    ------
    UnknownNameError
        If the record has no such census.

    Examples
    --------
    >>> table = populations(2020).set_index("place")
    >>> int(table.seats["CA"]), int(table.first_cycle["CA"])
    (52, 2024)
    """
    import pandas as pd  # noqa: PLC0415 - pages open without pandas

    rows = read_rows("populations", checked_census(census))
    names = {row["place"]: row["name"] for row in read_rows("places")}
    frame = pd.DataFrame(rows)
    frame[[*_COUNTS]] = frame[[*_COUNTS]].replace("", None)
    frame.insert(2, "name", frame.place.map(names))
    return frame.astype({"census": "int64"} | dict.fromkeys(_COUNTS, "Int64"))


def _name(record: Election, ticket: str) -> str:
    """Return the candidate for president, or the name of the slate if it had none."""
    known = record.tickets.get(ticket)
    if known is None:
        return "Other"
    return record.people[known.president] if known.president else known.party


def _whole(table: str) -> "pd.DataFrame":
    """Read a whole file; yes and no become booleans, and only a last cycle may be missing."""
    import pandas as pd  # noqa: PLC0415 - pages open without pandas

    return pd.read_csv(
        table_path(table),
        dtype={"last_cycle": "Int64"},
        true_values=["yes"],
        false_values=["no"],
        keep_default_na=False,
        na_values={"last_cycle": [""]},
    )
