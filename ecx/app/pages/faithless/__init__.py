"""The lesson on faithless electors."""

from ecx.app.pages.faithless.page import faithless

__all__ = ["faithless"]
