"""Kernels are forked from one parent, are strangers to each other, and end with it."""

import asyncio
import json
import os
import re
import sys
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psutil
import pytest
from jupyter_client.connect import write_connection_file
from jupyter_client.manager import KernelManager

from ecx.serve import kernel_parent, parent_program
from ecx.serve.kernel_parent import ForkedKernel, KernelParent
from ecx.serve.kernel_spec import OwnPython
from serve import trial
from serve.channel import answers, ask, kernel_of, lives, open_channel, visit
from serving import PATIENCE, kernels_of, parent_of_kernels, process_of, read, server_of, serving

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")

WITHOUT_FORKS = (sys.executable, str(Path(__file__).with_name("command_without_forks.py")))
AT_ONCE = 20

CHARTS = "from ecx.app import history"
SURROUNDINGS = """
import json, locale, os, random, signal, sys, threading, uuid, warnings
import ipywidgets, plotly.io, beside
shell = get_ipython()
told = {
    "arguments": len(sys.argv), "folder": os.getcwd(), "beside": beside.WORD,
    "variables": sorted({*os.environ} - {"JPY_PARENT_PID"}),
    "environment": {k: v for k, v in os.environ.items() if k not in OWN and "/ecx_" not in v},
    "signals": [str(signal.getsignal(s)) for s in (signal.SIGINT, signal.SIGCHLD, signal.SIGTERM)],
    "threads": sorted(thread.name for thread in threading.enumerate()),
    "leader": os.getpid() == os.getpgid(0) == os.getsid(0),
    "input": os.readlink("/proc/self/fd/0").startswith("pipe") or os.readlink("/proc/self/fd/0"),
    "renderer": plotly.io.renderers.default, "locale": locale.getlocale(),
    "targets": sorted(shell.kernel.comm_manager.targets),
    "encoding": sys.getfilesystemencoding(), "warnings": len(warnings.filters),
}
dice = [random.random(), str(uuid.uuid4()), shell.kernel.session.session]
print(json.dumps([told, dice]))
""".replace("OWN", '("JPY_PARENT_PID", "VOILA_KERNEL_ID", "VOILA_APP_PORT", "PYTEST_CURRENT_TEST")')
GREEDY = """
try:
    bytearray(2**30)
except MemoryError:
    print("not a gigabyte")
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forked")
    (folder / "beside.py").write_text('WORD = "found"')
    return trial.write(folder / "forked.ipynb", "# Forked", CHARTS, SURROUNDINGS, GREEDY)


@pytest.fixture(scope="module")
def forking_server(page: Path) -> Iterator[str]:
    with serving("--pool", "0", str(page)) as address:
        yield address


def told(page: str) -> tuple[dict[str, Any], list[object]]:
    """Read in the text of a page what it says of its surroundings, and what it drew by chance."""
    outputs = re.findall(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    texts = [json.loads(output).get("text", "") for output in outputs]
    surroundings, dice = json.loads(next(text for text in texts if text.startswith("[")))
    return surroundings, dice


def held(process: psutil.Process) -> set[str]:
    """List the sockets and pipes a process holds, beside input, output and errors."""
    folder = Path(f"/proc/{process.pid}/fd")
    links = {int(entry.name): str(entry.readlink()) for entry in folder.iterdir()}
    return {link for number, link in links.items() if number > 2 and not link.startswith("anon")}


def family(kernel: str) -> tuple[psutil.Process, psutil.Process, psutil.Process]:
    """Find a kernel's process, its parent and the server."""
    process = process_of(kernel)
    server = server_of(process)
    parent = parent_of_kernels(server)
    assert parent, "no process of this server forks kernels"
    return process, parent, server


def test_kernels_are_children_of_a_parent_with_one_thread(server: str) -> None:
    one, parent, _ = family(visit(server))
    other, _, _ = family(visit(server))
    assert one.parent() == other.parent() == parent
    assert parent.num_threads() == 1
    assert one != other


def test_a_kernel_holds_no_socket_of_its_parent_or_of_the_server(server: str) -> None:
    kernel, parent, program = family(visit(server))
    sibling = process_of(visit(server))
    assert held(kernel)
    for relative in (parent, program, sibling):
        assert held(relative)
        assert not held(kernel) & held(relative)


def test_a_forked_kernel_finds_what_a_program_of_its_own_finds(
    forking_server: str, page: Path
) -> None:
    forked, _ = told(read(forking_server))
    with serving("--pool", "0", str(page), command=WITHOUT_FORKS) as address:
        text = read(address)
        alone, _ = told(text)
        process = process_of(kernel_of(text))
        assert process.parent() == server_of(process)
        assert parent_of_kernels(server_of(process)) is None
    # A pipe that was closed at once, or nothing: neither says anything.
    assert (forked.pop("input"), alone.pop("input")) == ("/dev/null", True)
    # The system itself, not a thread, sees that the parent is there.
    assert alone["threads"].pop(-1).startswith("Thread-")
    assert forked == alone
    assert forked["beside"] == "found"
    assert forked["targets"] == ["jupyter.widget", "jupyter.widget.control"]


@pytest.mark.parametrize("forked", [True, False])
def test_a_kernel_runs_no_file_of_its_user_and_needs_no_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, forked: bool
) -> None:
    profile = tmp_path / "ipython" / "profile_default"
    (profile / "startup").mkdir(parents=True)
    files = ("startup/00.py", "ipython_config.py", "ipython_kernel_config.py", "own.py")
    for file in files:
        (profile / file).write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    own = {"IPYTHONDIR": str(profile.parent), "PYTHONSTARTUP": str(profile / "own.py")}
    for name, value in {**own, "HOME": "/dev/null/nowhere"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(kernel_parent, "POSSIBLE", forked)
    spec = OwnPython()
    manager = KernelManager(
        kernel_spec_manager=spec, connection_file=str(tmp_path / "kernel-1.json"), transport="ipc"
    )
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(PATIENCE)
        process = process_of(str(tmp_path / "kernel-1.json"))
        assert (process.ppid() != os.getpid()) is forked
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
        spec.parent_process.stop()
    assert not (tmp_path / "ran").exists()


def test_two_kernels_draw_different_numbers(forking_server: str) -> None:
    _, one = told(read(forking_server))
    _, other = told(read(forking_server))
    assert all(a != b for a, b in zip(one, other, strict=True))


def test_numbers_of_numpy_are_drawn_anew() -> None:
    calls: list[str] = []
    modules = {"numpy.random": SimpleNamespace(seed=lambda: calls.append("seeded"))}
    parent_program.reseed(modules)
    parent_program.reseed({})
    assert calls == ["seeded"]


def test_a_kernel_cannot_fill_the_machine(forking_server: str) -> None:
    assert "not a gigabyte" in read(forking_server)


def test_twenty_pages_at_once_have_a_kernel_each(notebook: Path) -> None:
    def parent_of_one(_: int) -> tuple[str, psutil.Process]:
        kernel = visit(address)
        return kernel, family(kernel)[1]

    room = ("--pool", "0", "--at-most", str(2 * AT_ONCE))
    with serving(*room, str(notebook)) as address, ThreadPoolExecutor(AT_ONCE) as crowd:
        found = list(crowd.map(parent_of_one, range(AT_ONCE)))
    kernels, parents = zip(*found, strict=True)
    assert len({*kernels}) == AT_ONCE
    assert len({*parents}) == 1


def test_a_page_whose_kernel_is_killed_loses_its_connection(server: str) -> None:
    kernel = visit(server)
    with open_channel(server, kernel) as socket:
        answers(socket, ask(socket, "kernel_info_request"))
        process_of(kernel).kill()
        for _ in socket:
            pass
    assert not lives(server, kernel)


def test_when_the_parent_is_killed_its_kernels_end_and_the_next_page_opens(notebook: Path) -> None:
    with serving("--pool", "0", str(notebook)) as address:
        process, parent, _ = family(visit(address))
        parent.kill()
        process.wait(PATIENCE)
        kernel, another, _ = family(visit(address))
        assert another != parent
        assert kernel.parent() == another


# How a server ends that may still tidy up: tests/serve/test_self_check.py.
def test_nothing_is_left_of_a_server_that_is_killed(notebook: Path) -> None:
    with serving("--pool", "2", str(notebook)) as address:
        kernel, parent, server = family(visit(address))
        below = {kernel, parent, *kernels_of(server)}
        server.kill()
        _, left = psutil.wait_procs(below, PATIENCE)
    assert not left


@pytest.mark.parametrize(
    "trouble",
    [
        "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()",
        "raise SystemExit(3)",
    ],
    ids=["a thread", "an early end"],
)
def test_a_parent_in_trouble_leaves_kernels_to_be_started_one_by_one(
    tmp_path: Path, notebook: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    starts = tmp_path / "starts"
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "if 'ecx.serve.parent_program' in ' '.join(sys.orig_argv):\n"
        f"    print('start', file=open({str(starts)!r}, 'a'))\n"
        f"    {trouble}\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with serving("--pool", "0", str(notebook)) as address:
        for _ in range(2):
            process = process_of(visit(address))
            assert process.parent() == server_of(process)
    assert starts.read_text() == "start\n"


def run(coroutine: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401  # whatever it gives
    """Run a coroutine in a thread: a browser of other tests may keep a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


class Mayflies(KernelParent):
    """A parent whose kernels end at once: there is no folder for them to be in."""

    async def hatch(self) -> ForkedKernel | None:
        """Fork one, and wait for its end."""
        kernel = await self.fork(["-f", "kernel-1.json"], "/nowhere", {**os.environ})
        while kernel and kernel.returncode is None:
            kernel.poll()
        return kernel

    @property
    def process(self) -> psutil.Process:
        """The process that forks them."""
        assert self._process
        return psutil.Process(self._process.pid)


@pytest.fixture
def mayflies() -> Iterator[Mayflies]:
    parent = Mayflies([], os.environ)
    yield parent
    parent.stop()


def test_how_a_kernel_ended_is_known(mayflies: Mayflies) -> None:
    kernel = run(mayflies.hatch())
    assert kernel
    assert kernel.wait() == kernel.returncode == 1
    kernel.kill()  # as `subprocess.Popen`, it lets those alone who may have its number by now
    assert not mayflies.process.children()


def test_a_parent_that_does_not_answer_is_replaced(
    mayflies: Mayflies, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(mayflies.hatch())
    stuck = mayflies.process
    stuck.suspend()
    monkeypatch.setattr(kernel_parent, "PATIENCE", 0.01)
    assert run(mayflies.hatch()) is None
    assert not stuck.is_running()
    monkeypatch.undo()
    assert run(mayflies.hatch())
    assert mayflies.process != stuck


def test_an_environment_too_large_for_a_message_is_left_to_others(mayflies: Mayflies) -> None:
    assert run(mayflies.fork(["-f", "kernel-1.json"], "/", {"A": 2**20 * "A"})) is None
    assert run(mayflies.hatch())


def test_a_kernel_nobody_waits_for_any_more_is_ended(mayflies: Mayflies, tmp_path: Path) -> None:
    def wish(name: str) -> Coroutine[Any, Any, ForkedKernel | None]:
        file, _ = write_connection_file(
            str(tmp_path / name), transport="ipc", ip=str(tmp_path / name)
        )
        return mayflies.fork(["-f", file], str(tmp_path), {**os.environ})

    async def change_ones_mind() -> ForkedKernel | None:
        first = asyncio.create_task(wish("kernel-1.json"))
        await asyncio.sleep(0)  # no time passes: the wish is sent before it is given up
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        return await wish("kernel-2.json")

    assert run(mayflies.hatch())
    second = run(change_ones_mind())
    assert second
    others = {child for child in mayflies.process.children() if child.pid != second.pid}
    _, left = psutil.wait_procs(others, PATIENCE)
    assert not left
    assert second.poll() is None
    while not kernels_of(mayflies.process):
        pass  # its title is still that of its parent
    assert process_of("kernel-2.json").pid == second.pid


def test_a_parent_that_was_stopped_is_not_started_again(mayflies: Mayflies) -> None:
    assert run(mayflies.hatch())
    process = mayflies.process
    mayflies.stop()
    assert not process.is_running()
    assert run(mayflies.hatch()) is None


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from ecx.app import history", [("ecx.app", "history")]),
        ("import ecx, os\nimport ecx.link as l", [("ecx", ""), ("ecx.link", "")]),
        ("import pandas\nfrom . import ecx\nimport ecxentric", []),
        ("%matplotlib inline\nimport ecx", []),
    ],
)
def test_of_what_a_page_imports_the_parent_takes_what_is_ours(
    tmp_path: Path, source: str, found: list[tuple[str, str]]
) -> None:
    notebook = trial.write(tmp_path / "page.ipynb", "from ecx import nothing", source)
    assert parent_program.imported(notebook) == found


@pytest.mark.parametrize(
    "text", ["", "[]", '{"cells": [{}]}', '{"cells": [{"cell_type": "code"}]}']
)
def test_a_file_that_is_no_notebook_imports_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.ipynb").write_text(text)
    assert parent_program.imported(tmp_path / "page.ipynb") == []
    assert parent_program.imported(tmp_path / "missing.ipynb") == []
