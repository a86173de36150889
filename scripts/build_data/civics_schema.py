"""The tables of laws, broken pledges and censuses."""

from typing import Final

from build_data.table import (
    CODES,
    CYCLE,
    ID,
    NOTE,
    PLACE,
    SOURCE,
    TO_CYCLE,
    TO_PLACE,
    Column,
    Reference,
    Table,
    to_person,
)

EFFECTS: Final = ("free", "pledge", "penalty", "void")
"""In the words of `ecx.college.laws.Effect`."""

SURE: Final = ("sourced", "text silent", "list", "inferred", "memory")
"""How well a fact is known, the best first."""

_PLACE: Final = Column("place", "State or D.C., postal code.", pattern=PLACE)

LAWS: Final = Table(
    "laws",
    "the law of one place on the pledge of its electors, in one stretch of time",
    (
        _PLACE,
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

POPULATIONS: Final = Table(
    "populations",
    "the people of one place in one census, and its seats in the House",
    (
        Column("census", "Year of the census.", "integer", least=1790),
        _PLACE,
        Column(
            "kind",
            "What it was while seats rested on this census: state, territory, or (the District of "
            "Columbia, since it has electors) district.",
            pattern="state|territory|district",
        ),
        Column(
            "population",
            "Persons that seats are given by; empty for a territory and the district, and where it "
            "was not counted by itself.",
            "integer",
            required=False,
            least=1,
        ),
        Column("basis", "Who is counted in that.", required=False),
        Column("resident", "Persons who lived there.", "integer", required=False, least=1),
        Column(
            "enslaved",
            "Of these, the enslaved, of whom three in five were counted; to 1860.",
            "integer",
            required=False,
        ),
        Column(
            "seats",
            "Seats in the House by law, those added between two censuses included.",
            "integer",
            required=False,
            least=1,
        ),
        Column("house", "Seats of all places.", "integer", required=False, least=1),
        Column("method", "How seats were given."),
        Column("act", "The law that did so.", required=False),
        Column(
            "first_cycle",
            "First cycle whose electors rest on this census; empty where none do.",
            "integer",
            required=False,
            least=1792,
        ),
        Column(
            "last_cycle",
            "Last cycle of which that is so; empty where it still is.",
            "integer",
            required=False,
            least=1792,
        ),
        NOTE,
        SOURCE,
        Column("act_source", "Likewise, of method, act and cycles.", pattern=CODES),
    ),
    key=("census", "place"),
    order=("census", "place"),
    references=(TO_PLACE,),
)

BASES: Final = Table(
    "bases",
    "the people of one place by which Congress gave seats, where it had another number than "
    "populations.csv",
    (
        Column("census", "Year of the census.", "integer", least=1790),
        _PLACE,
        Column("population", "Persons, without Indians not taxed.", "integer", least=1),
        Column(
            "not_taxed", "Indians not taxed, left out of it.", "integer", required=False, least=1
        ),
        Column(
            "first_cycle",
            "First cycle whose electors rest on this census.",
            "integer",
            least=1792,
        ),
        NOTE,
        SOURCE,
    ),
    key=("census", "place"),
    order=("census", "place"),
    references=(
        TO_PLACE,
        Reference(("census", "place"), "populations", ("census", "place")),
    ),
)

CASE: Final = r"[0-9]{4}-[A-Z]{2}-[0-9]{2}"

OUTCOMES: Final = ("counted", "abstained", "replaced", "voted again")
"""What became of a ballot against the pledge."""

_PERSONS: Final = (
    "pledged_president",
    "pledged_vice_president",
    "voted_president",
    "voted_vice_president",
)

FAITHLESS: Final = Table(
    "faithless",
    "electors of one place who broke their pledge alike, or are said to have",
    (
        CYCLE,
        Column("case", "Its name: year (of voting by the people), place and number.", pattern=CASE),
        Column(
            "place", "State or D.C.; empty where no source names it.", required=False, pattern=PLACE
        ),
        Column("elector", "Who it was, where one is named.", required=False),
        Column("electors", "How many they were.", "integer", least=1),
        *(
            Column(
                name,
                f"Person they {name.split('_')[0]} {'to' if name.startswith('p') else 'for'}; "
                "empty where nobody, or not recorded.",
                required=False,
                pattern=ID,
            )
            for name in _PERSONS
        ),
        *(
            Column(f"{name}_printed", "The same, as the gathered table prints it.", required=False)
            for name in _PERSONS
        ),
        Column(
            "office",
            "For which office the pledge was broken: president, vice president or both.",
            pattern="president|vice president|both",
        ),
        Column(
            "outcome",
            "What became of the ballot: counted, replaced (by somebody else's), voted again (by "
            "the same elector, as pledged); or abstained, for there was none.",
            pattern="|".join(OUTCOMES),
        ),
        Column("fairvote", "Whether FairVote counts it.", pattern="yes|no"),
        Column("why", "Why, where the sources say.", required=False),
        NOTE,
        SOURCE,
    ),
    key=("case",),
    order=("cycle", "case"),
    references=(TO_CYCLE, TO_PLACE, *(to_person(name) for name in _PERSONS)),
)

FAITHLESS_COUNTS: Final = Table(
    "faithless_counts",
    "how many electors somebody says ever broke their pledge, and which cases that can be",
    (
        Column("count", "The number.", "integer", least=1),
        Column("said_by", "Who says it, and of what time."),
        Column(
            "left_out",
            "Of the cases FairVote counts, those to leave out to come to the number; parted by "
            "semicolons.",
            required=False,
            pattern=rf"{CASE}(;{CASE})*",
        ),
        Column("explained", "How far that explains the number."),
        Column("doubt", "What is not certain of it.", required=False),
        Column("page", "Where it was read: addresses, parted by spaces.", required=False),
        SOURCE,
    ),
    key=("count",),
    order=("count",),
)

CIVICS_TABLES: Final = (LAWS, FAITHLESS, FAITHLESS_COUNTS, POPULATIONS, BASES)
