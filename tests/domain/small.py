"""A made-up cycle, small enough to count by hand: 11 electors, majority 6."""

from dataclasses import replace

from ecx.college.election import Election, Ticket, Unit
from ecx.college.elector import BLANK, Ballot, Elector, Standing
from ecx.college.laws import Effect, Law
from ecx.college.votes import Votes

RED, BLUE = Ballot("rose", "ruby"), Ballot("bell", "berry")


def _seat(place: str, seat: int, unit: str, pledged: str, cast: Ballot) -> Elector:
    broken = cast != {"rose": RED, "bell": BLUE}[pledged]
    return Elector(f"{place}.{seat}", place, unit, seat, pledged, cast, faithless=broken)


def election() -> Election:
    """AA 5 for rose, one of whom is faithless; BB divided 2 + 1 + 1; CC 2 for bell, one blank."""
    return Election(
        cycle=1999,
        label="1999",
        tickets={
            "rose": Ticket("rose", "rose", "ruby", "Red", "R"),
            "bell": Ticket("bell", "bell", "berry", "Blue", "D"),
        },
        people={p: p.title() for p in ("rose", "ruby", "bell", "berry", "olive")},
        places={"AA": "Aland", "BB": "Bland", "CC": "Cland"},
        units={
            "AA": Unit("AA", "AA", "Aland", 5),
            "BB-AL": Unit("BB-AL", "BB", "Bland at large", 2),
            "BB-01": Unit("BB-01", "BB", "Bland district 1", 1),
            "BB-02": Unit("BB-02", "BB", "Bland district 2", 1),
            "CC": Unit("CC", "CC", "Cland", 2),
        },
        electors=(
            *(_seat("AA", n, "AA", "rose", RED) for n in (1, 2, 3, 4)),
            _seat("AA", 5, "AA", "rose", Ballot("olive", "ruby")),
            _seat("BB", 1, "BB-AL", "bell", BLUE),
            _seat("BB", 2, "BB-AL", "bell", BLUE),
            _seat("BB", 3, "BB-01", "bell", BLUE),
            _seat("BB", 4, "BB-02", "rose", RED),
            _seat("CC", 1, "CC", "bell", BLUE),
            _seat("CC", 2, "CC", "bell", BLANK),
        ),
        votes={"AA": Votes({"rose": 60, "bell": 40}, 5, 105)},
    )


def governed() -> Election:
    """The same under laws: AA cancels a broken pledge, BB punishes it, CC has no law recorded."""
    effects = {"AA": Effect.VOID, "BB": Effect.PENALTY}
    laws = {place: Law(place, effect, "words") for place, effect in effects.items()}
    return replace(election(), laws=laws)


def disputed() -> Election:
    """Seats of every standing: 9 appointed of 12 allotted, majority 5."""
    standings = {
        "AA.1": Standing.COUNTED,
        "AA.2": Standing.COUNTED,
        "AA.3": Standing.ABSENT,
        "AA.4": Standing.VACANT,
        "BB.1": Standing.DISPUTED,
        "BB.2": Standing.DISPUTED,
        "CC.1": Standing.NOT_COUNTED,
        "CC.2": Standing.NOT_COUNTED,
        "DD.1": Standing.EXCLUDED,
        "DD.2": Standing.EXCLUDED,
        "EE.1": Standing.COUNTED,
        "EE.2": Standing.COUNTED,
    }
    carried = {"AA": "rose", "BB": "bell", "CC": "bell", "DD": "rose", "EE": "rose"}
    ballots = {"rose": RED, "bell": BLUE}
    electors = []
    for key, standing in standings.items():
        place, _, seat = key.partition(".")
        empty = standing in (Standing.ABSENT, Standing.VACANT)
        cast = BLANK if empty else ballots[carried[place]]
        pledged = None if standing is Standing.VACANT else carried[place]
        electors.append(Elector(key, place, place, int(seat), pledged, cast, standing=standing))
    base = election()
    return Election(
        cycle=1899,
        label="1899",
        tickets=base.tickets,
        people=base.people,
        places={place: f"{place[0]}land" for place in carried},
        units={
            place: Unit(place, place, f"{place[0]}land", sum(k[:2] == place for k in standings))
            for place in carried
        },
        electors=tuple(electors),
    )


def two_votes(*pairs: tuple[str, str | None]) -> Election:
    """One elector per pair of names, each in a place of its own, two votes each."""
    names = sorted({name for pair in pairs for name in pair if name})
    places = [f"{chr(65 + n)}{chr(65 + n)}" for n in range(len(pairs))]
    return Election(
        cycle=1799,
        label="1799",
        tickets={name: Ticket(name, name, None, "None", "N") for name in names},
        people={name: name.title() for name in names},
        places={place: f"{place[0]}land" for place in places},
        units={place: Unit(place, place, f"{place[0]}land", 1) for place in places},
        electors=tuple(
            Elector(f"{place}.1", place, place, 1, first, Ballot(first, second))
            for place, (first, second) in zip(places, pairs, strict=True)
        ),
        votes_each=2,
    )
