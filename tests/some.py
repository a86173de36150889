"""Loops of tests: over nothing at all they would prove nothing."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")


def some(things: Iterable[Thing]) -> Iterator[Thing]:
    """Go through things, and fail where there is none."""
    found = False
    for thing in things:
        found = True
        yield thing
    assert found, "a loop of this test went over nothing"
