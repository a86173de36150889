"""Several modules become the one text that a widget needs."""

from pathlib import Path

import pytest

from board.board_page import MODULES
from ecx.esm import join


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.js").write_text("export const one = 1;\n")
    (tmp_path / "two.js").write_text(
        'import { one } from "./one.js";\n\nexport function two() {\n  return one + one;\n}\n'
    )
    return tmp_path


def test_every_module_comes_once_and_after_what_it_needs(folder: Path) -> None:
    entry = folder / "three.js"
    entry.write_text(
        'import { one } from "./one.js";\nimport {\n  two,\n} from "./two.js";\n\n'
        "export default () => one + two();\n"
    )
    assert join(entry) == (
        "const one = 1;\n\nfunction two() {\n  return one + one;\n}\n\n"
        "export default () => one + two();\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        'import * as ones from "./one.js";',
        'import one from "./one.js";',
        'import "./one.js";',
        'import { one } from "https://example.org/one.js";',
        "export { one };",
        'export * from "./one.js";',
    ],
)
def test_another_form_of_import_or_export_is_refused(folder: Path, line: str) -> None:
    entry = folder / "three.js"
    entry.write_text(f"{line}\n")
    with pytest.raises(ValueError, match=r"three\.js has '(im|ex)port.*write import \{ a \}"):
        join(entry)


def test_a_circle_is_named(folder: Path) -> None:
    (folder / "one.js").write_text('import { two } from "./two.js";\nexport const one = two;\n')
    with pytest.raises(ValueError, match=r"circle: one\.js -> two\.js -> one\.js"):
        join(folder / "one.js")


def test_a_module_that_is_missing_is_named(tmp_path: Path) -> None:
    entry = tmp_path / "one.js"
    entry.write_text('import { two } from "./two.js";\n')
    with pytest.raises(FileNotFoundError, match=r"two\.js"):
        join(entry)


def test_every_module_of_the_board_is_used() -> None:
    text = join(MODULES / "board.js")
    first_lines = {
        path.name: path.read_text("utf-8").splitlines()[0] for path in MODULES.glob("*.js")
    }
    assert [name for name, line in first_lines.items() if line not in text] == []
