"""The slider over all cycles."""

from pathlib import Path
from typing import Any

from traitlets import Int, List, Unicode

from ecx.app.kit.state import AppState
from ecx.board.closed import ClosedWidget
from ecx.record.csv_rows import read_rows
from ecx.record.elections import cycles


class Stepper(ClosedWidget):
    """Steps through the cycles by slider, by buttons, and by the keys Alt+, and Alt+. anywhere.

    Parameters
    ----------
    state : AppState
        The state of the page.

    Attributes
    ----------
    labels : list of str
        The cycles as they are written, earliest first.
    at : int
        Which of them is shown.
    """

    _esm = Path(__file__).with_name("stepper.js")

    labels = List(Unicode()).tag(sync=True)
    at = Int(0).tag(sync=True)

    def __init__(self, state: AppState) -> None:
        super().__init__(labels=[row["label"] for row in read_rows("elections")])
        self.add_class("ecx-stepper")
        self._state = state
        state.observe(self._render, names="screen")
        self._render()

    def _render(self, _change: object = None) -> None:
        self.at = cycles().index(self._state.screen.scenario.cycle)

    def receive(self, message: dict[str, Any]) -> None:
        """Open the requested cycle, and answer, so that the slider can ask for the next.

        Parameters
        ----------
        message : dict of str to Any
            ``{"at": 3}``, an index of `labels`; anything else is answered and changes nothing.
        """
        match message:
            case {"at": int(at)} if 0 <= at < len(cycles()):
                self._state.open_cycle(cycles()[at])
        self.send({"done": True})
