"""The list of sections at the top of the lesson, each a link."""

from typing import Final

from markupsafe import Markup

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


def contents() -> Markup:
    """Render a link to each section.

    Returns
    -------
    markupsafe.Markup
        A list; notebooks name a heading by its words, with hyphens between them.

    Examples
    --------
    >>> 'href="#What-if?"' in contents()
    True
    """
    titles = [_(heading).removeprefix("## ") for heading in SECTIONS]
    links = Markup("").join(
        Markup('<li><a href="#{}">{}</a></li>').format(title.replace(" ", "-"), title)
        for title in titles
    )
    return Markup('<nav class="lesson-contents" aria-label="{}"><ul>{}</ul></nav>').format(
        _("On this page"), links
    )
