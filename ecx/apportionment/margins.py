"""The number of people by which a place wins or misses a seat, all else unchanged."""

from collections.abc import Callable
from itertools import islice

from ecx.apportionment.claims import QuotaClaims, claims_of
from ecx.apportionment.houses import house, ranked
from ecx.apportionment.terms import Terms


def people_to_gain(question: Terms, place: str, seats: int) -> int | None:
    """Count the additional people with whom a place would have one more seat.

    Parameters
    ----------
    question : Terms
        The apportionment.
    place : str
        A place of it.
    seats : int
        The seats it has outright.

    Returns
    -------
    int or None
        The smallest number of additional people with whom the seat is its own, not merely
        tied for; None if no number is enough, the rest being guaranteed to others.

    Examples
    --------
    >>> from ecx.apportionment.terms import terms
    >>> people_to_gain(terms({"A": 60, "B": 40}, 2, "webster", 0), "A", 1)
    61
    """
    if question.contested <= seats - question.minimum:
        return None
    holds = _holder(question, place, seats + 1)
    people = question.populations[place]
    return _first(lambda more: holds(people + more), question.outweighing - people)


def people_to_lose(question: Terms, place: str, seats: int) -> int | None:
    """Count the people whose loss would cost a place its last seat.

    Parameters
    ----------
    question : Terms
        The apportionment.
    place : str
        A place of it.
    seats : int
        The seats it has outright.

    Returns
    -------
    int or None
        The smallest loss of people that costs it the seat, or ties another place with it; with
        one fewer lost it keeps the seat. None if the seat is its own with a single person.

    Examples
    --------
    >>> from ecx.apportionment.terms import terms
    >>> people_to_lose(terms({"A": 60, "B": 40}, 2, "webster", 0), "B", 1)
    20
    """
    if seats <= question.minimum:
        return None
    holds = _holder(question, place, seats)
    people = question.populations[place]
    return _first(lambda fewer: not holds(people - fewer), people - 1)


def _holder(question: Terms, place: str, seats: int) -> Callable[[int], bool]:
    """Make a function that tells whether a place has `seats` outright with another population."""
    claims = claims_of(question)
    if isinstance(claims, QuotaClaims):
        # One population changes every quota, so all seats are apportioned again.
        populations = question.populations
        return lambda people: (
            house(question._replace(populations={**populations, place: people})).seats[place]
            >= seats
        )
    rivals = [number for number, name in enumerate(question.populations) if name != place]
    if not rivals:
        return lambda _: True
    # The other places' claims stay the same. This place must beat the strongest of their
    # claims that gets no seat if this place has `seats`.
    order = ranked(
        lambda rival, held: claims.key(rivals[rival], held), [question.minimum] * len(rivals)
    )
    theirs = question.contested - (seats - question.minimum)
    best = next(islice(order, theirs, None))[0]
    return lambda people: claims.key_of(people, seats - 1) > best


def _first(holds: Callable[[int], bool], last: int) -> int | None:
    """Find by bisection the first number from 1 to `last` for which `holds` is true."""
    if last < 1 or not holds(last):
        return None
    low, high = 0, 1
    while high < last and not holds(high):
        low, high = high, min(2 * high, last)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high
