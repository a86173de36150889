"""The explorer page: a map on which a visitor can change an election.

No other page imports it, and it imports no other page.
"""

from ecx.app.pages.explorer.page import explorer

__all__ = ["explorer"]
