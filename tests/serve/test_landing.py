"""The first page: a card for each page, lessons and puzzles that lead where they say."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from ecx.link.address import PageName
from ecx.record.elections import latest
from ecx.record.opening import read_link
from ecx.say import _
from ecx.serve import landing
from ecx.serve.pages import find_pages

ROOT = Path(__file__).resolve().parents[2]


class Parts(HTMLParser):
    """Collects the links of a page, and how many elements there are of each kind."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.count: dict[str, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count[tag] = self.count.get(tag, 0) + 1
        self.links += [value for key, value in attrs if tag == "a" and key == "href" and value]


def read(*names: str) -> tuple[str, Parts]:
    """Render the first page of a server with these pages, or all."""
    loader = FileSystemLoader(ROOT / "ecx" / "serve" / "template")
    template = Environment(loader=loader, autoescape=True).get_template("contents.html.j2")
    pages = find_pages(names, ROOT / "notebooks")
    text = template.render(root="", static="static/0", _=_, pages=pages, landing=landing)
    parts = Parts()
    parts.feed(text)
    return text, parts


def test_every_page_has_a_card_with_a_picture_and_a_line_of_its_own() -> None:
    text, parts = read()
    assert [link for link in parts.links if "?" not in link][: len(PageName)] == list(PageName)
    assert "Click a state to change its winner. See who gets to 270 electoral votes." in text
    assert parts.count["svg"] == 1 + 4 + 2 + 1 + 1
    assert parts.count["h1"] == 1


def test_lessons_and_puzzles_lead_to_maps_without_a_notice() -> None:
    links = [*(lesson.link for lesson in landing.lessons()), *(p.link for p in landing.puzzles())]
    assert len(links) == 11
    explored = [link for link in links if link.startswith(PageName.EXPLORER)]
    # A link that cannot be read in full warns, and a warning is an error here.
    now = latest()
    cycles = [read_link(link).cycle for link in explored]
    assert cycles == [now, 1824, now, now, 2000, 1820, 1860]


def test_a_server_without_all_pages_offers_no_lessons() -> None:
    text, parts = read("explorer", "history")
    assert parts.links == ["explorer", "history"]
    assert "For teachers" not in text


@pytest.mark.parametrize("page", PageName)
def test_pictures_are_hidden_from_screen_readers(page: PageName) -> None:
    drawn = landing.picture(page)
    assert drawn.count("<svg") == drawn.count('aria-hidden="true"') > 0
