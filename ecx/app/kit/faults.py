"""Handle bugs: log them with their traceback, and show a short message on the page."""

import logging
from typing import Final

from ecx.say import _, phrase

_log = logging.getLogger(__name__)

_UNSEEN: Final = phrase(
    "This part of the page can’t be shown ({fault}). The rest still works. "
    "Undo the last change, or choose something else."
)


def logged(error: Exception, what: str) -> str:
    """Log a bug and return its name; callbacks of widgets have no caller who would see it.

    Parameters
    ----------
    error : Exception
        What was raised.
    what : str
        What failed, for the log: ``"the intent 'call'"``.

    Returns
    -------
    str
        Kind and words of the error.

    Examples
    --------
    >>> logged(KeyError("PR"), "an example")
    "KeyError: 'PR'"
    """
    _log.error("%s failed", what, exc_info=error)
    return f"{type(error).__name__}: {error}"


def unseen(error: Exception, part: object) -> str:
    """Return the message for a part of the page that cannot be shown.

    Parameters
    ----------
    error : Exception
        What was raised.
    part : object
        The widget that failed.

    Returns
    -------
    str
        Sentences for the visitor, with the mend.
    """
    return _(_UNSEEN).format(fault=logged(error, f"the part {type(part).__name__!r} of the page"))
