"""The gathered tables of rules, laws, censuses and broken pledges, and their columns."""

from typing import Final

CIVICS_INPUTS: Final = {
    "civics/allocation_rules": (
        ("year", "state", "method", "detail"),
        ("detail_source", "source"),
        ("year", "state"),
    ),
    "civics/census_population": (
        ("census_year", "state", "resident_population", "enslaved_population"),
        (
            "apportionment_population",
            "population_basis",
            "seats",
            "seats_source",
            "method",
            "law",
            "effective_year",
            "note",
            "source",
            "law_source",
        ),
        ("census_year", "state"),
    ),
    "civics/faithless_electors": (
        (
            "id",
            "year",
            "state",
            "elector",
            "electors",
            "pledged_president",
            "pledged_vice_president",
        ),
        (
            "voted_president",
            "voted_vice_president",
            "outcome",
            "office",
            "fairvote_count",
            "note",
            "source",
        ),
        ("id",),
    ),
    "by_hand/faithless_counts": (
        ("count", "said_by", "left_out", "explained", "doubt"),
        ("page", "source"),
        ("count",),
    ),
    "by_hand/faithless_whys": (("id", "why"), (), ("id",)),
    "by_hand/census_bases": (
        ("census", "place", "counted", "not_taxed"),
        ("note", "source"),
        ("census", "place"),
    ),
    "by_hand/census_district": (
        ("census", "place", "resident"),
        ("note", "source"),
        ("census", "place"),
    ),
    "by_hand/census_notes": (("census", "place", "note"), (), ("census", "place")),
    "civics/elector_laws": (
        ("state", "as_of", "deviant_vote", "penalty", "statute", "year_of_law", "uniform_act"),
        (
            "conf_bound",
            "conf_effect",
            "conf_penalty",
            "conf_statute",
            "conf_year",
            "source",
            "source_url_bound",
            "source_url_effect",
        ),
        ("state", "as_of"),
    ),
    "by_hand/law_changes": (
        ("place", "first_cycle", "reason"),
        ("source",),
        ("place", "first_cycle"),
    ),
    "by_hand/law_words": (("place", "first_cycle", "words", "doubt"), (), ("place", "first_cycle")),
    "by_hand/later_laws": (
        ("place", "first_cycle", "effect", "penalty", "statute", "year_of_law", "uniform_act"),
        ("sureness", "page", "source"),
        ("place", "first_cycle"),
    ),
}
"""As `record.inputs.INPUTS`."""
