"""Draw small pictures that a page shows without a program: maps, electors, bars."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from ecx.college.counted import Counted
from ecx.figures.marks import marks, sides
from ecx.figures.palette import EMPTY, GROUND, SCALE, WHITE, looks
from ecx.figures.scheme import in_picture
from ecx.maps.drawing import Drawing
from ecx.maps.svg import coarse_outlines

GRID: Final = 8
"""Width of the grid for a picture as wide as a card, in units of the drawing."""


def thumbnail(counted: Counted, drawing: Drawing, grid: int = GRID) -> Markup:
    """Draw the ticket that carries each unit as an SVG picture without text.

    Parameters
    ----------
    counted : Counted
        A scenario with its ledger.
    drawing : Drawing
        The map of that cycle: ``ecx.maps.drawing.drawing(scenario.cycle)``.
    grid : int, default 8
        Width of the grid on which corners lie, in units of the drawing: about a pixel.

    Returns
    -------
    markupsafe.Markup
        An ``svg`` element that scales with its container. It is hidden from screen readers:
        whoever shows it says in words what it shows.

    Examples
    --------
    >>> import ecx
    >>> from ecx.maps.drawing import drawing
    >>> thumbnail(Counted(ecx.scenario(2016)), drawing(2016))[:31]
    Markup('<svg xmlns="http://www.w3.org/2')
    """
    colours = {side.ticket: side.colour for side in sides(counted.scenario.election)}
    carried = {mark.unit: colours[mark.ticket] for mark in marks(counted)}
    ground = coarse_outlines(drawing.outlines.ground, grid).values()
    units = coarse_outlines(drawing.outlines.units, grid)
    by_colour: dict[str, list[str]] = {}
    for unit, path in units.items():
        by_colour.setdefault(carried[unit], []).append(path)
    paths = [(GROUND, "".join(ground))] + [(c, "".join(found)) for c, found in by_colour.items()]
    paths = [(in_picture(colour), path) for colour, path in paths]
    drawn = Markup("").join(
        Markup('<path fill="{}" d="{}"/>').format(colour, path) for colour, path in paths if path
    )
    left, top, width, height = (round(value / grid) for value in drawing.extent)
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{} {} {} {}" aria-hidden="true" '
        'stroke="{}" stroke-width="{:g}" stroke-linejoin="round">{}</svg>'
    ).format(left, top, width, height, in_picture(WHITE), GRID / grid, drawn)


def electors_thumbnail(counted: Counted, place: str, columns: int) -> Markup:
    """Draw the electors of a place as squares, each in the color of the person it votes for.

    Parameters
    ----------
    counted : Counted
        A scenario with its ledger.
    place : str
        Postal code.
    columns : int
        Squares in a row.

    Returns
    -------
    markupsafe.Markup
        An ``svg`` element, hidden from screen readers. A vote for somebody whom no ticket names
        for president is gray.

    Examples
    --------
    >>> import ecx
    >>> drawn = electors_thumbnail(Counted(ecx.scenario(2016)), "WA", 4)
    >>> drawn.count("<rect"), drawn.count(in_picture(EMPTY.colour))
    (12, 4)
    """
    tickets = counted.scenario.election.tickets.values()
    coats = looks(tickets)
    colours = {ticket.president: coats[ticket.id].colour for ticket in tickets}
    cast = [
        colours.get(entry.cast.president if entry.cast else None, EMPTY.colour)
        for entry in counted.ledger
        if entry.place == place
    ]
    squares = Markup("").join(
        Markup('<rect x="{}" y="{}" width="8" height="8" rx="1.5" fill="{}"/>').format(
            10 * (number % columns) + 1, 10 * (number // columns) + 1, in_picture(colour)
        )
        for number, colour in enumerate(cast)
    )
    return _picture(10 * columns, 10 * -(-len(cast) // columns), squares)


def bars_thumbnail(numbers: Sequence[int]) -> Markup:
    """Draw numbers as bars, the largest first.

    Parameters
    ----------
    numbers : sequence of int
        Such as the House seats of each state.

    Returns
    -------
    markupsafe.Markup
        An ``svg`` element, hidden from screen readers.

    Examples
    --------
    >>> bars_thumbnail([52, 38, 1]).count("<rect")
    3
    """
    ranked = sorted(numbers, reverse=True)
    tall = 100 / ranked[0]
    bars = Markup("").join(
        Markup('<rect x="{}" y="{:.1f}" width="3" height="{:.1f}" fill="{}"/>').format(
            4 * at, 100 - number * tall, number * tall, SCALE[2]
        )
        for at, number in enumerate(ranked)
    )
    return _picture(4 * len(ranked), 100, bars)


def _picture(width: int, height: int, drawn: Markup) -> Markup:
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" aria-hidden="true">{}</svg>'
    ).format(width, height, drawn)
