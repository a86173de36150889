"""Apportionment as the books define it, in fractions and without haste, to compare with."""

from collections.abc import Sequence
from fractions import Fraction

DIVISOR_METHODS = ("jefferson", "adams", "webster", "huntington-hill", "dean")
METHODS = ("hamilton", *DIVISOR_METHODS)

Settled = tuple[dict[str, int], frozenset[str], int]


def threshold(method: str, held: int) -> Fraction:
    """Where a quotient between `held` and the next number is rounded; squared for H.-H."""
    return {
        "adams": Fraction(held),
        "dean": Fraction(2 * held * (held + 1), 2 * held + 1),
        "huntington-hill": Fraction(held * (held + 1)),
        "webster": Fraction(2 * held + 1, 2),
        "jefferson": Fraction(held + 1),
    }[method]


Claim = tuple[bool, Fraction]


def claim(method: str, people: int, held: int) -> Claim:
    """Order claims: those divided by nothing first, by population."""
    power = 2 if method == "huntington-hill" else 1
    divisor = threshold(method, held)
    return not divisor, Fraction(people**power) / (divisor or 1)


def cut(claims: Sequence[tuple[Claim, str]], held: dict[str, int], left: int) -> Settled:
    """Give `left` seats to the strongest claims; those level with the first refused are tied."""
    ordered = sorted(claims, key=lambda claim: claim[0], reverse=True)
    refused = ordered[left][0] if left < len(ordered) else None
    winners = [place for value, place in ordered[:left] if value != refused]
    level = frozenset(place for value, place in ordered if value == refused)
    seats = {place: number + winners.count(place) for place, number in held.items()}
    over = left - len(winners)
    return seats, level if over else frozenset(), over


def by_divisors(populations: dict[str, int], size: int, method: str, minimum: int) -> Settled:
    """Give all seats beyond the minimum to the strongest claims of a divisor method."""
    held = dict.fromkeys(populations, minimum)
    claims = [
        (claim(method, people, seats), place)
        for place, people in populations.items()
        for seats in range(minimum, size + 1)
    ]
    return cut(claims, held, size - sum(held.values()))


def by_remainders(populations: dict[str, int], size: int, minimum: int) -> Settled | None:
    """Give whole quotas, then a seat for each of the largest remainders; None if too many."""
    total = sum(populations.values())
    quotas = {place: Fraction(people * size, total) for place, people in populations.items()}
    held = {place: max(minimum, quota // 1) for place, quota in quotas.items()}
    left = size - sum(held.values())
    if left < 0:
        return None
    remainders = [((False, quota - held[place]), place) for place, quota in quotas.items()]
    return cut(remainders, held, left)


def reference(populations: dict[str, int], size: int, method: str, minimum: int) -> Settled | None:
    """Apportion by any method: settled seats, who is tied, and for how many seats."""
    if method == "hamilton":
        return by_remainders(populations, size, minimum)
    return by_divisors(populations, size, method, minimum)
