"""The lesson on faithless electors.

No other page imports it, and it imports no other page.
"""

from ecx.app.pages.faithless.page import faithless

__all__ = ["faithless"]
