"""The slider over all cycles."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from traitlets import Dict, Int, List, Unicode

from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.kit.widget import StateWidget
from ecx.esm import join
from ecx.record.csv_rows import read_rows
from ecx.record.elections import cycles
from ecx.say import _


class Stepper(StateWidget):
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
    words : dict of str to str
        Names of the controls: ``earlier``, ``later`` and ``election``.
    """

    _esm = join(Path(__file__).with_name("stepper.js"))

    css_class: ClassVar = "ecx-stepper"

    labels = List(Unicode()).tag(sync=True)
    at = Int(0).tag(sync=True)
    words = Dict().tag(sync=True)

    _state: AppState

    def __init__(self, state: AppState) -> None:
        super().__init__(
            state,
            labels=[row["label"] for row in read_rows("elections")],
            words={
                "earlier": _("Earlier election"),
                "later": _("Later election"),
                "election": _("Election"),
            },
        )

    def shown(self, screen: Screen) -> Mapping[str, int]:
        """Return the place of the slider."""
        return {"at": cycles().index(screen.scenario.cycle)}

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
