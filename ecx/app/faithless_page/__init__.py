"""The lesson on faithless electors."""

from ecx.app.faithless_page.page import faithless

__all__ = ["faithless"]
