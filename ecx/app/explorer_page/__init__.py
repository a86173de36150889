"""The explorer: one page on which the map can be flipped."""

from ecx.app.explorer_page.page import explorer

__all__ = ["explorer"]
