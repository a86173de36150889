"""The apportionment page: a lesson with a calculator."""

from ecx.app.pages.apportionment.page import apportionment

__all__ = ["apportionment"]
