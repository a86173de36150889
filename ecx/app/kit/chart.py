"""A chart: a plotly figure with a summary sentence and a table of its numbers.

The library is large, so the browser loads plotly only when a chart comes into view: from this
server, or through the widget on a page that is not ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from traitlets import Bool, Dict, Unicode

from ecx.app.kit import faults
from ecx.app.kit.pane import PageState, css_class
from ecx.board.closed import ClosedWidget
from ecx.esm import join
from ecx.link.address import Href

if TYPE_CHECKING:
    import plotly.graph_objects as go

_HERE: Final = Path(__file__).parent

STYLE: Final = (_HERE / "chart.css").read_text("utf-8")
"""The style sheet of everything that shows a figure."""


@dataclass(frozen=True, slots=True)
class Cell:
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
        What stands under them; a `Cell` is a link.
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


class Chart(ClosedWidget):
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

    Examples
    --------
    >>> import plotly.graph_objects as go
    >>> chart = Chart()
    >>> chart.show(go.Figure(go.Bar(y=[3])), "Three electors.", Numbers(("electors",), ((3,),)))
    >>> chart.numbers
    {'columns': ['electors'], 'rows': [[{'text': '3'}]]}
    """

    _esm = join(_HERE / "chart.js")
    _css = STYLE

    figure = Dict().tag(sync=True)
    summary = Unicode().tag(sync=True)
    numbers = Dict().tag(sync=True)
    failed = Bool(default_value=False).tag(sync=True)

    def __init__(self, **state: Any) -> None:  # noqa: ANN401 - handed on to the widget
        super().__init__(**state)
        self.add_class("ecx-chart")

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
            self.figure = figure.to_dict()
            self.summary = summary
            self.failed = False
            self.numbers = {
                "columns": list(numbers.columns),
                "rows": [_row(row) for row in numbers.rows],
            }

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


class StateChart(Chart):
    """A chart that is drawn from the screen; a subclass writes `draw`.

    If it cannot be drawn, it shows a message in its place, as a pane does.

    Parameters
    ----------
    state : PageState
        The state of the page.
    """

    def __init__(self, state: PageState) -> None:
        super().__init__()
        self.add_class(css_class(type(self)))
        self._state = state
        state.observe(self._render, names="screen")
        self._render()

    def draw(self, screen: Any) -> None:  # noqa: ANN401 - each page has its own
        """Draw the chart for the current screen.

        Parameters
        ----------
        screen : Any
            What the page shows: the state's `screen`.

        Raises
        ------
        NotImplementedError
            Always: each chart has a drawing of its own.
        """
        raise NotImplementedError

    def _render(self, _change: object = None) -> None:
        try:
            self.draw(self._state.screen)
        except Exception as error:  # noqa: BLE001 - shown to the visitor, and logged
            with self.hold_sync():
                self.summary, self.failed = faults.unseen(error, self), True


def _row(cells: Sequence[object]) -> list[dict[str, str]]:
    """Convert a row of the table to what the browser reads."""
    return [
        {"text": cell.text, "link": cell.link} if isinstance(cell, Cell) else {"text": str(cell)}
        for cell in cells
    ]
