"""The apportionment page: lesson and laboratory."""

from ecx.app.pages.apportionment.page import apportionment

__all__ = ["apportionment"]
