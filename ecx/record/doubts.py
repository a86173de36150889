"""Notes on numbers that are doubtful, as sentences for visitors."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from ecx.say import _

MEMORY: Final = "memory"
"""The code of what was told from memory and not yet found in a document."""


def printed(row: Mapping[str, str]) -> tuple[list[str], dict[int, list[str]]]:
    """Return the sources that print the number of votes in one row, and the numbers of others.

    Parameters
    ----------
    row : mapping of str to str
        A row of ``votes.csv`` or ``totals.csv``: votes, agreeing_sources, other_values.

    Returns
    -------
    tuple of list of str and dict of int to list of str
        Codes of those that agree, and of those that print each other number.

    Examples
    --------
    >>> printed({"votes": "5", "agreeing_sources": "FEC;WP24", "other_values": "LEIP=6"})
    (['FEC', 'WP24'], {6: ['LEIP']})
    """
    same = [code for code in row["agreeing_sources"].split(";") if code]
    others: dict[int, list[str]] = defaultdict(list)
    for value in filter(None, row["other_values"].split(";")):
        code, _equals, number = value.partition("=")
        if int(number) == int(row["votes"]):
            same.append(code)
        else:
            others[int(number)].append(code)
    return same, dict(others)


def about(row: Mapping[str, str], subject: str) -> list[str]:
    """Describe what is doubtful about the votes in one row of the record.

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
    ['Sources differ on Clinton: 479,514 (FEC, WP24); 525,514 (CLERK)']
    >>> about(row | {"other_values": ""}, "Clinton")
    []
    """
    doubts = []
    same, others = printed(row)
    if others:
        found = {int(row["votes"]): same, **others}
        values = "; ".join(f"{number:,} ({', '.join(codes)})" for number, codes in found.items())
        doubts.append(
            _("Sources differ on {subject}: {values}").format(subject=subject, values=values)
        )
    if MEMORY in row["source"].split(";"):
        doubts.append(
            _("The number for {subject} is from memory, not from a document").format(
                subject=subject
            )
        )
    if row["note"]:
        doubts.append(f"{subject}: {_(row['note']).removesuffix('.')}")
    return doubts
