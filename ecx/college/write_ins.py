"""Write-in candidates: an elector may vote for a person who is on no list.

Such a person's id is the name itself behind a tilde, ``"~Jane Doe"``: no list has ids like that,
and the id says all there is to know. The name is a visitor's text; whoever shows it escapes it.
"""

import re
from typing import Final

from ecx.college.names import is_written, tidy
from ecx.say import _
from ecx.say.errors import BallotError, shown

MARK: Final = "~"
"""The first character of the id of a write-in candidate."""

LONGEST: Final = 60
"""Characters of a name."""

_LONGEST_TYPED: Final = 4 * LONGEST
"""Characters that are read for a name, since letters may come with separate marks."""

_PLAIN = re.compile(r"[A-Za-z0-9.-]")
_BYTE = re.compile(r"~([0-9A-Fa-f]{2})")


def write_in(name: str) -> str:
    """Make the id of a person who is on no list.

    Parameters
    ----------
    name : str
        The name as it was typed; space around and between words is tidied, and what cannot be
        seen is left out.

    Returns
    -------
    str
        The person's id.

    Raises
    ------
    BallotError
        If no letter is left of the name, if it is too long, or has characters that are not
        written.

    Examples
    --------
    >>> write_in("  Jane   Doe ")
    '~Jane Doe'
    """
    seen = _seen(name)
    if not any(character.isalpha() for character in seen):
        raise BallotError(
            _("{name} is not a name. A name has letters, such as Jane Doe").format(name=shown(name))
        )
    if len(seen) > LONGEST:
        raise BallotError(
            _("{name} is too long. A name may have {limit} characters, not {number}").format(
                name=shown(name), limit=LONGEST, number=len(seen)
            )
        )
    if not all(map(is_written, seen)):
        raise BallotError(
            _("{name} has characters that can’t be seen. Type the name again").format(
                name=shown(name)
            )
        )
    return MARK + seen


def is_write_in(person: str) -> bool:
    """Tell whether an id belongs to a write-in candidate.

    Examples
    --------
    >>> is_write_in("~Jane Doe"), is_write_in("kasich")
    (True, False)
    """
    return person.startswith(MARK)


def written_name(person: str) -> str:
    """Return the name of a write-in candidate.

    Examples
    --------
    >>> written_name("~Jane Doe")
    'Jane Doe'
    """
    return person.removeprefix(MARK)


def escaped(name: str) -> str:
    """Encode a name so that a link needs no further escaping.

    A space is an underscore; any other character but letters and digits of ASCII, full stop and
    hyphen is written as the bytes of its UTF-8, each a tilde and two hexadecimal digits.

    Examples
    --------
    >>> escaped("José King, Jr.")
    'Jos~C3~A9_King~2C_Jr.'
    """
    return "".join(_escaped(character) for character in name)


def unescaped(text: str) -> str:
    """Decode a name that `escaped` wrote; any other character stays as it is.

    Examples
    --------
    >>> unescaped("Jos~C3~A9_King~2C_Jr."), unescaped("José King")
    ('José King, Jr.', 'José King')
    """
    spaced = text.replace("_", " ").encode(errors="replace").decode()
    raw = b"".join(
        bytes.fromhex(piece) if coded else piece.encode() for coded, piece in _pieces(spaced)
    )
    return raw.decode(errors="replace")


def _seen(name: str) -> str:
    """Tidy a name, unless it is too long to be one."""
    words = " ".join(name.split())
    return words if len(words) > _LONGEST_TYPED else tidy(words)


def _escaped(character: str) -> str:
    if character == " ":
        return "_"
    if _PLAIN.match(character):
        return character
    return "".join(f"~{byte:02X}" for byte in character.encode())


def _pieces(text: str) -> list[tuple[bool, str]]:
    """Split a text into escaped bytes and the text between them."""
    pieces = _BYTE.split(text)
    return [(bool(number % 2), piece) for number, piece in enumerate(pieces)]
