"""A page with nothing but a board on it, as a test sees it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypedDict, Unpack

from playwright.sync_api import Error, Locator, Page

from ecx import board
from ecx.board import Board
from ecx.board.board import FRONT_END, STYLE
from ecx.board.content import Callout, Content, Mark, TicketStyle, UnitLabel

MODULES = Path(board.__file__).parent / "js"
HARNESS = Path(__file__).with_name("harness.js")
PAGE = (
    '<!doctype html><html lang="en"><head><title>Board</title>'
    '<meta name="viewport" content="width=device-width"></head><body><main></main></body></html>'
)


def square(x: int, y: int, size: int = 160) -> str:
    """Draw a square as an SVG path."""
    return f"M{x},{y}h{size}v{size}h-{size}Z"


def box(x: int, y: int, leader: list[list[float]] | None = None) -> Callout:
    return {"x": x, "y": y, "w": 84, "h": 54, "leader": leader}


def unit(code: str, name: str, electors: int, group: str | None = None) -> UnitLabel:
    return {"code": code, "name": name, "electors": electors, "group": group}


def ticket(key: str, letter: str, colour: str, *, turn: bool = True) -> TicketStyle:
    name = key.title()
    return {
        "id": key,
        "name": name,
        "full": f"{name} and a running mate",
        "letter": letter,
        "colour": colour,
        "ink": "#ffffff",
        "pattern": "diagonal",
        "turn": turn,
    }


class Shown(TypedDict, total=False):
    """What a mark may show; `ecx.board.content.Mark` explains it."""

    ticket: str | None
    adds: dict[str, int]
    changed: bool
    note: str
    edge: str | None
    sign: str
    given: str | None
    value: str
    ring: bool


def mark(carrier: str | None, electors: int, **more: Unpack[Shown]) -> Mark:
    """Give all electors of a unit to a ticket, unless `adds` says otherwise."""
    adds = {carrier: electors} if carrier else {}
    shown: Mark = {"ticket": carrier, "adds": adds, "changed": False, "note": ""}
    shown.update(more)
    return shown


def small_content() -> Content:
    """Seven units of 30 electors: four plain, one boxed and tiny, and a place in two parts."""
    content: Content = {
        "map": {
            "frame": [0, 0, 960, 600],
            "outlines": {
                "NW": square(100, 100),
                "NE": square(300, 100),
                "SW": square(100, 300),
                "SE": square(300, 300),
                "TI": square(520, 200, 12),
                "ZZ-01": square(600, 400, 80),
            },
            "borders": "M280,100v360",
            "inner": "",
            "labels": {
                "NW": [180, 180, 80],
                "NE": [380, 180, 80],
                "SW": [180, 380, 80],
                "SE": [380, 380, 80],
                "TI": [526, 206, 6],
                "ZZ-01": [640, 440, 40],
            },
            "boxes": {
                "TI": box(700, 180, [[700, 207], [526, 206]]),
                "ZZ-AL": box(600, 500),
                "ZZ-01": box(690, 500),
            },
            "ground": {"sea": {"path": "M300,300h20v20h-20z", "name": "The Sea", "note": "Deep"}},
            "note": "Drawn by hand.",
        },
        "units": {
            "NE": unit("NE", "Northeast", 5),
            "NW": unit("NW", "Northwest", 10),
            "SE": unit("SE", "Southeast", 6),
            "SW": unit("SW", "Southwest", 4),
            "TI": unit("TI", "Tiny", 1),
            "ZZ-AL": unit("ZZ", "Zed at large", 3, "ZZ"),
            "ZZ-01": unit("ZZ1", "Zed district 1", 1, "ZZ"),
        },
        "tickets": [
            ticket("alder", "A", "#1f5fbf"),
            ticket("birch", "B", "#b3261e"),
            ticket("cedar", "C", "#00695c", turn=False),
        ],
        "majority": 16,
        "selected": None,
        "persons": [],
    }
    carriers = {"NW": "alder", "NE": "birch", "SW": None, "SE": "birch"}
    content["marks"] = {
        key: mark(carriers.get(key, "alder"), value["electors"])
        for key, value in content["units"].items()
    }
    return content


class BoardPage:
    """One board on a page without anything else, with the messages it sent."""

    def __init__(self, page: Page, content: Content, answered: int = 0) -> None:
        self.page = page
        self.errors: list[str] = []
        self.page.on("pageerror", self._note)
        self.page.set_content(PAGE)
        self.page.add_style_tag(content=STYLE)
        self.page.add_script_tag(content=HARNESS.read_text("utf-8"))
        self._board = Board(**content)
        self._board.answered = answered
        state = {name: value for name, value in self._board.get_state().items() if name[0] != "_"}
        self.page.evaluate("([text, state]) => showBoard(text, state)", [FRONT_END, state])

    def _note(self, error: Error) -> None:
        self.errors.append(str(error))

    def clear(self) -> None:
        """Leave the page as it was: empty, no key held, the pointer in its corner."""
        self.page.remove_listener("pageerror", self._note)
        self.page.keyboard.up("Shift")
        self.page.mouse.move(0, 0)
        self.page.goto("about:blank")

    @property
    def sent(self) -> list[dict[str, Any]]:
        """What the board told Python."""
        messages: list[dict[str, Any]] = self.page.evaluate("model.sent")
        return messages

    def heard(self) -> list[dict[str, Any]]:
        """Tell what the board told Python until now: what was on its way has come.

        Fingers reach the page later than a call of playwright returns; a key comes after them.
        """
        self.page.locator(".ecx-area [tabindex='0']").focus()
        self.press(" ")
        self.page.wait_for_function("model.sent.at(-1)?.kind === 'open'")
        *before, _opened = self.sent
        return before

    @property
    def sets(self) -> list[tuple[str, str | None]]:
        """Units that were set, and to what."""
        return [(sent["unit"], sent["ticket"]) for sent in self.sent if sent["kind"] == "set"]

    def answer(self, **state: Any) -> None:  # noqa: ANN401
        """Let Python say something; marks go as a board sends them."""
        if (marks := state.pop("marks", None)) is not None:
            self._board.marks = marks
            state |= {"told": self._board.told, "news": self._board.news}
        self.page.evaluate("state => model.answer(state)", state)

    def unit(self, unit: str) -> Locator:
        """Find what speaks for a unit: its box, or its outline where it has none."""
        return self.page.locator(f'[data-unit="{unit}"][aria-label]')

    def outline(self, unit: str) -> Locator:
        return self.page.locator(f'path[data-unit="{unit}"]')

    def name(self, unit: str) -> str:
        return self.unit(unit).get_attribute("aria-label") or ""

    @property
    def focused(self) -> str | None:
        found: str | None = self.page.evaluate("document.activeElement.dataset.unit ?? null")
        return found

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def total(self, name: str) -> str:
        """Read a total in the legend."""
        pill = self.page.locator(".ecx-pill, .ecx-aside").filter(has_text=name)
        return pill.locator(".ecx-total").inner_text()


ShowBoard = Callable[..., BoardPage]
"""Shows content, the small one if none is given, in a browser context with its options."""
