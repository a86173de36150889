"""The places that switched, and what each party gained and lost."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from markupsafe import Markup

from ecx.app.kit.csv_button import csv_button
from ecx.app.kit.jump_list import heading
from ecx.app.kit.pane import Pane
from ecx.app.kit.words import listed
from ecx.app.pages.compare.place_pairs import PlacePair, gains, signed
from ecx.app.pages.compare.side_names import differences, side_names
from ecx.app.pages.compare.state import Comparison
from ecx.say import _, n_


class CompareWords(Pane):
    """Lists the places that switched, and adds up gains and losses by party."""

    css_class: ClassVar = "ecx-compare-words"

    intents: ClassVar[Mapping[str, Callable[[Any, str], None]]] = {
        "swap": lambda state, _: state.swap(),
    }

    def view(self, screen: Comparison) -> Markup:
        """Render the list and the table of gains."""
        names = side_names(screen)
        return Markup(
            '<div class="compare-words"><section aria-label="{title}">'
            '<header>{heading}<button type="button" class="page-button"'
            ' data-do="swap">{swap}</button></header>{flips}</section>'
            '<section aria-label="{gained}"><h2>{gained}</h2>{gains}</section></div>'
        ).format(
            title=_("States that switched"),
            heading=heading(_("States that switched")),
            swap=_("Swap sides"),
            flips=_flips(screen, names),
            gained=_("Gains and losses"),
            gains=_gains(screen, names),
        )


def _flips(screen: Comparison, names: tuple[str, str]) -> Markup:
    """List the places that switched, by old and new winner, and other differences."""
    ways: dict[tuple[str, str], list[PlacePair]] = {}
    for row in screen.rows:
        if row.flipped and row.left and row.right:
            ways.setdefault((row.left.name, row.right.name), []).append(row)
    lines = [
        Markup("<dt>{}</dt><dd>{}</dd>").format(
            _way(before, after, _weight(rows)),
            ", ".join(f"{_(row.name)} ({row.right.electors})" for row in rows if row.right),
        )
        for (before, after), rows in sorted(ways.items(), key=lambda item: -_weight(item[1]))
    ]
    found = (
        Markup("<dl>{}</dl>").format(Markup("").join(lines))
        if lines
        else Markup("<p>{}</p>").format(_("No state switched."))
    )
    more = [*differences(screen), *_lacking(screen, names)]
    return found + Markup("").join(Markup("<p>{}</p>").format(said) for said in more)


def _way(before: str, after: str, electors: int) -> str:
    """Say from whom to whom electors went."""
    return n_(
        "{before} → {after}: {number} elector", "{before} → {after}: {number} electors", electors
    ).format(before=before, after=after, number=electors)


def _weight(rows: list[PlacePair]) -> int:
    """Count the electors of rows."""
    return sum(row.right.electors for row in rows if row.right)


def _lacking(screen: Comparison, names: tuple[str, str]) -> list[str]:
    """Name the places on one map only."""
    one_sided = (
        (names[0], [_(row.name) for row in screen.rows if row.right is None]),
        (names[1], [_(row.name) for row in screen.rows if row.left is None]),
    )
    return [
        _("Only on one map ({map}): {states}.").format(map=name, states=listed(places))
        for name, places in one_sided
        if places
    ]


def _gains(screen: Comparison, names: tuple[str, str]) -> Markup:
    """Render the table of parties; a column that would be empty is left out."""
    found = gains(screen.left, screen.right, screen.rows)
    columns = [
        (names[0], [str(gain.left) for gain in found]),
        (_("Lost"), [signed(-gain.lost) if gain.lost else "" for gain in found]),
        (_("Gained"), [signed(gain.gained) if gain.gained else "" for gain in found]),
        (_("Other"), [signed(gain.otherwise) if gain.otherwise else "" for gain in found]),
        (names[1], [str(gain.right) for gain in found]),
        (_("Change"), [signed(gain.right - gain.left) for gain in found]),
    ]
    shown = [(title, cells) for title, cells in columns if any(cells)]
    heads = Markup("").join(
        Markup('<th scope="col">{}</th>').format(title)
        for title in (_("Party"), *(title for title, _cells in shown))
    )
    rows = Markup("").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            _(gain.party),
            Markup("").join(Markup("<td>{}</td>").format(cells[at]) for _title, cells in shown),
        )
        for at, gain in enumerate(found)
    )
    other = any(gain.otherwise for gain in found)
    return Markup(
        '<div class="page-scroll" tabindex="0" role="region" aria-label="{label}">'
        '<table class="page-votes compare-gains"><caption>{caption}</caption>'
        "<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{hint}"
    ).format(
        label=_("Electors by party"),
        caption=_("Electors of the states each party won"),
        heads=heads,
        rows=rows,
        hint=Markup('<p class="page-hint">{}</p>').format(
            _("Other: new census counts, new states, or districts only one map has.")
        )
        if other
        else "",
    ) + csv_button(_("Electoral votes by party"))
