"""The history page: a small map of every election, and a large one to step through."""

from ecx.app.pages.history.page import history

__all__ = ["history"]
