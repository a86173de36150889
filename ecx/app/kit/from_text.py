"""Intents from text: what a control sends is read here, and handed to the state as values.

A control of a pane sends text. Each function takes the state of the page and that text, and
calls the one intent that is meant; text that cannot be read becomes a notice on the page.
"""

from ecx.app.kit.forms import fields
from ecx.app.kit.intents import intent
from ecx.app.kit.state import AppState
from ecx.college.laws import read_regime
from ecx.link import ballots, house
from ecx.link.calls import read_call
from ecx.link.query import read_year
from ecx.say.errors import EcxError


@intent
def call(state: AppState, text: str) -> None:
    """Give a unit to a ticket: ``"PA:clinton-h"``, ``"PA:undecided"``."""
    state.call(*read_call(text))


@intent
def choose_ballot(state: AppState, text: str) -> None:
    """Choose the ballot of clicked electors: ``"kasich/fiorina"``; empty is one for the rival."""
    state.choose_ballot(ballots.read_edit(text) if text else None)


@intent
def open_cycle(state: AppState, text: str) -> None:
    """Show another cycle as recorded: ``"2016"``."""
    state.open_cycle(read_year(text))


@intent
def open_as_pledged(state: AppState, text: str) -> None:
    """Show a cycle in which every elector keeps the pledge: ``"2016"``."""
    state.open_as_pledged(read_year(text))


@intent
def under(state: AppState, text: str) -> None:
    """Count ballots under another law on faithless electors: ``"free"``."""
    state.under(read_regime(text))


def set_rule(state: AppState, key: str, text: str) -> None:
    """Set one House rule: ``"house"`` to ``"492"``; the keys are those of a link."""
    try:
        rules = house.read_rule(state.screen.scenario.house_rules, key, text)
    except EcxError as error:
        state.refuse(error)
    else:
        state.set_rules(rules)


@intent
def slide(state: AppState, text: str) -> None:
    """Show a House size while the slider moves: ``"492"``."""
    state.slide(house.read_rule(state.screen.scenario.house_rules, "house", text))


def add_state(state: AppState, text: str) -> None:
    """Add the state of a submitted form, which has its code and its people."""
    place, people = fields(text, "place", "people")
    digits = people.replace(",", "").replace(" ", "")
    try:
        new = house.read_addition(place.strip().upper(), digits)
    except EcxError as error:
        state.refuse(error)
    else:
        state.add_state(new)
