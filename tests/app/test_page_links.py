"""Links from page to page: each names a page of the one list, and carries a query that is read."""

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from ipywidgets.widgets.widget import _instances

from ecx.app import apportionment, compare, explorer, faithless, history
from ecx.app.kit.frame import Frame
from ecx.app.kit.nav import Nav
from ecx.link.address import HOME, PageName, read_address
from ecx.record.opening import read_query, scenario


def whole_lesson() -> list[object]:
    lesson = faithless()
    parts = ("glance", "cases", "law", "counters", "presets", "questions")
    return [getattr(lesson, part) for part in parts]


PAGES: dict[PageName, Callable[[], object]] = {
    PageName.EXPLORER: lambda: explorer(scenario(2016)),
    PageName.HISTORY: history,
    PageName.COMPARE: compare,
    PageName.FAITHLESS: whole_lesson,
    PageName.APPORTIONMENT: lambda: apportionment(1990),
}
LEADS: dict[PageName, set[PageName]] = {
    PageName.EXPLORER: {PageName.FAITHLESS},
    PageName.HISTORY: {PageName.EXPLORER},
    PageName.COMPARE: {PageName.EXPLORER},
    PageName.FAITHLESS: {PageName.EXPLORER},
    PageName.APPORTIONMENT: {PageName.EXPLORER},
}
"""Where the panels of a page lead, besides its bar of pages."""


class _Hrefs(HTMLParser):
    """Collects where the links of a text lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name == "href"]


def links(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a widget sends
    """Yield the links in what a widget sends: those of its HTML, its tables and its figures."""
    match value:
        case str():
            parser = _Hrefs()
            parser.feed(value)
            yield from parser.found
        case dict():
            for name, held in value.items():
                if name == "link" and isinstance(held, str):
                    yield held
                elif name == "links":
                    yield from held
                else:
                    yield from links(held)
        case list() | tuple():
            for held in value:
                yield from links(held)


@pytest.mark.parametrize("page", PageName)
def test_every_link_names_a_page_of_the_list(page: PageName) -> None:
    before = {*_instances}
    held = PAGES[page]()
    bar: list[str] = []
    panels: list[str] = []
    for widget in [_instances[key] for key in [*_instances] if key not in before]:
        if isinstance(widget, Frame):
            continue  # its link is the address of this page
        sent = {key: value for key, value in widget.get_state().items() if key != "_esm"}
        found = [link for link in links(sent) if not link.startswith("#")]  # parts of this page
        (bar if isinstance(widget, Nav) else panels).extend(found)
    assert bar[0] == HOME == "./"
    assert [link.partition("?")[0] for link in bar[1:]] == [*PageName]
    for link in bar[1:] + panels:
        name, mark, query = link.partition("?")
        assert name in {*PageName, ""}, link
        assert read_address(link, 30_000).pairs or not mark, link
        if name == PageName.EXPLORER:
            assert read_query(query).problems == (), link
    assert {link.partition("?")[0] or page for link in panels} - {page} == LEADS[page]
    del held
