"""Measure apportionment beside the package `apportionment`: same input, same answer, checked.

Run it with ``python scripts/bench_apportionment.py``. Figures depend on the machine; the budgets
are for two cores.
"""

import argparse
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial

from apportionment.methods import compute

from ecx.apportionment import Apportionment, Method, alabama_paradoxes, apportion, house_sizes
from ecx.record.csv_rows import read_rows

CENSUS = 2020
SEATS = 435
SIZES = range(50, 1001)
# The package's names where they differ from ours.
NAMES = {Method.HUNTINGTON_HILL: "huntington"}


def milliseconds(call: Callable[[], object], rounds: int) -> float:
    """Take the median of some rounds, after one to warm up."""
    call()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def theirs(populations: dict[str, int], size: int, method: Method) -> list[int]:
    """Ask the package, as quickly as it can: in floats."""
    name = NAMES.get(method, str(method))
    seats: list[int] = compute(name, list(populations.values()), size)
    return seats


def ours(populations: dict[str, int], size: int, method: Method) -> list[int]:
    """Ask ecx, without the guarantee the package does not give."""
    return list(apportion(populations, size, method, minimum=_minimum(method)).values())


def _minimum(method: Method) -> int:
    """Match the package: a first seat for all only where a method gives it anyway."""
    return int(method in (Method.ADAMS, Method.DEAN, Method.HUNTINGTON_HILL))


def one_house(populations: dict[str, int], rounds: int) -> None:
    """Compare one House by every method."""
    for method in Method:
        if ours(populations, SEATS, method) != theirs(populations, SEATS, method):
            raise SystemExit(f"{method}: the answers differ")
        mine = milliseconds(partial(ours, populations, SEATS, method), rounds)
        other = milliseconds(partial(theirs, populations, SEATS, method), rounds)
        line(f"{SEATS} seats, {method}", mine, other, "1 ms")


def every_size(populations: dict[str, int], rounds: int) -> None:
    """Compare every House size by the method of the law and by Hamilton's."""
    for method in (Method.HUNTINGTON_HILL, Method.HAMILTON):

        def mine(method: Method = method) -> list[list[int]]:
            houses = house_sizes(populations, SIZES, method, _minimum(method))
            return [list(house.seats.values()) for house in houses]

        def other(method: Method = method) -> list[list[int]]:
            return [theirs(populations, size, method) for size in SIZES]

        if mine() != other():
            raise SystemExit(f"{method}: the answers differ")
        name = f"every size {SIZES[0]} to {SIZES[-1]:,}, {method}"
        line(name, milliseconds(mine, rounds), milliseconds(other, 3), "60 ms")


def margins(populations: dict[str, int], rounds: int) -> None:
    """Measure what the package does not answer."""

    def edge() -> object:
        found = Apportionment(populations, SEATS)
        return found.last, found.next

    line("the last seat and the next, with people", milliseconds(edge, rounds), None, "-")
    line(
        "every paradox from 275 to 350 seats, hamilton",
        milliseconds(lambda: alabama_paradoxes(populations, range(275, 351)), rounds),
        None,
        "-",
    )


def line(what: str, mine: float, other: float | None, budget: str) -> None:
    """Print one row of the table."""
    beside = "-" if other is None else f"{other:,.2f} ms"
    print(f"| {what} | {mine:,.2f} ms | {beside} | {budget} |")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=30, help="times each is measured")
    rounds = parser.parse_args(arguments).rounds
    rows = read_rows("populations", CENSUS)
    populations = {row["place"]: int(row["population"]) for row in rows if row["seats"]}
    print(f"Python {platform.python_version()}, {len(populations)} states of {CENSUS}; medians\n")
    print("| what | ecx | package apportionment | budget |\n|---|---|---|---|")
    one_house(populations, rounds)
    every_size(populations, rounds)
    margins(populations, rounds)


if __name__ == "__main__":
    main()
