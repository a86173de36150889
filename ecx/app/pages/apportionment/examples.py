"""Examples for teachers: made-up countries that show how methods behave."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from ecx.say import phrase
from ecx.say.errors import UnknownNameError


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
        phrase("A tie"),
        {"Ash": 500, "Birch": 500, "Cedar": 250},
        4,
        "huntington-hill",
        phrase(
            "Ash and Birch have the same claim to the last seat. No method can tell them apart, "
            "so nobody gets it. With five seats there is no tie. Or the states could draw lots."
        ),
    ),
    Example(
        "alabama",
        phrase("Alabama paradox"),
        {"Ash": 600, "Birch": 600, "Cedar": 200},
        10,
        "hamilton",
        phrase(
            "Cedar has two of 10 seats. Give the House 11 seats, and Cedar has only one. Try it "
            "with another method."
        ),
    ),
    Example(
        "quota",
        phrase("Outside the quota"),
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
        phrase(
            "Ash has 91.49 percent of the people, but 90 of 100 seats. Jefferson’s method gives "
            "it 94. Only Hamilton’s method always stays next to the quota."
        ),
    ),
    Example(
        "methods",
        phrase("Methods disagree"),
        {"Ash": 7_220, "Birch": 1_850, "Cedar": 620, "Dogwood": 460},
        25,
        "webster",
        phrase(
            "Six methods give five different results. From Jefferson to Adams, large states lose "
            "and small states gain. Only Huntington-Hill and Dean agree."
        ),
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
