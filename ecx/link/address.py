"""Addresses of pages: how the query of one is read and written, and what a link to a page is.

An address is ``explorer?cycle=2016&view=electors``: a page, and a query of keys with values. What
the values of most keys mean is for `ecx.link.query`, or for the page itself. This module alone
knows where the pages lie, how a query is split, and the keys that say how a page looks rather
than what is on it: ``view`` today; ``lang``, ``open`` and ``task`` are kept for what is to come.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType
from urllib.parse import parse_qsl, quote

from ecx.say import _
from ecx.say.errors import shown

LONGEST_ADDRESS: Final = 65_536
"""Characters of an address that servers take."""


Href = NewType("Href", str)
"""A link from one page to another, as `href` writes it."""


class PageName(StrEnum):
    """A page of the package. The value is its name in an address."""

    EXPLORER = "explorer"
    HISTORY = "history"
    COMPARE = "compare"
    FAITHLESS = "faithless"
    APPORTIONMENT = "apportionment"


class View(StrEnum):
    """What the map of a page has a mark for. The value is the word of a link."""

    PLACES = "places"
    """Each place or district. This is the default, which a link leaves out."""
    ELECTORS = "electors"
    """Each elector."""


PLAIN_FILES: Final = "ECX_PLAIN_FILES"
"""The environment variable that says that pages are files on a host that adds nothing to a name."""

ENDING: Final = ".html" if os.environ.get(PLAIN_FILES) else ""
"""What the address of a page ends with, behind its name."""

HOME: Final = Href("./")
"""The index of all pages, which lies beside them."""

VIEW: Final = "view"
"""The key that says how a page looks; ``view=electors&view=projector`` says two things."""

DEFAULT_VIEW: Final = View.PLACES

PROJECTOR: Final = "projector"
"""The word for large type, which only the browser reads and writes."""

PATTERNS: Final = "patterns"
"""The word for maps that tell candidates apart by patterns too."""

VIEW_WORDS: Final = (
    *(view.value for view in View if view is not DEFAULT_VIEW),
    PATTERNS,
    PROJECTOR,
)
"""The values of `VIEW` that a link may have."""

RESERVED: Final = ("open", "task", "lang")
"""Keys of a page that mean nothing yet, and will never mean anything else than that."""

SIDES: Final = ("left", "right")
"""The keys of a comparison; each has the whole query of a map as its value."""

_TRACKERS: Final = frozenset(
    {
        "__hssc",
        "__hstc",
        "_ga",
        "_gl",
        "_hsenc",
        "_hsmi",
        "dclid",
        "epik",
        "fbclid",
        "gbraid",
        "gclid",
        "gclsrc",
        "igsh",
        "igshid",
        "li_fat_id",
        "mc_cid",
        "mc_eid",
        "mkt_tok",
        "msclkid",
        "ref",
        "ref_src",
        "s_cid",
        "srsltid",
        "ttclid",
        "twclid",
        "wbraid",
        "yclid",
        "ysclid",
    }
)
"""Keys that other sites add to a link to follow its readers; they mean nothing here."""

_TRACKER_STARTS: Final = ("utm_", "hsa_", "mtm_", "pk_")
"""How more of them begin."""

_SEAM: Final = re.compile(r",|&|%2C", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Query:
    """The query of an address, split into keys and values.

    Attributes
    ----------
    pairs : tuple of (str, str)
        Keys and values in the order in which they stand, without those of `VIEW` and without what
        other sites added (`is_tracker`).
    view : View
        What the map has a mark for; unknown words count for nothing.
    patterns : bool
        Whether the map tells candidates apart by patterns too.
    problems : tuple of str
        A sentence for each value of `VIEW` that is not known.
    length : int
        Characters of the query.
    read : int
        How many of them were read.
    """

    pairs: tuple[tuple[str, str], ...]
    view: View
    patterns: bool
    problems: tuple[str, ...]
    length: int
    read: int

    @property
    def too_long(self) -> bool:
        """Whether a part of the query was not read."""
        return self.read < self.length


def read_address(address: str, longest: int) -> Query:
    """Split the query of an address into keys and values.

    Parameters
    ----------
    address : str
        Any text: a query with or without its question mark, or a whole address.
    longest : int
        Characters of the query that are read. A longer one is cut between two items, since part
        of a name could be another name.

    Returns
    -------
    Query
        Keys and values. No text raises an error.

    Examples
    --------
    >>> found = read_address("http://127.0.0.1/explorer?cycle=2016&view=electors#map", 16_000)
    >>> found.pairs, found.view
    ((('cycle', '2016'),), <View.ELECTORS: 'electors'>)
    >>> read_address("call=PA:trump,MI:trump", 16).pairs
    (('call', 'PA:trump'),)
    """
    text = address[address.find("?") + 1 :].partition("#")[0]
    length = len(text)
    if length > longest:
        seams = (seam.start() for seam in _SEAM.finditer(text[: longest + 1]))
        text = text[: max(seams, default=0)]
    given = parse_qsl(text, keep_blank_values=True, errors="replace")
    words = [value for key, value in given if key == VIEW]
    problems = tuple(
        _("There is no view called {part}. The map is shown without it.").format(part=shown(word))
        for word in words
        if word not in VIEW_WORDS
    )
    pairs = tuple((key, value) for key, value in given if key != VIEW and not is_tracker(key))
    return Query(pairs, chosen_view(words), PATTERNS in words, problems, length, len(text))


def chosen_view(words: Iterable[str]) -> View:
    """Choose the map that a link or a control asks for.

    Parameters
    ----------
    words : iterable of str
        The values of ``view=`` in a link, in any number; unknown ones count for nothing.

    Returns
    -------
    View
        The last one that is named, or the default.

    Examples
    --------
    >>> chosen_view(["electors", "projector"]), chosen_view([])
    (<View.ELECTORS: 'electors'>, <View.PLACES: 'places'>)
    """
    known = [View(word) for word in words if word in set(View)]
    return known[-1] if known else DEFAULT_VIEW


def is_tracker(key: str) -> bool:
    """Tell whether other sites add a key to links, to follow who reads them.

    Examples
    --------
    >>> is_tracker("fbclid"), is_tracker("utm_source"), is_tracker("cycle")
    (True, True, False)
    """
    plain = key.casefold()
    return plain in _TRACKERS or plain.startswith(_TRACKER_STARTS)


def without_trackers(query: str) -> str:
    """Take out of a query what other sites added to follow who reads it.

    Parameters
    ----------
    query : str
        A query with or without its question mark.

    Returns
    -------
    str
        The rest as it was; empty if nothing is left.

    Examples
    --------
    >>> without_trackers("?fbclid=x&cycle=2016&utm_source=y"), without_trackers("?fbclid=x")
    ('?cycle=2016', '')
    """
    parts = query.removeprefix("?").split("&")
    rest = "&".join(part for part in parts if not is_tracker(part.partition("=")[0]))
    return f"?{rest}" if rest and query.startswith("?") else rest


def kept(query: str) -> str:
    """Return the visitor's query without trackers; one that is too long becomes empty.

    Parameters
    ----------
    query : str
        Any text.

    Returns
    -------
    str
        The rest as it was; empty if it is longer than an address can be.

    Examples
    --------
    >>> kept("?cycle=2016&call=ZZ:trump"), kept("?" * 100_000)
    ('?cycle=2016&call=ZZ:trump', '')
    """
    return without_trackers(query) if len(query) <= LONGEST_ADDRESS else ""


def written_query(pairs: Iterable[tuple[str, object]]) -> str:
    """Write a query.

    Parameters
    ----------
    pairs : iterable of (str, object)
        Keys and values; what needs escaping in them is escaped already.

    Returns
    -------
    str
        The query with its question mark; empty without keys.

    Examples
    --------
    >>> written_query([("cycle", 2016), ("house", 492)]), written_query([])
    ('?cycle=2016&house=492', '')
    """
    query = "&".join(f"{key}={value}" for key, value in pairs)
    return f"?{query}" if query else ""


def with_view(query: str, view: View, *, patterns: bool = False) -> str:
    """Add to a query how the map looks.

    Parameters
    ----------
    query : str
        A query that names no view.
    view : View
        What the map has a mark for.
    patterns : bool, default False
        Whether it tells candidates apart by patterns too.

    Returns
    -------
    str
        The query; the default view adds nothing.

    Examples
    --------
    >>> with_view("?cycle=2016", View.ELECTORS), with_view("?cycle=2016", View.PLACES)
    ('?cycle=2016&view=electors', '?cycle=2016')
    >>> with_view("?cycle=2016", View.PLACES, patterns=True)
    '?cycle=2016&view=patterns'
    """
    words = [view.value] if view is not DEFAULT_VIEW else []
    words += [PATTERNS] if patterns else []
    return "&".join([query, *(f"{VIEW}={word}" for word in words)])


def as_value(query: str) -> str:
    """Escape a query so that it can be a value in another query, as readable as possible.

    Parameters
    ----------
    query : str
        A query with or without its question mark.

    Returns
    -------
    str
        The value, without the question mark.

    Examples
    --------
    >>> as_value("?cycle=2016&call=PA:clinton-h,MI:undecided")
    'cycle%3D2016%26call%3DPA:clinton-h,MI:undecided'
    """
    return quote(query.removeprefix("?"), safe=":,/.")


def comparison(left: str, right: str) -> str:
    """Write the query of a comparison.

    Parameters
    ----------
    left, right : str
        The queries of the two maps.

    Returns
    -------
    str
        The query: each side's own query, escaped as little as possible.

    Examples
    --------
    >>> comparison("?cycle=2012", "?cycle=2016&call=PA:clinton-h")
    '?left=cycle%3D2012&right=cycle%3D2016%26call%3DPA:clinton-h'
    """
    return written_query(zip(SIDES, map(as_value, (left, right)), strict=True))


def href(page: str, query: str = "") -> Href:
    """Write a link from one page to another.

    Parameters
    ----------
    page : PageName or str
        A page of the package, or the name of another that lies beside them.
    query : str, optional
        What is on it, with a question mark.

    Returns
    -------
    Href
        An address relative to any of the pages.

    Examples
    --------
    >>> href(PageName.EXPLORER, "?cycle=2016"), href(PageName.FAITHLESS)
    ('explorer?cycle=2016', 'faithless')
    """
    return Href(f"{page}{ENDING}{query}")
