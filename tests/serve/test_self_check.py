"""The server opens its pages before it says that it is ready, whatever home it finds."""

import signal
import subprocess
import tempfile
from pathlib import Path

import psutil
import pytest

from serve import trial
from serve.channel import visit
from serving import COMMAND, PATIENCE, environment, fetch, kernels_of, process_of, read, server_of

TRAP = 'open({trace!r}, "a").write(__file__)\n'


def started(*arguments: str, **variables: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603  # our own command
        [*COMMAND, "--no-browser", "--port", "0", "--pool", "1", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment() | variables,
    )


def address_of(server: subprocess.Popen[str]) -> str:
    """Wait until it says that it is ready."""
    line = server.stdout.readline() if server.stdout else ""
    assert line.startswith("ecx is ready: "), line
    return line.split()[3].rstrip("/")


def ended(server: subprocess.Popen[str], how: signal.Signals = signal.SIGTERM) -> str:
    """End it; what it said of what went wrong."""
    server.send_signal(how)
    _, told = server.communicate(timeout=PATIENCE)
    assert server.returncode == 0
    return told


@pytest.fixture
def homeless() -> dict[str, str]:
    """Name a home that is not there and cannot be made."""
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "IPYTHONDIR")
    nowhere = dict.fromkeys(names, "/dev/null/home")
    folders = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    return nowhere | dict.fromkeys(folders, "/dev/null/jupyter")


def test_a_home_that_cannot_be_written_stops_nothing(
    notebook: Path, homeless: dict[str, str]
) -> None:
    server = started(str(notebook), **homeless)
    page = read(address_of(server))
    assert "widget-view+json" in page
    assert ended(server) == ""


def test_no_configuration_of_the_user_is_run(notebook: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    trap = TRAP.format(trace=str(trace))
    places = [
        ".ipython/profile_default/startup/00.py",
        ".ipython/profile_default/ipython_config.py",
        ".ipython/profile_default/ipython_kernel_config.py",
        ".jupyter/jupyter_config.py",
        ".jupyter/voila.py",
        ".jupyter/jupyter_server_config.py",
        ".jupyter/jupyter_notebook_config.py",
        "startup.py",
    ]
    for place in places:
        file = tmp_path / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(trap)
    settings = tmp_path / ".jupyter" / "voila.json"
    settings.write_text('{"VoilaConfiguration": {"template": "lab"}}')
    known = {"HOME": str(tmp_path), "PYTHONSTARTUP": str(tmp_path / "startup.py")}
    server = started(str(notebook), **known)
    page = read(address_of(server))
    assert "sheet-kernel" in page
    ended(server)
    assert not trace.exists()
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {*places, ".jupyter/voila.json"}


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_server_ended_by_any_signal_leaves_nothing(notebook: Path, how: signal.Signals) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        server = started(str(notebook), TMPDIR=temporary)
        program = server_of(process_of(visit(address_of(server))))
        below = program.children(recursive=True)
        assert kernels_of(program)
        assert list(Path(temporary).iterdir())
        ended(server, how)
        assert list(Path(temporary).iterdir()) == []
    _, left = psutil.wait_procs(below, PATIENCE)
    assert not left


@pytest.fixture
def pages(tmp_path: Path) -> list[str]:
    good = trial.write(tmp_path / "good.ipynb", "# Good", trial.CELL)
    failing = trial.write(tmp_path / "failing.ipynb", "# Failing", trial.FAILURE)
    return [str(good), str(failing)]


def test_a_page_whose_cell_fails_is_named_before_the_server_is_ready(pages: list[str]) -> None:
    server = started(*pages)
    address = address_of(server)
    assert fetch(address, "/good")[0].status == 200
    told = ended(server)
    assert "A cell of the page “failing” fails. The lines above say why." in told
    assert "RuntimeError: the reason" in told


def test_a_server_that_can_open_no_page_says_why_and_ends(
    notebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = (
        "import sys; from ecx.serve import kernel_spec, main; "
        "kernel_spec.OwnPython.get_all_specs = lambda _: {}; sys.exit(main())"
    )
    monkeypatch.setattr(f"{__name__}.COMMAND", (COMMAND[0], "-c", program))
    server = started(str(notebook))
    told, why = server.communicate(timeout=PATIENCE)
    assert server.returncode == 1
    assert told == ""
    assert "ecx: The page “trial” could not be opened: HTTP 500" in why
