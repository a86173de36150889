"""The schema of the tables in ``data/``, shared by the build, the package and the tests."""

from typing import Final

from build_data.civics_schema import CIVICS_TABLES
from build_data.group import STATUSES
from build_data.lesson_schema import LESSON_TABLES
from build_data.map_schema import MAP_TABLES
from build_data.methods import METHODS
from build_data.table import (
    CODES,
    CYCLE,
    ID,
    NOTE,
    PLACE,
    SOURCE,
    TO_CYCLE,
    TO_PLACE,
    UNIT,
    Column,
    Reference,
    Table,
    to_person,
)

_PLACE = Column("place", "State or D.C., postal code.", pattern=PLACE)
_UNIT = Column("unit", "What chooses electors together: PA, ME-AL, ME-01.", pattern=UNIT)
_AGREEING = Column(
    "agreeing_sources", "Sources that print the same number.", required=False, pattern=CODES
)
_DISSENTING = Column(
    "other_values",
    "What the other sources print, CODE=number parted by semicolons.",
    required=False,
    pattern=r"[A-Z0-9a-z-]+=[0-9]+(;[A-Z0-9a-z-]+=[0-9]+)*",
)

_TO_UNIT = Reference(("cycle", "unit"), "units", ("cycle", "unit"))

ELECTIONS: Final = Table(
    "elections",
    "one election",
    (
        CYCLE,
        Column("label", "The cycle as it is written."),
        Column("first_day", "First day of voting by the people.", "date"),
        Column("last_day", "Last day of voting by the people.", "date"),
        Column(
            "votes_each", "Votes each elector has for president: 2 before 1804.", "integer", least=1
        ),
        Column("appointed", "Electors appointed.", "integer", least=1),
        Column(
            "majority",
            "Electors that elect: more than half of those appointed.",
            "integer",
            least=1,
        ),
        Column(
            "appointed_printed",
            "Electors as the National Archives print them, where some count only who voted.",
            "integer",
            required=False,
            least=1,
        ),
        Column("majority_printed", "Likewise, the majority.", "integer", required=False, least=1),
        Column(
            "president",
            "Person elected, by electors or by Congress; empty before the election.",
            required=False,
            pattern=ID,
        ),
        Column(
            "vice_president",
            "Likewise. Before 1804 the one with the next most votes for president.",
            required=False,
            pattern=ID,
        ),
        Column("decided_by", "Who decided; empty before the election.", required=False),
        Column(
            "popular_total", "Votes for president, all places.", "integer", required=False, least=0
        ),
        SOURCE,
    ),
    key=("cycle",),
    order=("cycle",),
    references=(to_person("president"), to_person("vice_president")),
)

NOTES: Final = Table(
    "notes",
    "one thing to know of a cycle",
    (
        CYCLE,
        Column("number", "Its place among the notes of the cycle, from 1.", "integer", least=1),
        Column("note", "The note, one or two sentences."),
        SOURCE,
    ),
    key=("cycle", "number"),
    order=("cycle", "number"),
    references=(TO_CYCLE,),
)

PLACES: Final = Table(
    "places",
    "one state, or the District of Columbia",
    (
        _PLACE,
        Column("name", "Its name."),
        Column("first_cycle", "First election it took part in.", "integer", least=1789),
        SOURCE,
    ),
    key=("place",),
    order=("place",),
)

UNITS: Final = Table(
    "units",
    "one unit of a cycle",
    (
        CYCLE,
        _UNIT,
        _PLACE,
        Column("name", "As it is spoken: Pennsylvania, Maine at large, Maine district 1."),
        Column("electors", "Electors allotted to it.", "integer", least=1),
        Column(
            "method",
            "How they were chosen, in plain words.",
            pattern="|".join(METHODS),
        ),
        Column("method_note", "What more is known of that.", required=False),
        Column("method_source", "Likewise, of the method.", required=False, pattern=CODES),
        SOURCE,
    ),
    key=("cycle", "unit"),
    order=("cycle", "unit"),
    references=(TO_CYCLE, TO_PLACE),
)

ABSENCES: Final = Table(
    "absences",
    "one place of the Union that took no part in a cycle",
    (CYCLE, _PLACE, Column("reason", "Why it took no part."), SOURCE),
    key=("cycle", "place"),
    order=("cycle", "place"),
    references=(TO_CYCLE, TO_PLACE),
)

PEOPLE: Final = Table(
    "people",
    "one person on a ticket or on a ballot of an elector",
    (
        CYCLE,
        Column("person", "Id, unique in the cycle and the same for both offices.", pattern=ID),
        Column("name", "Full name."),
        Column("short", "Name on a map: the surname."),
        SOURCE,
    ),
    key=("cycle", "person"),
    order=("cycle", "person"),
    references=(TO_CYCLE,),
)

FIRST_NAMES: Final = Table(
    "first_names",
    "one everyday first name, and a name that it is short for",
    (
        Column("everyday", "As people say it: Al."),
        Column("full", "As a record writes it: Albert."),
        SOURCE,
    ),
    key=("everyday", "full"),
    order=("everyday", "full"),
)

TICKETS: Final = Table(
    "tickets",
    "one pair of candidates who ran",
    (
        CYCLE,
        Column(
            "ticket", "Id, unique in the cycle: that of the candidate for president.", pattern=ID
        ),
        Column(
            "order", "Rank by electors pledged, then by popular vote, from 1.", "integer", least=1
        ),
        Column(
            "president",
            "Person; empty where electors were promised to nobody.",
            required=False,
            pattern=ID,
        ),
        Column("vice_president", "Person; empty if none or several.", required=False, pattern=ID),
        Column("party", "Its name as the cycle knew it."),
        Column("code", "Its short code.", pattern=r"[A-Z]+(-[A-Z]+)?"),
        NOTE,
        SOURCE,
        Column(
            "running_mate_source", "Likewise, of the running mate.", required=False, pattern=CODES
        ),
    ),
    key=("cycle", "ticket"),
    order=("cycle", "order"),
    references=(TO_CYCLE, to_person("president"), to_person("vice_president")),
)

_TO_TICKET = Reference(("cycle", "ticket"), "tickets", ("cycle", "ticket"), besides="other")

VOTES: Final = Table(
    "votes",
    "the votes of one ticket in one unit",
    (
        CYCLE,
        _UNIT,
        Column("ticket", "Ticket, or other: everybody else the sources list.", pattern=ID),
        Column(
            "votes",
            "Votes; of the whole place where the unit is an at-large part.",
            "integer",
            least=0,
        ),
        _AGREEING,
        _DISSENTING,
        NOTE,
        SOURCE,
    ),
    key=("cycle", "unit", "ticket"),
    order=("cycle", "unit", "ticket"),
    references=(_TO_UNIT, _TO_TICKET),
)

TOTALS: Final = Table(
    "totals",
    "all votes for president in one unit",
    (
        CYCLE,
        _UNIT,
        Column(
            "votes",
            "Votes as published, which may differ from the sum of the tickets.",
            "integer",
            least=0,
        ),
        _AGREEING,
        _DISSENTING,
        NOTE,
        SOURCE,
    ),
    key=("cycle", "unit"),
    order=("cycle", "unit"),
    references=(_TO_UNIT,),
)

DISTRICT_VOTES: Final = Table(
    "district_votes",
    "the votes of one ticket in one district that chose electors, before districts are units here",
    (
        CYCLE,
        _PLACE,
        Column("district", "Its number, or its name where it has none."),
        Column("ticket", "Ticket.", pattern=ID),
        Column("votes", "Votes.", "integer", least=0),
        Column("electors", "Electors it chose for the ticket.", "integer", least=0),
        SOURCE,
    ),
    key=("cycle", "place", "district", "ticket"),
    order=("cycle", "place", "district", "ticket"),
    references=(TO_CYCLE, TO_PLACE, Reference(("cycle", "ticket"), "tickets", ("cycle", "ticket"))),
)

BALLOTS: Final = Table(
    "ballots",
    "electors of one unit who were pledged and voted alike",
    (
        CYCLE,
        _UNIT,
        Column(
            "seat",
            "Seat of the first of them in their place, from 1; the numbers are ours.",
            "integer",
            least=1,
        ),
        Column("electors", "How many they are.", "integer", least=1),
        Column(
            "pledged", "Ticket they were chosen for; empty if for none.", required=False, pattern=ID
        ),
        Column(
            "president",
            "Person they voted for, be it counted or not; empty is a blank.",
            required=False,
            pattern=ID,
        ),
        Column(
            "vice_president",
            "Likewise. Before 1804 the other of two votes for president.",
            required=False,
            pattern=ID,
        ),
        Column(
            "status",
            "What became of it: counted; disputed (counted here, announced with and without); not "
            "counted; president not counted; excluded (not appointed); absent; vacant.",
            pattern="|".join(STATUSES),
        ),
        Column(
            "pledge",
            "What the ballot did to the pledge: kept or broken; empty where there was none, or no "
            "ballot. A slate may have stood for another running mate than the ticket: then kept.",
            required=False,
            pattern="kept|broken",
        ),
        Column(
            "elector", "Who voted, where known and told apart; then electors is 1.", required=False
        ),
        Column(
            "substitute",
            "Who voted in the elector's stead, where the law of the place cancelled this ballot.",
            required=False,
        ),
        NOTE,
        SOURCE,
    ),
    key=("cycle", "unit", "seat"),
    order=("cycle", "unit", "seat"),
    references=(
        _TO_UNIT,
        Reference(("cycle", "pledged"), "tickets", ("cycle", "ticket")),
        to_person("president"),
        to_person("vice_president"),
    ),
)

TABLES: Final = (
    ELECTIONS,
    NOTES,
    PLACES,
    UNITS,
    ABSENCES,
    PEOPLE,
    FIRST_NAMES,
    TICKETS,
    VOTES,
    TOTALS,
    DISTRICT_VOTES,
    BALLOTS,
    *CIVICS_TABLES,
    *LESSON_TABLES,
    *MAP_TABLES,
)
"""Every table, those that declare ids before those that use them where a reader needs it."""
