"""Plant faults, one at a time, in a copy of the tree: each has to be noticed by a test.

    python scripts/plant.py [WORD ...]

Without words all faults of ``faults.toml`` are planted, else those whose names contain a word. For
each one, the tests named there are run until the first fails. Exit code: 0 if a test noticed every
fault, 1 if a fault survived, 2 if the tests do not pass without a fault or a name is wrong.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
FAULTS: Final = Path(__file__).with_name("faults.toml")

NOTICED: Final = (1, 2)
"""Exit codes of pytest: a test failed, or its module could not be imported."""

HANGS: Final = 600
"""Seconds after which tests that do not end have noticed a fault, too."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault, and the tests that have to notice it.

    Attributes
    ----------
    name : str
        What is wrong, in a few words.
    file : str
        The file to break, from the root of the tree.
    snippet, becomes : str
        Text that stands exactly once in that file, and what it becomes.
    tests : tuple of str
        Arguments of pytest.
    """

    name: str
    file: str
    snippet: str
    becomes: str
    tests: tuple[str, ...]

    def plant(self, root: Path) -> None:
        """Break the file of a tree.

        Raises
        ------
        ValueError
            If the snippet does not stand there exactly once.
        """
        path = root / self.file
        text = path.read_text(encoding="utf-8")
        if (found := text.count(self.snippet)) != 1:
            raise ValueError(
                f"{self.name!r}: its snippet stands {found} times in {self.file}; "
                f"renew it in scripts/{FAULTS.name}, so that it stands there once"
            )
        path.write_text(text.replace(self.snippet, self.becomes), encoding="utf-8")


def faults() -> tuple[Fault, ...]:
    """Read all faults."""
    listed = tomllib.loads(FAULTS.read_text(encoding="utf-8"))["fault"]
    return tuple(Fault(**row | {"tests": tuple(row["tests"])}) for row in listed)


def copied(to: Path) -> Path:
    """Copy what git knows or would add of the tree, as it is now."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        source, target = ROOT / name, to / name
        if source.is_file():  # neither deleted, nor a link to a folder
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    return to


def run(tests: Iterable[str], root: Path) -> subprocess.CompletedProcess[str]:
    """Run tests in a tree until the first fails.

    Raises
    ------
    subprocess.TimeoutExpired
        If they do not end.
    """
    # A file that is broken and mended within a second keeps its time: no bytecode may be kept.
    environment = os.environ | {"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-rfE", "--tb=no", "--durations=0"]
    return subprocess.run(  # noqa: S603  # our own tests
        [*command, "-p", "no:cacheprovider", *tests],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=HANGS,
        check=False,
    )


def first_failure(said: str) -> str:
    """Find the test that failed first in what pytest said."""
    found = re.search(r"^(?:FAILED|ERROR) (\S+?(?:\[.*?\])?)(?= - |$)", said, re.MULTILINE)
    return found[1] if found else "(no test is named)"


def judge(fault: Fault, root: Path) -> bool:
    """Plant a fault, run its tests, take it out again, and tell whether a test noticed."""
    path = root / fault.file
    whole = path.read_bytes()
    fault.plant(root)
    started = time.monotonic()
    try:
        done = run(fault.tests, root)
    except subprocess.TimeoutExpired:
        noticed, first = True, "(the tests do not end)"
    else:
        noticed, first = done.returncode in NOTICED, first_failure(done.stdout)
    finally:
        path.write_bytes(whole)
    seconds = time.monotonic() - started
    verdict = f"red       {first}" if noticed else "SURVIVED"
    print(f"{fault.name:<52} {seconds:5.0f} s  {verdict}", flush=True)
    return noticed


def main(words: list[str]) -> int:
    """Plant all faults, or those whose names contain a word."""
    chosen = [
        fault
        for fault in faults()
        if not words or any(word.lower() in fault.name.lower() for word in words)
    ]
    if not chosen:
        print(f"no fault is named {' or '.join(words)}; scripts/{FAULTS.name} has them all")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        root = copied(Path(folder))
        for tests in sorted({fault.tests for fault in chosen}):
            sound = run(tests, root)
            if sound.returncode:
                print(f"without a fault, pytest {' '.join(tests)} fails:\n{sound.stdout}")
                return 2
        survivors = [fault for fault in chosen if not judge(fault, root)]
    print(f"{len(chosen)} faults, of which {len(survivors)} survived")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
