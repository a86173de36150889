"""A chart: a plotly figure with a summary sentence and a table of its numbers.

The library is large, so the browser loads plotly only when a chart comes into view: from this
server, or through the widget on a page that is not ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from traitlets import Bool, Dict, Unicode, default

from ecx.app.kit.csv_button import csv_words
from ecx.app.kit.widget import PageWidget, StateWidget
from ecx.board.closed import ClosedWidget
from ecx.esm import join
from ecx.figures.scheme import schemed
from ecx.link.address import Href
from ecx.say import _

if TYPE_CHECKING:
    import plotly.graph_objects as go

_HERE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class LinkedCell:
    """A cell of a chart's table that is a link.

    Attributes
    ----------
    text : str
        What is read.
    link : ecx.link.address.Href
        Where it leads: a page beside this one, ``"explorer?cycle=1876"``.
    """

    text: str
    link: Href


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a chart as a table, for readers who cannot see the picture.

    Attributes
    ----------
    columns : tuple of str
        Headings, with units.
    rows : tuple of tuple
        What stands under them; a `LinkedCell` is a link.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def send_library(widget: ClosedWidget, content: dict[str, Any]) -> bool:
    """Send plotly's JavaScript to a notebook page, which our server does not serve.

    Parameters
    ----------
    widget : ClosedWidget
        The widget that was asked.
    content : dict
        The message of the page.

    Returns
    -------
    bool
        Whether that is what the message asked for.
    """
    if content.get("ask") != "plotly":
        return False
    from plotly.offline import get_plotlyjs  # noqa: PLC0415 - five megabytes of text

    widget.send({"plotly": True}, [get_plotlyjs().encode()])
    return True


class Picture(NamedTuple):
    """What a chart shows.

    Attributes
    ----------
    figure : plotly.graph_objects.Figure
        What is drawn.
    summary : str
        What it shows, in a sentence or two.
    numbers : Numbers
        Its table.
    """

    figure: "go.Figure"
    summary: str
    numbers: Numbers

    @property
    def traits(self) -> Mapping[str, Any]:
        """The attributes of a `Chart` that shows it, by name."""
        return {
            "figure": schemed(self.figure.to_dict()),
            "summary": self.summary,
            "numbers": {
                "columns": list(self.numbers.columns),
                "rows": [_row(row) for row in self.numbers.rows],
            },
            "failed": False,
        }


class Chart(PageWidget):
    """Shows a figure, a sentence that says the same, and a table of its numbers.

    Attributes
    ----------
    figure : dict
        What plotly draws: ``data`` and ``layout``. A trace's ``meta.links``, one for each of its
        points, says where a click on a point leads.
    summary : str
        What the figure shows, in a sentence or two.
    numbers : dict
        ``columns`` and ``rows`` of the table under the figure.
    failed : bool
        Whether the figure could not be made: the summary then says so, in its place.
    words : dict
        What stands on the button that keeps the numbers, and what explains it.

    Examples
    --------
    >>> import plotly.graph_objects as go
    >>> chart = Chart()
    >>> chart.show(go.Figure(go.Bar(y=[3])), "Three electors.", Numbers(("electors",), ((3,),)))
    >>> chart.numbers
    {'columns': ['electors'], 'rows': [[{'text': '3'}]]}
    """

    _esm = join(_HERE / "chart.js")
    css_class: ClassVar = "ecx-chart"

    figure = Dict().tag(sync=True)
    summary = Unicode().tag(sync=True)
    numbers = Dict().tag(sync=True)
    failed = Bool(default_value=False).tag(sync=True)
    words = Dict().tag(sync=True)

    @default("words")
    def _words(self) -> Mapping[str, str]:
        return {
            **csv_words(),
            "numbers": _("The numbers: {title}"),
            "undrawn": _("We couldn’t draw this chart. The numbers below say the same."),
        }

    def show(self, figure: "go.Figure", summary: str, numbers: Numbers) -> None:
        """Show another figure, in one message to the browser.

        Parameters
        ----------
        figure : plotly.graph_objects.Figure
            What is drawn.
        summary : str
            What it shows, in a sentence or two.
        numbers : Numbers
            Its table.
        """
        with self.hold_sync():
            for name, value in Picture(figure, summary, numbers).traits.items():
                setattr(self, name, value)

    def receive(self, message: dict[str, Any]) -> None:
        """Send the program that draws, to a page that has none and asks for it.

        Parameters
        ----------
        message : dict of str to Any
            ``{"ask": "plotly"}``; anything else is ignored.
        """
        send_library(self, message)


def drawn(figure: "go.Figure", summary: str, numbers: Numbers) -> Chart:
    """Make a chart that shows a figure.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
        The picture.
    summary : str
        What it shows, in a sentence.
    numbers : Numbers
        What it is drawn from.

    Returns
    -------
    Chart
        The chart.

    Examples
    --------
    >>> import plotly.graph_objects as go
    >>> drawn(go.Figure(), "Nothing yet.", Numbers((), ())).summary
    'Nothing yet.'
    """
    chart = Chart()
    chart.show(figure, summary, numbers)
    return chart


class StateChart(StateWidget, Chart):
    """A chart that is drawn from the screen; a subclass writes `draw`.

    If it cannot be drawn, it shows a message in its place, as a pane does.

    Parameters
    ----------
    state : PageState
        The state of the page.
    """

    def draw(self, screen: Any) -> Picture | None:  # noqa: ANN401 - each page has its own
        """Draw the chart for the current screen.

        Parameters
        ----------
        screen : Any
            What the page shows: the state's `screen`.

        Returns
        -------
        Picture or None
            What the chart shows; None leaves it as it is.

        Raises
        ------
        NotImplementedError
            Always: each chart has a drawing of its own.
        """
        raise NotImplementedError

    def shown(self, screen: Any) -> Mapping[str, Any]:  # noqa: ANN401 - each page has its own
        """Return the picture's attributes."""
        picture = self.draw(screen)
        return picture.traits if picture else {}

    def fallback(self, message: str) -> Mapping[str, Any]:
        """Return the message in the place of the picture."""
        return {"summary": message, "failed": True}


def _row(cells: Sequence[object]) -> list[dict[str, str]]:
    """Convert a row of the table to what the browser reads."""
    return [
        {"text": cell.text, "link": cell.link}
        if isinstance(cell, LinkedCell)
        else {"text": str(cell)}
        for cell in cells
    ]
