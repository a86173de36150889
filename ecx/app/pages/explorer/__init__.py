"""The explorer page: a map on which a visitor can change an election."""

from ecx.app.pages.explorer.page import explorer

__all__ = ["explorer"]
