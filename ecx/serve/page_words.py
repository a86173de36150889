"""What the template of a page is told of it: its name, its title, its sentences."""

from typing import Any

from ecx.say import LANGUAGE, _
from ecx.say.paragraphs import translated
from ecx.serve.pages import FIRST_PAGE, Page
from ecx.serve.sheet_words import sheet_words


def told(page: Page) -> dict[str, Any]:
    """Return what the template is told of a page, wherever it is served.

    Parameters
    ----------
    page : Page
        The page.

    Returns
    -------
    dict of str to Any
        By the names that ``index.html.j2`` knows.
    """
    return {
        "name": page.name,
        "language": LANGUAGE,
        "heading": _heading(page),
        "summary": _(page.summary),
        "words": sheet_words(),
        "prose": translated,
    }


def _heading(page: Page) -> str:
    """Return the title that the browser shows."""
    if page.name == FIRST_PAGE:
        return _("Electoral College explorer")
    return _("{title} – Electoral College explorer").format(title=_(page.title))
