"""A small map of every cycle, each a link to the explorer."""

from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Final

from traitlets import List

from ecx.app.kit.chart import send_library
from ecx.app.kit.cycle_summaries import cycle_summaries
from ecx.app.kit.widget import PageWidget
from ecx.college.counted import Counted
from ecx.college.scenario import Scenario
from ecx.esm import join
from ecx.figures.cycle_summary import CycleSummary, Decision
from ecx.figures.maps import small_map
from ecx.figures.palette import in_order, looks
from ecx.maps.drawing import drawing
from ecx.record.elections import cycles, election

_HERE: Final = Path(__file__).parent

AT_ONCE: Final = 12
"""Maps that one message may ask for: a screen of them."""

_HOW: Final = {
    Decision.HOUSE: "House",
    Decision.SENATE: "Senate (vice president)",
    Decision.COMMISSION: "Commission",
}


class Atlas(PageWidget):
    """Shows every cycle; each map is drawn when it scrolls into view.

    Drawing sixty maps takes plotly seconds, and a visitor sees a dozen at a time: the browser
    asks for the maps that are about to be seen, and Python makes each once.

    Attributes
    ----------
    cards : list of dict
        One for each cycle, latest first: ``cycle``, ``label``, ``name`` (of the president),
        ``score``, ``how`` (who settled it, if not the electors alone), ``link``, and ``bar``, the
        shares of the votes as colours and numbers.
    """

    _esm = join(_HERE / "atlas.js")
    css_class: ClassVar = "ecx-atlas"

    cards: List[dict[str, Any]] = List().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(cards=[_card(summary) for summary in reversed(cycle_summaries())])

    def receive(self, message: dict[str, Any]) -> None:
        """Send the requested maps, each as soon as it is drawn.

        Parameters
        ----------
        message : dict of str to Any
            ``{"want": [1876, 2016]}``; what is no cycle is ignored.
        """
        if send_library(self, message):
            return
        asked = message.get("want")
        wanted = asked[:AT_ONCE] if isinstance(asked, list) else []
        for cycle in wanted:
            if isinstance(cycle, int) and cycle in cycles():
                self.send({"cycle": cycle, "figure": _figure(cycle)})


@cache
def _figure(cycle: int) -> dict[str, Any]:
    """Draw a small map; it is cached."""
    counted = Counted(Scenario(election(cycle)))
    drawn: dict[str, Any] = small_map(counted, drawing(cycle)).to_dict()
    return drawn


def _card(summary: CycleSummary) -> dict[str, Any]:
    """Return the text under a small map."""
    record = election(summary.cycle)
    coats = looks(record.tickets.values())
    heads = {t.president: t.id for t in in_order(record.tickets.values()) if t.president}
    bar = [
        {"colour": coats[ticket].colour, "votes": summary.counted[person]}
        for person, ticket in heads.items()
        if person in summary.counted
    ]
    return {
        "cycle": summary.cycle,
        "label": summary.label,
        "name": summary.name,
        "score": f"{summary.votes} of {summary.appointed}",
        "how": _HOW.get(summary.decision, ""),
        "inverted": summary.inverted,
        "link": summary.link,
        "bar": bar,
    }
