"""Write the catalogue of sentences, and one in a language that nobody speaks."""

import io
import re
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from words.sources import ROOT, sentences

TEMPLATE: Final = ROOT / "ecx" / "say" / "messages.pot"
"""The catalogue of English sentences that a translation starts from."""

_ACCENTED: Final = str.maketrans(
    "ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz", "ÁČĎÉĜĤÍĴĶĻŇÓŘŠŤÚŴÝŽáčďéĝĥíĵķļňóřšťúŵýž"
)
_KEPT: Final = re.compile(r"\{[^{}]*\}|\]\([^)]*\)|</?\w+>|&\w+;|`[^`]*`|%\w")


def gathered() -> Catalog:
    """Gather every sentence, with the files that say it.

    Returns
    -------
    babel.messages.catalog.Catalog
        In the order of files.
    """
    catalogue = Catalog(charset="utf-8")
    for place, message in sentences():
        catalogue.add(message, locations=[(place, 0)])
    return catalogue


def written(catalogue: Catalog) -> str:
    """Write a catalogue as text, without dates and numbers of lines, so that it changes seldom.

    Parameters
    ----------
    catalogue : babel.messages.catalog.Catalog
        The sentences.

    Returns
    -------
    str
        What ``messages.pot`` holds.
    """
    text = io.BytesIO()
    write_po(text, catalogue, width=100, omit_header=True, include_lineno=False)
    return text.getvalue().decode()


def pseudo(text: str) -> str:
    """Write a sentence as no language does, so that one that was not looked up stands out.

    Parameters
    ----------
    text : str
        An English sentence, perhaps with markup and with names of values in braces.

    Returns
    -------
    str
        The same with accents on its letters; markup and names of values as they were.

    Examples
    --------
    >>> pseudo("Undo {number} clicks")
    'Úňďó {number} čļíčķš'
    """
    kept = [match.span() for match in _KEPT.finditer(text)]
    parts, at = [], 0
    for start, end in [*kept, (len(text), len(text))]:
        parts += [text[at:start].translate(_ACCENTED), text[start:end]]
        at = end
    return "".join(parts)


def write_pseudo(path: Path) -> None:
    """Write a compiled catalogue of `pseudo` sentences.

    Parameters
    ----------
    path : pathlib.Path
        The ``.mo`` file; ``ECX_LANGUAGE`` may name it.
    """
    catalogue = Catalog(locale="en", charset="utf-8")
    for message in gathered():
        if not isinstance(message.id, str):
            catalogue.add(message.id, tuple(map(pseudo, message.id)))
        elif message.id:
            catalogue.add(message.id, pseudo(message.id))
    with path.open("wb") as file:
        write_mo(file, catalogue)
