"""Print as JSON what the package beside this Python's path shows of the cycle named last.

Run by tests in a process of its own, with a copy of the package in front of a record of its own.
"""

import json
import sys
from typing import Any

import ecx
from ecx.app import compare, explorer, faithless, history
from ecx.app.kit.cycle_summaries import cycle_summaries
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.toolbar import Toolbar
from ecx.app.pages.faithless.cases import at_a_glance
from ecx.app.pages.faithless.election_picker import ElectionPicker
from ecx.app.pages.faithless.known_cases import cases
from ecx.app.pages.faithless.law import LawMap, LawYears
from ecx.app.pages.faithless.questions import questions
from ecx.app.pages.history.stepper import Stepper
from ecx.figures.pledge_timeline import pledge_timeline
from ecx.maps.shapes import board_map
from ecx.record.censuses import census_of
from ecx.record.elections import cycles, held


def opened(cycle: int, to_come: int) -> dict[str, Any]:
    """Open two cycles in every page, and tell what is shown of them."""
    scenario = ecx.scenario(cycle)
    changed = scenario.call("PA", "ash")
    state, blank = AppState(scenario), AppState(ecx.scenario(to_come))
    for each in (to_come, cycle):
        explorer(ecx.scenario(each))
        history(each)
        faithless(each)
    compare(ecx.scenario(to_come), scenario)
    return {
        "package": ecx.__file__,
        "cycles": cycles(),
        "held": held(),
        "census": [census_of(cycle), census_of(to_come)],
        "president": dict(ecx.tally(scenario).president),
        "elected": ecx.tally(scenario).outcome.president.person,
        "faithless": [entry.elector for entry in ecx.ledger(scenario).faithless],
        "link": ecx.link(changed),
        "round trip": ecx.read_link(ecx.link(changed)) == changed,
        "undecided": ecx.tally(ecx.scenario(to_come)).undecided,
        "toolbar": Toolbar(state).html,
        "chooser": ElectionPicker(state).html,
        "laws": LawYears(state).html,
        "laws to come": LawYears(blank).html,
        "law map": LawMap(state).summary,
        "at a glance": at_a_glance(),
        "questions": questions(),
        "cases": [case.id for case in cases()],
        "summaries": [one.cycle for one in cycle_summaries()],
        "dots": max(max(trace.x) for trace in pledge_timeline(cycle_summaries()).data),
        "dots end": pledge_timeline(cycle_summaries()).layout.xaxis.range[1],
        "steps": Stepper(state).labels,
        "maps": [board_map(2028), board_map(cycle), board_map(to_come)],
    }


if __name__ == "__main__":
    json.dump(opened(*map(int, sys.argv[1:])), sys.stdout)
