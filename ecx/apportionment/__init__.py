"""The apportionment of the House: from people to seats, exactly.

Read from `methods` (six rules), through `claims` (how they are compared without a float) and
`houses` (seats dealt one by one), to `result` (one apportionment in full), `paradoxes`, and
`acts` (what the law made of each census). Only the standard library is needed.

>>> from ecx.apportionment import Apportionment, apportion
>>> apportion({"A": 6_000, "B": 3_000, "C": 1_000}, seats=10, method="webster")
{'A': 6, 'B': 3, 'C': 1}
"""

from ecx.apportionment.acts import ACTS, Act, Departure, NoActError, act, as_law
from ecx.apportionment.divisors import Divisors
from ecx.apportionment.houses import House, Tie, TieError, apportion, house_sizes
from ecx.apportionment.methods import Method
from ecx.apportionment.paradoxes import (
    AlabamaParadox,
    NewStateParadox,
    PopulationParadox,
    SeatChange,
    alabama_paradoxes,
    new_state_paradox,
    population_paradoxes,
)
from ecx.apportionment.result import Apportionment, Claim, SeatMargin, Violation
from ecx.apportionment.terms import HouseSizeError, PopulationError

__all__ = [
    "ACTS",
    "Act",
    "AlabamaParadox",
    "Apportionment",
    "Claim",
    "Departure",
    "Divisors",
    "House",
    "HouseSizeError",
    "Method",
    "NewStateParadox",
    "NoActError",
    "PopulationError",
    "PopulationParadox",
    "SeatChange",
    "SeatMargin",
    "Tie",
    "TieError",
    "Violation",
    "act",
    "alabama_paradoxes",
    "apportion",
    "as_law",
    "house_sizes",
    "new_state_paradox",
    "population_paradoxes",
]
