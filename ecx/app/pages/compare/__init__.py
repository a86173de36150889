"""The comparison page: two maps side by side.

No other page imports it, and it imports no other page.
"""

from ecx.app.pages.compare.page import compare

__all__ = ["compare"]
