"""The record as it is read: how each cycle is put together, and how tables of it look."""

from collections import Counter
from collections.abc import Callable

import pytest

from ecx.college.elector import BLANK, Standing
from ecx.college.laws import Effect
from ecx.record import dataframes, elections
from ecx.record.csv_rows import read_rows
from ecx.say.errors import UnknownCycleError
from some import some

Reader = Callable[[str], list[dict[str, str]]]

HELD = [cycle for cycle in elections.cycles() if cycle <= elections.latest()]
EVERY = elections.cycles()


def test_units_are_full_and_a_college_has_538_electors_since_1964() -> None:
    for cycle in EVERY:
        record = elections.election(cycle)
        if cycle >= 1964:
            assert (record.appointed, record.majority, len(record.places)) == (538, 270, 51)
        seated = Counter(elector.unit for elector in record.electors)
        assert seated == {unit.id: unit.electors for unit in record.units.values()}, cycle


def test_seats_of_a_place_run_from_one_in_the_order_of_its_units() -> None:
    for cycle in EVERY:
        record = elections.election(cycle)
        seats: dict[str, list[int]] = {place: [] for place in record.places}
        for elector in some(record.electors):
            assert elector.id == f"{elector.place}.{elector.seat}"
            seats[elector.place].append(elector.seat)
        assert all(found == list(range(1, len(found) + 1)) for found in seats.values())


def test_seats_of_the_file_are_those_of_the_college(rows: Reader) -> None:
    for row in some(rows("ballots")):
        record = elections.election(int(row["cycle"]))
        first = record.seats[f"{row['unit'][:2]}.{row['seat']}"]
        last = record.seats[f"{row['unit'][:2]}.{int(row['seat']) + int(row['electors']) - 1}"]
        assert first.unit == last.unit == row["unit"]
        assert first.cast == last.cast
        assert first.standing == last.standing == row["status"]
        assert (first.cast.president or "") == row["president"]


def test_every_id_is_declared() -> None:
    for cycle in EVERY:
        record = elections.election(cycle)
        for ticket in some(record.tickets.values()):
            assert {ticket.president, ticket.vice_president} - {None} <= record.people.keys()
        for elector in some(record.electors):
            assert elector.pledged is None or elector.pledged in record.tickets
            cast = {elector.cast.president, elector.cast.vice_president}
            assert cast - {None} <= record.people.keys()
        for unit, votes in record.votes.items():
            assert unit in record.units
            assert votes.tickets.keys() <= record.tickets.keys()
        assert record.shorts.keys() == record.people.keys()


CARRIED_OTHERWISE = {
    (1824, "IL"): "jackson",  # chosen by district
    (1860, "NJ"): "lincoln",  # four of seven electors, against a shared slate
    (1892, "ND"): "cleveland",  # one elector each for three
    (1904, "MD"): "parker",  # voters chose electors one by one
    (1908, "MD"): "bryan",
}
"""Units whose electors went mostly to another ticket than the most votes did."""


def test_electors_follow_the_votes_of_their_own_unit() -> None:
    otherwise = {}
    for cycle in HELD:
        record = elections.election(cycle)
        for unit, ticket in record.calls.items():
            if unit in record.votes and record.votes[unit].ranking[0][0] != ticket:
                otherwise[cycle, unit] = ticket
    assert otherwise == CARRIED_OTHERWISE


def test_where_the_legislature_chose_there_is_no_popular_vote() -> None:
    for cycle in HELD:
        record = elections.election(cycle)
        for unit in some(record.units.values()):
            assert unit.method
            if cycle >= 1824:
                assert (unit.id in record.votes) == (unit.method != "legislature"), (cycle, unit)


@pytest.mark.parametrize(
    ("cycle", "unit", "method", "note"),
    [
        (1789, "NJ", "legislature", ""),
        (1792, "NH", "statewide with a runoff", "from memory"),
        (1796, "TN", "electors of counties", "The exact way is from memory."),
        (1828, "ME", "district and at large", "The exact way is from memory."),
        (1832, "MD", "district", "The exact way is from memory."),
        (1848, "MA", "statewide, then legislature", "Nobody had one"),
        (1860, "SC", "legislature", ""),
        (1864, "LA", "legislature", "Unionist"),
        (1892, "MI", "district", "12 congressional districts"),
        (2016, "ME-AL", "statewide", ""),
        (2016, "ME-02", "district", ""),
    ],
)
def test_how_electors_were_chosen_is_told(cycle: int, unit: str, method: str, note: str) -> None:
    found = elections.election(cycle).units[unit]
    assert found.method == method
    assert note in found.method_note


def test_places_stand_by_name_and_a_divided_place_begins_at_large() -> None:
    for cycle in EVERY:
        record = elections.election(cycle)
        assert list(record.places.values()) == sorted(record.places.values())
        units = record.units.values()
        assert list(dict.fromkeys(unit.place for unit in units)) == list(record.places)
        divided = [unit for unit in record.units if "-" in unit]
        maine = ["ME-AL", "ME-01", "ME-02"] if cycle >= 1972 else []
        nebraska = ["NE-AL", "NE-01", "NE-02", "NE-03"] if cycle >= 1992 else []
        assert divided == maine + nebraska


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
    calls = elections.election(cycle).calls
    assert calls[unit] == ticket
    assert calls[f"{unit[:2]}-AL"] != ticket


@pytest.mark.parametrize(
    ("cycle", "seat", "pledged", "cast", "name"),
    [
        (1789, "VA.11", "washington", (None, None), ""),
        (1796, "PA.15", "adams-j", ("jefferson", "pinckney-t"), "Samuel Miles"),
        (1808, "NY.14", "madison", ("clinton-g", "madison"), ""),
        (1820, "NH.8", "monroe", ("adams-jq", "rush"), "William Plumer"),
        (1832, "PA.1", "jackson", ("jackson", "wilkins"), ""),
        (1836, "VA.23", "van-buren", ("van-buren", "smith-w"), ""),
        (1872, "GA.1", "greeley", ("greeley", "brown-bg"), ""),
        (1872, "MD.1", "greeley", ("hendricks", "brown-bg"), ""),
        (1896, "NE.8", "bryan", ("bryan", "watson"), ""),
        (1912, "UT.1", "taft", ("taft", "butler-nm"), ""),
        (1948, "TN.12", "truman", ("thurmond", "wright"), "Preston Parks"),
        (1956, "AL.11", "stevenson", ("jones", "talmadge"), "W. F. Turner"),
        (1960, "OK.8", "nixon", ("byrd", "goldwater"), "Henry D. Irwin"),
        (1960, "MS.1", "unpledged", ("byrd", "thurmond"), ""),
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
def test_the_ballots_that_have_a_story(
    cycle: int, seat: str, pledged: str, cast: tuple[str | None, str | None], name: str
) -> None:
    elector = elections.election(cycle).seats[seat]
    assert (elector.pledged, elector.name) == (pledged, name)
    assert (elector.cast.president, elector.cast.vice_president) == cast


def test_every_elector_of_the_first_elections_voted_for_washington() -> None:
    for cycle in (1789, 1792):
        record = elections.election(cycle)
        voted = {e.cast.president for e in record.electors if e.standing is Standing.COUNTED}
        assert (voted, record.votes_each) == ({"washington"}, 2)
    assert elections.election(1804).votes_each == 1


@pytest.mark.parametrize(
    ("seat", "name", "cast", "substitute"),
    [
        ("CO.9", "Micheal Baca", ("kasich", "kaine"), "Celeste Landry"),
        ("ME.2", "David Bright", ("sanders", "kaine"), ""),
        ("MN.10", "Muhammad Abdurrahman", ("sanders", "gabbard"), "Jill Garcia"),
    ],
)
def test_votes_that_were_stopped_in_2016_stand_as_they_were_cast_and_are_told(
    seat: str, name: str, cast: tuple[str, str], substitute: str
) -> None:
    record = elections.election(2016)
    elector = record.seats[seat]
    assert (elector.name, elector.substitute, elector.faithless) == (name, substitute, True)
    assert (elector.cast.president, elector.cast.vice_president) == cast
    assert elector.standing is Standing.COUNTED
    assert record.laws[elector.place].effect is Effect.VOID
    assert name in elector.note
    assert substitute in elector.note


def test_what_is_told_of_an_elector_from_memory_is_marked() -> None:
    marked = "from memory, not from a document"
    assert marked in elections.election(1968).seats["NC.13"].note
    assert marked not in elections.election(2016).seats["TX.38"].note


def test_nobody_has_voted_in_a_cycle_to_come() -> None:
    record = elections.election(2028)
    assert set(record.calls.values()) == {None}
    assert {elector.cast for elector in record.electors} == {BLANK}
    assert not record.votes
    assert list(record.tickets) == ["democratic", "republican"]
    assert {u: unit.electors for u, unit in record.units.items()} == {
        u: unit.electors for u, unit in elections.election(2024).units.items()
    }


def test_tickets_are_offered_by_electors_then_votes() -> None:
    for cycle in HELD:
        record = elections.election(cycle)
        pledged = Counter(elector.pledged for elector in record.electors)
        strength = [(pledged[t], record.popular.tickets.get(t, 0)) for t in record.tickets]
        assert strength == sorted(strength, reverse=True), cycle


def test_a_code_is_of_one_party_and_persons_are_told_apart_in_short(rows: Reader) -> None:
    families: dict[tuple[str, str], set[str]] = {}
    for row in rows("tickets"):
        families.setdefault((row["cycle"], row["code"]), set()).add(row["party"])
    assert all(len(parties) == 1 for parties in families.values())
    for cycle in EVERY:
        shorts = Counter(elections.election(cycle).shorts.values())
        assert shorts.most_common(1)[0][1] == 1, cycle


def test_electors_promised_to_nobody_expect_nothing() -> None:
    record = elections.election(1960)
    assert record.expected["unpledged"] == BLANK
    assert record.tickets["unpledged"].party == "Unpledged Democratic"
    assert elections.election(1860).tickets["fusion"].president is None


def test_votes_that_overlap_are_said_to(rows: Reader) -> None:
    alabama = elections.election(1960).votes["AL"]
    assert sum(alabama.tickets.values()) > alabama.total
    assert any("overlap" in doubt for doubt in alabama.doubts)
    noted = {
        (row["cycle"], row["unit"])
        for row in rows("totals")
        if "from another source" in row["note"]
    }
    listed: Counter[tuple[str, str]] = Counter()
    for row in rows("votes"):
        listed[row["cycle"], row["unit"]] += int(row["votes"])
    over = {
        (row["cycle"], row["unit"])
        for row in rows("totals")
        if listed[row["cycle"], row["unit"]] > int(row["votes"])
    }
    assert noted == over - {("1960", "AL")}


def test_districts_of_old_chose_the_electors_of_their_place(rows: Reader) -> None:
    chosen: Counter[tuple[str, str, str]] = Counter()
    for row in some(rows("district_votes")):
        chosen[row["cycle"], row["place"], row["ticket"]] += int(row["electors"])
    for (cycle, place, ticket), count in some(chosen.items()):
        seats = [e for e in elections.election(int(cycle)).electors if e.place == place]
        pledged = Counter(e.pledged for e in seats)[ticket]
        # Maine, New York and Michigan had two more at large; the table of Maryland in 1832 leaves
        # out the two who did not vote.
        left = {("1828", "ME"), ("1828", "NY"), ("1832", "MD"), ("1892", "MI")}
        assert pledged - count in ((0, 2) if (cycle, place) in left else (0,)), (cycle, place)


def test_a_dissent_of_sources_is_said_in_words_beside_the_number() -> None:
    doubts = elections.election(1992).votes["SC"].doubts
    assert (
        "Sources differ on Clinton: 479,514 (FEC, WP24, LEIP, WP18); 525,514 (MEDSL, CLERK)"
    ) in doubts
    assert any(doubt.startswith("Clinton: The Clerk") for doubt in doubts)
    assert not elections.election(2016).votes["MI"].doubts[0].startswith("Trump")


def test_notes_of_a_cycle_name_the_running_mates_told_from_memory() -> None:
    assert elections.election(2000).notes[-1] == (
        "From memory, not from a document: who ran for vice president (Olivier, Goldhaber)."
    )
    assert not any("memory" in note for note in elections.election(2016).notes)


@pytest.mark.parametrize(
    ("given", "nearest"),
    [(1962, "1960 and 1964"), (3000, "2024 and 2028"), (1788, "1789 and 1792")],
)
def test_an_unknown_cycle_is_refused_with_the_nearest(given: int, nearest: str) -> None:
    with pytest.raises(UnknownCycleError, match=f"{given} is not an election year; .*{nearest}"):
        elections.election(given)


def test_a_cycle_given_as_text_is_refused_with_the_mend() -> None:
    with pytest.raises(
        UnknownCycleError, match="“2016” is not an election year; give a number from 1789 to 2028"
    ):
        elections.election("2016")


def test_a_cycle_is_read_once() -> None:
    assert elections.election(1980) is elections.election(1980)


@pytest.mark.parametrize("table", ["units", "ballots", "votes", "totals", "notes", "people"])
def test_reading_one_cycle_gives_exactly_its_rows(table: str, rows: Reader) -> None:
    for cycle in EVERY:
        whole = [row for row in rows(table) if row["cycle"] == str(cycle)]
        assert read_rows(table, cycle) == whole
    assert read_rows(table, 1962) == []


def test_elections_shows_one_row_a_cycle_and_leaves_the_future_empty() -> None:
    frame = dataframes.elections().set_index("cycle")
    assert list(frame.index) == list(EVERY)
    assert frame.president[2000] == "bush-gw"
    assert frame.popular_total[2016] == 136_700_770
    assert frame.first_day[2016].strftime("%A") == "Tuesday"
    assert frame.loc[2028, ["president", "vice_president", "popular_total"]].isna().all()


def test_results_shows_votes_with_share_electors_and_origin() -> None:
    frame = dataframes.results(2016)
    michigan = frame[frame.unit == "MI"].set_index("ticket")
    assert michigan.votes["trump"] == 2_279_543
    assert michigan.electors["trump"] == 16
    assert michigan.electors["clinton-h"] == 0
    assert michigan.share["trump"] == pytest.approx(2_279_543 / 4_799_284)
    assert michigan.loc["other", ["name", "party"]].tolist() == ["Other", ""]
    assert set(frame.groupby("unit").share.sum().astype(float).round(3)) <= {0.999, 1.0}
    assert set(frame.method) == {"statewide", "district"}
    assert frame.electors.sum() == 538


def test_results_keeps_the_party_whose_code_reads_as_missing() -> None:
    assert (dataframes.results(1988).query("ticket == 'fulani'").party == "New Alliance").all()
    assert elections.election(1988).tickets["fulani"].code == "NA"


def test_results_show_electors_where_the_people_did_not_vote() -> None:
    frame = dataframes.results(1800).set_index(["unit", "ticket"])
    assert frame.electors["SC", "jefferson"] == 8
    assert frame.votes.isna().all()
    assert frame.method["SC", "jefferson"] == "legislature"
    assert (frame.source != "").all()
    assert (dataframes.results(1860).query("ticket == 'fusion'").name == "Fusion").all()


def test_results_of_a_cycle_to_come_is_empty_with_the_same_columns() -> None:
    assert dataframes.results(2028).empty
    assert list(dataframes.results(2028).columns) == list(dataframes.results(2016).columns)


def test_results_of_an_unknown_cycle_is_refused() -> None:
    with pytest.raises(UnknownCycleError, match="1998"):
        dataframes.results(1998)
