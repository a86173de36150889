"""The history page: a small map of every election, and a large one to step through.

No other page imports it, and it imports no other page.
"""

from ecx.app.pages.history.page import history

__all__ = ["history"]
