"""The errors of this package: each says what was given, what is allowed, and how to fix it."""

from collections.abc import Iterable
from difflib import get_close_matches


class EcxError(ValueError):
    """Base class of the package's errors; every message can be shown to a visitor.

    A message has no period at its end: the code that shows it completes the sentence.
    """


class UnknownNameError(EcxError):
    """A name that does not exist; the message suggests the nearest.

    Parameters
    ----------
    kind : str
        What is named: ``"unit"``, ``"ticket"``, ``"elector"``, ``"person"``, ``"census"``.
    given : object
        The name.
    allowed : iterable
        The names there are.
    where : str
        What has them, ``"2016"``.

    Examples
    --------
    >>> str(UnknownNameError("unit", "PX", ["PA", "OH", "PR"], "2016"))
    "2016 has no unit 'PX'; the nearest are PR, PA"
    """

    def __init__(self, kind: str, given: object, allowed: Iterable[object], where: str) -> None:
        super().__init__(kind, given, tuple(allowed), where)

    def __str__(self) -> str:
        # Computed only when shown, since a link can have thousands of errors.
        kind, given, allowed, where = self.args
        known = [str(name) for name in allowed]
        near = get_close_matches(str(given)[:64], known, n=3, cutoff=0.5)
        listed = near or known
        head = {0: "there are", 1: "the nearest is"}.get(len(near), "the nearest are")
        more = "" if near or len(known) <= _LISTED else f" and {len(known) - _LISTED} more"
        return f"{where} has no {kind} {shown(given)}; {head} {', '.join(listed[:_LISTED])}{more}"


class UnknownCycleError(EcxError):
    """A year that is not a cycle of the record."""


class BallotError(EcxError):
    """A ballot that cannot be cast or read.

    Its elector has not been chosen, it names one person twice (before 1804) or a name that is
    none, or a link does not say whose it is.
    """


class HouseRulesError(EcxError):
    """House rules that cannot be applied: size, census, or added states."""


class LinkWarning(UserWarning):
    """A part of a link could not be read and was left out."""


_LISTED = 6
_SHOWN = 40


def shown(given: object) -> str:
    """Quote a value that a caller gave, printable and on one short line.

    Examples
    --------
    >>> shown("P" * 60)
    "'PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP…'"
    """
    text = str(given)
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")
