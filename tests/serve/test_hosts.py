"""By which names the server may be called."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from ecx.serve.hosts import Hosts
from serve.channel import open_channel, visit
from serving import fetch, serving

OWN = [
    "127.0.0.1",
    "127.0.0.1:8866",
    "192.168.1.5:8000",
    "[::1]",
    "[fe80::1%25eth0]:8866",
    "localhost",
    "LOCALHOST:8866",
    "localhost.",
    "map.localhost:8866",
    f"{socket.gethostname()}:8866",
    f"{socket.gethostname()}.local",
    "map.school.example",
    "Map.School.Example.:80",
]
FOREIGN = [
    "",
    ":8866",
    "evil.example",
    "evil.example:8866",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "notlocalhost",
    "school.example",
    "127.0.0.1:8866; script-src *",
    "127.0.0.1@evil.example",
    "localhost:80:80",
    "1.2.3",
]


@pytest.mark.parametrize("header", OWN)
def test_its_own_names_and_addresses_in_numbers_are_its_own(header: str) -> None:
    assert header in Hosts("0.0.0.0", ["map.school.example"])  # noqa: S104  # nothing listens


@pytest.mark.parametrize("header", FOREIGN)
def test_every_other_name_is_not(header: str) -> None:
    assert header not in Hosts("127.0.0.1", ["map.school.example"])


@pytest.fixture(scope="module")
def named_server(notebook: Path) -> Iterator[str]:
    with serving("--pool", "1", "--allow-host", "map.school.example", str(notebook)) as address:
        yield address


@pytest.mark.parametrize("path", ["/", "/trial", "/static/0/page.js", "/nothing"])
def test_another_name_is_refused_everywhere_with_the_mend(named_server: str, path: str) -> None:
    answer, page = fetch(named_server, path, Host="evil.example:8866")
    assert answer.status == 421
    assert b"--allow-host evil.example" in page
    assert answer.headers["Content-Security-Policy"] == "default-src 'self'"


def test_a_name_is_shown_as_text(named_server: str) -> None:
    _, page = fetch(named_server, "/", Host="<script>alert(1)</script>")
    assert b"<script>" not in page
    assert b"&lt;script&gt;" in page


def test_the_name_it_was_given_is_taken(named_server: str) -> None:
    assert fetch(named_server, "/trial", Host="map.school.example")[0].status == 200


def test_a_websocket_by_another_name_is_refused(named_server: str) -> None:
    kernel = visit(named_server)
    other = {"Host": "evil.example", "Origin": "http://evil.example"}
    with (
        pytest.raises(InvalidStatus, match="421"),
        open_channel(named_server, kernel, additional_headers=other),
    ):
        pass
