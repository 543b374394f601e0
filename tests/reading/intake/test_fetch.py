from __future__ import annotations

import gzip
import socket
import ssl
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import httpcore
import pytest

from reportedly import __version__
from reportedly.errors import FetchRefused
from reportedly.reading.intake.fetch import REDIRECTS, Limits, Version, fetch, fetch_anew
from tests.reading.server import Site, serve

PAGE = b"<p>The harbour will close."


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        yield site


def test_a_page_comes_with_what_its_server_says(site: Site) -> None:
    url = site.page("/1", PAGE, "text/html; charset=windows-1252")
    fetched = fetch(url, allow_local=True)
    assert (fetched.url, fetched.content, fetched.content_type) == (url, PAGE, "text/html")
    assert fetched.charset == "windows-1252"


def test_a_page_may_come_packed_and_without_a_type(site: Site) -> None:
    fetched = fetch(site.page("/1", gzip.compress(PAGE), None, Content_Encoding="gzip"), allow_local=True)
    assert (fetched.content, fetched.content_type, fetched.charset) == (PAGE, None, None)


def test_the_request_says_who_asks(site: Site) -> None:
    fetch(site.page("/1", PAGE), allow_local=True)
    (request,) = site.requests
    assert request["user-agent"].startswith(f"reportedly/{__version__} (")
    assert request["accept"].startswith("text/html")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0"])
def test_the_local_network_is_refused_unless_allowed(site: Site, host: str) -> None:
    site.page("/1", PAGE)
    with pytest.raises(FetchRefused, match=r"to read from it all the same: --allow-local|there is no host"):
        fetch(site.url("/1", host))
    assert site.requests == []


@pytest.mark.parametrize(
    "url", ["ftp://a.example/1", "file:///etc/passwd", "gopher://a.example", "http://", "http:///1"]
)
def test_only_the_web_is_read(url: str) -> None:
    with pytest.raises(FetchRefused, match="only http and https are read"):
        fetch(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example:port/",
        "http://a.example:99999/",
        "http://[::1/",
        "http://a\x00.example/",
        "http://xn--/",
        "http://xn--g6h.example/",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(FetchRefused):
        fetch(url)


def test_a_password_is_refused_and_not_repeated() -> None:
    with pytest.raises(FetchRefused) as caught:
        fetch("http://jo:secret@a.example/1")
    assert "secret" not in str(caught.value)


def test_redirects_are_followed_and_the_last_address_told(site: Site) -> None:
    site.redirect("/1", "/2")
    site.redirect("/2", site.url("/3"))
    site.page("/3", PAGE)
    assert fetch(site.url("/1"), allow_local=True).url == site.url("/3")


def test_whoever_asks_may_refuse_a_redirect_and_the_wait_before_it_does_not_count(site: Site) -> None:
    target = site.page("/target", PAGE)
    url = site.redirect("/old", target)
    asked: list[str] = []

    def enter(address: str) -> None:
        asked.append(address)
        time.sleep(0.6)

    assert fetch(url, allow_local=True, enter=enter, limits=Limits(total=0.5)).content == PAGE
    assert asked == [target]

    def refuse(address: str) -> None:
        raise FetchRefused("not there", where=address)

    with pytest.raises(FetchRefused, match="target: not there"):
        fetch(url, allow_local=True, enter=refuse)


@pytest.mark.parametrize("strange", ['"vé"', '"版"'])
def test_a_version_that_cannot_be_given_back_is_not_asked_by(site: Site, strange: str) -> None:
    url = site.page("/1", PAGE)
    fetched = fetch_anew(url, Version(etag=strange, modified=strange), allow_local=True)
    assert fetched is not None
    assert fetched.content == PAGE


def test_redirects_are_limited(site: Site) -> None:
    for number in range(REDIRECTS + 1):
        site.redirect(f"/{number}", f"/{number + 1}")
    site.page(f"/{REDIRECTS + 1}", PAGE)
    assert fetch(site.url("/1"), allow_local=True).content == PAGE
    with pytest.raises(FetchRefused, match=f"more than {REDIRECTS} redirects"):
        fetch(site.url("/0"), allow_local=True)


@pytest.mark.parametrize("to", ["file://a.example/etc/passwd", "ftp://a.example/"])
def test_a_redirect_out_of_the_web_is_refused(site: Site, to: str) -> None:
    with pytest.raises(FetchRefused, match=f"it leads to {to}, and only http and https are read"):
        fetch(site.redirect("/1", to), allow_local=True)


@pytest.mark.parametrize("to", ["http://xn--/", "http://xn--g6h.example/"])
def test_a_redirect_to_a_name_that_no_host_can_have_is_refused(site: Site, to: str) -> None:
    with pytest.raises(FetchRefused, match="it leads to what is not an address"):
        fetch(site.redirect("/1", to), allow_local=True)


class Resolver:
    """A stand-in for getaddrinfo that gives its answers one after the other, and counts."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)

    def __call__(self, host: str, port: int, *args: Any, **options: Any) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (self.answers.pop(0), port))]


def test_a_redirect_into_the_local_network_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.redirect("/1", "http://router.example/")
    real = httpcore.SyncBackend.connect_tcp
    # the first host is public, as far as the check can see; its connection ends at the test's server
    monkeypatch.setattr(socket, "getaddrinfo", Resolver("8.8.8.8", "192.168.1.1"))
    connected = []

    def connect_tcp(backend: httpcore.SyncBackend, host: str, *rest: Any) -> httpcore.NetworkStream:
        connected.append(host)
        return real(backend, "127.0.0.1", *rest)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect_tcp)
    monkeypatch.setattr(socket, "create_connection", direct_connection)
    with pytest.raises(FetchRefused, match=r"router\.example is at 192\.168\.1\.1, a private address"):
        fetch(site.url("/1", "news.example"))
    assert connected == ["8.8.8.8"]
    assert len(site.requests) == 1


def direct_connection(address: tuple[str, int], timeout: float | None = None, **options: Any) -> socket.socket:
    """A connection to a numeric address, without asking a resolver."""
    connection = socket.socket()
    connection.settimeout(timeout)
    connection.connect(address)
    return connection


def test_a_name_cannot_change_its_mind_between_check_and_connection(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolver = Resolver("8.8.8.8", "127.0.0.1")  # a public address for the check, then this machine
    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    connected = []

    def connect_tcp(backend: httpcore.SyncBackend, host: str, *rest: Any) -> httpcore.NetworkStream:
        connected.append(host)
        raise httpcore.ConnectError("no network in this test")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect_tcp)
    with pytest.raises(FetchRefused, match="the page did not come"):
        fetch(site.url("/1", "rebind.example"))
    assert connected == ["8.8.8.8"]
    assert resolver.answers == ["127.0.0.1"]


def test_the_name_stays_in_the_request(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.page("/1", PAGE)
    monkeypatch.setattr(socket, "getaddrinfo", Resolver("127.0.0.1"))
    monkeypatch.setattr(socket, "create_connection", direct_connection)
    fetch(site.url("/1", "news.example"), allow_local=True)
    assert site.requests[0]["host"] == f"news.example:{site.port}"


def test_the_name_stays_in_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    class Plain(httpcore.NetworkStream):
        def start_tls(
            self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
        ) -> httpcore.NetworkStream:
            asked.append((server_hostname, ssl_context.check_hostname, ssl_context.verify_mode))
            raise httpcore.ConnectError("certificate verify failed")

        def close(self) -> None: ...

    monkeypatch.setattr(socket, "getaddrinfo", Resolver("8.8.8.8"))
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", lambda *rest: Plain())
    with pytest.raises(FetchRefused, match="certificate verify failed"):
        fetch("https://news.example/1")
    assert asked == [("news.example", True, ssl.CERT_REQUIRED)]


@pytest.mark.parametrize(
    ("status", "do"),
    [
        (404, "check the address"),
        (403, "save the page"),
        (429, "wait a while"),
        (503, "try again later"),
        (418, "check"),
    ],
)
def test_an_answer_that_is_no_page_is_told(site: Site, status: int, do: str) -> None:
    site.pages["/1"] = lambda request: request.send_error(status)
    with pytest.raises(FetchRefused, match=rf"^{site.url('/1')}: the server answered {status} .*; {do}"):
        fetch(site.url("/1"), allow_local=True)


def test_a_kind_that_is_not_read_is_refused(site: Site) -> None:
    with pytest.raises(FetchRefused, match="the server sends application/pdf"):
        fetch(site.page("/1", b"%PDF-1.7", "Application/PDF"), allow_local=True)


def test_a_page_that_is_too_large_is_cut_off(site: Site) -> None:
    url = site.page("/1", b"x" * 300_000)
    assert len(fetch(url, allow_local=True, limits=Limits(size=300_000)).content) == 300_000
    with pytest.raises(FetchRefused, match="larger than 299,999 bytes"):
        fetch(url, allow_local=True, limits=Limits(size=299_999))


def test_a_page_that_unpacks_to_too_much_is_cut_off(site: Site) -> None:
    url = site.page("/1", gzip.compress(b"0" * 5_000_000), Content_Encoding="gzip")
    with pytest.raises(FetchRefused, match="larger than 1,000,000 bytes"):
        fetch(url, allow_local=True, limits=Limits(size=1_000_000))


@pytest.mark.parametrize("stage", ["headers", "body"])
def test_a_server_that_drips_meets_the_deadline(site: Site, stage: str) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"\r\n" if stage == "body" else b""))
        for _ in range(200):
            request.wfile.write(b"X-Slow: yes\r\n")
            request.wfile.flush()
            time.sleep(0.02)

    site.pages["/1"] = drip
    started = time.monotonic()
    with pytest.raises(FetchRefused, match="the server took too long"):
        fetch(site.url("/1"), allow_local=True, limits=Limits(read=1, total=0.3))
    assert time.monotonic() - started < 2


def test_a_silent_server_is_left(site: Site) -> None:
    site.pages["/1"] = lambda request: time.sleep(0.5)
    with pytest.raises(FetchRefused, match="the server took too long"):
        fetch(site.url("/1"), allow_local=True, limits=Limits(read=0.1))


def test_a_server_that_is_not_there_or_speaks_nonsense_is_told(site: Site) -> None:
    def nonsense(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"\x16\x03\x01 this is not HTTP\r\n\r\n")

    site.pages["/1"] = nonsense
    with pytest.raises(FetchRefused, match="the page did not come"):
        fetch(site.url("/1"), allow_local=True)
    with pytest.raises(FetchRefused, match="the page did not come"):
        fetch(site.url("/1").replace("http:", "https:"), allow_local=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(FetchRefused, match="the page did not come"):
            fetch(f"http://127.0.0.1:{free.getsockname()[1]}/", allow_local=True)
