"""The pages: one state, panels that render wholly from it, and the doors notebooks open."""

from typing import TYPE_CHECKING, Any

from ecx.app.explorer_page.page import explorer

if TYPE_CHECKING:
    from ecx.app.apportionment_page.page import apportionment
    from ecx.app.compare_page.page import compare
    from ecx.app.faithless_page.page import faithless
    from ecx.app.history_page.page import history

__all__ = ["apportionment", "compare", "explorer", "faithless", "history"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a page's function
    """Import the pages that draw with plotly only where they are asked for."""
    if name in ("apportionment", "compare", "faithless", "history"):
        from importlib import import_module  # noqa: PLC0415 - seldom needed

        return getattr(import_module(f"ecx.app.{name}_page"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
