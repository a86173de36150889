"""Examples for teachers: made-up countries that show how methods behave."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from ecx.errors import UnknownNameError


class Example(NamedTuple):
    """A made-up country that shows an effect of a method.

    Attributes
    ----------
    key : str
        Its name in an intent.
    title : str
        What it shows.
    people : mapping of str to int
        Persons by place.
    house : int
        Seats at which it shows it.
    method : str
        The method by which it does.
    words : str
        What to look at.
    """

    key: str
    title: str
    people: Mapping[str, int]
    house: int
    method: str
    words: str


EXAMPLES: Final = (
    Example(
        "tie",
        "A tie",
        {"Ash": 500, "Birch": 500, "Cedar": 250},
        4,
        "huntington-hill",
        "Ash and Birch have the same claim to the last seat. No method can tell them apart, and "
        "nothing is dealt in silence: five seats settle it, or lots.",
    ),
    Example(
        "alabama",
        "An Alabama paradox",
        {"Ash": 600, "Birch": 600, "Cedar": 200},
        10,
        "hamilton",
        "Cedar has two seats of 10. Give the House 11, and Cedar has one. Try the same with "
        "another method.",
    ),
    Example(
        "quota",
        "A quota violation",
        {
            "Ash": 91_490,
            "Birch": 1_660,
            "Cedar": 1_460,
            "Dogwood": 1_450,
            "Elm": 1_440,
            "Fir": 1_400,
            "Gum": 1_100,
        },
        100,
        "huntington-hill",
        "Ash has 91.49 percent of the people, and 90 of 100 seats. Under Jefferson's method it "
        "has 94. Hamilton's alone never leaves the quota.",
    ),
    Example(
        "methods",
        "Five Houses of one country",
        {"Ash": 7_220, "Birch": 1_850, "Cedar": 620, "Dogwood": 460},
        25,
        "webster",
        "Six methods make five different Houses. From Jefferson to Adams, large places lose and "
        "small places gain; only Huntington-Hill and Dean agree.",
    ),
)


def example(key: str) -> Example:
    """Find an example.

    Parameters
    ----------
    key : str
        Its name in an intent.

    Returns
    -------
    Example
        One of `EXAMPLES`.

    Raises
    ------
    UnknownNameError
        If there is no such example.

    Examples
    --------
    >>> example("tie").people
    {'Ash': 500, 'Birch': 500, 'Cedar': 250}
    """
    found = {one.key: one for one in EXAMPLES}
    if key not in found:
        raise UnknownNameError("example", key, found, "the page")
    return found[key]
