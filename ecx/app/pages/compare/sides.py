"""The two maps of a comparison, and the controls that choose them."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final

from markupsafe import Markup

from ecx.app.kit import outcome
from ecx.app.kit.chart import Picture, StateChart
from ecx.app.kit.cycle_picker import cycle_picker
from ecx.app.kit.map_words import totals, unit_numbers
from ecx.app.kit.page_links import page_link
from ecx.app.kit.pane import Pane
from ecx.app.pages.compare.side_names import side_title
from ecx.app.pages.compare.state import CompareState, Comparison, SideName, side_intents
from ecx.figures.maps import election_map
from ecx.link.address import PageName
from ecx.maps.drawing import drawing, joint_extent
from ecx.say import _, n_, phrase

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


class SideMap(StateChart):
    """Draws one side's map; states that switched have a ring.

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
        said = f"{totals(shown, _('Electoral votes'))} {_ringed(len(changed))}"
        numbers = unit_numbers(
            shown, _("Switched"), lambda mark: _("yes") if mark.unit in changed else ""
        )
        return Picture(figure, said, numbers)


def _ringed(changed: int) -> str:
    """Say how many places switched."""
    if not changed:
        return _("No state switched.")
    return n_(
        "{number} state switched. It has a ring.",
        "{number} states or districts switched. They have rings.",
        changed,
    ).format(number=changed)
