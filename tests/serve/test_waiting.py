"""What a page says and does while its server is slow, gone, or back."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from serve.channel import pass_a_night
from serve.network import Network
from serving import process_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Route

pytestmark = pytest.mark.browser

SLOW = 3_000
"""Milliseconds after which an answer is late."""

SILENCE = 10_000
"""Milliseconds after which a websocket that says nothing is doubted."""

A_MINUTE = 60_000
A_SECOND = 1_000
A_MOMENT = 10

TOO_MUCH = "That was too much to send at once. Try a smaller part. Close"
UNREADABLE = "The server couldn’t read what this page sent. Reload it to go on. Reload"


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """Give a page before it is opened, whose time tests can let pass."""
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time=0)
    yield page
    context.close()


@contextmanager
def stopped(page: "Page") -> Iterator[None]:
    """Let the kernel of a page do nothing, for as long as the context lasts."""
    process = process_of(_kernel(page))
    process.suspend()
    try:
        yield
    finally:
        process.resume()


def _kernel(page: "Page") -> str:
    return page.locator("#sheet-kernel").get_attribute("value") or ""


def _open(page: "Page", address: str) -> None:
    page.goto(address)
    expect(_button(page, 0)).to_be_visible()


def _open_through_network(page: "Page", address: str) -> Network:
    """Open a page, and wait until it has asked and heard all that it does by itself."""
    network = Network(page)
    _open(page, address)
    network.wait_until(lambda: network.wire.is_done(b'"comm_close"'))
    return network


def _stop_time(page: "Page") -> None:
    """Let no time pass but what a test lets pass."""
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 1)


def _button(page: "Page", clicks: int) -> "Locator":
    return page.get_by_role("button", name=f"clicked {clicks}")


def _counted(page: "Page", clicks: int) -> "Locator":
    return page.get_by_text(f"Python counted {clicks} and {7 * clicks}", exact=True)


def _frame(*parts: bytes) -> bytes:
    places = [8 * (len(parts) + 2)]
    for part in parts:
        places.append(places[-1] + len(part))
    return struct.pack(f"<{len(places) + 1}Q", len(places), *places) + b"".join(parts)


WHOLE = _frame(b"iopub", b'{"msg_type": "status"}', b"{}", b"{}", b"{}")


def test_a_page_says_that_it_waits_until_a_slow_kernel_has_answered(
    page: "Page", server: str
) -> None:
    _open(page, server)
    _stop_time(page)
    words = page.get_by_role("status")
    with stopped(page):
        _button(page, 0).click()
        page.clock.run_for(SLOW - A_MOMENT)
        expect(words).to_be_empty()
        at = _button(page, 1).bounding_box()
        page.clock.run_for(2 * A_MOMENT)
        expect(words).to_have_text("Waiting for the server. Your clicks are kept and sent.")
        assert _button(page, 1).bounding_box() == at
        _button(page, 1).click()
        expect(_counted(page, 1)).to_be_hidden()
    expect(_counted(page, 2)).to_be_visible()
    page.clock.run_for(A_SECOND - 3 * A_MOMENT)
    expect(words).not_to_be_empty()
    page.clock.run_for(3 * A_MOMENT)
    expect(words).to_be_empty()


def test_an_answer_in_time_is_no_news(page: "Page", server: str) -> None:
    network = _open_through_network(page, server)
    _stop_time(page)
    with stopped(page):
        _button(page, 0).click()
        page.clock.run_for(SLOW - A_MOMENT)
    network.wait_until(lambda: network.wire.is_done(b'"clicks":1'))
    page.clock.run_for(2 * A_MOMENT)
    expect(page.get_by_role("status")).to_be_empty()


def test_a_page_that_starts_may_take_its_time(page: "Page", server: str) -> None:
    held: list[Route] = []

    def hold(route: "Route") -> None:
        held.append(route)

    page.route("**/libraries.js", hold)
    page.goto(server, wait_until="commit")
    expect(page.get_by_role("status")).to_be_attached()
    with stopped(page):
        held[0].continue_()
        page.wait_for_function("() => window.Jupyter?.notebook.kernel")
        page.clock.run_for(SILENCE - A_MOMENT)
        expect(page.get_by_role("status")).to_be_empty()
    expect(_button(page, 0)).to_be_visible()


def test_a_page_without_network_says_so_and_keeps_clicks(page: "Page", server: str) -> None:
    _open(page, server)
    words = page.get_by_role("status")
    page.context.set_offline(True)
    expect(words).to_have_text("Your device is offline. Your clicks are kept and sent later.")
    _button(page, 0).click()
    page.clock.fast_forward(SILENCE)
    expect(words).to_contain_text("Your device is offline.")
    page.context.set_offline(False)
    expect(_counted(page, 1)).to_be_visible()
    expect(words).to_be_empty()
    expect(page.get_by_role("alert")).to_be_hidden()


def test_a_server_on_a_machine_without_network_is_still_there(page: "Page", server: str) -> None:
    _open(page, server)
    _stop_time(page)
    with page.expect_response("**/pulse", timeout=90_000):
        page.evaluate("dispatchEvent(new Event('offline'))")
        page.clock.run_for(A_MOMENT)
    _button(page, 0).click()
    expect(_counted(page, 1)).to_be_visible()
    page.clock.run_for(A_SECOND)
    expect(page.get_by_role("status")).to_be_empty()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("dispatchEvent(new Event('online'))")
    page.clock.run_for(A_SECOND)
    _button(page, 1).click()
    expect(_counted(page, 2)).to_be_visible()
    assert asked == []


def test_a_page_comes_back_at_once_when_the_network_does(page: "Page", server: str) -> None:
    network = _open_through_network(page, server)
    _stop_time(page)
    with page.expect_response("**/pulse", timeout=90_000):
        network.wire.close(1001)
    _button(page, 0).click()
    page.evaluate("dispatchEvent(new Event('online'))")
    page.clock.run_for(A_MOMENT)
    expect(_counted(page, 1)).to_be_visible()


def test_a_websocket_that_leads_nowhere_is_replaced(page: "Page", server: str) -> None:
    network = _open_through_network(page, server)
    network.wire.up = network.wire.down = False
    _button(page, 0).click()
    page.clock.fast_forward(SLOW)
    expect(page.get_by_role("status")).to_contain_text("Waiting for the server.")
    _button(page, 1).click()
    page.clock.fast_forward(SILENCE - SLOW)
    # The first click is lost, the second was kept: what both made is sent once.
    expect(page.get_by_role("alert")).to_contain_text("Your last click may be lost.")
    expect(page.get_by_role("status")).to_be_empty()
    assert len(network.wires) == 2
    expect(_counted(page, 2)).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("alert")).to_be_hidden()
    _button(page, 2).click()


def test_a_kernel_at_work_keeps_its_websocket(page: "Page", server: str) -> None:
    network = _open_through_network(page, server)
    with stopped(page):
        _button(page, 0).click()
        network.wire.page.send(
            _frame(
                b"iopub", b'{"msg_type": "status"}', b"{}", b"{}", b'{"execution_state": "busy"}'
            )
        )
        with page.expect_response("**/pulse", timeout=90_000):
            page.clock.fast_forward(SILENCE)
    expect(_counted(page, 1)).to_be_visible()
    assert len(network.wires) == 1


def test_a_page_whose_kernel_went_without_a_word_goes_to_sleep(page: "Page", server: str) -> None:
    network = _open_through_network(page, server)
    network.wire.up = network.wire.down = False
    page.route("**/pulse", lambda route: route.fulfill(status=410))
    _button(page, 0).click()
    page.clock.fast_forward(SILENCE)
    expect(page.get_by_role("alert")).to_contain_text("This page went to sleep")


def test_a_click_whose_answer_was_lost_is_shown_and_not_sent_again(
    page: "Page", server: str
) -> None:
    network = _open_through_network(page, server)
    network.wire.down = False
    _button(page, 0).click()
    network.wait_until(lambda: network.wire.is_done(b'"clicks":1'))
    page.clock.fast_forward(SILENCE)
    expect(page.get_by_role("alert")).to_contain_text("Reload to check.")
    expect(_counted(page, 1)).to_be_visible()
    _button(page, 1).click()
    expect(_counted(page, 2)).to_be_visible()
    heard = [message for wire in network.wires for message in wire.heard]
    assert len(set(heard)) == len(heard)


def test_what_is_clicked_while_the_page_waits_is_kept_for_a_connection_that_works(
    page: "Page", server: str
) -> None:
    network = _open_through_network(page, server)
    network.wire.down = False
    _button(page, 0).click()
    page.clock.fast_forward(SLOW)
    expect(page.get_by_role("status")).to_contain_text("Your clicks are kept and sent.")
    with page.expect_console_message(lambda said: "a callback failed" in said.text):
        page.get_by_role("button", name="Fail").click()
        page.clock.fast_forward(SILENCE - SLOW)
    first, second = network.wires
    assert not any(b'"event":"click"' in message for message in first.heard)
    assert sum(b'"event":"click"' in message for message in second.heard) == 1


def test_answers_that_the_server_kept_are_shown(page: "Page", server: str) -> None:
    network = _open_through_network(page, server)
    with stopped(page):
        _button(page, 0).click()
        with page.expect_response("**/pulse", timeout=90_000):
            network.wire.close(1001)
    expect(_counted(page, 1)).to_be_visible()
    expect(page.get_by_text("line 1")).to_be_visible()
    assert len(network.wires) == 2
    expect(page.get_by_role("alert")).to_be_hidden()


def test_a_page_whose_kernel_is_taken_back_before_it_connects_starts_again(
    page: "Page", server_with_a_night: str
) -> None:
    held: list[Route] = []

    def hold(route: "Route") -> None:
        held.append(route)

    page.route("**/connection.js", hold, times=1)
    page.goto(server_with_a_night, wait_until="commit")
    kernel = _kernel(page)
    pass_a_night(kernel)
    page.wait_for_function(
        "async kernel => (await fetch(`api/kernels/${kernel}/pulse`)).status === 410", arg=kernel
    )
    with page.expect_navigation():
        held[0].continue_()
    _button(page, 0).click()
    expect(_counted(page, 1)).to_be_visible()
    assert _kernel(page) != kernel


def test_a_page_that_fails_once_starts_again(page: "Page", server: str) -> None:
    page.route("**/libraries.js", lambda route: route.abort(), times=1)
    page.goto(server)
    _button(page, 0).click()
    expect(_counted(page, 1)).to_be_visible()


def test_a_page_that_cannot_be_started_starts_again_once_for_each_visit(
    page: "Page", server: str
) -> None:
    page.route("**/pulse", lambda route: route.fulfill(status=410))
    page.route_web_socket("**/channels*", lambda socket: socket.close(code=1006))
    opened: list[str] = []
    page.on("framenavigated", lambda frame: opened.append(frame.url))
    page.goto(server)
    notice = page.get_by_role("alert")
    for visits in (2, 4):
        expect(notice).to_contain_text("This page went to sleep")
        assert len(opened) == visits
        expect(page.locator(".sheet-bar")).to_have_count(1)
        notice.get_by_role("button", name="Reload").click()
        expect(notice).to_be_hidden()


def test_a_page_whose_words_are_refused_says_so_and_goes_on(page: "Page", server: str) -> None:
    network = _open_through_network(page, server)
    notice = page.get_by_role("alert")
    for code, words in {
        1009: TOO_MUCH,
        1007: UNREADABLE,
        1003: UNREADABLE,
        1008: UNREADABLE,
    }.items():
        network.wire.up = False
        _button(page, 0).click()
        network.wire.close(code)
        # What Python has not heard of is taken back.
        expect(_button(page, 0)).to_be_visible()
        expect(notice).to_have_text(words)
        page.clock.fast_forward(A_MINUTE)
    assert len(network.wires) == 5
    _button(page, 0).click()
    expect(_counted(page, 1)).to_be_visible()


def test_a_page_whose_words_are_refused_twice_in_a_minute_is_over(
    page: "Page", server: str
) -> None:
    network = _open_through_network(page, server)
    network.wire.close(1009)
    notice = page.get_by_role("alert")
    expect(notice).to_have_text(TOO_MUCH)
    network.wire.close(1009)
    expect(notice).to_have_text(
        "That was too much to send at once. Reload the page to go on. Reload"
    )
    expect(page.locator("#sheet")).to_have_attribute("inert", "")
    page.clock.fast_forward(A_MINUTE)
    assert len(network.wires) == 2
    notice.get_by_role("button", name="Reload").click()
    _button(page, 0).click()
    expect(_counted(page, 1)).to_be_visible()


NO_MESSAGES: list[tuple[str | bytes, str]] = [
    ("{}", "not in bytes"),
    (b"", "not in bytes"),
    (struct.pack("<Q", 2**62), "has 5 to 64 parts"),
    (struct.pack("<Q", 0), "has 5 to 64 parts"),
    (struct.pack("<Q", 6), "is cut short"),
    (_frame(*[b"{}"] * 65), "has 5 to 64 parts"),
    (WHOLE[:-1], "do not lie in it"),
    (WHOLE[:8] + struct.pack("<Q", 2**63) + WHOLE[16:], "do not lie in it"),
    (WHOLE[:8] + struct.pack("<Q", 0) + WHOLE[16:], "do not lie in it"),
    (_frame(b"iopub", b"[]", b"{}", b"{}", b"{}"), "not a JSON object"),
    (_frame(b"iopub", b'{"msg_type": "status"}', b"null", b"{}", b"{}"), "not a JSON object"),
    (_frame(b"iopub", b"{", b"{}", b"{}", b"{}"), "not JSON"),
    (_frame(b"iopub", b"{}", b"{}", b"{}", b"{}"), "does not say its type"),
]


def _tells(why: str, said: "ConsoleMessage") -> bool:
    return why in said.text


def test_a_page_refuses_what_is_no_message_and_goes_on(page: "Page", server: str) -> None:
    network = _open_through_network(page, server)
    for frame, why in NO_MESSAGES:
        with page.expect_console_message(partial(_tells, why)) as said:
            network.wire.page.send(frame)
        assert said.value.type == "error"
    network.wire.page.send(WHOLE)
    _button(page, 0).click()
    expect(_counted(page, 1)).to_be_visible()
    assert len(network.wires) == 1
