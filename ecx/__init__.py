"""The Electoral College, on a map you can change.

>>> import ecx
>>> s = ecx.scenario(2016).call("PA", "clinton-h").call("MI", "clinton-h").call("WI", "clinton-h")
>>> t = ecx.tally(s.as_pledged())
>>> t.president["clinton-h"], t.majority, t.outcome.president.person
(278, 270, 'clinton-h')
>>> ecx.link(s)
'?cycle=2016&call=MI:clinton-h,PA:clinton-h,WI:clinton-h'

Everything else is reached through the names below. Modules and functions of one name (`ecx.tally`
is the function) are told apart by ``from ecx.tally import Tally``.
"""

from ecx.allotment import Addition, Allotment, District
from ecx.apportionment import (
    Apportionment,
    HouseSizeError,
    Method,
    PopulationError,
    TieError,
    alabama_paradoxes,
    apportion,
    as_law,
    house_sizes,
    new_state_paradox,
    population_paradoxes,
)
from ecx.defections import Defections, defections
from ecx.election import Election, Ticket, Unit, Votes
from ecx.elector import Ballot, Elector, Standing
from ecx.errors import (
    AllotmentError,
    BallotError,
    EcxError,
    LinkWarning,
    UnknownCycleError,
    UnknownNameError,
)
from ecx.face import read_link, read_query, scenario
from ecx.laws import Effect, Law, Regime
from ecx.ledger import Entry, Ledger, ledger
from ecx.link import Reading, link
from ecx.meeting import Meeting, meeting
from ecx.persons import write_in
from ecx.scenario import Scenario
from ecx.shapes import shapes
from ecx.tables import (
    Origin,
    cycles,
    elections,
    faithless,
    faithless_counts,
    laws,
    origins,
    populations,
    presets,
    results,
)
from ecx.tally import Outcome, Result, Tally, Verdict, tally

__version__ = "0.1.0"

__all__ = [
    "Addition",
    "Allotment",
    "AllotmentError",
    "Apportionment",
    "Ballot",
    "BallotError",
    "Defections",
    "District",
    "EcxError",
    "Effect",
    "Election",
    "Elector",
    "Entry",
    "HouseSizeError",
    "Law",
    "Ledger",
    "LinkWarning",
    "Meeting",
    "Method",
    "Origin",
    "Outcome",
    "PopulationError",
    "Reading",
    "Regime",
    "Result",
    "Scenario",
    "Standing",
    "Tally",
    "Ticket",
    "TieError",
    "Unit",
    "UnknownCycleError",
    "UnknownNameError",
    "Verdict",
    "Votes",
    "alabama_paradoxes",
    "apportion",
    "as_law",
    "cycles",
    "defections",
    "elections",
    "faithless",
    "faithless_counts",
    "house_sizes",
    "laws",
    "ledger",
    "link",
    "meeting",
    "new_state_paradox",
    "origins",
    "population_paradoxes",
    "populations",
    "presets",
    "read_link",
    "read_query",
    "results",
    "scenario",
    "shapes",
    "tally",
    "write_in",
]
