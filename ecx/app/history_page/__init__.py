"""The history page: all elections at a glance, and a map to step through."""

from ecx.app.history_page.page import history

__all__ = ["history"]
