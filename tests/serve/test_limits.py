"""The server asks for no more than the machine has, and says so."""

import resource
import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecx.serve.limits import CONNECTIONS, FILES_EACH, Room, Shares, connections, find_room, share
from ecx.serve.start_errors import LimitError
from serve.channel import answers, ask, open_channel, visit
from serving import PATIENCE, environment, fetch, limited, serving

numbers = st.integers(0, 300)


@given(st.integers(1, 500), st.integers(1, 300), numbers, st.integers(0, 1), st.integers(0, 6))
def test_shares_never_exceed_the_room_nor_what_was_asked(
    room: int, at_most: int, pool: int, pool_of_others: int, others: int
) -> None:
    asked = Shares(at_most, pool, pool_of_others)
    got = share(Room(room, ""), asked, others)
    assert 1 <= got.at_most <= at_most
    assert 0 <= got.pool <= pool
    assert 0 <= got.pool_of_others <= pool_of_others
    assert got.at_most + got.pool + others * got.pool_of_others <= room
    assert got == asked or got.at_most + got.pool >= min(room, at_most)


@pytest.mark.parametrize("files", [256, 1_024, 4_096])
def test_files_are_enough_for_pages_and_for_visitors(files: int) -> None:
    room = find_room(files)
    shares = share(room, Shares(10_000, 4, 1), 4)
    kernels = shares.at_most + shares.pool
    assert kernels * FILES_EACH + connections(files, shares) <= files
    assert connections(files, shares) >= CONNECTIONS[0]


def test_a_machine_without_room_is_told_so() -> None:
    with pytest.raises(LimitError, match="lets a program open 64 files"):
        find_room(64)


@pytest.mark.parametrize(("name", "text", "kernels"), [("pids", "100", 9), ("memory", "4e8", 10)])
def test_the_limits_of_a_group_of_processes_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, kernels: int
) -> None:
    (tmp_path / f"{name}.max").write_text(f"{float(text):.0f}\n")
    (tmp_path / f"{name}.current").write_text("10" if name == "pids" else "100000000")
    monkeypatch.setattr("ecx.serve.limits._CGROUP", tmp_path)
    assert find_room(None).kernels == kernels
    (tmp_path / f"{name}.max").write_text("max\n")
    assert find_room(None).kernels > kernels


def test_few_files_mean_few_pages_and_each_of_them_opens(
    notebook: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving("--pool", "1", str(notebook), command=limited(150, 150)) as address:
        told = capfd.readouterr().err
        assert told.startswith("At most ")
        assert told.endswith(": this machine lets a program open 150 files.\n")
        at_most = int(told.split()[2])
        with ExitStack() as stack:
            for _ in range(at_most):
                kernel = visit(address)
                socket = stack.enter_context(open_channel(address, kernel))
                assert answers(socket, ask(socket, "kernel_info_request"))
            assert fetch(address, "/")[0].status == 503
    assert "Error" not in capfd.readouterr().err


def test_a_soft_limit_is_raised(notebook: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with serving("--pool", "0", str(notebook), command=limited(128, hard)) as address:
        assert fetch(address, "/")[0].status == 200
    assert capfd.readouterr().err == ""


def test_a_server_without_room_does_not_start(notebook: Path) -> None:
    ended = subprocess.run(  # noqa: S603  # our own command
        [*limited(64, 64), "--no-browser", "--port", "0", str(notebook)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        env=environment(),
    )
    assert ended.returncode == 1
    assert ended.stderr == (
        "ecx: there is no room for a single page: this machine lets a program open 64 files\n"
    )
