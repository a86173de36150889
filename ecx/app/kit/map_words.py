"""What a map says in numbers: a table of its states, which opens."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from ecx.app.kit.csv_button import csv_button
from ecx.college.counted import Counted
from ecx.figures.marks import FigureMark, marks, ticket_name
from ecx.say import _


def folded_table(title: str, heads: Iterable[str], rows: Iterable[Sequence[object]]) -> Markup:
    """Render the table under a map, folded.

    Parameters
    ----------
    title : str
        What it shows.
    heads : iterable of str
        Headings, with units.
    rows : iterable of sequence
        What stands under them; the first cell names the row.

    Returns
    -------
    markupsafe.Markup
        A switch and the table, with a button that keeps it as a file.

    Examples
    --------
    >>> folded_table("Who won", ("State", "Winner"), [("Ohio", "Trump")]).striptags()
    'The numbers: Who wonStateWinnerOhioTrumpCSV'
    """
    named = _("The numbers: {title}").format(title=title)
    return Markup(
        '<details class="chart-numbers"><summary>{named}</summary>'
        '<div class="page-scroll" tabindex="0" role="region" aria-label="{named}">'
        '<table class="page-votes chart-table"><thead><tr>{heads}</tr></thead>'
        "<tbody>{rows}</tbody></table></div>{csv}</details>"
    ).format(
        named=named,
        heads=Markup("").join(Markup('<th scope="col">{}</th>').format(head) for head in heads),
        rows=Markup("").join(_line(*row) for row in rows),
        csv=csv_button(title),
    )


def _line(name: object, *cells: object) -> Markup:
    """Render a row."""
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(
        name, Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells)
    )


def who_won(counted: Counted, *more: str) -> tuple[str, tuple[str, ...]]:
    """Name the table of the states of an election, and its columns.

    Parameters
    ----------
    counted : Counted
        The scenario of the map.
    *more : str
        Headings of further columns.

    Returns
    -------
    tuple
        Title and headings, for `folded_table`.

    Examples
    --------
    >>> import ecx
    >>> who_won(Counted(ecx.scenario(2012)))[0]
    'Who won each state in 2012'
    """
    title = _("Who won each state in {year}").format(year=counted.scenario.election.label)
    return title, (_("State"), _("Electors"), _("Winner"), *more)


def winners(counted: Counted) -> list[tuple[FigureMark, tuple[str, int, str]]]:
    """List the units of a map with the ticket that carries each.

    Parameters
    ----------
    counted : Counted
        The scenario of the map.

    Returns
    -------
    list of tuple
        For each unit its mark, and its row: name, electors and winner.

    Examples
    --------
    >>> import ecx
    >>> winners(Counted(ecx.scenario(2012)))[0][1]
    ('Alabama', 9, 'Romney')
    """
    election = counted.scenario.election
    return [
        (
            mark,
            (
                _(election.units[mark.unit].name),
                mark.electors,
                ticket_name(election, mark.ticket),
            ),
        )
        for mark in marks(counted)
    ]
