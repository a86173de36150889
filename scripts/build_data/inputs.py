"""The gathered tables, and the columns of them that the build needs."""

from typing import Final

from build_data.civics_inputs import CIVICS_INPUTS
from build_data.map_inputs import MAP_INPUTS

_ELECTIONS: Final = {
    "elections/candidates": (
        ("year", "candidate_id", "candidate", "party", "party_code", "running_mate"),
        ("party_source", "running_mate_source"),
        ("year", "candidate_id"),
    ),
    "elections/district_votes": (
        ("year", "state", "district", "candidate_id", "votes", "electoral_votes"),
        ("source",),
        ("year", "district", "candidate_id"),
    ),
    "elections/elections": (
        ("year", "label", "election_first_day", "election_last_day", "electors_allotted"),
        (
            "ballots_per_elector",
            "majority_needed",
            "electors_nara_total",
            "winner",
            "decided_by",
            "popular_vote_total",
            "source",
        ),
        ("year",),
    ),
    "elections/electoral_votes": (
        ("year", "state", "office", "candidate_id", "candidate", "electoral_votes"),
        ("status", "source"),
        ("year", "state", "office", "candidate_id", "status"),
    ),
    "elections/electors_by_state_year": (
        ("year", "state", "electors"),
        ("status", "source"),
        ("year", "state"),
    ),
    "elections/electors_pledged": (
        ("year", "state", "candidate_id", "electors_pledged"),
        ("source",),
        ("year", "state", "candidate_id"),
    ),
    "elections/popular_totals": (
        ("year", "state", "total_votes"),
        ("source", "agreeing_sources", "other_values"),
        ("year", "state"),
    ),
    "elections/popular_votes": (
        ("year", "state", "candidate_id", "votes"),
        ("source", "agreeing_sources", "other_values", "note"),
        ("year", "state", "candidate_id"),
    ),
    "elections/states": (("state", "name", "first_presidential_election"), (), ("state",)),
    "by_hand/absences": (("cycle", "place", "reason"), ("source",), ("cycle", "place")),
    "by_hand/aliases": (("cycle", "written"), ("person",), ("cycle", "written")),
    "by_hand/ballots": (("id", "unit", "elector"), ("substitute", "note"), ("id",)),
    "by_hand/blank_cycles": (
        ("cycle", "label", "first_day", "last_day"),
        ("units_of", "census"),
        ("cycle",),
    ),
    "by_hand/confirmed": (
        ("year", "state", "office", "candidate_id"),
        ("source", "page"),
        ("year", "state", "office", "candidate_id"),
    ),
    "by_hand/contingent": (("cycle", "office", "person"), ("source",), ("cycle", "office")),
    "by_hand/first_names": (("everyday", "full"), ("source",), ("everyday", "full")),
    "by_hand/methods": (("cycle", "place", "method", "note"), ("source",), ("cycle", "place")),
    "by_hand/notes": (("cycle", "note"), ("source",), ("cycle", "note")),
    "by_hand/parties": (("written", "party", "code"), (), ("written",)),
    "by_hand/people": (("cycle", "person"), ("name", "short"), ("cycle", "person")),
    "by_hand/presets": (
        ("cycle", "key", "order", "title", "query", "words"),
        ("source",),
        ("cycle", "key"),
    ),
    "by_hand/printed": (("cycle", "electors", "source"), (), ("cycle",)),
    "by_hand/running_mates": (
        ("cycle", "ticket", "vice_president"),
        ("source",),
        ("cycle", "ticket"),
    ),
    "by_hand/set_aside": (("id", "reason"), (), ("id",)),
    "by_hand/slates": (
        ("cycle", "place", "number", "electors", "pledged", "president", "vice_president"),
        ("status", "kept", "case", "note", "source"),
        ("cycle", "place", "number"),
    ),
    "by_hand/plain_words": (("written", "words"), (), ("written",)),
    "by_hand/source_words": (("written",), ("codes",), ("written",)),
    "by_hand/standings": (
        ("cycle", "place", "status", "note"),
        ("source",),
        ("cycle", "place"),
    ),
    "by_hand/tickets": (
        ("cycle", "ticket", "vice_president"),
        ("party", "code", "note", "source"),
        ("cycle", "ticket"),
    ),
    "by_hand/vote_notes": (("cycle", "unit", "ticket"), ("note",), ("cycle", "unit", "ticket")),
}

INPUTS: Final = _ELECTIONS | CIVICS_INPUTS | MAP_INPUTS
"""Columns the build needs of each table (in two parts), and the columns that tell rows apart."""
