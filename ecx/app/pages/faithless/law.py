"""The laws on faithless electors, as a map and a table, for each election with recorded laws."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final

from markupsafe import Markup

from ecx.app.kit import from_text
from ecx.app.kit.buttons import Button, group
from ecx.app.kit.chart import Numbers, Picture, StateChart
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.kit.widget import StateWidget
from ecx.app.pages.faithless.fact_table import FactTable, Heading, Tells, fact_rows
from ecx.app.pages.faithless.known_cases import years_of_law
from ecx.college.election import Election
from ecx.college.laws import Effect, Law
from ecx.figures.law_map import GRADES, law_map
from ecx.maps.drawing import drawing
from ecx.record.elections import election
from ecx.say import _, n_, phrase

_SURE: Final = {
    "sourced": phrase("a source says so"),
    "text silent": phrase("we read it; it names no consequence"),
    "list": phrase("only lists of laws say so"),
    "inferred": phrase("we worked it out"),
    "memory": phrase("from memory"),
}


def _columns() -> tuple[Heading, ...]:
    return (
        Heading(_("State")),
        Heading(_("A faithless vote is"), pick=True, width=8),
        Heading(_("What the law says"), width=13),
        Heading(_("Law"), width=8),
        Heading(_("Made in"), width=6),
        Heading(_("How sure"), pick=True, width=7),
        Heading(_("Doubts"), width=15),
    )


def year_shown(cycle: int) -> int:
    """Return the election whose laws are shown: the cycle, or the nearest with recorded laws.

    Parameters
    ----------
    cycle : int
        Election year.

    Returns
    -------
    int
        One of `years_of_law`; of two as near, the earlier.

    Examples
    --------
    >>> year_shown(1836), year_shown(2020), year_shown(2028)
    (2016, 2020, 2024)
    """
    return min(years_of_law(), key=lambda year: abs(year - cycle))


class LawYears(Pane):
    """Chooses the election whose laws are shown."""

    css_class: ClassVar = "ecx-law-years"

    intents: ClassVar[Mapping[str, Callable[[AppState, str], None]]] = {
        "year": from_text.open_as_pledged,
    }

    def view(self, screen: Screen) -> Markup:
        """Render a button for each election."""
        shown = year_shown(screen.scenario.cycle)
        buttons = (
            Button(str(year), "year", year, pressed=year == shown) for year in years_of_law()
        )
        return group(_("Laws of which election?"), buttons, "page-tools")


class LawMap(StateChart):
    """Draws what each place's law does with a ballot that breaks the pledge.

    Parameters
    ----------
    state : AppState
        The state of the page.
    """

    css_class: ClassVar = "ecx-law-map"

    def draw(self, screen: Screen) -> Picture:
        """Draw the laws of the chosen election."""
        year = year_shown(screen.scenario.cycle)
        record = election(year)
        return Picture(
            law_map(record.laws, drawing(year), record.label), _summary(record), _numbers(record)
        )


def _summary(record: Election) -> str:
    """Say how many places have each kind of law, and how many electors."""
    said = [_("Laws in {year}, with D.C. counted as a state:").format(year=record.label)]
    for effect in GRADES:
        places = [place for place, law in record.laws.items() if law.effect is effect]
        seats = sum(unit.electors for unit in record.units.values() if unit.place in places)
        if places:
            said.append(_counted(effect, len(places)).format(number=len(places), electors=seats))
    return " ".join(said)


def _counted(effect: Effect, places: int) -> str:
    """Return the sentence that says how many places have a kind of law."""
    match effect:
        case Effect.FREE:
            return n_(
                "We found no law in {number} state ({electors} electors).",
                "We found no law in {number} states ({electors} electors).",
                places,
            )
        case Effect.PLEDGE:
            return n_(
                "In {number} state, electors are bound, but a faithless vote counts "
                "({electors} electors).",
                "In {number} states, electors are bound, but a faithless vote counts "
                "({electors} electors).",
                places,
            )
        case Effect.PENALTY:
            return n_(
                "In {number} state, the vote counts, but the elector can be punished "
                "({electors} electors).",
                "In {number} states, the vote counts, but the elector can be punished "
                "({electors} electors).",
                places,
            )
        case _:
            return n_(
                "In {number} state, a faithless vote is canceled ({electors} electors).",
                "In {number} states, a faithless vote is canceled ({electors} electors).",
                places,
            )


def _numbers(record: Election) -> Numbers:
    """List the kinds of law with their places."""
    return Numbers(
        (_("A faithless vote is"), _("States")),
        tuple(
            (
                f"{grade.letter} {_(grade.name)}",
                ", ".join(place for place, law in record.laws.items() if law.effect is effect),
            )
            for effect, grade in GRADES.items()
        ),
    )


class LawTable(StateWidget, FactTable):
    """Lists each place's law, how certain it is, and what is doubtful.

    Parameters
    ----------
    state : AppState
        The state of the page.
    """

    def __init__(self, state: AppState) -> None:
        super().__init__(
            state,
            title=_("The law of each state"),
            columns=_columns(),
            tells=Tells(_("States: {shown} of {all}.")),
        )

    def shown(self, screen: Screen) -> Mapping[str, Any]:
        """Return a row for each place."""
        record = election(year_shown(screen.scenario.cycle))
        laws = record.laws.items()
        return {"rows": fact_rows(_row(record.places[place], law) for place, law in laws)}

    def fallback(self, message: str) -> Mapping[str, Any]:
        """Return the message in the place of the rows."""
        return {"rows": fact_rows([(message, *[""] * (len(_columns()) - 1))])}


def _row(name: str, law: Law) -> tuple[str, ...]:
    return (
        _(name),
        _(GRADES[law.effect].name),
        _(law.words),
        law.statute,
        law.year,
        _(_SURE[law.sureness]),
        _(law.doubt) if law.doubt else "",
    )
