"""The record as it is read: every cycle, counted as the National Archives count it."""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from ecx import tables
from ecx.election import BLANK
from ecx.errors import UnknownCycleError

Reader = Callable[[str], list[dict[str, str]]]

HELD = [cycle for cycle in tables.cycles() if cycle <= tables.latest()]
EVERY = tables.cycles()


def _official() -> dict[tuple[int, str], dict[str, int]]:
    """Read the counts typed from the National Archives."""
    counts: dict[tuple[int, str], dict[str, int]] = {}
    with (Path(__file__).parent / "official_counts.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            key = int(row["cycle"]), row["office"]
            counts.setdefault(key, {})[row["person"]] = int(row["votes"])
    return counts


OFFICIAL = _official()


def test_every_fourth_year_from_1964_is_offered_and_2028_is_to_come() -> None:
    assert list(EVERY) == list(range(1964, 2032, 4))
    assert tables.latest() == 2024
    assert {cycle for cycle, _ in OFFICIAL} == set(HELD)


@pytest.mark.parametrize(("cycle", "office"), OFFICIAL)
def test_ballots_of_a_cycle_are_those_of_the_official_count(cycle: int, office: str) -> None:
    cast = Counter(getattr(e.cast, office) for e in tables.election(cycle).electors)
    cast.pop(None, None)
    assert dict(cast) == OFFICIAL[cycle, office]


@pytest.mark.parametrize("cycle", HELD)
def test_the_list_of_elections_names_who_the_official_count_elects(
    cycle: int, rows: Reader
) -> None:
    (row,) = (row for row in rows("elections") if row["cycle"] == str(cycle))
    for office in ("president", "vice_president"):
        count = OFFICIAL[cycle, office]
        assert row[office] == max(count, key=count.get)
        assert count[row[office]] >= int(row["majority"])


@pytest.mark.parametrize("cycle", EVERY)
def test_a_college_has_538_electors_of_51_places_and_its_units_are_full(cycle: int) -> None:
    record = tables.election(cycle)
    assert record.appointed == 538
    assert record.majority == 270
    assert len(record.places) == 51
    seated = Counter(elector.unit for elector in record.electors)
    assert seated == {unit.id: unit.electors for unit in record.units.values()}


@pytest.mark.parametrize("cycle", EVERY)
def test_seats_of_a_place_run_from_one_in_the_order_of_its_units(cycle: int) -> None:
    record = tables.election(cycle)
    seats: dict[str, list[int]] = {place: [] for place in record.places}
    for elector in record.electors:
        assert elector.id == f"{elector.place}.{elector.seat}"
        seats[elector.place].append(elector.seat)
    assert all(found == list(range(1, len(found) + 1)) for found in seats.values())


@pytest.mark.parametrize("cycle", HELD)
def test_seats_of_the_file_are_those_of_the_college(cycle: int, rows: Reader) -> None:
    record = tables.election(cycle)
    for row in rows("ballots"):
        if row["cycle"] == str(cycle):
            first = record.seats[f"{row['unit'][:2]}.{row['seat']}"]
            last = record.seats[f"{row['unit'][:2]}.{int(row['seat']) + int(row['electors']) - 1}"]
            assert first.unit == last.unit == row["unit"]
            assert first.cast == last.cast
            assert (first.cast.president or "") == row["president"]


@pytest.mark.parametrize("cycle", EVERY)
def test_every_id_is_declared(cycle: int) -> None:
    record = tables.election(cycle)
    for ticket in record.tickets.values():
        assert ticket.president in record.people
        assert ticket.vice_president is None or ticket.vice_president in record.people
    for elector in record.electors:
        assert elector.pledged is None or elector.pledged in record.tickets
        for person in (elector.cast.president, elector.cast.vice_president):
            assert person is None or person in record.people
    for unit, votes in record.votes.items():
        assert unit in record.units
        assert votes.tickets.keys() <= record.tickets.keys()


@pytest.mark.parametrize("cycle", HELD)
def test_electors_follow_the_votes_of_their_own_unit(cycle: int) -> None:
    record = tables.election(cycle)
    assert record.votes.keys() == record.units.keys()
    for unit, ticket in record.calls.items():
        assert record.votes[unit].ranking[0][0] == ticket, unit


@pytest.mark.parametrize("cycle", EVERY)
def test_places_stand_by_name_and_a_divided_place_begins_at_large(cycle: int) -> None:
    record = tables.election(cycle)
    assert list(record.places.values()) == sorted(record.places.values())
    assert list(dict.fromkeys(unit.place for unit in record.units.values())) == list(record.places)
    maine = [unit for unit in record.units if unit.startswith("ME")]
    nebraska = [unit for unit in record.units if unit.startswith("NE")]
    assert maine == (["ME"] if cycle < 1972 else ["ME-AL", "ME-01", "ME-02"])
    assert nebraska == (["NE"] if cycle < 1992 else ["NE-AL", "NE-01", "NE-02", "NE-03"])


@pytest.mark.parametrize(
    ("cycle", "unit", "ticket"),
    [
        (2008, "NE-02", "obama"),
        (2016, "ME-02", "trump"),
        (2020, "ME-02", "trump"),
        (2020, "NE-02", "biden"),
        (2024, "ME-02", "trump"),
        (2024, "NE-02", "harris"),
    ],
)
def test_districts_that_went_another_way_than_their_place(
    cycle: int, unit: str, ticket: str
) -> None:
    calls = tables.election(cycle).calls
    assert calls[unit] == ticket
    assert calls[f"{unit[:2]}-AL"] != ticket


@pytest.mark.parametrize(
    ("cycle", "seat", "pledged", "cast", "name"),
    [
        (1968, "NC.13", "nixon", ("wallace-g", "lemay"), "Lloyd W. Bailey"),
        (1972, "VA.12", "nixon", ("hospers", "nathan"), "Roger MacBride"),
        (1976, "WA.9", "ford", ("reagan", "dole"), "Mike Padden"),
        (1988, "WV.6", "dukakis", ("bentsen", "dukakis"), "Margarette Leach"),
        (2000, "DC.3", "gore", (None, None), "Barbara Lett-Simmons"),
        (2004, "MN.10", "kerry", ("edwards", "edwards"), ""),
        (2016, "HI.4", "clinton-h", ("sanders", "warren"), "David Mulinix"),
        (2016, "TX.37", "trump", ("paul", "pence"), "Bill Greene"),
        (2016, "TX.38", "trump", ("kasich", "fiorina"), "Christopher Suprun"),
        (2016, "WA.9", "clinton-h", ("powell", "collins"), "Esther John"),
        (2016, "WA.10", "clinton-h", ("powell", "cantwell"), "Levi Guerra"),
        (2016, "WA.11", "clinton-h", ("powell", "warren"), "Peter Bret Chiafalo"),
        (2016, "WA.12", "clinton-h", ("spotted-eagle", "laduke"), "Robert Satiacum Jr."),
    ],
)
def test_the_ballots_that_broke_a_pledge(
    cycle: int, seat: str, pledged: str, cast: tuple[str | None, str | None], name: str
) -> None:
    elector = tables.election(cycle).seats[seat]
    assert (elector.pledged, elector.name) == (pledged, name)
    assert (elector.cast.president, elector.cast.vice_president) == cast


def test_no_other_ballot_broke_a_pledge() -> None:
    broken = Counter(
        cycle
        for cycle in HELD
        for elector in tables.election(cycle).electors
        if elector.cast != tables.election(cycle).expected[elector.pledged]
    )
    assert broken == {1968: 1, 1972: 1, 1976: 1, 1988: 1, 2000: 1, 2004: 1, 2016: 7}


@pytest.mark.parametrize(
    ("seat", "name"),
    [("CO.9", "Celeste Landry"), ("ME.2", "David Bright"), ("MN.10", "Jill Garcia")],
)
def test_votes_that_were_stopped_in_2016_are_counted_for_the_ticket_and_told(
    seat: str, name: str
) -> None:
    elector = tables.election(2016).seats[seat]
    assert elector.name == name
    assert elector.cast == tables.election(2016).expected["clinton-h"]
    assert "Sanders" in elector.note or "Kasich" in elector.note


def test_what_is_told_of_an_elector_from_memory_is_marked() -> None:
    marked = "from memory, not from a document"
    assert marked in tables.election(1968).seats["NC.13"].note
    assert marked not in tables.election(2016).seats["TX.38"].note


def test_nobody_has_voted_in_a_cycle_to_come() -> None:
    record = tables.election(2028)
    assert set(record.calls.values()) == {None}
    assert {elector.cast for elector in record.electors} == {BLANK}
    assert not record.votes
    assert list(record.tickets) == ["democratic", "republican"]
    assert {u: unit.electors for u, unit in record.units.items()} == {
        u: unit.electors for u, unit in tables.election(2024).units.items()
    }


@pytest.mark.parametrize("cycle", HELD)
def test_tickets_are_offered_by_electors_then_votes(cycle: int) -> None:
    record = tables.election(cycle)
    pledged = Counter(elector.pledged for elector in record.electors)
    strength = [(pledged[t], record.popular.tickets.get(t, 0)) for t in record.tickets]
    assert strength == sorted(strength, reverse=True)


def test_a_dissent_of_sources_is_said_in_words_beside_the_number() -> None:
    doubts = tables.election(1992).votes["SC"].doubts
    assert (
        "sources differ on Clinton: 479,514 (FEC, WP24, LEIP, WP18) or 525,514 (MEDSL, CLERK)"
    ) in doubts
    assert any(doubt.startswith("Clinton: The Clerk") for doubt in doubts)
    assert not tables.election(2016).votes["MI"].doubts[0].startswith("Trump")


def test_notes_of_a_cycle_name_the_running_mates_told_from_memory() -> None:
    assert tables.election(2000).notes[-1] == (
        "From memory, not from a document: who ran for vice president (Olivier, Goldhaber)."
    )
    assert not any("memory" in note for note in tables.election(2016).notes)


@pytest.mark.parametrize(
    ("given", "nearest"),
    [(1962, "1964 and 1968"), (3000, "2024 and 2028"), (1789, "1964 and 1968")],
)
def test_an_unknown_cycle_is_refused_with_the_nearest(given: int, nearest: str) -> None:
    with pytest.raises(UnknownCycleError, match=f"{given} .* 1964 to 2028; .*{nearest}"):
        tables.election(given)


def test_a_cycle_given_as_text_is_refused_with_the_mend() -> None:
    with pytest.raises(UnknownCycleError, match="'2016' is text"):
        tables.election("2016")


def test_a_cycle_is_read_once() -> None:
    assert tables.election(1980) is tables.election(1980)


@pytest.mark.parametrize("table", ["units", "ballots", "votes", "totals", "notes", "people"])
def test_reading_one_cycle_gives_exactly_its_rows(table: str, rows: Reader) -> None:
    for cycle in EVERY:
        whole = [row for row in rows(table) if row["cycle"] == str(cycle)]
        assert tables.read_rows(table, cycle) == whole
    assert tables.read_rows(table, 1962) == []


def test_elections_shows_one_row_a_cycle_and_leaves_the_future_empty() -> None:
    frame = tables.elections().set_index("cycle")
    assert list(frame.index) == list(EVERY)
    assert frame.president[2000] == "bush-gw"
    assert frame.popular_total[2016] == 136_700_770
    assert frame.first_day[2016].strftime("%A") == "Tuesday"
    assert frame.loc[2028, ["president", "vice_president", "popular_total"]].isna().all()


def test_results_shows_votes_with_share_electors_and_origin() -> None:
    frame = tables.results(2016)
    michigan = frame[frame.unit == "MI"].set_index("ticket")
    assert michigan.votes["trump"] == 2_279_543
    assert michigan.electors["trump"] == 16
    assert michigan.electors["clinton-h"] == 0
    assert michigan.share["trump"] == pytest.approx(2_279_543 / 4_799_284)
    assert michigan.loc["other", ["name", "party"]].tolist() == ["Other", ""]
    assert set(frame.groupby("unit").share.sum().round(3)) <= {0.999, 1.0}
    assert frame.electors.sum() == 538


def test_results_keeps_the_party_whose_code_reads_as_missing() -> None:
    assert (tables.results(1988).query("ticket == 'fulani'").party == "New Alliance").all()
    assert tables.election(1988).tickets["fulani"].code == "NA"


def test_results_of_a_cycle_to_come_is_empty_with_the_same_columns() -> None:
    assert tables.results(2028).empty
    assert list(tables.results(2028).columns) == list(tables.results(2016).columns)


def test_results_of_an_unknown_cycle_is_refused() -> None:
    with pytest.raises(UnknownCycleError, match="1998"):
        tables.results(1998)
