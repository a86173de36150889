"""What is doubtful about a number, said in words for the reader who sees it."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

MEMORY: Final = "memory"
"""The code of what was told from memory and not yet found in a document."""


def about(row: Mapping[str, str], subject: str) -> list[str]:
    """Say what is doubtful about the votes in one row of the record.

    Parameters
    ----------
    row : mapping of str to str
        A row of ``votes.csv`` or ``totals.csv``: votes, source, agreeing_sources,
        other_values, note.
    subject : str
        Whose votes they are, as a reader knows them: ``"Clinton"``, ``"all votes"``.

    Returns
    -------
    list of str
        One sentence, without a full stop, for each doubt; empty if there is none. Sources are
        named by their codes in ``data/sources.toml``.

    Examples
    --------
    >>> row = {"votes": "479514", "source": "FEC", "agreeing_sources": "FEC;WP24", "note": ""}
    >>> about(row | {"other_values": "CLERK=525514"}, "Clinton")
    ['sources differ on Clinton: 479,514 (FEC, WP24) or 525,514 (CLERK)']
    >>> about(row | {"other_values": ""}, "Clinton")
    []
    """
    doubts = []
    if row["other_values"]:
        printed: dict[int, list[str]] = defaultdict(list)
        printed[int(row["votes"])] += row["agreeing_sources"].split(";")
        for value in row["other_values"].split(";"):
            code, _, number = value.partition("=")
            printed[int(number)].append(code)
        values = [f"{number:,} ({', '.join(codes)})" for number, codes in printed.items()]
        doubts.append(f"sources differ on {subject}: {' or '.join(values)}")
    if MEMORY in row["source"].split(";"):
        doubts.append(f"the number for {subject} is from memory, not from a document")
    if row["note"]:
        doubts.append(f"{subject}: {row['note'].removesuffix('.')}")
    return doubts
