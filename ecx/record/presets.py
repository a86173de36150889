"""Presets: scenarios for teaching, each a link with a paragraph."""

from dataclasses import dataclass
from functools import cache

from ecx.record.csv_rows import read_rows


@dataclass(frozen=True, slots=True)
class Preset:
    """A scenario that a lesson opens.

    Attributes
    ----------
    cycle : int
        The election it changes, or shows as it happened.
    key : str
        Its name within the cycle, ``"as-pledged"``.
    title : str
        What it is called.
    query : str
        The scenario as a link writes it, canonical.
    words : str
        What it shows, and what to ask of it.
    source : str
        Codes of the sources, divided by semicolons.
    """

    cycle: int
    key: str
    title: str
    query: str
    words: str
    source: str


@cache
def presets() -> tuple[Preset, ...]:
    """List the presets.

    Returns
    -------
    tuple of Preset
        By cycle, earliest first, and within a cycle in the order a lesson takes them.

    Examples
    --------
    >>> [preset.title for preset in presets() if preset.cycle == 1836]
    ['The 23 of Virginia', 'The 23 keep their pledge']
    """
    return tuple(
        Preset(
            int(row["cycle"]), row["key"], row["title"], row["query"], row["words"], row["source"]
        )
        for row in read_rows("presets")
    )
