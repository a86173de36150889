"""Boards in a browser, without Python behind them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from board.board_page import BoardPage, ShowBoard, small_content
from ecx.board.content import Content

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext


@pytest.fixture
def show_board(browser: "Browser") -> Iterator[ShowBoard]:
    """Give a function that shows a board in a context of its own; all are closed afterwards."""
    contexts: list[BrowserContext] = []
    pages: list[BoardPage] = []

    def show(
        content: Content | None = None,
        answered: int = 0,
        **options: Any,  # noqa: ANN401
    ) -> BoardPage:
        options.setdefault("viewport", {"width": 1000, "height": 900})
        contexts.append(browser.new_context(**options))
        pages.append(BoardPage(contexts[-1], content or small_content(), answered))
        return pages[-1]

    yield show
    errors = [error for page in pages for error in page.errors]
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def board(show_board: ShowBoard) -> BoardPage:
    """Show the small board on a desk."""
    return show_board()
