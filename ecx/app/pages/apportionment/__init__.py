"""The apportionment page: a lesson with a calculator.

No other page imports it, and it imports no other page.
"""

from ecx.app.pages.apportionment.page import apportionment

__all__ = ["apportionment"]
