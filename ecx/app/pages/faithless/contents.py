"""The list of sections at the top of the lesson, each a link."""

from typing import Final

from ecx.app.kit.boxes import Prose
from ecx.app.kit.jump_list import jump_list
from ecx.say import _, phrase

SECTIONS: Final = (
    phrase("## Who are the electors?"),
    phrase("## Every known case"),
    phrase("## What the law says"),
    phrase("## Questions for a class"),
    phrase("## How many would it take?"),
    phrase("## What if?"),
    phrase("## Where this is from"),
)
"""The headings of the notebook, as they are written there."""


def contents() -> Prose:
    """Make a link to each section.

    Returns
    -------
    Prose
        A list of links.

    Examples
    --------
    >>> 'href="#What-if?"' in contents().value
    True
    """
    return jump_list(_(section).removeprefix("## ") for section in SECTIONS)
