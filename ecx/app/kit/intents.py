"""Intents: methods of a page's state that show every error on the page."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from ecx.app.kit import faults
from ecx.app.kit.widget import PageState
from ecx.say import _
from ecx.say.errors import EcxError

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
            fault = faults.logged(error, f"the intent {method.__name__!r}")
            self.screen = replace(
                before,
                notices=(
                    _("That did not work. Nothing was changed ({fault}).").format(fault=fault),
                ),
            )

    return attempt
