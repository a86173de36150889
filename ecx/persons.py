"""Persons who are on no list: an elector may write any name.

Such a person's id is the name itself behind a tilde, ``"~Jane Doe"``: no list has ids like that,
and the id says all there is to know. The name is a visitor's text; whoever shows it escapes it.
"""

import unicodedata
from typing import Final

from ecx.errors import BallotError, shown

MARK: Final = "~"
"""Begins the id of a person who is on no list."""

LONGEST: Final = 60
"""Characters of a name."""

_REFUSED: Final = ("C", "Zl", "Zp")
"""Categories of characters that no name has: control, format, unassigned, line separators."""


def write_in(name: str) -> str:
    """Make the id of a person who is on no list.

    Parameters
    ----------
    name : str
        The name as it was typed; space around and between words is tidied.

    Returns
    -------
    str
        The person's id.

    Raises
    ------
    BallotError
        If nothing is left of the name, if it is too long, or has characters that are not written.

    Examples
    --------
    >>> write_in("  Jane   Doe ")
    '~Jane Doe'
    """
    tidy = unicodedata.normalize("NFC", " ".join(name.split()))
    if not any(character.isalpha() for character in tidy):
        raise BallotError(f"{shown(name)} is not a name; a name has letters, such as Jane Doe")
    if len(tidy) > LONGEST:
        raise BallotError(
            f"{shown(name)} has {len(tidy)} characters; a name may have {LONGEST}: shorten it"
        )
    if any(unicodedata.category(character).startswith(_REFUSED) for character in tidy):
        raise BallotError(f"{shown(name)} has characters that cannot be seen; type the name anew")
    return MARK + tidy


def is_write_in(person: str) -> bool:
    """Tell whether an id is of a person who is on no list.

    Examples
    --------
    >>> is_write_in("~Jane Doe"), is_write_in("kasich")
    (True, False)
    """
    return person.startswith(MARK)


def written_name(person: str) -> str:
    """Give the name of a person who is on no list.

    Examples
    --------
    >>> written_name("~Jane Doe")
    'Jane Doe'
    """
    return person.removeprefix(MARK)
