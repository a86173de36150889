"""The history page: all elections at a glance, and a map to step through."""

from ecx.app.pages.history.page import history

__all__ = ["history"]
