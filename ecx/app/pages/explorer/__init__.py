"""The explorer: one page on which the map can be flipped."""

from ecx.app.pages.explorer.page import explorer

__all__ = ["explorer"]
