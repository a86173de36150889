"""The two maps of a comparison, and the controls that choose them."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final

from markupsafe import Markup

from ecx.app.kit import outcome, words
from ecx.app.kit.chart import Picture, StateChart
from ecx.app.kit.cycle_picker import cycle_picker
from ecx.app.kit.map_words import totals, unit_numbers
from ecx.app.kit.page_links import page_link
from ecx.app.kit.pane import Pane
from ecx.app.pages.compare.state import CompareState, Comparison, SideName, side_intents
from ecx.figures.maps import election_map
from ecx.link.address import PageName
from ecx.maps.drawing import drawing, joint_extent

_SPOKEN: Final[Mapping[SideName, str]] = {"left": "Left map", "right": "Right map"}


class SidePicker(Pane):
    """Chooses one side's map, by cycle or by link, and says who is elected there.

    Parameters
    ----------
    state : CompareState
        The state of the page.
    side : str
        ``"left"`` or ``"right"``.
    """

    css_class: ClassVar = "ecx-side-picker"

    intents: ClassVar[Mapping[str, Callable[[Any, str], None]]] = side_intents()

    def __init__(self, state: CompareState, side: SideName) -> None:
        self._side = side
        super().__init__(state)

    def view(self, screen: Comparison) -> Markup:
        """Render the controls, the result and the link to the explorer."""
        shown, spoken = screen.side(self._side), _SPOKEN[self._side]
        scenario = shown.scenario
        changes = " with changes" if scenario.changed else ""
        return Markup(
            '<section aria-label="{spoken}"><div class="page-tools">{steps}{paste}</div>'
            '<h2 class="compare-title">{label}{changes}</h2>'
            '<p class="compare-outcome">{outcome}</p>'
            '<p class="page-aside">{aside} <a class="compare-open" href="{link}">'
            "Open in the explorer</a></p></section>"
        ).format(
            spoken=spoken,
            steps=cycle_picker(
                scenario.cycle,
                f"compare-{self._side}",
                prefix=f"{self._side}-",
                where=f" on the {self._side}",
            ),
            paste=self._paste(),
            label=scenario.election.label,
            changes=changes,
            outcome=outcome.president(shown),
            aside=outcome.vice_president(shown),
            link=page_link(PageName.EXPLORER, scenario),
        )

    def _paste(self) -> Markup:
        return Markup(
            '<label class="compare-paste"><span class="page-hidden">Link of a map for the {side}'
            '</span><input type="text" data-do="{side}-paste" id="compare-paste-{side}"'
            ' placeholder="or paste a link" spellcheck="false" autocomplete="off"></label>'
        ).format(side=self._side)


class SideMap(StateChart):
    """Draws one side's map; places that switched have a ring.

    Parameters
    ----------
    state : CompareState
        The state of the page.
    side : str
        ``"left"`` or ``"right"``.
    """

    css_class: ClassVar = "ecx-side-map"

    def __init__(self, state: CompareState, side: SideName) -> None:
        self._side = side
        super().__init__(state)

    def draw(self, both: Comparison) -> Picture:
        """Draw the map of this side."""
        shown = both.side(self._side)
        scenarios = [side.scenario for side in (both.left, both.right)]
        drawings = [drawing(one.cycle, one.house_rules.added) for one in scenarios]
        parts = [
            row.left if self._side == "left" else row.right for row in both.rows if row.flipped
        ]
        changed = [part.unit for part in parts if part is not None]
        figure = election_map(
            shown,
            drawings[0] if self._side == "left" else drawings[1],
            changed=changed,
            extent=joint_extent(*(drawn.extent for drawn in drawings)),
        )
        said = f"{totals(shown, 'Electoral votes')} {_ringed(len(changed))}"
        numbers = unit_numbers(
            shown, "Changed hands", lambda mark: "yes" if mark.unit in changed else ""
        )
        return Picture(figure, said, numbers)


def _ringed(changed: int) -> str:
    """Say how many places switched."""
    if not changed:
        return "No place changed hands."
    verb = "is" if changed == 1 else "are"
    return f"{words.count(changed, 'place')} changed hands and {verb} ringed."
