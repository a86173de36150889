"""The laws on the pledge: what each place did with a broken one, since when, and how sure it is."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from build_data import build, gathered
from build_data.civics_schema import LAWS
from build_data.laws import void_places
from build_data.raw import BadInputError
from build_data.table import Table
from data.spoiling import Edit, Rows, add, change, drop, spoil
from ecx.college.laws import Effect, Law
from ecx.record import dataframes, elections
from ecx.record.csv_rows import in_force
from ecx.record.origins import origins
from some import some

Reader = Callable[[str], list[dict[str, str]]]

SINCE_2016 = {"MI", "MN", "MT", "NC", "NE", "NV", "UT", "CO", "ME"}
BY_2020 = {"AZ", "IA", "IN", "OK", "WA"}
BY_2024 = {"CA", "DE", "HI", "ND", "TN", "TX", "VT"}
VOID = {
    2012: set(),
    2016: SINCE_2016,
    2020: SINCE_2016 | BY_2020,
    2024: SINCE_2016 | BY_2020 | BY_2024,
    2028: SINCE_2016 | BY_2020 | BY_2024 | {"SD"},
}
"""Places that cancel a ballot against the pledge."""

PENALTY = {
    2016: {"CA", "NM", "OK", "SC", "WA"},
    2020: {"CA", "NM", "SC"},
    2024: {"NM", "SC"},
    2028: {"NM", "SC"},
}
"""Places that count such a ballot and punish the elector."""


def record(raw: Path, *cycles: int) -> dict[Table, Rows]:
    return build.make_tables(gathered.gather(raw, cycles))


def places(cycle: int, effect: Effect) -> set[str]:
    laws = elections.election(cycle).laws
    return {place for place, law in laws.items() if law.effect is effect}


@pytest.mark.parametrize("cycle", VOID)
def test_places_that_cancel_and_punish_are_those_known_of_the_cycle(
    cycle: int, rows: Reader
) -> None:
    assert places(cycle, Effect.VOID) == VOID[cycle] == void_places(rows("laws"), cycle)
    assert places(cycle, Effect.PENALTY) == PENALTY.get(cycle, set())


def test_every_place_has_one_law_in_every_cycle_since_2016_and_none_before() -> None:
    for cycle in some(elections.cycles()):
        election = elections.election(cycle)
        assert set(election.laws) == (set(election.places) if cycle >= 2016 else set())
        of = [row["place"] for row in in_force("laws", cycle)]
        assert len(of) == len(set(of))


def test_bound_places_number_as_the_lists_say() -> None:
    count = {
        cycle: Counter(law.effect for law in elections.election(cycle).laws.values())
        for cycle in (2016, 2024)
    }
    assert [count[2016][effect] for effect in Effect] == [20, 17, 5, 9]
    assert [count[2024][effect] for effect in Effect] == [15, 13, 2, 21]


def test_a_law_says_what_was_done_where_the_statute_is_silent() -> None:
    law = elections.election(2016).laws["CO"]
    assert law == Law(
        "CO",
        Effect.VOID,
        "The law told electors to vote for the winner of the state’s vote. In 2016, an elector who "
        "would not do so was removed at the meeting. Someone else voted.",
        "C.R.S. 1-4-304",
        "",
        "sourced",
        "The law does not say what happens to such a vote. We follow what was done on December "
        "19, 2016. The Supreme Court let it stand in 2020.",
        "FAIRVOTE-2008;LAW-PAGES",
    )
    assert "ruled out of order" in elections.election(2016).laws["ME"].words


@pytest.mark.parametrize(
    ("cycle", "place", "doubt"),
    [
        (2016, "OK", "the others would replace"),
        (2016, "CA", "FairVote counted California"),
        (2016, "SC", "National Archives"),
        (2016, "WY", "local report of 2020"),
        (2016, "AR", "Green Papers"),
        (2020, "VT", "do not know"),
        (2020, "IA", "text of 54.8"),
        (2024, "TX", "Ballotpedia"),
        (2024, "GA", "38 states"),
        (2028, "SD", "only a summary"),
    ],
)
def test_what_contradicts_a_law_is_told_with_it(cycle: int, place: str, doubt: str) -> None:
    assert doubt in elections.election(cycle).laws[place].doubt


def test_laws_without_a_clear_source_have_a_doubt(rows: Reader) -> None:
    for row in some(rows("laws")):
        assert row["words"].endswith(".")
        assert (row["effect"] == "free") == (row["statute"] == "")
        if row["sureness"] in {"list", "inferred", "text silent"}:
            assert row["doubt"], row
        assert row["page"].startswith("http"), row


def test_laws_show_as_a_table() -> None:
    frame = dataframes.laws().set_index(["place", "first_cycle"])
    assert len(frame) == 51 + 13 + 1
    assert frame.last_cycle["VT", 2016] == 2020
    assert frame.last_cycle.isna().sum() == 51
    assert frame.uniform_act["NV", 2016]
    assert frame.penalty["AK", 2016] == ""


def test_the_law_of_a_unit_tells_where_it_is_from() -> None:
    def law(cycle: int) -> list[str]:
        return [o.note for o in origins(cycle, "ME-02") if o.subject == "Law on the pledge"]

    assert law(2012) == []
    (note,) = law(2016)
    assert note.startswith("21-A M.R.S. 805(2).")
    assert "Read at http" in note


TABLE = "civics/elector_laws"

BAD = [
    (
        "an effect nobody knows",
        TABLE,
        change("deviant_vote", "frowned upon", state="MN", as_of="2016"),
        r"elector_laws.csv, row \d+: deviant_vote 'frowned upon' is unknown; add it to scripts/bui",
    ),
    (
        "a change nobody dates",
        "by_hand/law_changes",
        drop(place="WA"),
        r"elector_laws.csv, row \d+: the law of WA is not that of 2016, .*; add it to by_hand/law_",
    ),
    (
        "a place without a law",
        TABLE,
        drop(state="MN", as_of="2024"),
        r"elector_laws.csv: nothing says what the law of MN is; add rows of both days",
    ),
    (
        "words for a stretch there is not",
        "by_hand/law_words",
        change("first_cycle", "2020", place="MI"),
        r"law_words.csv, row \d+: no law of MI begins with 2020; correct first_cycle",
    ),
    (
        "a change in a place there is not",
        "by_hand/law_changes",
        add(place="PR", first_cycle="2020", source="LAW-PAGES"),
        r"law_changes.csv, row \d+: place 'PR' is unknown; add it to civics/elector_laws.csv",
    ),
    (
        "a ballot that stood where the law cancels it",
        "civics/faithless_electors",
        change("outcome", "counted", id="2016-MN-49"),
        r"faithless_electors.csv, row \d+: outcome is counted, but the law of MN in 2016 cancels",
    ),
    (
        "a ballot that was stopped where the law counts it",
        "civics/faithless_electors",
        change("outcome", "replaced", id="2016-HI-40"),
        r"row \d+: outcome is replaced, but the law of HI in 2016 does not cancel a ballot",
    ),
    (
        "a law that makes another count",
        TABLE,
        change("deviant_vote", "cancelled and replaced", state="TX", as_of="2016"),
        r"row \d+: outcome is counted, but the law of TX in 2016 cancels a ballot against",
    ),
]


@pytest.mark.parametrize(
    ("table", "edit", "message"), [b[1:] for b in BAD], ids=[b[0] for b in BAD]
)
def test_bad_laws_are_refused_with_file_row_and_mend(
    raw: Path, table: str, edit: Edit, message: str
) -> None:
    spoil(raw, table, edit)
    with pytest.raises(BadInputError, match=message):
        record(raw, 2016)


def test_a_law_lasts_until_the_next_of_its_place(raw: Path) -> None:
    spoil(raw, "by_hand/law_changes", change("first_cycle", "2020", place="ND"))
    laws = [row for row in record(raw, 2016)[LAWS] if row["place"] == "ND"]
    stretches = [(row["first_cycle"], row["last_cycle"]) for row in laws]
    assert stretches == [("2016", "2016"), ("2020", "")]
