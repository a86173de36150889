"""Faults that `make plant` plants: each still finds its place, and the tests that notice it."""

from collections import Counter
from pathlib import Path

import pytest

from plant import ROOT, Fault, faults, first_failure

FAULTS = faults()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_finds_its_place_once_and_its_tests(fault: Fault) -> None:
    text = (ROOT / fault.file).read_text(encoding="utf-8")
    assert text.count(fault.snippet) == 1, f"renew the snippet in scripts/faults.toml: {fault.name}"
    assert fault.becomes != fault.snippet
    named = [word for word in fault.tests if word.startswith("tests/")]
    assert named
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_faults_have_names_of_their_own_and_lie_in_every_room() -> None:
    assert [name for name, count in Counter(f.name for f in FAULTS).items() if count > 1] == []
    rooms = {path.parent.name for path in (ROOT / "ecx").glob("*/__init__.py")}
    assert {Path(fault.file).parts[1] for fault in FAULTS if fault.file[:4] == "ecx/"} == rooms


def test_a_snippet_that_is_gone_is_named_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1 + 1")
    fault = Fault("One is two", "a.py", "1", "2", ())
    with pytest.raises(ValueError, match=r"'One is two': .* 2 times in a\.py; renew it in"):
        fault.plant(tmp_path)
    Fault("A sum is none", "a.py", "+", "-", ()).plant(tmp_path)
    assert (tmp_path / "a.py").read_text() == "1 - 1"


def test_the_first_failure_is_found_in_what_pytest_says() -> None:
    said = "..F\nFAILED tests/a.py::test_b[x - y] - assert 1 == 2\n1 failed in 0.1s"
    assert first_failure(said) == "tests/a.py::test_b[x - y]"
    assert first_failure("ERROR tests/a.py\n") == "tests/a.py"
