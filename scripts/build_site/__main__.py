"""Write the site into ``build/site`` and print the size of each part."""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any, Final

from build_site.licences import licences
from build_site.node_program import PYODIDE, TOP, NodeProgram, versions
from build_site.packs import squeezed
from build_site.page_files import FIRST_SCRIPT, SCRIPTS, PageFiles, SiteFacts
from build_site.python_packs import make_packs
from ecx.esm import join, strip_comments
from ecx.link.query import record_link
from ecx.record.elections import cycles
from ecx.record.files import folder
from ecx.serve.assets import CHARTS, load_assets
from ecx.serve.pages import FIRST_PAGE, Page, find_pages

_PROGRAMS: Final = {"pyodide.js": "pyodide.mjs", "pyodide.asm.js": "pyodide.asm.mjs"}
"""Pyodide's own programs, under names that every host knows for scripts."""

_WASM: Final = "pyodide.asm.wasm"


class SiteFolder:
    """The folder of the site.

    Parameters
    ----------
    folder : pathlib.Path
        Where it is; what was there is gone.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    def write(self, name: str, body: bytes | str) -> str:
        """Write a file, and return its name."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body if isinstance(body, bytes) else body.encode())
        return name

    def write_named(self, name: str, body: bytes) -> str:
        """Write a file under a name that tells its content, so that it can be kept for ever."""
        stem, _, ending = name.rpartition(".")
        return self.write(f"{stem}-{digest_of(body)}.{ending}", body)


def digest_of(*bodies: bytes) -> str:
    """Return a short text that is another for other bytes."""
    digest = hashlib.sha256()
    for body in bodies:
        digest.update(len(body).to_bytes(8) + body)
    return digest.hexdigest()[:16]


def build(target: Path) -> None:
    """Write the site.

    Parameters
    ----------
    target : pathlib.Path
        Its folder.
    """
    pages = find_pages([], folder("notebooks"))
    site = SiteFolder(target)
    with tempfile.TemporaryDirectory() as work:
        program = NodeProgram(Path(work), [page.name for page in pages])
        packs = make_packs(program)
        links = {str(FIRST_PAGE): [record_link(cycle) for cycle in cycles()]}
        records = program.record([packs.library, packs.own], links)
    static, style = _static(site)
    facts = SiteFacts(
        static,
        {
            "worker": f"{static}/worker.js",
            "interpreter": _interpreter(site),
            "built": json.loads((PYODIDE / "pyodide-lock.json").read_bytes())["info"],
            "packs": [
                site.write_named("python/library.bin", squeezed(packs.library)),
                site.write_named("python/ecx.bin", squeezed(packs.own)),
            ],
            "versions": versions(),
        },
    )
    _pages(site, pages, PageFiles(facts), records, style)
    site.write("LICENSES.txt", licences())
    site.write(".nojekyll", "")


def _static(site: SiteFolder) -> tuple[str, str]:
    """Write scripts and styles; return their folder and the style sheet of pages."""
    assets = load_assets()
    files = {name: a.body for name, a in assets.by_name.items() if not name.endswith(".js")}
    files["libraries.js"] = assets.by_name["libraries.js"].body
    files["page.js"] = join(SCRIPTS / "site.js").encode()
    files["worker.js"] = join(SCRIPTS / "worker.js").encode()
    files[FIRST_SCRIPT] = strip_comments((SCRIPTS / FIRST_SCRIPT).read_text("utf-8")).encode()
    charts = assets.find(CHARTS)
    if charts:
        files[CHARTS] = charts.body
    static = f"static/{digest_of(*(body for _, body in sorted(files.items())))}"
    for name, body in files.items():
        site.write(f"{static}/{name}", body)
    return static, files["page.css"].decode()


def _interpreter(site: SiteFolder) -> str:
    """Write the files of Pyodide; return their folder."""
    files = {name: (PYODIDE / file).read_bytes() for name, file in _PROGRAMS.items()}
    files[f"{_WASM}.bin"] = squeezed((PYODIDE / _WASM).read_bytes())
    where = f"python/{digest_of(*files.values())}"
    for name, body in files.items():
        site.write(f"{where}/{name}", body)
    return where


def _pages(
    site: SiteFolder,
    pages: tuple[Page, ...],
    written: PageFiles,
    records: dict[str, bytes],
    style: str,
) -> None:
    for page in pages:
        record: dict[str, Any] = json.loads(records[page.name])
        states = site.write_named(f"states/{page.name}.json", _json(record["states"]))
        links = {
            query: site.write_named(f"states/{page.name}-{number}.json", _json(changed))
            for number, (query, changed) in enumerate(record["links"].items())
            if changed
        }
        site.write(str(page.link), written.page(page, record["outputs"], states, links))
    site.write("index.html", written.contents(pages))
    site.write("404.html", written.lost(pages, style))


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def sizes(target: Path) -> str:
    """Tell how large each file is, and how large when it is compressed on its way."""
    lines = ["| file | kB | kB, gzip |", "|---|---|---|"]
    for path in sorted(path for path in target.rglob("*") if path.is_file()):
        body = path.read_bytes()
        name = path.relative_to(target).as_posix()
        lines.append(f"| {name} | {len(body) / 1e3:,.0f} | {len(squeezed(body)) / 1e3:,.0f} |")
    return "\n".join(lines)


def main() -> None:
    """Build the site, and print what it weighs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=TOP / "build" / "site", metavar="FOLDER")
    target: Path = parser.parse_args().to
    build(target)
    print(sizes(target))


if __name__ == "__main__":
    main()
