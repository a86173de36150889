"""Requests that no page of ours makes: hosts, origins, headers, methods, addresses."""

import re
import struct
from typing import Final

from attack.findings import Findings
from attack.target import ATTACKER, Answer, Grounds, Target
from attack.wire import LEGACY, V1, Channel, HandshakeRefusedError

BROWSER: Final = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
LOOKED_AT: Final = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

OTHERS: Final = ("evil.example", "evil.example:{port}", "127.0.0.1.evil.example", "localhost.evil")
OURS: Final = ("127.0.0.1:{port}", "localhost:{port}", "[::1]:{port}", "192.168.1.20:{port}")

NO_LOOKS: Final = {
    "image": {"Accept": "image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.5"},
    "script": {"Accept": "*/*"},
    "style": {"Accept": "text/css,*/*;q=0.1"},
    "frame": {"Accept": LOOKED_AT, "Referer": "http://evil.example/"},
    "form": {"Accept": LOOKED_AT, "Origin": "http://evil.example"},
    "image over https": {"Accept": LOOKED_AT, "Sec_Fetch_Dest": "image"},
    "prefetch": {"Accept": LOOKED_AT, "Sec_Purpose": "prefetch;prerender"},
}

POLICY: Final = ("content-security-policy", "x-content-type-options")


def other_hosts(grounds: Grounds) -> Findings:
    """Call the server by a name that somebody else has made to lead here."""
    findings = Findings()
    with grounds.fresh("--pool", "1") as target:
        kernel = target.visit()
        answers = [
            target.ask(path, Host=name.format(port=target.port))
            for name in OTHERS
            for path in ("/", "/explorer", "/nothing", f"/api/kernels/{kernel}/pulse")
        ]
        refused = [answer for answer in answers if answer.status in {403, 421} and answer.body]
        findings.see(f"{len(refused)} of {len(answers)} refused", held=refused == answers)
        findings.see("with words", held=all(answer.words for answer in refused[:1]))
        opened = sum(_opens(target, kernel, name.format(port=target.port)) for name in OTHERS)
        findings.see(f"{opened} of {len(OTHERS)} websockets opened", held=not opened)
        ours = [target.ask("/", Host=name.format(port=target.port)).status for name in OURS]
        findings.see(f"ours: {ours}", held=set(ours) == {200})
    return findings


def a_host_that_is_allowed(grounds: Grounds) -> Findings:
    """Call it by a name that an option allows."""
    findings = Findings()
    with grounds.fresh("--pool", "0", "--allow-host", "votes.school.example") as target:
        named = target.ask("/", Host="votes.school.example").status
        other = target.ask("/", Host="evil.example").status
        findings.see(f"named {named}, other {other}", held=named == 200 and other in {403, 421})  # noqa: PLR2004
    return findings


def _opens(target: Target, kernel: str, host: str) -> bool:
    for protocol in (V1, LEGACY):
        try:
            Channel(target, kernel, protocol, Host=host, Origin=f"http://{host}").drop()
        except HandshakeRefusedError:
            continue
        return True
    return False


def foreign_pages(grounds: Grounds) -> Findings:
    """Show its pages as images, scripts and frames on other sites, over plain http."""
    findings = Findings()
    with grounds.fresh("--pool", "1", "--at-most", "20") as target:
        started = []
        for name, headers in NO_LOOKS.items():
            before = len(target.family())
            for _ in range(2):
                answer = target.ask("/explorer", User_Agent=BROWSER, patience=20, **headers)
            if answer.kernel or len(target.family()) > before + 1:
                started.append(name)
        told = f"kernels for {', '.join(started) or 'none'} of {len(NO_LOOKS)}"
        findings.see(told, held=not started)
        answer = target.ask("/explorer", User_Agent=BROWSER, Accept=LOOKED_AT, patience=20)
        findings.see(f"typed address {answer.status}", held=bool(answer.kernel))
    return findings


def other_origins(grounds: Grounds) -> Findings:
    """Open websockets to a visitor's kernel from pages of other sites."""
    findings = Findings()
    target = grounds.common()
    kernel = target.visit()
    origins = [
        "http://evil.example", "null", "file://", f"https://{target.host}.evil.example",
        "http://127.0.0.1:1", f"http://{target.host}@evil.example", "http://[::1]",
        f"http://evil.example#{target.host}", f"//evil.example/{target.host}",
    ]  # fmt: skip
    opened = []
    for origin in origins:
        try:
            Channel(target, kernel, Origin=origin).drop()
        except HandshakeRefusedError:
            continue
        opened.append(origin)
    findings.see(f"{len(opened)} of {len(origins)} opened {opened or ''}".strip(), held=not opened)
    return findings


def other_kernels(grounds: Grounds) -> Findings:
    """Guess the ids of kernels, and take the session's name of somebody else."""
    findings = Findings()
    target = grounds.common()
    kernel = target.visit()
    ids = [
        "1-2-3-4-5",
        kernel[:-1] + ("0" if kernel[-1] != "0" else "1"),
        kernel.upper(),
        "*-*-*-*-*",
    ]
    opened = 0
    for guess in ids:
        try:
            Channel(target, guess).leave()
        except HandshakeRefusedError:
            continue
        opened += 1
    findings.see(f"{opened} of {len(ids)} guesses opened", held=not opened)
    other = target.visit(source=ATTACKER)
    witness = Channel(target, kernel, session="mine")
    for session in ("mine", "", "%00", "a" * 5000, "%ff", "..%2f", f"{kernel}:mine"):
        try:
            Channel(target, other, session=session).leave()
        except HandshakeRefusedError:
            continue
    findings.see("the page goes on", held=witness.kernel_answers())
    witness.leave()
    return findings


def addresses_and_methods(grounds: Grounds) -> Findings:
    """Try hundreds of addresses and methods for files and other interfaces."""
    findings = Findings()
    target = grounds.common()
    roots = [
        "",
        "/static",
        "/static/0",
        "/voila",
        "/voila/files",
        "/voila/static",
        "/api",
        "/files",
    ]
    tails = [
        "/../../pyproject.toml", "/..%2f..%2fpyproject.toml", "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd", "/\\..\\..\\x", "/%00", "/.git/config", "/explorer.ipynb", "/contents",
        "/kernels", "/sessions", "/terminals", "/kernelspecs", "/tree", "/shutdown", "/login",
        "/logout", "/metrics", "/lsp", "/nbconvert", "/edit", "/view", "/notebooks", "/lab",
        "/config", "/status", "/me", "/events", "/security/csp-report", "/templates", "/render",
        "/%c0%ae%c0%ae/", "/;/", "/?/", "/#/", "/'", '/"', "/<script>alert(1)</script>",
        "/{{12345*7}}", "/%0d%0aSet-Cookie:x=1",
    ]  # fmt: skip
    methods = [
        "POST",
        "PUT",
        "DELETE",
        "PATCH",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "PROPFIND",
        "X",
        "get",
    ]
    asked = [("GET", root + tail) for root in roots for tail in tails]
    asked += [
        (method, path)
        for method in methods
        for path in ("/", "/explorer", "/static", "/api/kernels", "/x")
    ]
    wrong = []
    for method, path in asked:
        line = f"{method} {path} HTTP/1.1\r\nHost: {target.host}\r\nConnection: close\r\n\r\n"
        raw = target.tell(line.encode(), 3)
        status = raw[9:12].decode(errors="replace")
        fine = status.startswith("4") or status in {"301", "302", "304", "501"} or path == "/?/"
        if not fine or b"86415" in raw or b"root:" in raw or b"\r\nSet-Cookie" in raw:
            wrong.append(f"{method} {path} {status or 'silent'}")
    findings.see(
        f"{len(asked)} asked, {len(wrong)} served {wrong[:4] or ''}".strip(), held=not wrong
    )
    return findings


def queries(grounds: Grounds) -> Findings:
    """Open links that name templates, kernels and tokens of the libraries below, or garbage."""
    findings = Findings()
    target = grounds.common()
    cases = [
        "template=lab", "template=../../../etc", "voila-template=lab", "theme=dark",
        "theme=../../../../etc/passwd", "kernel_name=other", "kernelspec=x", "token=x",
        "voila-theme=%00", "path=/etc/passwd", "call=%ff%fe", "call=" + "%00" * 50, "&&&===",
        "cycle=%3Cscript%3Ealert(1)%3C/script%3E", "%s%n", "a[]=1&a[]=2", "a=" * 5000,
    ]  # fmt: skip
    wrong = []
    for case in cases:
        answer = target.ask(f"/explorer?{case}", patience=20, source=ATTACKER)
        if answer.status != 200 or b"<script>alert" in answer.body:  # noqa: PLR2004
            wrong.append(f"{case[:20]} {answer.status or answer.words}")
        elif answer.kernel:
            Channel(target, answer.kernel).leave()
    findings.see(
        f"{len(cases)} asked, {len(wrong)} not served {wrong or ''}".strip(), held=not wrong
    )
    return findings


def heads_and_headers(grounds: Grounds) -> Findings:
    """Look for answers without a policy, answers with a cookie, and HEAD that starts kernels."""
    findings = Findings()
    target = grounds.common()
    kernel = target.visit()
    before = len(target.family())
    heads = [target.ask(path, "HEAD").status for path in ("/", "/explorer")]
    findings.see(f"HEAD {heads}", held=heads == [200, 200])
    more = len(target.family()) - before
    findings.see(f"{more:+d} kernels", held=more <= 1)
    found = re.search(rb"static/\w+/page\.js", target.ask("/explorer", Accept="text/html").body)
    channels = f"/api/kernels/{kernel}/channels"
    answers = {
        "contents": target.ask("/"),
        "page": target.ask("/explorer", Accept="text/html"),
        "slash": target.ask("/explorer/"),
        "asset": target.ask("/" + (found[0].decode() if found else "")),
        "nothing": target.ask("/nothing"),
        "method": target.ask("/", "POST"),
        "pulse": target.ask(f"/api/kernels/{kernel}/pulse"),
        "channels plain": target.ask(channels),
        "channels unknown": target.ask("/api/kernels/1-2-3-4-5/channels"),
        "channels half": target.ask(channels, Upgrade="websocket", Connection="Upgrade"),
        "channels foreign": _handshake(target, channels, "http://evil.example"),
        "channels post": target.ask(channels, "POST"),
    }
    bare = [name for name, answer in answers.items() if not all(map(answer.headers.get, POLICY))]
    findings.see(f"bare: {', '.join(bare) or 'none'}", held=not bare)
    cookies = [name for name, answer in answers.items() if "set-cookie" in answer.headers]
    findings.see(f"cookies: {', '.join(cookies) or 'none'}", held=not cookies)
    return findings


def _handshake(target: Target, path: str, origin: str) -> Answer:
    return target.ask(
        path,
        Upgrade="websocket",
        Connection="Upgrade",
        Origin=origin,
        Sec_WebSocket_Version="13",
        Sec_WebSocket_Key="AAAAAAAAAAAAAAAAAAAAAA==",
    )


def smuggled_requests(grounds: Grounds) -> Findings:
    """Send requests whose ends are told in two ways, or whose lines are broken."""
    findings = Findings()
    target = grounds.common()
    host = f"Host: {target.host}\r\n"
    chunked = "Transfer-Encoding: chunked"
    inner = f"GET /explorer HTTP/1.1\r\n{host}\r\n"
    cases = [
        f"POST / HTTP/1.1\r\n{host}Content-Length: 4\r\n{chunked}\r\n\r\n0\r\n\r\n{inner}",
        f"POST / HTTP/1.1\r\n{host}Content-Length: 0\r\nContent-Length: 5\r\n\r\n{inner}",
        f"POST / HTTP/1.1\r\n{host}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n{inner}",
        f"GET / HTTP/1.1\r\n{host}X: a\r\n b\r\nContent-Length: -1\r\n\r\n{inner}",
        f"GET / HTTP/9.9\r\n{host}\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        f"GET / HTTP/1.1\r\n{host}Host: evil.example\r\n\r\n",
        "\0" * 1000,
        f"GET /\x00 HTTP/1.1\r\n{host}\r\n",
        f"GET http://evil.example/ HTTP/1.1\r\n{host}\r\n",
        "\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        struct.pack("!16d", *range(16)).decode("latin-1"),
    ]
    pages = sum(b"sheet-kernel" in target.tell(case.encode("latin-1"), 0.3) for case in cases)
    findings.see(f"{len(cases)} sent, {pages} pages smuggled", held=not pages)
    answer = target.ask("/")
    findings.see(f"next GET {1000 * answer.seconds:.0f} ms", held=answer.status == 200)  # noqa: PLR2004
    return findings
