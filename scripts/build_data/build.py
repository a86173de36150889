"""Build everything in ``data/`` from the gathered tables and outlines in ``data/raw/``.

It reads the gathered tables and outlines, checks them against each other, and writes the tables,
the outlines, the data package and the tables of columns in the data dictionary. The same input
gives the same bytes. Bad input writes nothing and names file, row and mend.
"""

from pathlib import Path

from build_data import (
    ballots,
    civics_schema,
    doubtful,
    elections,
    faithless,
    gathered,
    laws,
    lesson_schema,
    map_schema,
    maps,
    package,
    people,
    populations,
    presets,
    returns,
    schema,
    store,
    tickets,
    units,
)
from build_data.table import Table


def build(raw: Path, kept: Path, out: Path) -> None:
    """Write everything in ``data/`` that is made.

    Parameters
    ----------
    raw : pathlib.Path
        Folder of the gathered tables.
    kept : pathlib.Path
        Folder of ``sources.toml`` and ``README.md``, which are kept by hand.
    out : pathlib.Path
        Folder to write to.

    Raises
    ------
    BadInputError
        If a gathered table is wrong, or two contradict each other.
    """
    source = gathered.gather(raw)
    sources = (kept / "sources.toml").read_text(encoding="utf-8")
    tables = make_tables(source)
    package.check_sources(tables, sources)
    files = {f"{table.name}.csv": store.text(table, rows) for table, rows in tables.items()}
    for name, topology in maps.topologies(source, raw / "geo").items():
        files[f"shapes/{name}.topo.json"] = topology
    made = {path: content.encode() for path, content in files.items()}
    words = package.dictionary((kept / "README.md").read_text(encoding="utf-8"))
    words = doubtful.listed(words, tables)
    made["datapackage.json"] = package.datapackage(made, tables, sources).encode()
    made["README.md"] = words.encode()
    (out / "shapes").mkdir(parents=True, exist_ok=True)
    for path, content in made.items():
        (out / path).write_bytes(content)


def make_tables(source: gathered.Gathered) -> dict[Table, list[dict[str, str]]]:
    """Make every table, in canonical order and checked."""
    all_places = units.places(source)
    all_units = units.units(source)
    all_tickets = tickets.tickets(source)
    all_laws = laws.laws(source, all_places)
    all_people = populations.populations(source, all_places)
    all_ballots = ballots.ballots(source, all_tickets, all_units, all_laws)
    all_elections = elections.elections(source, all_units, all_ballots, all_tickets, all_laws)
    made: dict[Table, store.Rows] = {
        schema.ELECTIONS: all_elections,
        schema.NOTES: elections.notes(source, all_elections),
        schema.PLACES: all_places,
        schema.UNITS: all_units,
        schema.ABSENCES: units.absences(source),
        schema.PEOPLE: people.people(source),
        schema.FIRST_NAMES: people.first_names(source),
        schema.TICKETS: all_tickets,
        schema.VOTES: returns.votes(source),
        schema.TOTALS: returns.totals(source),
        schema.DISTRICT_VOTES: returns.district_votes(source),
        schema.BALLOTS: all_ballots,
        civics_schema.LAWS: all_laws,
        civics_schema.FAITHLESS: faithless.faithless(source),
        civics_schema.FAITHLESS_COUNTS: faithless.counts(source),
        civics_schema.POPULATIONS: all_people,
        civics_schema.BASES: populations.bases(source, all_people),
        lesson_schema.PRESETS: presets.presets(source),
        map_schema.MAPS: maps.maps(source, all_units),
        map_schema.PIECES: maps.cut_places(source),
        map_schema.HOLDINGS: maps.holdings(source),
        map_schema.GROUNDS: maps.grounds(source),
        map_schema.FRAMES: maps.frames(source),
        map_schema.LABELS: maps.labels(source),
        map_schema.BOXES: maps.boxes(source),
    }
    tables = {table: store.canonical(table, rows) for table, rows in made.items()}
    store.check(tables)
    return tables
