"""Two invented elections, added to gathered tables as CONTRIBUTING.md tells: 2032 and 2036."""

from pathlib import Path

from data.spoiling import add, change, names, read, spoil, write

HELD, LIKE, TO_COME = "2032", "2024", "2036"

OF_ELECTION = (
    "elections/elections",
    "elections/candidates",
    "elections/electors_by_state_year",
    "civics/allocation_rules",
    "elections/electors_pledged",
    "elections/electoral_votes",
    "elections/popular_votes",
    "elections/popular_totals",
    "elections/district_votes",
)
"""What has a row for each election, candidate, place or district of it."""

INVENTED = {
    "2024": HELD,
    "2024-11-05": "2032-11-02",
    "trump": "birch",
    "Donald J. Trump": "Benjamin Birch",
    "vance": "cedar",
    "JD Vance": "Cleo Cedar",
    "harris": "ash",
    "Kamala D. Harris": "Ada Ash",
    "walz": "dogwood",
    "Tim Walz": "Dan Dogwood",
}
"""What stands in the rows of the invented election, by what stands in those it is made after."""

PEOPLE = (
    ("birch", "Benjamin Birch", "Birch"),
    ("cedar", "Cleo Cedar", "Cedar"),
    ("ash", "Ada Ash", "Ash"),
    ("dogwood", "Dan Dogwood", "Dogwood"),
    ("elm", "Eve Elm", "Elm"),
)


def add_held(raw: Path) -> None:
    """Add an election that was held, in which an elector of Georgia left the pledge.

    Parameters
    ----------
    raw : pathlib.Path
        Folder of a copy of the gathered tables.
    """
    for table in OF_ELECTION:
        path = raw / f"{table}.csv"
        rows = read(path)
        made = [
            {column: INVENTED.get(value, value) for column, value in row.items()}
            for row in rows
            if row["year"] == LIKE
        ]
        write(path, rows + made, names(path))
    georgia = {"year": HELD, "state": "GA", "office": "president"}
    votes = "elections/electoral_votes"
    spoil(raw, votes, change("electoral_votes", "15", **georgia, candidate_id="birch"))
    elm = {"candidate_id": "elm", "candidate": "Eve Elm"}
    spoil(raw, votes, add(**georgia, **elm, electoral_votes="1", status="counted", source="NARA"))
    spoil(
        raw,
        "civics/faithless_electors",
        add(
            id="2032-GA-50",
            year=HELD,
            state="GA",
            elector="Finn Fir",
            electors="1",
            pledged_president="Benjamin Birch",
            pledged_vice_president="Cleo Cedar",
            voted_president="Eve Elm",
            voted_vice_president="Cleo Cedar",
            outcome="counted",
            office="P",
            fairvote_count="no",
            source="NARA",
        ),
    )
    for person, name, short in PEOPLE:
        spoil(raw, "by_hand/people", add(cycle=HELD, person=person, name=name, short=short))
    spoil(raw, "by_hand/notes", add(cycle=HELD, note="An invented election.", source="NARA"))
    spoil(
        raw,
        "by_hand/later_laws",
        add(
            place="PA",
            first_cycle=HELD,
            effect="void",
            statute="An invented act",
            year_of_law="2031",
            uniform_act="no",
            sureness="list",
            source="memory",
        ),
    )


def add_to_come(raw: Path) -> None:
    """Add an election to come, with the units of the one before.

    Parameters
    ----------
    raw : pathlib.Path
        Folder of a copy of the gathered tables.
    """
    days = {"label": TO_COME, "first_day": "2036-11-04", "last_day": "2036-11-04"}
    spoil(raw, "by_hand/blank_cycles", add(cycle=TO_COME, **days, units_of=HELD, census="2020"))
    for ticket, party, code in (
        ("democratic", "Democratic", "D"),
        ("republican", "Republican", "R"),
    ):
        mate = f"{ticket}-vp"
        spoil(
            raw,
            "by_hand/tickets",
            add(
                cycle=TO_COME,
                ticket=ticket,
                vice_president=mate,
                party=party,
                code=code,
                source="stand-in",
            ),
        )
        for person, name in ((ticket, f"{party} nominee"), (mate, f"{party} running mate")):
            spoil(raw, "by_hand/people", add(cycle=TO_COME, person=person, name=name, short=name))
    spoil(raw, "by_hand/notes", add(cycle=TO_COME, note="To come.", source="stand-in"))
