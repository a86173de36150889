"""Every sentence that a visitor reads passes through here, on its way into their language.

What lives here is the catalogue of sentences, the functions that look them up, and the errors of
the package, which are sentences too. Nothing else of elections is known here.

A sentence is written in American English where it is used, and marked: ``_("Undo")``. The English
text is its key in the catalogue (``messages.pot``, made by ``make words``). A second language is
one more file, ``es.po``, compiled to ``es.mo``.
"""

import os
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

VARIABLE: Final = "ECX_LANGUAGE"
"""The environment variable that names the language, ``"es"``, or the path of a catalogue."""

_HERE: Final = Path(__file__).parent


class LanguageError(ValueError):
    """A language that has no catalogue."""


def read_catalogue(language: str | None) -> NullTranslations:
    """Read the catalogue of a language.

    Parameters
    ----------
    language : str or None
        A language code with a compiled catalogue here, or the path of a ``.mo`` file. None, an
        empty text and ``"en"`` are English, which needs no catalogue.

    Returns
    -------
    gettext.NullTranslations
        The catalogue, whose keys are the English sentences.

    Raises
    ------
    LanguageError
        If there is no such catalogue.

    Examples
    --------
    >>> read_catalogue("en").gettext("Undo")
    'Undo'
    >>> read_catalogue("xx")
    Traceback (most recent call last):
    ecx.say.LanguageError: there is no catalogue for 'xx'; there are: en
    """
    if not language or language == "en":
        return NullTranslations()
    path = Path(language) if language.endswith(".mo") else _HERE / f"{language}.mo"
    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except OSError as error:
        known = ", ".join(["en", *sorted(found.stem for found in _HERE.glob("*.mo"))])
        raise LanguageError(
            f"there is no catalogue for {language!r}; there are: {known}"
        ) from error


_catalogue: Final = read_catalogue(os.environ.get(VARIABLE))

LANGUAGE: Final = _catalogue.info().get("language", "en")
"""The code of the visitor's language, as HTML writes it."""


def _(message: str) -> str:
    """Return a sentence in the visitor's language.

    Parameters
    ----------
    message : str
        The English sentence, a literal. Values are filled in afterwards:
        ``_("{name} wins").format(name=name)``.

    Returns
    -------
    str
        The sentence; the English one where the catalogue has no other.

    Examples
    --------
    >>> _("Undo")
    'Undo'
    """
    return _catalogue.gettext(message)


def n_(one: str, many: str, number: int) -> str:
    """Return the form of a sentence that fits a number.

    Parameters
    ----------
    one, many : str
        The English sentence for 1 and for any other number, literals with ``{number}``.
    number : int
        How many; it is not filled in.

    Returns
    -------
    str
        The form for this number in the visitor's language.

    Examples
    --------
    >>> n_("{number} elector", "{number} electors", 1).format(number=1)
    '1 elector'
    """
    return _catalogue.ngettext(one, many, number)


def phrase(message: str) -> str:
    """Mark a sentence that is looked up later, where a constant is used.

    Parameters
    ----------
    message : str
        The English sentence, a literal.

    Returns
    -------
    str
        The same sentence; whoever shows it calls `_` with it.

    Examples
    --------
    >>> TITLES = {"undo": phrase("Undo")}
    >>> _(TITLES["undo"])
    'Undo'
    """
    return message
