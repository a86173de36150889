"""The errors of this package: each says what was given, what is allowed, and how to mend it."""

from collections.abc import Iterable
from difflib import get_close_matches


class EcxError(ValueError):
    """Something a caller asked for cannot be done; its message is fit to be shown to a visitor."""


class UnknownNameError(EcxError):
    """An id that the cycle does not have: a unit, a ticket, an elector, a person."""

    def __init__(self, kind: str, given: object, allowed: Iterable[object], where: str) -> None:
        word, known = shown(given), [str(name) for name in allowed]
        near = get_close_matches(str(given)[:64], known, n=3, cutoff=0.5)
        listed = near or known
        head = "did you mean" if near else "there are"
        more = "" if near or len(known) <= _LISTED else f" and {len(known) - _LISTED} more"
        super().__init__(
            f"{where} has no {kind} {word}; {head} {', '.join(listed[:_LISTED])}{more}"
            + ("?" if near else "")
        )


class UnknownCycleError(EcxError):
    """A year that the record does not hold as a cycle."""


class BallotError(EcxError):
    """A ballot that cannot be cast: the elector has not been chosen."""


class AllotmentError(EcxError):
    """A House that cannot be apportioned so: its size, its census, the states in it."""


class LinkWarning(UserWarning):
    """A part of a link could not be read and was left out."""


_LISTED = 6
_SHOWN = 40


def shown(given: object) -> str:
    """Quote what a caller gave, printable and short enough for one line.

    Examples
    --------
    >>> shown("P" * 60)
    "'PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP…'"
    """
    text = str(given)
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")
