"""The apportionment page: from populations to seats to electors."""

from pathlib import Path
from typing import Final

from ecx.app.kit.boxes import Box
from ecx.app.kit.citation import Citation
from ecx.app.kit.frame import Frame, sheets
from ecx.app.kit.jump_list import jump_list
from ecx.app.kit.nav import Nav
from ecx.app.kit.notices import Notices
from ecx.app.kit.outcome import SITE
from ecx.app.pages.apportionment.calculator import Calculator, method_name, opened_census
from ecx.app.pages.apportionment.controls import Controls
from ecx.app.pages.apportionment.country_table import CountryTable
from ecx.app.pages.apportionment.last_seat import LastSeatHeadline, LastSeatTables
from ecx.app.pages.apportionment.method_table import Methods
from ecx.app.pages.apportionment.other_house_sizes import OtherHouseSizes
from ecx.app.pages.apportionment.paradox_finder import Paradoxes
from ecx.app.pages.apportionment.representation import PeopleMap, Ranking
from ecx.app.pages.apportionment.seat_by_seat import SeatBySeat
from ecx.app.pages.apportionment.seat_history import PlacePicker, SeatHistory
from ecx.app.pages.apportionment.state import CalculatorState
from ecx.link.address import PageName
from ecx.record.origins import census_sources
from ecx.say import _, phrase

_SECTIONS: Final = (
    phrase("Who just missed"),
    phrase("Methods side by side"),
    phrase("How many people share a seat or an elector?"),
    phrase("Paradoxes"),
    phrase("A country of your own"),
    phrase("One state since 1790"),
    phrase("Could a different House have changed an election?"),
    phrase("## Questions for a class"),
    phrase("## How it works"),
)


class ApportionmentFrame(Frame):
    """The frame of this page, with its style sheets."""

    _css = sheets(Path(__file__).parent)

    def citation(self, screen: Calculator) -> Citation:
        """Return the census or the country, and the sources of the census."""
        if screen.made_up:
            return Citation(_("House seats of a country of my own"), "", ())
        title = _("House seats after the census of {year}").format(year=screen.census)
        return Citation(title, "", census_sources(screen.census))

    def titled(self, screen: Calculator) -> str:
        """Name the census or the country, the size of the House, and the method."""
        said = (
            _("My own country, House of {size}, {method} · House seats – {site}")
            if screen.made_up
            else _("{year} census, House of {size}, {method} · House seats – {site}")
        )
        method = method_name(screen.method)
        return said.format(year=screen.census, size=screen.house, method=method, site=_(SITE))


def apportionment(census: int | None = None) -> Box:
    """Build the apportionment page; a notebook displays the returned widget.

    Parameters
    ----------
    census : int, optional
        The census that is shown first. Left out, it is what the address of the page says, or the
        latest.

    Returns
    -------
    Box
        The page: controls, seats dealt one by one, methods, who just missed, people per seat,
        paradoxes, a made-up country, a state since 1790, and elections by House size.

    Raises
    ------
    UnknownNameError
        If there was no census in that year.

    Examples
    --------
    >>> len(apportionment(1990).children)
    16
    """
    state = CalculatorState(None if census is None else opened_census(census))
    top = Box([Controls(state), ApportionmentFrame(state)], "ecx-top")
    return Box(
        [
            Nav(state, PageName.APPORTIONMENT),
            top,
            Notices(state),
            LastSeatHeadline(state),
            SeatBySeat(state),
            jump_list(_(title).removeprefix("## ") for title in _SECTIONS),
            LastSeatTables(state),
            Methods(state),
            PeopleMap(state),
            PeopleMap(state, per_elector=True),
            Ranking(state),
            Paradoxes(state),
            CountryTable(state),
            PlacePicker(state),
            SeatHistory(state),
            OtherHouseSizes(state),
        ],
        "ecx-page",
        "ecx-apportionment",
    )
