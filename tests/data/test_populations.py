"""The censuses: who was counted, how many seats that gave, and which elections rest on it."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from build_data import build, gathered
from build_data.civics_schema import POPULATIONS
from build_data.raw import BadInputError
from build_data.table import Table
from data.spoiling import Edit, Rows, add, change, spoil
from ecx.record import censuses, dataframes, elections
from ecx.record.censuses import apportionment_base
from ecx.record.csv_rows import read_rows
from ecx.say.errors import UnknownNameError
from some import some

Reader = Callable[[str], list[dict[str, str]]]

HOUSE = {
    1790: 105,
    1800: 142,
    1810: 182,
    1820: 213,
    1830: 240,
    1840: 223,
    1850: 234,
    1860: 243,
    1870: 292,
    1880: 325,
    1890: 356,
    1900: 386,
    1910: 435,
    1930: 435,
    1940: 435,
    1950: 435,
    1960: 435,
    1970: 435,
    1980: 435,
    1990: 435,
    2000: 435,
    2010: 435,
    2020: 435,
}
"""Seats of the House after each census, with those of states that joined before the next."""

NATION = {
    1910: 91_603_772,
    1930: 122_093_455,
    1940: 131_006_184,
    1960: 178_559_219,
    1980: 225_867_174,
    1990: 249_022_783,
    2000: 281_424_177,
    2010: 309_183_463,
    2020: 331_108_434,
}
"""Apportionment populations of all states, as the Census Bureau publishes them."""

DISTRICT = {
    1960: 763_956,
    1970: 756_510,
    1980: 638_333,
    1990: 606_900,
    2000: 572_059,
    2010: 601_723,
    2020: 689_545,
}
"""Residents of the District of Columbia since it has electors."""


def test_seats_of_a_census_are_those_of_its_house(rows: Reader) -> None:
    seats: Counter[int] = Counter()
    for row in rows("populations"):
        if row["seats"]:
            seats[int(row["census"])] += int(row["seats"])
        assert row["house"] == str(HOUSE.get(int(row["census"]), ""))
    assert seats == HOUSE


@pytest.mark.parametrize(("census", "total"), NATION.items())
def test_populations_sum_to_those_published(census: int, total: int) -> None:
    assert sum(censuses.apportionment_populations(census).values()) == total


# The base of the act of 16 Jan 1901: the nation without Indians not taxed.
def test_indians_not_taxed_sum_to_what_the_printed_base_of_1900_leaves_out(rows: Reader) -> None:
    left_out = sum(int(row["not_taxed"] or 0) for row in rows("bases"))
    assert sum(censuses.apportionment_populations(1900).values()) - left_out == 74_562_608


def test_what_congress_had_is_the_record_s_number_but_where_it_says_so(rows: Reader) -> None:
    had, record_s = apportionment_base(1900), censuses.apportionment_populations(1900)
    assert list(had) == list(record_s)
    for row in rows("bases"):
        place = row["place"]
        if row["not_taxed"]:
            assert record_s[place] - had[place] == int(row["not_taxed"])
        else:
            assert "corrected later" in row["note"]
        assert (row["census"], row["first_cycle"], row["source"]) == ("1900", "1904", "memory")
    others = had.keys() - {row["place"] for row in rows("bases")}
    assert all(had[place] == record_s[place] for place in others)
    assert apportionment_base(2020) == censuses.apportionment_populations(2020)


def test_three_in_five_of_the_enslaved_are_counted_to_1860(rows: Reader) -> None:
    for row in some(rows("populations")):
        if int(row["census"]) > 1860:
            assert not row["enslaved"]
        elif row["population"]:
            enslaved = int(row["enslaved"])
            exact = int(row["resident"]) - enslaved + enslaved * 3 / 5
            assert abs(int(row["population"]) - exact) < 1, row


def test_every_cycle_since_1792_rests_on_one_census() -> None:
    resting: Counter[int] = Counter()
    for census in censuses.censuses():
        (stretch,) = {
            (row["first_cycle"], row["last_cycle"]) for row in read_rows("populations", census)
        }
        if stretch[0]:
            last = int(stretch[1] or elections.cycles()[-1])
            resting.update(range(int(stretch[0]), last + 4, 4))
    assert resting == dict.fromkeys(elections.cycles()[1:], 1)


def test_a_skipped_census_has_people_and_no_seats() -> None:
    frame = dataframes.populations(1920).set_index("place")
    assert len(censuses.apportionment_populations(1920)) == 48
    assert frame.seats.isna().all()
    assert frame.first_cycle.isna().all()
    assert (frame.act == "").all()


def test_places_not_counted_by_themselves_are_left_out() -> None:
    left = {
        census: set(dataframes.populations(census).place)
        - set(censuses.apportionment_populations(census))
        for census in censuses.censuses()
    }
    assert {census: places for census, places in left.items() if places} == {
        1800: {"OH"},
        1810: {"LA"},
        1860: {"NE", "NV", "WV"},
        **{census: {"AK", "HI"} for census in (1910, 1920, 1930, 1940, 1950)},
        **{census: {"DC"} for census in DISTRICT},
    }


def test_the_district_has_its_people_and_no_seats(rows: Reader) -> None:
    found = [row for row in rows("populations") if row["kind"] == "district"]
    assert {int(row["census"]): int(row["resident"]) for row in found} == DISTRICT
    assert {(row["place"], row["population"], row["seats"]) for row in found} == {("DC", "", "")}


def test_the_people_of_the_district_are_handed_to_an_election_but_not_apportioned_by() -> None:
    assert "DC" not in censuses.apportionment_populations(2020)
    counted = elections.election(2020).censuses
    assert {census: people["DC"] for census, people in counted.items() if "DC" in people} == (
        DISTRICT
    )


@pytest.mark.parametrize(
    ("census", "place", "note"),
    [
        (1820, "AL", "came in short"),
        (1850, "CA", "second seat"),
        (1860, "CA", "Indians"),
        (1860, "MS", "from memory"),
        (1860, "TX", "from memory"),
        (1860, "VA", "from memory"),
        (1900, "NE", "Iowa and Nebraska differ"),
        (1900, "NY", "44,617 lower"),
        (1910, "AZ", "became a state"),
    ],
)
def test_what_is_doubtful_of_a_number_is_told(census: int, place: str, note: str) -> None:
    assert note in dataframes.populations(census).set_index("place").note[place]


def test_seats_from_memory_are_marked_and_the_others_are_not(rows: Reader) -> None:
    marked = [
        (row["census"], row["place"])
        for row in rows("populations")
        if "memory" in row["source"].split(";")
    ]
    assert marked == [("1860", "MS"), ("1860", "TX"), ("1860", "VA")]
    assert {row["act_source"] for row in rows("populations")} == {"memory"}


def test_a_census_there_was_not_is_refused_with_the_nearest() -> None:
    for reader in (dataframes.populations, censuses.apportionment_populations):
        with pytest.raises(UnknownNameError, match=r"no census of “1815”.*\b18[12]0\b"):
            reader(1815)


BAD = [
    (
        "a population that is no number",
        "civics/census_population",
        change("apportionment_population", "many", census_year="2020", state="PA"),
        r"census_population.csv, row \d+: apportionment_population is 'many'; give a whole number",
    ),
    (
        "people nobody knows how they were counted",
        "civics/census_population",
        change("population_basis", "heads", census_year="2020", state="PA"),
        r"census_population.csv, row \d+: population_basis 'heads' is unknown; add it to scripts",
    ),
    (
        "seats that no law gave",
        "civics/census_population",
        change("law", "none passed", census_year="2020", state="PA"),
        r"census_population.csv, row \d+: PA has seats, but no law gave them; name the law",
    ),
    (
        "a district nobody knows",
        "by_hand/census_district",
        change("place", "ZZ", census="2020"),
        r"census_district.csv, row \d+: place 'ZZ' is unknown; add it to elections/states.csv",
    ),
    (
        "another number of a place that was not counted",
        "by_hand/census_bases",
        add(census="2020", place="PR", counted="5"),
        r"census_bases.csv, row \d+: PR has no row in the census of 2020; correct the place",
    ),
    (
        "Indians not taxed that are no number",
        "by_hand/census_bases",
        add(census="2020", place="CA", not_taxed="some"),
        r"census_bases.csv, row \d+: not_taxed is 'some'; give a whole number",
    ),
    (
        "a note on a place that was not counted",
        "by_hand/census_notes",
        lambda rows: rows.append({"census": "2020", "place": "PR", "note": "None."}),
        r"census_notes.csv, row \d+: PR has no row in the census of 2020; correct the place",
    ),
]


def record(raw: Path) -> dict[Table, Rows]:
    return build.make_tables(gathered.gather(raw, [2016]))


@pytest.mark.parametrize(
    ("table", "edit", "message"), [b[1:] for b in BAD], ids=[b[0] for b in BAD]
)
def test_bad_censuses_are_refused_with_file_row_and_mend(
    raw: Path, table: str, edit: Edit, message: str
) -> None:
    spoil(raw, table, edit)
    with pytest.raises(BadInputError, match=message):
        record(raw)


def test_the_unspoiled_census_is_accepted(raw: Path) -> None:
    assert len(record(raw)[POPULATIONS]) == 51


def test_a_cycle_rests_on_the_census_whose_stretch_it_is_in(rows: Reader) -> None:
    stretches = {
        (int(row["census"]), int(row["first_cycle"]), int(row["last_cycle"] or 9999))
        for row in rows("populations")
        if row["first_cycle"]
    }
    for cycle in elections.cycles()[1:]:
        (census,) = [census for census, first, last in stretches if first <= cycle <= last]
        assert censuses.census_of(cycle) == census
    assert censuses.census_of(1789) is None
