"""The comparison page: two maps side by side."""

from ecx.app.pages.compare.page import compare

__all__ = ["compare"]
