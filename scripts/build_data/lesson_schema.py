"""The table of presets, the scenarios that a lesson opens."""

from typing import Final

from build_data.table import CYCLE, ID, SOURCE, TO_CYCLE, Column, Table

PRESETS: Final = Table(
    "presets",
    "one scenario that is worth a question, as a link",
    (
        CYCLE,
        Column("key", "Its name within the cycle.", pattern=ID),
        Column("order", "Its place among the presets of the cycle, from 1.", "integer", least=1),
        Column("title", "What it is called."),
        Column(
            "query",
            "The scenario as a link writes it, in the one way a scenario is written.",
            pattern=r"\?cycle=[0-9]{4}(&[a-z]+=[^&]+)*",
        ),
        Column("words", "What it shows, and what to ask of it."),
        SOURCE,
    ),
    key=("cycle", "key"),
    order=("cycle", "order"),
    references=(TO_CYCLE,),
)

LESSON_TABLES: Final = (PRESETS,)
