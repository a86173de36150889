"""The glossary: terms of the field that explain themselves on hover, focus and tap."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from markupsafe import Markup

from ecx.say import _, phrase

MEANINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "elector": phrase(
            "A person whom a state sends to vote for president. "
            "When people vote, they choose electors."
        ),
        "pledge": phrase("An elector’s promise to vote for one candidate."),
        "faithless": phrase("Said of an elector who breaks the pledge."),
        "majority": phrase("More than half of all electoral votes: today 270 of 538."),
        "plurality": phrase("The most votes, even if that is less than half."),
        "apportionment": phrase(
            "How the seats of the House are shared among the states, by the number of people."
        ),
        "contingent election": phrase(
            "The vote in Congress if nobody has a majority. The House picks the president, with "
            "one vote for each state. The Senate picks the vice president."
        ),
    }
)
"""What each term means, in a sentence or two."""

_NAMES: Final = (
    phrase("elector"),
    phrase("pledge"),
    phrase("faithless"),
    phrase("majority"),
    phrase("plurality"),
    phrase("apportionment"),
    phrase("contingent election"),
)
"""The terms, marked so that a second language has them."""


def term(name: str, text: str = "", *, where: str = "page") -> Markup:
    """Render a term with its meaning, which shows on hover, on focus and on a tap.

    Parameters
    ----------
    name : str
        A key of `MEANINGS`.
    text : str, optional
        The word as it stands in its sentence, in the visitor's language; the term if left out.
    where : str, optional
        The part of the page it stands in; a term may stand in each part once.

    Returns
    -------
    markupsafe.Markup
        The word, which takes the focus, and its meaning.

    Raises
    ------
    KeyError
        If the glossary has no such term.

    Examples
    --------
    >>> term("pledge", where="law").striptags()
    'pledgeAn elector’s promise to vote for one candidate.'
    """
    return Markup(
        '<span class="page-glossed"><dfn><button type="button" class="page-term" '
        'aria-expanded="false" aria-describedby="{id}">{text}</button></dfn>'
        '<span class="page-meaning" role="tooltip" id="{id}">{meaning}</span></span>'
    ).format(
        id=f"page-meaning-{where}-{name.replace(' ', '-')}",
        text=text or _(name),
        meaning=_(MEANINGS[name]),
    )


def all_terms(where: str) -> Markup:
    """Render a line of all terms.

    Parameters
    ----------
    where : str
        The part of the page it stands in.

    Returns
    -------
    markupsafe.Markup
        A paragraph.

    Examples
    --------
    >>> all_terms("nation").count("<dfn")
    7
    """
    line = Markup(" · ").join(term(name, where=where) for name in _NAMES)
    return Markup('<p class="page-terms"><b>{}</b> {}</p>').format(_("Words to know:"), line)
