"""Measure how plain the sentences of each page are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import textstat

from words.sources import Message, sentences

LONGEST: Final = 25
"""Words that a sentence may have."""

GRADE: Final = 6.0
"""The Flesch-Kincaid grade that a page may have: years at school."""

SCORE: Final = 6.5
"""The Dale-Chall score that a page may have; at 6.9 it is for the ninth grade."""

PAGES: Final[Mapping[str, tuple[str, ...]]] = {
    "every page": (
        "ecx/app/kit/",
        "ecx/board/",
        "ecx/college/",
        "ecx/say/errors.py",
        "ecx/figures/",
        "ecx/link/",
        "ecx/record/",
    ),
    "explorer": ("ecx/app/pages/explorer/", "notebooks/explorer.ipynb"),
    "history": ("ecx/app/pages/history/", "notebooks/history.ipynb"),
    "compare": ("ecx/app/pages/compare/", "notebooks/compare.ipynb"),
    "faithless": ("ecx/app/pages/faithless/", "notebooks/faithless.ipynb"),
    "apportionment": ("ecx/app/pages/apportionment/", "notebooks/apportionment.ipynb"),
    "server": ("ecx/serve/",),
    "notes": ("data/notes.csv", "data/absences.csv", "data/grounds.csv", "data/maps.csv"),
    "laws and cases": ("data/laws.csv", "data/faithless.csv"),
    "ballots and numbers": (
        "data/ballots.csv",
        "data/faithless_counts.csv",
        "data/tickets.csv",
        "data/totals.csv",
        "data/units.csv",
        "data/votes.csv",
    ),
    "what-ifs": ("data/presets.csv",),
}
"""Where the sentences of each page are from."""

TERMS: Final = frozenset(
    {
        "apportionment",
        "ballot",
        "ballots",
        "candidate",
        "candidates",
        "census",
        "congress",
        "constitution",
        "district",
        "districts",
        "divisor",
        "elect",
        "elected",
        "election",
        "elections",
        "elector",
        "electoral",
        "electors",
        "faithless",
        "governor",
        "majority",
        "percent",
        "percentage",
        "pledge",
        "pledged",
        "pledges",
        "popular",
        "president",
        "priority",
        "quota",
        "remainder",
        "remainders",
        "representative",
        "representatives",
        "senate",
        "senator",
        "senators",
        "vice",
        "vote",
        "voted",
        "votes",
    }
)
"""Words that the pages explain, or that no page on elections can do without."""

SHORTEST: Final = 2
"""Letters that the stem of a word has at least, less one."""

_ENDINGS: Final = {
    "s": ("",),
    "es": ("",),
    "ies": ("y",),
    "ed": ("", "e"),
    "ied": ("y",),
    "ing": ("", "e"),
    "er": ("", "e"),
    "est": ("", "e"),
    "ly": ("",),
}

_MARKUP: Final = re.compile(r"</?[^>]*>|[*_`#]+|!?\[(?P<text>[^\]]*)\]\([^)]*\)")
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_VALUE: Final = re.compile(r"\{[^{}]*\}")
_END: Final = re.compile(r"(?<=[.?!])[\"”’)]*\s+(?=[\"“(‘A-Z0-9])")
_ABBREVIATED: Final = re.compile(r"\b(?:[A-Z]|U\.S|Stat|Code|Ann|Art|Rev|Gen|St|Jr|Sr|v|D\.C)\.$")


@dataclass(frozen=True, slots=True)
class Reading:
    """How plain the sentences of a page are.

    Attributes
    ----------
    page : str
        A key of `PAGES`.
    words : int
        Words in whole sentences.
    mean : float
        Words of a sentence, on average.
    grade : float
        Flesch-Kincaid grade: years at school.
    score : float
        Dale-Chall score, which counts words that few in the fourth grade know; `TERMS` and names
        are left out.
    long : tuple of str
        Sentences of more than `LONGEST` words.
    worst : tuple of str
        The ten with the highest grade.
    """

    page: str
    words: int
    mean: float
    grade: float
    score: float
    long: tuple[str, ...]
    worst: tuple[str, ...]


def readings() -> list[Reading]:
    """Measure every page.

    Returns
    -------
    list of Reading
        In the order of `PAGES`, those that have sentences.
    """
    found: dict[str, list[str]] = {page: [] for page in PAGES}
    for place, message in sentences():
        for page, sources in PAGES.items():
            if place.startswith(sources):
                found[page] += split(message)
    return [measured(page, texts) for page, texts in found.items() if texts]


def split(message: Message) -> Iterator[str]:
    r"""Give the whole sentences of a message, without markup.

    Parameters
    ----------
    message : str or tuple of str
        As `sentences` gives it; of two forms the one for many is read.

    Yields
    ------
    str
        A sentence that ends as sentences do; labels and headings are none.

    Examples
    --------
    >>> list(split("## Try it\n\nClick **a state**. It has {number} electors."))
    ['Click a state.', 'It has 7 electors.']
    """
    text = message[-1] if isinstance(message, tuple) else message
    for block in re.split(r"\n\s*\n|\n(?=[-#])", text):
        plain = _VALUE.sub("7", _MARKUP.sub(lambda found: found["text"] or "", block))
        plain = " ".join(plain.removeprefix("-").split())
        for sentence in _joined(_END.split(plain)):
            if sentence.rstrip('"”’)').endswith((".", "?", "!")) and " " in sentence:
                yield sentence


def _joined(parts: Iterable[str]) -> Iterator[str]:
    """Put together what was cut after an abbreviation."""
    held = ""
    for part in parts:
        held = f"{held} {part}" if held else part
        if not _ABBREVIATED.search(held):
            yield held
            held = ""
    if held:
        yield held


def measured(page: str, texts: Iterable[str]) -> Reading:
    """Measure sentences.

    Parameters
    ----------
    page : str
        What they are called together.
    texts : iterable of str
        Whole sentences; one that is said twice counts once.

    Returns
    -------
    Reading
        Their measures.
    """
    said = list(dict.fromkeys(texts))
    whole = " ".join(said)
    counts = {sentence: len(sentence.split()) for sentence in said}
    by_grade = sorted(said, key=textstat.flesch_kincaid_grade, reverse=True)
    return Reading(
        page=page,
        words=sum(counts.values()),
        mean=sum(counts.values()) / len(said),
        grade=textstat.flesch_kincaid_grade(whole),
        score=textstat.dale_chall_readability_score(" ".join(map(_familiar, said))),
        long=tuple(sentence for sentence, count in counts.items() if count > LONGEST),
        worst=tuple(by_grade[:10]),
    )


def _familiar(sentence: str) -> str:
    """Put a familiar word in the place of each term, name and inflected familiar word."""
    return _WORD.sub(
        lambda found: "people" if _is_known(found[0], first=found.start() == 0) else found[0],
        sentence,
    )


def _is_known(word: str, *, first: bool) -> bool:
    """Whether a word is a term, a name, or a form of a word that textstat calls easy."""
    plain = re.sub(r"[’']s?$", "", word.lower())
    if plain in TERMS or (not first and word[:1].isupper()):
        return True
    return any(textstat.is_easy_word(stem) for part in plain.split("-") for stem in _stems(part))


def _stems(word: str) -> Iterator[str]:
    """Give what a word may be a form of: "vote" of "voted", "close" of "closest"."""
    yield word
    for ending, others in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending) + SHORTEST:
            root = word.removesuffix(ending)
            yield from (root + other for other in others)
            if root[-1:] == root[-2:-1]:
                yield root[:-1]
