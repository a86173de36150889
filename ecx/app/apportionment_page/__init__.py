"""The apportionment page: lesson and laboratory."""

from ecx.app.apportionment_page.page import apportionment

__all__ = ["apportionment"]
