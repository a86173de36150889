"""Several modules become the one text that a widget needs."""

import re
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
        "var four = 4;",
        "const { four } = {};",
        "export const [four] = [];",
        "function* four() {}",
        'export * from "./one.js";',
    ],
)
def test_another_form_of_import_or_export_is_refused(folder: Path, line: str) -> None:
    entry = folder / "three.js"
    entry.write_text(f"{line}\n")
    with pytest.raises(ValueError, match=r"three\.js has '.*write import \{ a \}.*one name"):
        join(entry)


def test_another_name_for_an_import_is_refused(folder: Path) -> None:
    entry = folder / "three.js"
    entry.write_text('import { one as first } from "./one.js";\n')
    with pytest.raises(ValueError, match=r"three\.js has .*one as first.*import names as they are"):
        join(entry)


@pytest.mark.parametrize(
    "line", ["function one() {}", "export class one {}", "let one;", "async function one() {}"]
)
def test_one_name_in_two_modules_is_refused(folder: Path, line: str) -> None:
    entry = folder / "three.js"
    entry.write_text(f'import {{ two }} from "./two.js";\n\n{line}\n\nexport default two;\n')
    with pytest.raises(ValueError, match=r"one\.js and three\.js both declare 'one'.*rename one"):
        join(entry)


def test_names_inside_functions_are_free(folder: Path) -> None:
    entry = folder / "three.js"
    body = "export default () => {\n  const one = two();\n  return one;\n};\n"
    entry.write_text(f'import {{ two }} from "./two.js";\n{body}')
    assert join(entry).endswith(body)


def test_comments_of_whole_lines_are_left_out(tmp_path: Path) -> None:
    entry = tmp_path / "one.js"
    entry.write_text(
        "// What it is.\n\n/** @typedef {number} Size */\n\n"
        "/**\n * Twice.\n * @param {Size} a\n */\n"
        "export default (a) => {\n  // Why.\n  return 2 * a; // twice\n};\n"
    )
    assert join(entry) == "export default (a) => {\n  return 2 * a; // twice\n};\n"


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
    exports = {
        path.name: re.findall(r"^export (?:function|class|const) (\w+)", source, re.MULTILINE)
        for path in MODULES.glob("*.js")
        if (source := path.read_text("utf-8"))
    }
    assert exports.pop("board.js") == []
    unused = [
        (module, name)
        for module, names in exports.items()
        for name in names
        if not re.search(rf"^(?:function|class|const) {name}\b", text, re.MULTILINE)
    ]
    assert unused == []
    assert [module for module, names in exports.items() if not names] == []
