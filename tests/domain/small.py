"""A made-up cycle, small enough to count by hand: 11 electors, majority 6."""

from ecx.election import BLANK, Ballot, Election, Elector, Ticket, Unit, Votes

RED, BLUE = Ballot("rose", "ruby"), Ballot("bell", "berry")


def _seat(place: str, seat: int, unit: str, pledged: str, cast: Ballot) -> Elector:
    return Elector(f"{place}.{seat}", place, unit, seat, pledged, cast)


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
