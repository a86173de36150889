"""A page is sent with all that its cells show, also by a machine that is busy."""

import sys
from pathlib import Path

from serve import trial
from serving import read, serving

COMMAND = (sys.executable, str(Path(__file__).with_name("command_with_late_output.py")))

CELL = "for number in range(500): display(f'output {number}')"
"""More than a server has read by the time it hears that the cell is done."""


def test_what_a_cell_shows_late_is_on_the_page(tmp_path: Path) -> None:
    page = trial.write(tmp_path / "late.ipynb", "# Late", CELL)
    with serving("--pool", "0", str(page), command=COMMAND) as server:
        assert "output 499" in read(f"{server}/late")
