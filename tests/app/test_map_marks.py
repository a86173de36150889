"""What the two maps add to the totals: every elector who was appointed, once."""

from collections import Counter

import pytest

import ecx
from ecx.app.kit.screen import Screen
from ecx.app.pages.explorer.map_views import MAP_VIEWS
from ecx.college.counted import Counted
from ecx.link.address import View


@pytest.mark.parametrize(
    ("query", "totals"),
    [
        ("?cycle=2000", {"bush-gw": 271, "gore": 266, "blank": 1}),
        ("?cycle=1864", {"lincoln": 212, "mcclellan": 21, "idle": 1}),
        ("?cycle=1872&cast=pledged", {"grant": 286, "greeley": 66, "idle": 14}),
        ("?cycle=2020&cast=AZ.1:blank,AZ.2:absent", {"biden": 306, "trump": 232}),
        ("?cycle=2020&cast=PA.1:blank,PA.2:absent", {"biden": 304, "blank": 1, "idle": 1}),
    ],
)
def test_squares_add_up_to_the_electors_appointed(query: str, totals: dict[str, int]) -> None:
    screen = Screen(Counted(ecx.read_link(query)))
    shown = MAP_VIEWS[View.ELECTORS]
    units = shown.units(screen.scenario.election)
    found: Counter[str] = Counter()
    for elector, mark in shown.marks(screen).items():
        found.update(mark["adds"])
        found["blank"] += units[elector]["electors"] - sum(mark["adds"].values())
    assert found.total() == screen.counted.tally.appointed
    assert totals.items() <= found.items()


def test_every_view_has_its_map() -> None:
    assert set(MAP_VIEWS) == set(View)


@pytest.mark.parametrize("cycle", [1789, 1864, 1872, 2000, 2016])
def test_places_have_the_electors_appointed(cycle: int) -> None:
    screen = Screen(Counted(ecx.scenario(cycle)))
    units = MAP_VIEWS[View.PLACES].units(screen.scenario.election)
    assert sum(unit["electors"] for unit in units.values()) == screen.counted.tally.appointed
