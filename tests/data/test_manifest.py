"""The data package: every file is as it says, every source is described, and the words agree."""

import csv
import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from build_data import doubtful, package
from build_data.schema import TABLES
from some import some

Manifest = dict[str, Any]


@pytest.fixture(scope="module")
def manifest(data: Path) -> Manifest:
    found: Manifest = json.loads((data / "datapackage.json").read_bytes())
    return found


@pytest.fixture(scope="module")
def sources(data: Path) -> Manifest:
    return tomllib.loads((data / "sources.toml").read_text(encoding="utf-8"))


def test_every_file_is_listed_with_its_bytes_and_hash(data: Path, manifest: Manifest) -> None:
    listed = {resource["path"]: resource for resource in manifest["resources"]}
    there = {p.relative_to(data).as_posix() for p in (*data.glob("*.csv"), *data.glob("shapes/*"))}
    assert listed.keys() == there
    for path, resource in listed.items():
        content = (data / path).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_schemas_name_the_columns_of_the_files(data: Path, manifest: Manifest) -> None:
    for resource in some(manifest["resources"]):
        if resource["format"] == "csv":
            head = (data / resource["path"]).read_text(encoding="utf-8").partition("\n")[0]
            schema = resource["schema"]
            assert [field["name"] for field in schema["fields"]] == head.split(",")
            assert all(field["description"] for field in schema["fields"])
            assert set(schema["primaryKey"]) <= set(head.split(","))


def test_foreign_keys_lead_to_columns_that_exist(manifest: Manifest) -> None:
    fields = {
        resource["name"]: {field["name"] for field in resource["schema"]["fields"]}
        for resource in manifest["resources"]
        if "schema" in resource
    }
    keys = [
        (name, key)
        for name, resource in ((r["name"], r) for r in manifest["resources"] if "schema" in r)
        for key in resource["schema"]["foreignKeys"]
    ]
    assert len(keys) >= 10
    for name, key in keys:
        assert set(key["fields"]) <= fields[name]
        assert set(key["reference"]["fields"]) <= fields[key["reference"]["resource"]]


def test_every_source_is_described_and_every_description_is_used(
    data: Path, manifest: Manifest, sources: Manifest
) -> None:
    used = set()
    for path in data.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                assert row["source"], (path.name, row)
                used |= package.codes(row)
    assert used == sources.keys()
    assert {source["code"] for source in manifest["sources"]} == sources.keys()
    for code, about in sources.items():
        assert about.keys() == {"title", "publisher", "read", "licence", "used_for"}, code
        assert all(about.values()), code


def test_the_dictionary_describes_every_column_as_the_schema_does(data: Path) -> None:
    text = (data / "README.md").read_text(encoding="utf-8")
    assert package.dictionary(text) == text
    for table in TABLES:
        for column in table.columns:
            assert f"| `{column.name}` | {column.meaning} |" in text


def test_a_table_the_dictionary_forgets_is_refused(data: Path) -> None:
    text = (data / "README.md").read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="there is no <!-- columns of votes -->; add it"):
        package.dictionary(text.replace("<!-- columns of votes -->", ""))


def test_running_mates_are_confirmed_by_a_page_or_marked_as_memory(data: Path) -> None:
    with (data / "raw/by_hand/running_mates.csv").open(newline="") as file:
        for row in some(csv.DictReader(file)):
            assert bool(row["page"]) == (row["source"] != "memory"), row
            assert row["page"].startswith("http") or row["source"] in ("memory", "RM-TABLE"), row


def test_the_list_of_doubts_names_numbers_of_the_tables(data: Path) -> None:
    text = (data / "README.md").read_text(encoding="utf-8")
    listed = text.partition("<!-- doubts -->")[2].partition("<!-- end -->")[0]
    assert "SC clinton-w" in listed
    assert "- **1960** AL (by 310,109)" in listed
    assert "- **1796** MD, PA, VA" in listed
    assert "LA ballots, UT ballots" in listed
    with pytest.raises(ValueError, match="there is no <!-- doubts -->; add it"):
        doubtful.listed("", {})
