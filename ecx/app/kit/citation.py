"""What a page is called where it is quoted: beneath a picture, in a citation."""

from collections.abc import Mapping
from dataclasses import dataclass

from ecx.app.kit import outcome
from ecx.college.counted import Counted
from ecx.record.origins import election_sources
from ecx.say import _


@dataclass(frozen=True, slots=True)
class Citation:
    """What is quoted with a page.

    Attributes
    ----------
    title : str
        What the page shows.
    headline : str
        Its result in a sentence; empty where a page has none.
    sources : tuple of str
        Title and publisher of what its numbers are from; empty where they are the visitor's own.
    """

    title: str
    headline: str
    sources: tuple[str, ...]


def election_citation(counted: Counted) -> Citation:
    """Cite the map of one election.

    Parameters
    ----------
    counted : Counted
        The scenario with its ledger and totals.

    Returns
    -------
    Citation
        Its year and whether it was changed, the result, and the sources of the election.

    Examples
    --------
    >>> import ecx
    >>> election_citation(Counted(ecx.scenario(2012))).title
    'The presidential election of 2012'
    """
    scenario = counted.scenario
    title = (
        _("The presidential election of {year}, with changes")
        if scenario.changed
        else _("The presidential election of {year}")
    )
    return Citation(
        title.format(year=scenario.election.label),
        outcome.president(counted),
        election_sources(scenario.cycle),
    )


def share_words() -> Mapping[str, str]:
    """Return the words of the menu *Share*.

    Returns
    -------
    mapping of str to str
        Each by the name that ``share.js`` calls it. Names in braces are filled in there.

    Examples
    --------
    >>> share_words()["share"]
    'Share'
    """
    return {
        "link": _("Link to this map"),
        "copyLink": _("Copy link"),
        "copyLinkHint": _("Copy the link to this map"),
        "project": _("Projector view"),
        "projectHint": _("Large type for a projector (Alt+P)"),
        "unproject": _("Leave projector view"),
        "linkCopied": _("The link is copied."),
        "onlyHere": _("This link works on this computer only."),
        "pressToCopy": _("Press Ctrl+C to copy the link."),
        "copiedLink": _("Copied"),
        "pressKeys": _("Press Ctrl+C"),
        "share": _("Share"),
        "explained": _("A picture, a citation, or a frame for your own page"),
        "picture": _("Picture"),
        "slide": _("Slide (PNG)"),
        "square": _("Square (PNG)"),
        "drawing": _("Drawing (SVG)"),
        "saved": _("The picture is saved."),
        "unsaved": _("Your browser could not make this picture. Try the drawing."),
        "cite": _("Cite this"),
        "citation": _("“{title}.” Electoral College explorer, {date}. {link} Sources: {sources}."),
        "own": _("“{title}.” Electoral College explorer, {date}. {link}"),
        "embed": _("Embed"),
        "framed": _("Electoral College explorer"),
        "unframed": _("This server does not let other websites show its pages."),
        "copy": _("Copy"),
        "copied": _("Copied"),
        "press": _("Press Ctrl+C"),
        "site": _("Electoral College explorer"),
        "goal": _("{number} to win"),
    }
