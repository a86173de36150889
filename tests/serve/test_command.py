"""What the command says when it cannot do what it is asked to."""

import socket
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from serving import COMMAND, PATIENCE, environment, run

WRONG = {
    "a port that is no number": (["--port", "eighty"], "'eighty' is not a port from 0 to 65535"),
    "a port out of range": (["--port", "65536"], "'65536' is not a port from 0 to 65535"),
    "a negative pool": (["--pool", "-1"], "'-1' is not a number of kernels from 0 to 200"),
    "no page at all": (["--at-most", "0"], "'0' is not a number of pages from 1 to 10000"),
    "an unknown option": (["--fast"], "unrecognized arguments: --fast"),
    "a page that is not there": (
        ["senate"],
        "'senate': neither a page of ecx (apportionment, compare, explorer, faithless, history)",
    ),
    "a file that is not there": (["there/no.ipynb"], "there is no page 'there/no.ipynb'"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_command_line_gets_one_clear_line_and_code_2(case: str) -> None:
    arguments, reason = WRONG[case]
    ended = run(*arguments, "--no-browser")
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert reason in ended.stderr
    assert ended.stdout == ""


def test_a_port_in_use_gets_one_clear_line_and_code_1() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = run("--port", str(port), "--no-browser")
    assert ended.returncode == 1
    assert ended.stderr == (
        f"ecx: cannot listen on 127.0.0.1 port {port}: address already in use; "
        "give another with --port\n"
    )


def test_a_host_that_is_not_ours_gets_one_clear_line_and_code_1() -> None:
    ended = run("--host", "host.invalid", "--port", "0", "--no-browser")
    assert ended.returncode == 1
    assert ended.stderr == "ecx: cannot listen on host.invalid port 0: no such address\n"


def test_it_says_its_version() -> None:
    try:
        known = version("ecx")
    except PackageNotFoundError:
        known = "(not installed)"
    assert run("--version").stdout == f"ecx {known}\n"


def test_help_names_every_option() -> None:
    told = run("--help").stdout
    for option in ("--host", "--port", "--no-browser", "--pool", "--at-most", "--version", "PAGE"):
        assert option in told


def test_a_host_others_can_reach_is_named_with_what_that_means(notebook: Path) -> None:
    arguments = ["--no-browser", "--port", "0", "--pool", "0", "--host", "0.0.0.0"]  # noqa: S104
    server = subprocess.Popen(  # noqa: S603  # our own command
        [*COMMAND, *arguments, str(notebook)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    ready = server.stdout.readline() if server.stdout else ""
    server.terminate()
    _, told = server.communicate(timeout=PATIENCE)
    assert ready.startswith("ecx is ready: http://127.0.0.1:")
    assert told.startswith("Anyone who can reach this machine at 0.0.0.0 can open these pages.")
    assert told.count("\n") == 1
    assert server.returncode == 0
