"""A small map of every cycle, each a link to the explorer, in groups with one color key."""

from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Final

from traitlets import Dict

from ecx.app.kit.cycle_summaries import cycle_summaries
from ecx.app.kit.widget import PageWidget
from ecx.app.pages.history.areas import Areas
from ecx.app.pages.history.cards import card
from ecx.app.pages.history.eras import ERAS, Era, color_key
from ecx.college.counted import Counted
from ecx.college.scenario import Scenario
from ecx.esm import join
from ecx.maps.drawing import drawing
from ecx.record.elections import election
from ecx.say import _

_HERE: Final = Path(__file__).parent


class Atlas(PageWidget):
    """Shows every cycle as a card with a small map.

    The maps are still pictures that the browser draws from one list of areas, without a program
    and without asking again.

    Attributes
    ----------
    atlas : dict
        ``areas``, a list of paths; and ``eras``, the latest first, each with

        - ``title``, ``key`` (its large parties and their colors), and ``note`` on other colors;
        - ``cards``, the latest first: the texts, the ``link`` and the ``bar`` of a `Card`, and its
          ``map``, the ``box`` that is shown and ``parts``, colors with numbers of areas.
    """

    _esm = join(_HERE / "atlas.js")
    css_class: ClassVar = "ecx-atlas"

    atlas = Dict().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(atlas=_atlas())


@cache
def _atlas() -> dict[str, Any]:
    """Lay out all cards; they are the same on every page."""
    areas = Areas()
    eras = [_era(era, areas) for era in ERAS]
    return {"areas": areas.paths, "eras": eras}


def _era(era: Era, areas: Areas) -> dict[str, Any]:
    """Lay out the cards of one era."""
    found = [summary for summary in reversed(cycle_summaries()) if summary.cycle in era.cycles]
    cards = []
    for summary in found:
        counted = Counted(Scenario(election(summary.cycle)))
        picture = areas.picture(counted.scenario, drawing(summary.cycle))
        cards.append({**asdict(card(summary, counted)), "map": picture})
    key = [{"name": name, "color": color} for name, color in color_key(era)]
    known = {party["color"] for party in key}
    more = any(part["color"] not in known for one in cards for part in one["bar"])
    return {
        "title": _(era.title),
        "key": key,
        "note": _("Other colors: other candidates") if more else "",
        "cards": cards,
    }
