"""The jump list: links from the top of a long page to its sections."""

from collections.abc import Iterable

from markupsafe import Markup

from ecx.app.kit.boxes import Prose
from ecx.say import _


def anchor(title: str) -> str:
    """Return the name by which a link finds a heading, as notebooks name theirs.

    Parameters
    ----------
    title : str
        The words of the heading.

    Returns
    -------
    str
        The words with hyphens between them.

    Examples
    --------
    >>> anchor("What to try")
    'What-to-try'
    """
    return title.replace(" ", "-")


def heading(title: str) -> Markup:
    """Render a heading that the jump list can lead to.

    Parameters
    ----------
    title : str
        Its words.

    Returns
    -------
    markupsafe.Markup
        A heading of the second level.

    Examples
    --------
    >>> heading("Every election")
    Markup('<h2 id="Every-election">Every election</h2>')
    """
    return Markup('<h2 id="{}">{}</h2>').format(anchor(title), title)


def jump_list(titles: Iterable[str]) -> Prose:
    """Make links to the sections of a page.

    Parameters
    ----------
    titles : iterable of str
        The headings, in their order on the page: those of `heading`, and those of the notebook.

    Returns
    -------
    Prose
        A list; JupyterLab, which lists the headings itself, does not show it.

    Examples
    --------
    >>> 'href="#What-if?"' in jump_list(["What if?"]).value
    True
    """
    links = Markup("").join(
        Markup('<li><a href="#{}">{}</a></li>').format(anchor(title), title) for title in titles
    )
    found = Prose(
        Markup('<nav aria-label="{}"><ul class="page-jumps">{}</ul></nav>').format(
            _("On this page"), links
        )
    )
    found.add_class("ecx-jumps")
    return found
