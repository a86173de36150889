"""The places that switched, and what each party gained and lost."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from markupsafe import Markup

from ecx.app.kit.csv_button import csv_button
from ecx.app.kit.pane import Pane
from ecx.app.kit.words import count, listed
from ecx.app.pages.compare.place_pairs import PlacePair, gains, signed
from ecx.app.pages.compare.state import Comparison
from ecx.say import _


class CompareWords(Pane):
    """Lists the places that switched, and adds up gains and losses by party."""

    css_class: ClassVar = "ecx-compare-words"

    intents: ClassVar[Mapping[str, Callable[[Any, str], None]]] = {
        "swap": lambda state, _: state.swap(),
    }

    def view(self, screen: Comparison) -> Markup:
        """Render the list and the table of gains."""
        return Markup(
            '<div class="compare-words"><section aria-label="What changed hands">'
            '<header><h2>What changed hands</h2><button type="button" class="page-button"'
            ' data-do="swap">Swap the sides</button></header>{}</section>'
            '<section aria-label="Gains and losses">{}</section></div>'
        ).format(_flips(screen), _gains(screen))


def _flips(screen: Comparison) -> Markup:
    """List the places that switched, by old and new winner, and those on one map only."""
    ways: dict[tuple[str, str], list[PlacePair]] = {}
    for row in screen.rows:
        if row.flipped and row.left and row.right:
            ways.setdefault((row.left.name, row.right.name), []).append(row)
    lines = [
        Markup("<dt>{} → {}: {}</dt><dd>{}</dd>").format(
            before,
            after,
            count(sum(row.right.electors for row in rows if row.right), "elector"),
            ", ".join(f"{row.name} {row.right.electors}" for row in rows if row.right),
        )
        for (before, after), rows in sorted(ways.items(), key=lambda item: -_weight(item[1]))
    ]
    found = (
        Markup("<dl>{}</dl>").format(Markup("").join(lines))
        if lines
        else Markup("<p>No place changed hands.</p>")
    )
    return found + Markup("").join(Markup("<p>{}</p>").format(said) for said in _lacking(screen))


def _weight(rows: list[PlacePair]) -> int:
    """Count the electors of rows."""
    return sum(row.right.electors for row in rows if row.right)


def _lacking(screen: Comparison) -> list[str]:
    """Name the places on one map only."""
    said = []
    for side, names in (
        ("left", [row.name for row in screen.rows if row.right is None]),
        ("right", [row.name for row in screen.rows if row.left is None]),
    ):
        if names:
            said.append(f"Only on the {side}, in {_label(screen, side)}: {listed(names)}.")
    return said


def _gains(screen: Comparison) -> Markup:
    """Render the table of parties."""
    rows = Markup("").join(
        Markup(
            '<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td>'
            "<td>{}</td></tr>"
        ).format(
            gain.party,
            gain.left,
            signed(-gain.lost) if gain.lost else "",
            signed(gain.gained) if gain.gained else "",
            signed(gain.otherwise) if gain.otherwise else "",
            gain.right,
            signed(gain.right - gain.left),
        )
        for gain in gains(screen.left, screen.right, screen.rows)
    )
    heads = Markup("").join(
        Markup('<th scope="col">{}</th>').format(text)
        for text in (
            "Party",
            _label(screen, "left"),
            "Lost",
            "Gained",
            "Otherwise",
            _label(screen, "right"),
            "Change",
        )
    )
    return Markup(
        '<div class="page-scroll" tabindex="0" role="region" aria-label="Electors by party">'
        '<table class="page-votes compare-gains"><caption>Electors of the places each party carries'
        "</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
        '<p class="page-hint">Otherwise: by a census, by places that joined, and by districts that '
        "one side lacks.</p>"
    ).format(heads, rows) + csv_button(_("Electoral votes by party"))


def _label(screen: Comparison, side: str) -> str:
    """Name a side by its cycle, and say if its scenario is changed."""
    scenario = (screen.left if side == "left" else screen.right).scenario
    return f"{scenario.election.label}{', changed' if scenario.changed else ''}"
