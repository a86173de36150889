"""The two maps of a comparison, and the controls that choose them."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final

from markupsafe import Markup

from ecx.app.kit import outcome
from ecx.app.kit.cycle_picker import cycle_picker
from ecx.app.kit.map_words import folded_table, who_won, winners
from ecx.app.kit.page_links import page_link
from ecx.app.kit.pane import Pane
from ecx.app.kit.still_map import StillMap, election_content
from ecx.app.pages.compare.side_names import side_title
from ecx.app.pages.compare.state import CompareState, Comparison, SideName, side_intents
from ecx.board.content import Content
from ecx.link.address import PageName
from ecx.maps.drawing import drawing, joint_extent, land_extent
from ecx.say import _, phrase

_SPOKEN: Final[Mapping[SideName, str]] = {
    "left": phrase("Left map"),
    "right": phrase("Right map"),
}
_PASTE: Final[Mapping[SideName, str]] = {
    "left": phrase("Link or year for the left map"),
    "right": phrase("Link or year for the right map"),
}
_WHERE: Final[Mapping[SideName, str]] = {
    "left": phrase(" on the left"),
    "right": phrase(" on the right"),
}


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
        shown = screen.side(self._side)
        scenario = shown.scenario
        return Markup(
            '<section aria-label="{spoken}"><div class="page-tools">{steps}{paste}</div>'
            '<h2 class="compare-title">{title}</h2>'
            '<p class="compare-outcome">{outcome}</p>'
            '<p class="page-aside">{aside} <a class="compare-open" href="{link}">{open}</a></p>'
            "</section>"
        ).format(
            spoken=_(_SPOKEN[self._side]),
            steps=cycle_picker(
                scenario.cycle,
                f"compare-{self._side}",
                prefix=f"{self._side}-",
                where=_(_WHERE[self._side]),
            ),
            paste=self._paste(),
            title=side_title(screen, self._side),
            outcome=outcome.president(shown),
            aside=outcome.vice_president(shown),
            link=page_link(PageName.EXPLORER, scenario),
            open=_("Open in explorer"),
        )

    def _paste(self) -> Markup:
        return Markup(
            '<label class="compare-paste"><span class="page-hidden">{label}</span>'
            '<input type="text" data-do="{side}-paste" id="compare-paste-{side}"'
            ' placeholder="{hint}" spellcheck="false" autocomplete="off"></label>'
        ).format(side=self._side, label=_(_PASTE[self._side]), hint=_("or paste a link"))


class SideMap(StillMap):
    """Shows one side's map; states that switched have a ring.

    Both maps have one scale: their boxes stand in a strip below.

    Parameters
    ----------
    state : CompareState
        The state of the page.
    side : str
        ``"left"`` or ``"right"``.
    """

    def __init__(self, state: CompareState, side: SideName) -> None:
        self._side = side
        super().__init__(state, "ecx-side-map")

    def content(self, both: Comparison) -> Content:
        """Show the map of this side."""
        shown = both.side(self._side)
        content = election_content(shown, _("A ring marks a state that switched."))
        lands = [
            land_extent(drawing(one.cycle).outlines)
            for one in (both.left.scenario, both.right.scenario)
        ]
        marks = dict(content["marks"])
        for unit, said in _switched(both, self._side).items():
            note = "; ".join(filter(None, [said, marks[unit]["note"]]))
            marks[unit] = {**marks[unit], "ring": True, "note": note}
        land = [*joint_extent(*lands)]
        return {**content, "map": {**content["map"], "land": land}, "marks": marks}


class SideNumbers(Pane):
    """Lists the states of one side's map, and whether they switched.

    Parameters
    ----------
    state : CompareState
        The state of the page.
    side : str
        ``"left"`` or ``"right"``.
    """

    css_class: ClassVar = "ecx-side-numbers"

    def __init__(self, state: CompareState, side: SideName) -> None:
        self._side = side
        super().__init__(state)

    def view(self, both: Comparison) -> Markup:
        """Render the table."""
        shown, switched = both.side(self._side), _switched(both, self._side)
        rows = [(*row, _("yes") if mark.unit in switched else "") for mark, row in winners(shown)]
        return folded_table(*who_won(shown, _("Switched")), rows)


def _switched(both: Comparison, side: SideName) -> dict[str, str]:
    """Say of each unit of a side that switched who wins it on the other side."""
    if side == "left":
        said = _("switches to {name}")
        found = [(row.left, row.right) for row in both.rows if row.flipped]
    else:
        said = _("switched from {name}")
        found = [(row.right, row.left) for row in both.rows if row.flipped]
    return {own.unit: said.format(name=other.name) for own, other in found if own and other}
