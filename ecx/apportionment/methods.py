"""Six apportionment methods that were law or were proposed, each as an exact rule.

Every divisor method deals the seats one by one to the place with the strongest claim. The claim
of a place with `n` seats to its next is its population divided by ``d(n)``, and only ``d`` tells
the methods apart (M. L. Balinski and H. P. Young, Fair Representation, 1982, appendix A):

=============== ================================ ==================================
method          d(n)                             rounds a quotient between n and n+1
=============== ================================ ==================================
adams           n                                up
dean            n(n+1) / (n + 1/2)               at the harmonic mean
huntington-hill square root of n(n+1)            at the geometric mean
webster         n + 1/2                          at the half
jefferson       n + 1                            down
=============== ================================ ==================================

Hamilton's method, law from 1850 as Vinton's, has no ``d``: it fills quotas.
"""

from enum import StrEnum
from functools import cache

from ecx.say.errors import UnknownNameError


class Method(StrEnum):
    """A method of apportionment, named after the person who proposed it."""

    HAMILTON = "hamilton"
    """Largest remainders; called Vinton's while it was law."""
    JEFFERSON = "jefferson"
    """Greatest divisors."""
    ADAMS = "adams"
    """Smallest divisors; never law."""
    WEBSTER = "webster"
    """Major fractions."""
    HUNTINGTON_HILL = "huntington-hill"
    """Equal proportions; law since 1941 (2 U.S.C. 2a)."""
    DEAN = "dean"
    """Harmonic means; never law."""


def method_named(name: str) -> Method:
    """Find a method by its name.

    Parameters
    ----------
    name : str
        Its name in small letters, ``"huntington-hill"``.

    Returns
    -------
    Method
        The method.

    Raises
    ------
    UnknownNameError
        If no method has that name; the message tells the nearest.

    Examples
    --------
    >>> method_named("dean").name
    'DEAN'
    """
    try:
        return Method(name)
    except ValueError:
        raise UnknownNameError("method", name, Method, "apportionment") from None


@cache
def inverse_divisor(method: Method, held: int) -> tuple[int, int]:
    """Return ``1 / d(n)`` as a pair of integers, so that claims are compared exactly.

    Parameters
    ----------
    method : Method
        A divisor method.
    held : int
        The seats that a place has already, ``n``.

    Returns
    -------
    tuple of int
        Numerator and denominator of ``1 / d(n)``; of its square for Huntington-Hill, whose
        ``d(n)`` is no fraction. A denominator of 0 is a claim before all others.

    Examples
    --------
    >>> inverse_divisor(Method.WEBSTER, 3)  # one divided by three and a half
    (2, 7)
    """
    if method is Method.JEFFERSON:
        return 1, held + 1
    if method is Method.ADAMS:
        return 1, held
    if method is Method.WEBSTER:
        return 2, 2 * held + 1
    if method is Method.DEAN:
        return 2 * held + 1, 2 * held * (held + 1)
    return 1, held * (held + 1)
