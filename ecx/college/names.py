"""Clean names that people type: remove invisible characters, use one form of each letter.

Two names that look the same should be one name, in a link and on the page. So invisible characters
are removed: zero-width and filling characters, marks that change the direction of text, and
variants of glyphs. Letters with two encodings get one.
"""

import re
import unicodedata
from typing import Final

_BLANK: Final = re.compile(
    # The default ignorable characters of Unicode, and three more that are invisible: the braille
    # pattern without dots, the filler of Khitan, the note without a head.
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U00016fe4\U0001bca0-\U0001bca3"
    "\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_NON_JOINER: Final = "\u200c"
_JOINERS: Final = re.compile("[\u200c\u200d]+")
_CURSIVE: Final = re.compile("[\u0600-\u08ff\u1800-\u18af]")
_VIRAMA: Final = 9  # the combining class of signs that remove a vowel
_UNWRITTEN: Final = ("Cc", "Cn", "Co", "Cs", "Zl", "Zp")
"""Categories of characters nobody types: controls, private and unassigned ones, line breaks."""


def tidy(name: str) -> str:
    r"""Remove a name's invisible characters and normalize its letters (NFC).

    The two joiners are kept where they change letters: after the sign that takes the vowel away,
    as in Hindi and Sinhala, and the one that parts between letters that join, as in Persian.

    Parameters
    ----------
    name : str
        The name as it was typed, of a length that its caller has looked at: the time this takes
        grows with its square.

    Returns
    -------
    str
        Its words, parted by one space; empty if there is nothing to be seen. Tidy once more, it
        is the same.

    Examples
    --------
    >>> tidy("  Jane \u200b  Doe\u3164 "), tidy("Jose\u0301") == "Jos\u00e9", tidy("\u2800\u3164")
    ('Jane Doe', True, '')
    """
    # Removing a character can bring others together, which may then combine into one letter
    # or no longer join; so this is repeated until nothing changes.
    while (seen := _seen(name)) != name:
        name = seen
    return name


def is_written(character: str) -> bool:
    r"""Tell whether people write a character, visible or not.

    Examples
    --------
    >>> is_written("é"), is_written("\x07"), is_written("\ue000")
    (True, False, False)
    """
    return unicodedata.category(character) not in _UNWRITTEN


def _seen(name: str) -> str:
    text = _BLANK.sub("", name)
    joined = _JOINERS.sub(_kept_joiner, text)
    return unicodedata.normalize("NFC", " ".join(joined.split()))


def _kept_joiner(found: re.Match[str]) -> str:
    """Keep the first of several joiners in a row if it changes the letters beside it."""
    before, after = found.string[: found.start()], found.string[found.end() :][:1]
    parts = found[0][0] == _NON_JOINER
    if _ends_without_vowel(before):
        return found[0][0] if after.isalpha() or not parts else ""
    cursive = bool(_CURSIVE.match(before[-1:]) and _CURSIVE.match(after))
    return _NON_JOINER if parts and cursive else ""


def _ends_without_vowel(text: str) -> bool:
    """Tell whether the last letter has the sign that removes its vowel (virama)."""
    for character in reversed(text):
        mark = unicodedata.combining(character)
        if mark == _VIRAMA or not mark:
            return mark == _VIRAMA
    return False
