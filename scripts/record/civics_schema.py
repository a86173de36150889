"""The tables of laws."""

from typing import Final

from record.table import PLACE, SOURCE, TO_PLACE, Column, Table

EFFECTS: Final = ("free", "pledge", "penalty", "void")
"""In the words of `ecx.laws.Effect`."""

SURE: Final = ("sourced", "text silent", "list", "inferred", "memory")
"""How well a fact is known, the best first."""

LAWS: Final = Table(
    "laws",
    "the law of one place on the pledge of its electors, in one stretch of time",
    (
        Column("place", "State or D.C., postal code.", pattern=PLACE),
        Column(
            "first_cycle",
            "First cycle the row holds for; no law is recorded before 2016.",
            "integer",
            least=2016,
        ),
        Column(
            "last_cycle",
            "Last cycle the row holds for; empty where it still does.",
            "integer",
            required=False,
            least=2016,
        ),
        Column(
            "effect",
            "What becomes of a ballot against the pledge: free (no law binds electors), pledge "
            "(bound, no consequence named) and penalty are counted; void is cancelled, and "
            "another is cast as pledged.",
            pattern="|".join(EFFECTS),
        ),
        Column("words", "The same in a plain sentence."),
        Column("penalty", "What the elector risks besides.", required=False),
        Column("statute", "Its citation; empty where no law was found.", required=False),
        Column("year", "When it was made, as far as that is known.", required=False),
        Column(
            "uniform_act",
            "Whether it is the Uniform Faithful Presidential Electors Act.",
            pattern="yes|no",
        ),
        Column(
            "sureness",
            "How well the effect is known: sourced (a page says it), text silent (the section was "
            "read and names no consequence), list (only lists of laws tell), inferred, memory.",
            pattern="|".join(SURE),
        ),
        Column("doubt", "What is not certain of it.", required=False),
        Column("page", "Where it was read: addresses, parted by spaces.", required=False),
        SOURCE,
    ),
    key=("place", "first_cycle"),
    order=("place", "first_cycle"),
    references=(TO_PLACE,),
)

CIVICS_TABLES: Final = (LAWS,)
