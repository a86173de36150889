"""The map of electors: one square for each elector."""

from ecx.app.kit import words
from ecx.app.kit.persons import PersonKeys, keys_of_persons
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.ballot_words import answer, fate, sign
from ecx.app.pages.explorer.board_words import of_electors
from ecx.app.pages.explorer.seat_map import seat_map
from ecx.board.content import IDLE, OPEN, Content, Mark, UnitLabel
from ecx.college.election import Election
from ecx.college.ledger import Entry
from ecx.college.scenario import Scenario
from ecx.say import _, phrase


class MapOfElectors:
    """The map that has a mark for each elector; `MapView` says what it gives."""

    button = phrase("Electors")
    title = phrase("One square for each elector")

    def drawing(self, scenario: Scenario) -> Content:
        """Give the board what stays the same while ballots change: the map, and how it speaks.

        Parameters
        ----------
        scenario : Scenario
            What is on the map.

        Returns
        -------
        dict
            Content of the board.
        """
        return {
            "map": seat_map(scenario.election),
            "words": of_electors(),
            "sweep": True,
            "none_turns": False,
        }

    def units(self, election: Election) -> dict[str, UnitLabel]:
        """Name the electors as the board says them.

        Parameters
        ----------
        election : Election
            The cycle, with the electors its places have.

        Returns
        -------
        dict of str to ecx.board.content.UnitLabel
            By elector id.
        """
        return {
            seat.id: {
                "code": seat.place,
                "name": _("{state}, elector {number}").format(
                    state=_(election.places[seat.place]), number=seat.seat
                ),
                "electors": int(seat.standing.appointed),
                "group": None,
            }
            for seat in election.electors
        }

    def marks(self, screen: Screen) -> dict[str, Mark]:
        """Say what each elector's square shows and adds to the totals.

        Parameters
        ----------
        screen : Screen
            What the page shows.

        Returns
        -------
        dict of str to ecx.board.content.Mark
            By elector id: filled by the ballot that is counted, edged by the pledge.
        """
        keys = keys_of_persons(screen.scenario.election)
        edited = screen.scenario.ballots
        return {
            entry.elector: _mark(screen, entry, keys, changed=entry.elector in edited)
            for entry in screen.counted.ledger
        }

    def lines(self, scenario: Scenario) -> tuple[object, ...]:
        """Tell what the lines depend on."""
        return (scenario.cycle, scenario.house_rules)

    def selected(self, screen: Screen) -> str | None:
        """Name the elector who was handled last."""
        return screen.elector

    def set(self, state: AppState, unit: str, ticket: str | None) -> None:
        """Set an elector's ballot."""
        state.cast(unit, ticket)

    def open(self, state: AppState, unit: str) -> None:
        """Show the particulars of an elector's unit."""
        state.open_elector(unit)


def _mark(screen: Screen, entry: Entry, keys: PersonKeys, *, changed: bool) -> Mark:
    if entry.cast is None:
        adds = {OPEN: 1} if entry.standing.appointed else {}
        value = fate(screen.scenario.election, entry)
        known: Mark = {"ticket": None, "adds": adds, "changed": False, "note": "", "value": value}
        return known if entry.pledged is None else known | {"edge": entry.pledged}
    counted = entry.counted and entry.counted.president
    shown = keys[counted] if counted else None
    cast = keys.get(entry.cast.president) if entry.cast.president else None
    mark: Mark = {
        "ticket": shown,
        "adds": {shown: 1} if shown else _adds_nobody(entry),
        "changed": changed,
        "note": "",
    }
    if shown == entry.pledged and not entry.faithless and not sign(entry):
        return mark
    mark |= {"edge": entry.pledged, "sign": sign(entry), "note": answer(entry)}
    if cast != shown:
        mark["given"] = cast
    if cast is None:
        mark["value"] = _said(screen, entry)
    return mark


def _adds_nobody(entry: Entry) -> dict[str, int]:
    """Return what a seat without a vote adds to the totals; a blank ballot adds nothing."""
    blank = entry.cast is not None and entry.cast.attended and entry.standing.counts_president
    return {} if blank or not entry.standing.appointed else {IDLE: 1}


def _said(screen: Screen, entry: Entry) -> str:
    """Describe an elector who votes for a person on no ticket."""
    if entry.cast is None or not entry.cast.attended:
        return _("doesn’t vote")
    if entry.cast.president is None:
        return _("votes for nobody")
    person = words.short(screen.scenario.election, entry.cast.president)
    return _("votes for {name}").format(name=person)
