"""The errors of this package: each says what was given, what is allowed, and how to fix it."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from ecx.say import _, phrase


class EcxError(ValueError):
    """Base class of the package's errors; every message can be shown to a visitor.

    A message is in the visitor's language and begins as a sentence does. It has no period at its
    end: the code that shows it completes the sentence.
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
    'In 2016, no state or district is called “PX”. Similar names: PR, PA'
    """

    def __init__(self, kind: str, given: object, allowed: Iterable[object], where: str) -> None:
        super().__init__(kind, given, tuple(allowed), where)

    def __str__(self) -> str:
        # Computed only when shown, since a link can have thousands of errors.
        kind, given, allowed, where = self.args
        known = [str(name) for name in allowed]
        near = get_close_matches(str(given)[:64], known, n=3, cutoff=0.5)
        listed = near or known
        names = ", ".join(listed[:_LISTED])
        more = len(known) - _LISTED
        problem = _(_MISSING.get(kind, _NOTHING)).format(kind=kind, given=shown(given), where=where)
        if near:
            said = _("{problem}. Similar names: {names}")
        elif more > 0:
            said = _("{problem}. The choices are {names}, and {more} more")
        else:
            said = _("{problem}. The choices are {names}")
        return said.format(problem=problem, names=names, more=more)


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


_MISSING: Final = {
    "unit": phrase("In {where}, no state or district is called {given}"),
    "ticket": phrase("In {where}, no candidate is called {given}"),
    "elector": phrase("In {where}, no elector is called {given}"),
    "person": phrase("In {where}, nobody is called {given}"),
    "place": phrase("No state is called {given}"),
    "census": phrase("There is no census of {given}"),
    "method": phrase("There is no way to share seats called {given}"),
    "law": phrase("There is no choice of law called {given}"),
    "way for D.C.": phrase("There is no rule for D.C. called {given}"),
}
"""What is said of each kind of name."""

_NOTHING: Final = phrase("There is no {kind} called {given}")

_LISTED = 6
_SHOWN = 40


def shown(given: object) -> str:
    """Quote a value that a caller gave, printable and on one short line.

    Examples
    --------
    >>> shown("P" * 60)
    '“PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP…”'
    """
    text = str(given)
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return f"“{repr(cut)[1:-1]}”"
