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

from ecx.analysis.defections import Defections, defections
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
from ecx.college.election import Election, Ticket, Unit
from ecx.college.elector import Ballot, Elector, Standing
from ecx.college.house_rules import Addition, CapitalElectors, HouseRules
from ecx.college.laws import Effect, Law, Regime
from ecx.college.ledger import Entry, Ledger, ledger
from ecx.college.meeting import Meeting, meeting
from ecx.college.scenario import Scenario
from ecx.college.tally import Outcome, Result, Tally, Verdict, tally
from ecx.college.votes import Votes
from ecx.college.write_ins import write_in
from ecx.link.query import Reading, link
from ecx.maps.shapes import shapes
from ecx.record.dataframes import (
    elections,
    faithless,
    faithless_counts,
    laws,
    populations,
    results,
)
from ecx.record.elections import cycles
from ecx.record.opening import read_link, read_query, scenario
from ecx.record.origins import Origin, origins
from ecx.record.presets import presets
from ecx.say.errors import (
    BallotError,
    EcxError,
    HouseRulesError,
    LinkWarning,
    UnknownCycleError,
    UnknownNameError,
)

__version__ = "0.1.0"

__all__ = [
    "Addition",
    "Apportionment",
    "Ballot",
    "BallotError",
    "CapitalElectors",
    "Defections",
    "EcxError",
    "Effect",
    "Election",
    "Elector",
    "Entry",
    "HouseRules",
    "HouseRulesError",
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
