"""The page in a browser: widgets drawn, kept in step with Python, and honest when it is over."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from serve import trial
from serve.channel import pass_a_night
from serving import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def errors() -> list[str]:
    return []


@pytest.fixture
def page(browser: "Browser", server: str, errors: list[str]) -> "Page":
    def note(said: "ConsoleMessage") -> None:
        if said.type == "error":
            errors.append(said.text)

    opened = browser.new_context().new_page()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", note)
    opened.goto(server)
    return opened


def test_widgets_and_python_follow_each_other(page: "Page", errors: list[str]) -> None:
    button = page.get_by_role("button", name="clicked 0")
    button.click()
    expect(page.get_by_text("Python counted 1 and 7")).to_be_visible()
    page.get_by_role("button", name="clicked 1").click()
    expect(page.get_by_text("Python counted 2 and 14")).to_be_visible()
    expect(page.get_by_text("line 1\nline 2")).to_be_visible()
    assert errors == []
    page.context.close()


def test_a_slow_machine_loses_nothing(browser: "Browser", server: str) -> None:
    context = browser.new_context()
    # On a slow machine, seconds are over before a widget has started.
    context.add_init_script(
        "const limit = AbortSignal.timeout;"
        "AbortSignal.timeout = (time) => limit.call(AbortSignal, time < 10_000 ? 0 : time);"
    )
    page = context.new_page()
    lost: list[str] = []
    page.on("pageerror", lambda error: lost.append(str(error)))
    page.goto(server)
    page.get_by_role("button", name="clicked 0").click()
    expect(page.get_by_text("Python counted 1 and 7")).to_be_visible()
    context.close()
    assert lost == []


def test_what_a_callback_raises_is_told_in_the_console(page: "Page", errors: list[str]) -> None:
    with page.expect_console_message(lambda said: "a callback failed" in said.text):
        page.get_by_role("button", name="Fail").click()
    with page.expect_console_message(lambda said: "an observer failed" in said.text):
        for clicks in range(3):
            page.get_by_role("button", name=f"clicked {clicks}").click()
    assert len(errors) == 2
    page.context.close()


def test_a_page_asks_nobody_but_its_server(browser: "Browser", server: str) -> None:
    asked: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.goto(server)
    expect(page.get_by_role("button", name="clicked 0")).to_be_visible()
    context.close()
    host = server.removeprefix("http://")
    allowed = (f"http://{host}/", f"ws://{host}/", f"blob:http://{host}/")
    assert [url for url in asked if not url.startswith(allowed)] == []
    assert len(asked) <= 21  # each file costs a slow network time


def test_a_forgotten_page_says_that_it_sleeps_and_wakes_up(
    browser: "Browser", server_with_a_night: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(server_with_a_night)
    page.get_by_role("button", name="clicked 0").click()
    expect(page.get_by_text("Python counted 1 and 7")).to_be_visible()
    pass_a_night(page.locator("#sheet-kernel").get_attribute("value") or "")
    notice = page.get_by_role("alert")
    expect(notice).to_contain_text("This page went to sleep")
    assert page.locator("#sheet").evaluate("sheet => sheet.inert")
    notice.get_by_role("button", name="Reload").click()
    expect(page.get_by_role("button", name="clicked 0")).to_be_visible()
    expect(notice).to_be_hidden()
    context.close()


def test_a_frame_of_the_same_site_lives(page: "Page", server: str) -> None:
    page.evaluate(
        """address => {
            const frame = Object.assign(document.createElement("iframe"), { src: address });
            document.body.append(frame);
        }""",
        server,
    )
    framed = page.frame_locator("iframe")
    framed.get_by_role("button", name="clicked 0").click()
    expect(framed.get_by_text("Python counted 1 and 7")).to_be_visible()
    page.context.close()


def test_a_page_that_cannot_load_its_programs_says_so(browser: "Browser", server: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/libraries.js", lambda route: route.abort())
    page.goto(server)
    expect(page.get_by_role("alert")).to_contain_text("We couldn’t start this page.")
    context.close()


def test_a_page_without_scripts_says_what_it_needs(browser: "Browser", server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server)
    expect(page.locator("noscript p")).to_be_visible()
    context.close()


def test_a_page_whose_cell_failed_says_so_and_the_log_says_why(
    browser: "Browser", tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = trial.write(tmp_path / "broken.ipynb", "# Broken", trial.FAILURE)
    context = browser.new_context()
    page = context.new_page()
    with serving("--pool", "0", str(broken)) as address:
        page.goto(address)
        expect(page.get_by_role("heading", name="Broken")).to_be_visible()
        expect(page.get_by_text("The server’s log says why.")).to_be_visible()
        expect(page.get_by_role("alert")).to_contain_text("We couldn’t build this page. Reload")
    assert "RuntimeError: the reason" in capfd.readouterr().err
    context.close()
