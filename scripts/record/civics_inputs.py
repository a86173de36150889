"""Which tables of laws are gathered, and which columns of them the build needs."""

from typing import Final

CIVICS_INPUTS: Final = {
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
