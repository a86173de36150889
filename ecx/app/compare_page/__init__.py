"""The comparison page: two maps side by side."""

from ecx.app.compare_page.page import compare

__all__ = ["compare"]
