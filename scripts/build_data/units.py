"""Places, and the units that choose electors in each cycle."""

from build_data.gathered import Gathered
from build_data.methods import methods, of_unit
from build_data.people import Rows
from build_data.raw import RawRow

AT_LARGE = "AL"

_ABSENT = "did_not_participate"


def places(gathered: Gathered) -> Rows:
    """List the places of the included cycles."""
    taking_part = {
        row["state"]
        for cycle in gathered.held
        for row in gathered.of("elections/electors_by_state_year", cycle)
    }
    return [
        {
            "place": row["state"],
            "name": row["name"],
            "first_cycle": str(row.number("first_presidential_election")),
            "source": "WP-EC",
        }
        for row in gathered.tables["elections/states"]
        if row["state"] in taking_part
    ]


def units(gathered: Gathered) -> Rows:
    """List the units of every cycle with the electors they appoint."""
    rows = [row for cycle in gathered.held for row in _units_of(gathered, cycle)]
    for cycle, blank in gathered.blank.items():
        if cycle in gathered.cycles:
            rows += _units_to_come(gathered, cycle, blank)
    return rows


def _units_of(gathered: Gathered, cycle: int) -> Rows:
    """List the units of a past cycle."""
    names = {row["state"]: row["name"] for row in gathered.tables["elections/states"]}
    divided = gathered.districts(cycle)
    absent = {row["place"] for row in gathered.of("by_hand/absences", cycle)}
    known = methods(gathered, cycle)
    rows: Rows = []
    for row in gathered.of("elections/electors_by_state_year", cycle):
        place = row.one_of("state", names, "elections/states.csv")
        if (row["status"] == _ABSENT) != (place in absent):
            row.refuse(
                f"status is {row['status']!r}, but by_hand/absences.csv "
                f"{'names' if place in absent else 'does not name'} {place}",
                "say in both whether it took part",
            )
        if place in absent:
            continue
        if place not in known:
            row.refuse(
                f"nothing says how the electors of {place} were chosen",
                "add it to civics/allocation_rules.csv or by_hand/methods.csv",
            )
        electors = row.number("electors")
        districts = divided.get(place, [])
        at_large = electors - len(districts)
        if at_large < 0:
            row.refuse(
                f"{place} has {electors} electors, but {len(districts)} districts chose one each",
                "correct electors here or the districts in elections/district_votes.csv",
            )
        parts = [(f"{place}-{AT_LARGE}", f"{names[place]} at large", at_large)] if districts else []
        parts += [(unit, f"{names[place]} district {int(unit[3:])}", 1) for unit in districts]
        rows += [
            {
                "cycle": str(cycle),
                "unit": unit,
                "place": place,
                "name": name,
                "electors": str(count),
                "source": gathered.codes(row),
            }
            | of_unit(known[place], unit)
            for unit, name, count in parts or [(place, names[place], electors)]
            if count
        ]
    return rows


def absences(gathered: Gathered) -> Rows:
    """List the places of the Union that took no part, with the reason."""
    rows: Rows = []
    for cycle in gathered.held:
        places = {row["state"] for row in gathered.of("elections/electors_by_state_year", cycle)}
        for row in gathered.of("by_hand/absences", cycle):
            row.one_of("place", places, "elections/electors_by_state_year.csv")
            rows.append({**row})
    return rows


def _units_to_come(gathered: Gathered, cycle: int, blank: RawRow) -> Rows:
    """Copy the units of an earlier cycle under the same census to a cycle to come."""
    rows = _units_of(gathered, blank.number("units_of"))
    electors: dict[str, int] = {}
    for row in rows:
        electors[row["place"]] = electors.get(row["place"], 0) + int(row["electors"])
    for seats in gathered.tables["civics/census_population"]:
        if seats["census_year"] == blank["census"] and seats["seats"]:
            expected = seats.number("seats") + 2
            if electors.get(seats["state"], 0) != expected:
                seats.refuse(
                    f"{seats['seats']} seats make {expected} electors of {seats['state']}, "
                    f"not {electors.get(seats['state'], 0)}",
                    "correct the seats, or units_of in by_hand/blank_cycles.csv",
                )
    return [row | {"cycle": str(cycle), "source": "WP-EC;CENSUS"} for row in rows]
