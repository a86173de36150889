"""What is asked for to be looked at is a page; what a page of another site fetches is not."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from serving import fetch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

BROWSER = {"User_Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}
HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
IMAGE = {"Accept": "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"}
ANY = {"Accept": "*/*"}
ELSEWHERE = "http://elsewhere.example/page"
STYLE = {"Accept": "text/css,*/*;q=0.1"}


@pytest.mark.parametrize("accept", [IMAGE, ANY, STYLE, {}], ids=["image", "any", "style", "none"])
def test_a_browser_that_takes_no_page_gets_none(server: str, accept: dict[str, str]) -> None:
    assert fetch(server, "/", **BROWSER, **accept)[0].status == 403


@pytest.mark.parametrize("headers", [BROWSER | HTML, {}, ANY], ids=["browser", "none", "curl"])
def test_a_page_that_is_opened_is_sent(server: str, headers: dict[str, str]) -> None:
    answer, page = fetch(server, "/", **headers)
    assert answer.status == 200
    assert b"sheet-kernel" in page


def test_the_same_site_leads_to_its_pages(server: str) -> None:
    _, page = fetch(server, "/trial", **BROWSER, **HTML, Referer=f"{server}/")
    assert b"sheet-kernel" in page


@pytest.mark.parametrize("sign", ["Referer", "Origin"])
def test_a_link_of_another_site_opens_by_itself_and_a_frame_cannot(server: str, sign: str) -> None:
    elsewhere = BROWSER | HTML | {sign: ELSEWHERE}
    path = "/trial?cycle=2016&call=PA:clinton-h"
    answer, page = fetch(server, path, **elsewhere)
    assert answer.status == 200
    assert b"sheet-kernel" not in page
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    found = re.search(rb'<meta http-equiv="refresh" content="0; url=([^"]*)">', page)
    assert found
    assert found[1].decode().replace("&amp;", "&") == path.removeprefix("/")


@pytest.mark.browser
def test_a_visitor_who_follows_a_link_does_not_notice(browser: "Browser", server: str) -> None:
    context = browser.new_context()
    page = context.new_page()

    came_from = iter([{"referer": ELSEWHERE}])

    def as_on_plain_http(route: "Route") -> None:
        said = {key: value for key, value in route.request.headers.items() if "sec-" not in key}
        route.continue_(headers=said | next(came_from, {}))

    page.route("**/trial?*", as_on_plain_http)
    page.goto(f"{server}/trial?cycle=2016")
    expect(page.get_by_role("button", name="clicked 0")).to_be_visible()
    assert page.url == f"{server}/trial?cycle=2016"
    context.close()


@pytest.mark.parametrize("path", ["/", "/trial", "/trial/"])
def test_a_head_is_answered_without_a_kernel(server: str, path: str) -> None:
    answer, nothing = fetch(server, path, "HEAD")
    assert answer.status in {200, 302}
    assert nothing == b""


@pytest.mark.parametrize(
    "path", ["/api/kernels/1-2-3-4-5/channels", "/api/kernels/1-2-3-4-5/pulse"]
)
def test_errors_of_every_address_are_guarded_and_leave_no_cookie(server: str, path: str) -> None:
    answer, _ = fetch(server, path)
    assert answer.status in {400, 404, 410}
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'self';" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Set-Cookie"] is None
