"""Form controls that several pages use, and the fields a visitor submits."""

from collections.abc import Iterable
from urllib.parse import parse_qs

from markupsafe import Markup

from ecx.say import _


def fields(query: str, *names: str) -> list[str]:
    """Read the fields of a submitted form; a missing field is empty.

    Parameters
    ----------
    query : str
        What the page sent: names and values, as in the query of a link.
    *names : str
        The fields.

    Returns
    -------
    list of str
        Their values, in the order of `names`.

    Examples
    --------
    >>> fields("unit=TX&number=5", "number", "unit", "other")
    ['5', 'TX', '']
    """
    given = parse_qs(query)
    return [given.get(name, [""])[-1] for name in names]


def options(choices: Iterable[tuple[object, str]], chosen: object) -> Markup:
    """Render the items of a drop-down list.

    Parameters
    ----------
    choices : iterable of (object, str)
        Values and the names they are shown by.
    chosen : object
        The value that holds now.

    Returns
    -------
    markupsafe.Markup
        An item for each choice.

    Examples
    --------
    >>> print(options([(1, "one"), (2, "two")], 2))
    <option value="1">one</option><option value="2" selected>two</option>
    """
    return Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if value == chosen else "", name
        )
        for value, name in choices
    )


def select(do: str, label: str, choices: Iterable[tuple[object, str]], chosen: object) -> Markup:
    """Render a drop-down list.

    Parameters
    ----------
    do : str
        The intent that a choice sends.
    label : str
        What is chosen.
    choices : iterable of (object, str)
        Values and the names they are shown by.
    chosen : object
        The value that holds now.

    Returns
    -------
    markupsafe.Markup
        A label with its list.

    Examples
    --------
    >>> select("n", "Number", [(1, "one"), (2, "two")], 2).striptags()
    'Numberonetwo'
    """
    return Markup('<label>{}<select data-do="{}">{}</select></label>').format(
        label, do, options(choices, chosen)
    )


def house_size_control(least: int, most: int, size: int) -> Markup:
    """Render the House size as a slider and a number field.

    Parameters
    ----------
    least, most : int
        The smallest and the largest that can be asked for.
    size : int
        The size that holds now.

    Returns
    -------
    markupsafe.Markup
        Both controls: they send the intent ``"house"``, and the slider while it is dragged
        ``"slide"``.

    Examples
    --------
    >>> house_size_control(50, 1000, 435).count('value="435"')
    2
    """
    return Markup(
        '<label class="page-slider">{size_name}<input type="range" data-do="house"'
        ' data-slide="slide" min="{least}" max="{most}" value="{size}"></label>'
        '<label class="page-number">{seats_name}<input type="number" inputmode="numeric"'
        ' data-do="house" min="{least}" max="{most}" value="{size}"></label>'
    ).format(least=least, most=most, size=size, size_name=_("House size"), seats_name=_("Seats"))
