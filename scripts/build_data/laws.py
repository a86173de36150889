"""Each place's law on faithless electors, and which ballots it cancels."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from build_data.civics_schema import EFFECTS, SURE
from build_data.gathered import Gathered, union
from build_data.people import Rows
from build_data.raw import BadInputError, RawRow

_STEP: Final = 4

_EFFECTS: Final = {
    "no law found": "free",
    "counted as cast": "pledge",
    "counted, with penalty": "penalty",
    "cancelled and replaced": "void",
    "cancelled and replaced, with penalty": "void",
    "counted as cast in the statute; cancelled in practice": "void",
}
"""What the gathered table says of a ballot against the pledge, in the words of this record."""

_WORDS: Final = {
    "free": "We found no law that binds electors.",
    "pledge": "The law tells electors to vote as pledged. It does not say what happens if they "
    "do not, so the vote counts.",
    "penalty": "A vote against the pledge counts, but the elector can be punished.",
    "void": "A vote against the pledge does not count. The elector is removed, and someone else "
    "votes as pledged.",
}
"""What is said where ``by_hand/law_words.csv`` says nothing of its own."""

_SILENT: Final = (
    "We read this section of the law. It does not say what happens to such a vote. A general "
    "offense in another section could still apply."
)

_TABLE: Final = "civics/elector_laws"


def laws(gathered: Gathered, places: Rows) -> Rows:
    """List the law of every place, one row for each period.

    Raises
    ------
    BadInputError
        If the law of a place is unknown, has changed and nothing says when, or words are given
        for a place or a stretch there is not.
    """
    known = {(row["state"], row["as_of"]): row for row in gathered.tables[_TABLE]}
    first, *_, last = sorted({day for _, day in known})
    changes = {row["place"]: row for row in gathered.tables["by_hand/law_changes"]}
    words = {
        (row["place"], row["first_cycle"]): row for row in gathered.tables["by_hand/law_words"]
    }
    for name in ("law_changes", "law_words", "later_laws"):
        for row in gathered.tables[f"by_hand/{name}"]:
            row.one_of("place", {place for place, _ in known}, f"{_TABLE}.csv")
    later = defaultdict(list)
    for row in gathered.tables["by_hand/later_laws"]:
        row.one_of("effect", EFFECTS, "scripts/build_data/civics_schema.py")
        later[row["place"]].append({**row, "year": row["year_of_law"]})
    rows: Rows = []
    for place in (row["place"] for row in places):
        if (place, first) not in known or (place, last) not in known:
            raise BadInputError(
                f"{_TABLE}.csv", f"nothing says what the law of {place} is", "add rows of both days"
            )
        then, now = known[place, first], known[place, last]
        rows += _ended(_of_place(gathered, then, now, changes.get(place)) + later[place])
    found = {row["place"] for row in rows}, {(row["place"], row["first_cycle"]) for row in rows}
    for key, row in words.items():
        if key[0] in found[0] and key not in found[1]:
            row.refuse(f"no law of {key[0]} begins with {key[1]}", "correct first_cycle")
    return [_worded(row, words.get((row["place"], row["first_cycle"]))) for row in rows]


def _of_place(gathered: Gathered, then: RawRow, now: RawRow, change: RawRow | None) -> Rows:
    """Make the rows of one place: a single one if the law stayed the same, else two."""
    if change is not None:
        old = _law(gathered, then, then)
        new = _law(gathered, now, now)
        source = union(new["source"], change["source"])
        return [old, new | {"first_cycle": str(change.number("first_cycle")), "source": source}]
    if _effect(then) != _effect(now):
        now.refuse(
            f"the law of {now['state']} is not that of {then['as_of']}, and nothing says since "
            "when",
            "add it to by_hand/law_changes.csv",
        )
    return [_law(gathered, then, now)]


def _law(gathered: Gathered, then: RawRow, now: RawRow) -> dict[str, str]:
    """Describe a law by the rows of the first and the last day it was checked."""
    both = (then, now)
    told = [code for row in both for code in _told(gathered, row)]
    return {
        "place": now["state"],
        "first_cycle": then["as_of"],
        "effect": _effect(now),
        "penalty": gathered.plain(now["penalty"]),
        "statute": gathered.plain(now["statute"]),
        "year": gathered.plain(now["year_of_law"]),
        "uniform_act": now["uniform_act"].partition(" ")[0],
        "sureness": min((_sureness(row) for row in both), key=SURE.index),
        "doubt": _doubt(then, now),
        "page": " ".join(dict.fromkeys(page for row in both for page in _pages(row))),
        "source": union(*told),
    }


def _effect(row: RawRow) -> str:
    """Return what the law does with a ballot that breaks the pledge."""
    return _EFFECTS[row.one_of("deviant_vote", _EFFECTS, "scripts/build_data/laws.py")]


def _sureness(row: RawRow) -> str:
    """Return how well the effect is known; without a law, that there is none."""
    column = "conf_effect" if row["conf_effect"] else "conf_bound"
    return row.one_of(column, SURE, "scripts/build_data/civics_schema.py")


def _told(gathered: Gathered, row: RawRow) -> list[str]:
    """Return the sources of a row: lists, its own pages, and what is from memory."""
    conf = {row[name] for name in row if name.startswith("conf_")}
    return [
        gathered.codes(row),
        "LAW-PAGES" if {row["conf_bound"], row["conf_effect"]} - {"list", ""} else "",
        "memory" if "memory" in conf else "",
    ]


def _pages(row: RawRow) -> list[str]:
    """List the addresses at which a row was read."""
    written = " ".join(row[f"source_url_{what}"] for what in ("bound", "effect"))
    return [word for word in written.split() if word.startswith("http")]


def _doubt(then: RawRow, now: RawRow) -> str:
    """Say if only lists of laws are known, or if the text leaves the effect open."""
    if _sureness(then) == "text silent":
        return _SILENT
    days = [row["as_of"] for row in (then, now) if _sureness(row) == "list"]
    if not days:
        return ""
    told = "that there is none" if _effect(now) == "free" else "so"
    when = f"For {days[0]}, only" if then is not now and len(days) == 1 else "Only"
    return f"{when} lists of laws say {told}."


def _ended(rows: Rows) -> Rows:
    """End each law of a place before the next begins."""
    for row, following in pairwise(rows):
        row["last_cycle"] = str(int(following["first_cycle"]) - _STEP)
    return rows


def _worded(row: dict[str, str], own: RawRow | None) -> dict[str, str]:
    """Describe a law in a plain sentence, and what is doubtful about it."""
    words = own["words"] if own is not None else ""
    doubts = (row.get("doubt", ""), own["doubt"] if own is not None else "")
    return row | {
        "words": words or _WORDS[row["effect"]],
        "doubt": " ".join(filter(None, doubts)),
    }


def void_places(all_laws: Iterable[Mapping[str, str]], cycle: int) -> frozenset[str]:
    """Return the places that canceled ballots against the pledge in a cycle.

    Parameters
    ----------
    all_laws : iterable of mapping
        Rows of the table of laws.
    cycle : int
        Election year.

    Returns
    -------
    frozenset of str
        Postal codes; nothing before the first law recorded.
    """
    return frozenset(
        row["place"]
        for row in all_laws
        if row["effect"] == "void"
        and int(row["first_cycle"]) <= cycle
        and not (row.get("last_cycle") and int(row["last_cycle"]) < cycle)
    )
