"""A class from one laptop: which address students type, and where it is shown."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import psutil
import pytest
import segno
from playwright.sync_api import expect

from ecx.serve import networks
from ecx.serve.class_page import Door
from serving import PATIENCE, environment, fetch, read, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COMMAND = (sys.executable, str(Path(__file__).with_name("command_with_two_networks.py")))


def entry(address: str, family: int = socket.AF_INET) -> SimpleNamespace:
    return SimpleNamespace(address=address, family=family)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[SimpleNamespace]]:
    """Give a machine its networks."""
    found = {
        "lo": [entry("127.0.0.1")],
        "docker0": [entry("172.17.0.1")],
        "eth0": [entry("169.254.7.7"), entry("fd00::2", socket.AF_INET6)],
        "off0": [entry("10.9.9.9")],
        "wlan0": [entry("192.168.1.23")],
        "wlan1": [entry("10.0.0.5")],
    }
    state = {name: SimpleNamespace(isup=name != "off0") for name in found}
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: found)
    monkeypatch.setattr(psutil, "net_if_stats", lambda: state)
    monkeypatch.setattr(networks, "_way_out", lambda: "10.0.0.5")
    return found


def test_the_network_that_leads_out_comes_first_and_one_within_the_machine_last(
    machine: dict[str, list[SimpleNamespace]],
) -> None:
    assert "docker0" in machine
    assert networks.addresses() == ["10.0.0.5", "192.168.1.23", "172.17.0.1"]


def test_a_machine_on_no_network_has_no_address(machine: dict[str, list[SimpleNamespace]]) -> None:
    for name in ("docker0", "wlan0", "wlan1"):
        machine.pop(name)
    assert networks.addresses() == []


def test_the_code_is_of_the_whole_address(monkeypatch: pytest.MonkeyPatch) -> None:
    coded: list[str] = []
    make = segno.make_qr

    def noted(text: str) -> segno.QRCode:
        coded.append(text)
        return make(text)

    monkeypatch.setattr(segno, "make_qr", noted)
    assert "<path" in Door("192.168.1.23", 8866).code
    assert coded == ["http://192.168.1.23:8866/"]


@pytest.fixture(scope="module")
def told() -> Iterator[list[str]]:
    """Start a server for a class; what it says, and then the address on this machine."""
    arguments = ["--class", "--host", "127.0.0.1", "--no-browser", "--port", "0", "--pool", "0"]
    server = subprocess.Popen(  # noqa: S603  # our own command
        [*COMMAND, *arguments, "explorer", "history"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    assert server.stdout
    assert server.stderr
    lines = [server.stderr.readline(), *(server.stdout.readline() for _ in range(3))]
    yield [line.strip() for line in lines]
    server.terminate()
    server.communicate(timeout=PATIENCE)


@pytest.fixture
def server(told: list[str]) -> str:
    return next(word for word in told[1].split() if word.startswith("http:")).rstrip("/")


@pytest.fixture
def port(server: str) -> str:
    return server.rpartition(":")[2]


def test_it_warns_in_one_sentence_and_says_what_students_type(told: list[str], port: str) -> None:
    warning, _ready, typed, others = told
    assert warning == "Everyone on your network can open these pages, until you press Ctrl+C here."
    assert typed == f"Students type: 192.168.1.23:{port}"
    assert others == f"If that does not open, try 10.0.0.5:{port}"


def test_the_projector_shows_one_address_and_leads_to_the_others(server: str, port: str) -> None:
    shown = read(f"{server}/class")
    assert f"http://</span>192.168.1.23:{port}<" in shown
    assert 'href="class?at=10.0.0.5"' in shown
    other = read(f"{server}/class?at=10.0.0.5")
    assert f"http://</span>10.0.0.5:{port}<" in other
    assert 'href="class?at=192.168.1.23"' in other
    strange = read(f"{server}/class?at=evil.example")
    assert "evil.example" not in strange


def test_the_first_page_leads_there(server: str) -> None:
    assert 'href="class"' in read(f"{server}/")


@pytest.mark.browser
def test_a_link_copied_on_the_teachers_machine_works_on_every_machine(
    browser: "Browser", server: str, port: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server}/explorer?cycle=2000")
    link = page.get_by_label("Link to this map")
    expect(link).to_have_value(f"http://192.168.1.23:{port}/explorer?cycle=2000")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    expect(page.locator(".page-share-note")).to_be_hidden()
    context.close()


def test_without_a_class_there_is_no_such_page(notebook: Path) -> None:
    with serving("--pool", "0", str(notebook)) as address:
        assert fetch(address, "/class")[0].status == 404
