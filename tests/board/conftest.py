"""Boards in a browser, without Python behind them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from board.board_page import BoardPage, ShowBoard, small_content
from ecx.board.content import Content

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

DESK: "ViewportSize" = {"width": 1000, "height": 900}
"""Pixels of the window in which boards are shown."""


@pytest.fixture(scope="session")
def desk(browser: "Browser") -> Iterator["Page"]:
    """Open the page on which boards are shown one after the other: a new one takes seconds."""
    context = browser.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


@pytest.fixture
def show_board(browser: "Browser", desk: "Page") -> Iterator[ShowBoard]:
    """Give a function that shows a board; nothing of it is left to the next test.

    A board with options of a browser context, a second one, and one that is `alone` (because its
    test stops the clock, which nobody can start again) have a context of their own.
    """
    contexts: list[BrowserContext] = []
    pages: list[BoardPage] = []

    def show(
        content: Content | None = None,
        answered: int = 0,
        *,
        alone: bool = False,
        **options: Any,  # noqa: ANN401
    ) -> BoardPage:
        page = desk
        if pages or alone or options:
            options.setdefault("viewport", DESK)
            contexts.append(browser.new_context(**options))
            page = contexts[-1].new_page()
        pages.append(BoardPage(page, content or small_content(), answered))
        return pages[-1]

    yield show
    errors = [error for page in pages for error in page.errors]
    for page in pages:
        page.clear()
    for context in contexts:
        context.close()
    desk.set_viewport_size(DESK)
    assert errors == []


@pytest.fixture
def board(show_board: ShowBoard) -> BoardPage:
    """Show the small board on a desk."""
    return show_board()
