"""The state of the apportionment page: one mutable object that holds one immutable value."""

from dataclasses import replace
from typing import Any, Final

from traitlets import HasTraits, Instance

from ecx.app.kit.intents import intent
from ecx.app.pages.apportionment.calculator import (
    Calculator,
    Search,
    checked_calculator,
    law_of,
    opened_census,
)
from ecx.app.pages.apportionment.calculator_link import (
    calculator_link,
    fits,
    read_calculator,
    with_country,
)
from ecx.app.pages.apportionment.country import LONGEST, Country, read_country, write_country
from ecx.app.pages.apportionment.examples import example
from ecx.app.pages.apportionment.paradox_cases import case_of
from ecx.apportionment import Method
from ecx.apportionment.methods import method_named
from ecx.record.censuses import censuses
from ecx.say import _, phrase
from ecx.say.errors import EcxError

MOST_TYPED: Final = 5 * LONGEST
"""Characters of a table that are kept as they were typed."""

LONGEST_FIELD: Final = 100
"""Characters of a field of a search: more than any number or name has that is taken."""


class CalculatorState(HasTraits):
    """The only mutable object of the page; panels observe ``names="screen"`` and render from it.

    An intent that changes nothing sends no update; one that fails keeps the screen and adds a
    notice.

    Parameters
    ----------
    opening : Calculator, optional
        What is shown first; the latest census, if left out.
    """

    screen = Instance(Calculator)

    def __init__(self, opening: Calculator | None = None) -> None:
        calculator = opening or opened_census(censuses()[-1])
        super().__init__(screen=replace(calculator, address=calculator_link(calculator)))

    @intent
    def open_census(self, census: int) -> None:
        """Show a census with the values of its law; leave a made-up country."""
        place, search = self.screen.place, self.screen.search
        calculator = opened_census(census)
        self._show(replace(calculator, place=place, search=search, draft=self.screen.draft))

    @intent
    def as_law(self) -> None:
        """Restore House size, method and minimum of the law."""
        calculator = self.screen
        house, method = (
            law_of(calculator.census)
            if not calculator.made_up
            else (calculator.house, calculator.method)
        )
        self._show(replace(calculator, house=house, method=method, minimum=1, step=None))

    @intent
    def house(self, seats: int) -> None:
        """Set the House size; called when the slider is released."""
        try:
            self._show(replace(self.screen, house=seats, step=None))
        except EcxError as error:
            self.refuse(error)

    @intent
    def refuse(self, error: EcxError) -> None:
        """Say why a House size cannot be set; a drag ends where it is."""
        self.screen = replace(self._rest(), notices=(f"{error}.",))

    @intent
    def slide(self, seats: int) -> None:
        """Show a House size while the slider moves; the address changes when it is released."""
        address = self.screen.address
        calculator = checked_calculator(
            replace(self.screen, house=seats, step=None, case="", notices=())
        )
        self.screen = replace(calculator, sliding=True, address=address)

    @intent
    def method(self, method: Method) -> None:
        """Set the method."""
        self._show(replace(self.screen, method=method, step=None))

    @intent
    def minimum(self, seats: int) -> None:
        """Set the number of seats that every place is guaranteed."""
        self._show(replace(self.screen, minimum=seats, step=None))

    @intent
    def deal_to(self, step: int) -> None:
        """Set how many seats are shown as assigned."""
        self._show(replace(self.screen, step=step), case=self.screen.case)

    @intent
    def show_place(self, place: str) -> None:
        """Show another place's seats since 1790."""
        self._show(replace(self.screen, place=place), case=self.screen.case)

    @intent
    def make_country(self, table: str) -> None:
        """Use the populations of a table; the table shows what could not be read."""
        if len(table) > MOST_TYPED:
            calculator = with_country(
                self.screen,
                Country({}, (_(_FAR_TOO_LARGE).format(most=f"{LONGEST:,}"),)),
                self.screen.draft,
            )
            self._show(calculator)
            return
        country = read_country(table)
        try:
            calculator = checked_calculator(with_country(self.screen, country, table))
        except EcxError as error:
            calculator = with_country(self.screen, Country({}, (f"{error}.",)), table)
        self._show(calculator, notices=() if fits(calculator) else (_(_TOO_LARGE),))

    @intent
    def leave_country(self) -> None:
        """Go back to the census; the typed table is kept."""
        calculator = replace(opened_census(self.screen.census), place=self.screen.place)
        self._show(replace(calculator, search=self.screen.search, draft=self.screen.draft))

    @intent
    def show_example(self, key: str) -> None:
        """Show an example for teachers."""
        found = example(key)
        country = Country(found.people, ())
        calculator = with_country(self.screen, country, write_country(found.people))
        sizes = Search("sizes", str(len(found.people)), str(2 * found.house))
        calculator = replace(
            calculator, house=found.house, method=method_named(found.method), minimum=1
        )
        calculator = replace(calculator, search=sizes)
        self._show(calculator, case=found.words)

    @intent
    def search(self, /, kind: str, **typed: str) -> None:
        """Search for one kind of paradox; fields that are not given keep their values."""
        fields = {name: text[:LONGEST_FIELD] for name, text in typed.items()}
        search = replace(self.screen.search, kind=kind, **fields)
        self._show(replace(self.screen, search=search), case=self.screen.case)

    @intent
    def show_case(self, key: str) -> None:
        """Show a historical case of a paradox."""
        case = case_of(key)
        calculator = replace(
            opened_census(case.census), method=method_named("hamilton"), house=case.house
        )
        if case.people is not None:
            country = Country(case.people(), ())
            calculator = replace(calculator, country=country, draft=write_country(country.people))
        calculator = replace(calculator, search=case.search, place=self.screen.place)
        self._show(calculator, case=case.words)

    @intent
    def read(self, query: str) -> None:
        """Show what a link to this page says; add a notice for each part that cannot be read."""
        found = read_calculator(query)
        # A link says nothing of typed text and of searches.
        draft = found.draft or self.screen.draft
        self.screen = replace(found, search=self.screen.search, draft=draft)

    @intent
    def dismiss(self) -> None:
        """Dismiss the notices."""
        self.screen = replace(self.screen, notices=())

    def _rest(self) -> Calculator:
        """End a drag where it is, and update the address; without a drag, nothing changes."""
        calculator = self.screen
        return (
            replace(calculator, sliding=False, address=calculator_link(calculator))
            if calculator.sliding
            else calculator
        )

    def _show(
        self, calculator: Calculator, *, notices: tuple[str, ...] = (), case: str = ""
    ) -> None:
        """Replace the screen, unless the new one is impossible."""
        shown = replace(checked_calculator(calculator), notices=notices, case=case, sliding=False)
        self.screen = replace(shown, address=calculator_link(shown))


_FAR_TOO_LARGE: Final = phrase(
    "This table is too large, so we read nothing of it. Give at most {most} characters."
)
_TOO_LARGE: Final = phrase(
    "This country is too large for a link. The link leads to the census instead. "
    "Save the country as a CSV file."
)


def calculator_intents(*names: str) -> dict[str, Any]:
    """Return a pane's intents: the named methods of the state.

    Parameters
    ----------
    *names : str
        Names of methods that take the control's text.

    Returns
    -------
    dict of str to callable
        Each takes the state and the text.

    Examples
    --------
    >>> sorted(calculator_intents("show_case", "show_place"))
    ['show_case', 'show_place']
    """
    return {name: lambda state, value, name=name: getattr(state, name)(value) for name in names}
