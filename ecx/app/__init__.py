"""The pages: each has one state, panels rendered from it, and a function that a notebook calls.

Nothing here reads a file of `data/` or computes a result; it asks the packages below.
"""

from typing import TYPE_CHECKING, Any

from ecx.app.pages.explorer.page import explorer

if TYPE_CHECKING:
    from ecx.app.pages.apportionment.page import apportionment
    from ecx.app.pages.compare.page import compare
    from ecx.app.pages.faithless.page import faithless
    from ecx.app.pages.history.page import history

__all__ = ["apportionment", "compare", "explorer", "faithless", "history"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a page's function
    """Import a page that needs plotly only when it is asked for."""
    if name in ("apportionment", "compare", "faithless", "history"):
        from importlib import import_module  # noqa: PLC0415 - seldom needed

        return getattr(import_module(f"ecx.app.pages.{name}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
