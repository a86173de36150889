"""What a visitor can intend: methods of a page's state that never fail in silence."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from ecx.app.pane import PageState
from ecx.errors import EcxError

_log = logging.getLogger(__name__)

P = ParamSpec("P")
S = TypeVar("S", bound=PageState)


def intent(method: Callable[Concatenate[S, P], None]) -> Callable[Concatenate[S, P], None]:
    """Show an error of an intent on the page, and keep the screen as it was.

    Parameters
    ----------
    method : callable
        A method of a page's state, whose `screen` is a dataclass with `notices`.

    Returns
    -------
    callable
        The method; it raises no error.
    """

    @wraps(method)
    def attempt(self: S, /, *args: P.args, **kwargs: P.kwargs) -> None:
        before = self.screen
        try:
            method(self, *args, **kwargs)
        except EcxError as error:
            self.screen = replace(before, notices=(f"{error}.",))
        except Exception as error:  # noqa: BLE001 - shown to the visitor, and logged
            # Callbacks of widgets have no caller who would see this, so the page must say it.
            _log.exception("the intent %r failed", method.__name__)
            fault = f"{type(error).__name__}: {error}"
            self.screen = replace(
                before,
                notices=(f"That did not work, and nothing was changed ({fault}).",),
            )

    return attempt
