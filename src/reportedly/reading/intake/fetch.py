"""A page from the web, when the user gives its address: the only place of reading that opens a socket.

The address is resolved once, checked, and connected to as checked, so that a name cannot change its mind in
between (DNS rebinding); the name still stands in the Host header and in TLS. Redirects go the same way.
Proxies, cookies and .netrc of the environment are passed by. Whoever needs them can fetch in their own way
and give the page on standard input, with --url.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpcore
import httpx

from reportedly import __version__
from reportedly.errors import FetchRefused
from reportedly.reading.intake.pinned import Deadline, PinnedTransport

AGENT = f"reportedly/{__version__} (reads news pages and feeds for its user)"
REDIRECTS = 5
READABLE = {
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/json",
    "application/ld+json",
    "application/jsonl",
    "application/x-ndjson",
    "application/ndjson",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
}
ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "text/plain;q=0.9, application/json;q=0.9, */*;q=0.1"
)
_SAVE_IT = "save the page in your browser and give the file"
_DO = {
    401: _SAVE_IT,
    402: _SAVE_IT,
    403: _SAVE_IT,
    404: "check the address",
    410: "the page is gone; try an archive",
    429: "wait a while, then try again",
    451: _SAVE_IT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long and how much: seconds to connect, to wait for the next bytes, and in all; bytes of the page unpacked."""

    connect: float = 10.0
    read: float = 10.0
    total: float = 60.0
    size: int = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a server calls the page that it sent, to ask it later for another one only (RFC 9110, 13.1)."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came: where it was after all redirects, its bytes, and what its server says of them."""

    url: str
    content: bytes
    content_type: str | None
    charset: str | None
    version: Version = Version()


DEFAULT = Limits()
Enter = Callable[[str], None]


def _unasked(url: str) -> None:
    """Every address may be asked for at once."""


def fetch(url: str, *, allow_local: bool = False, limits: Limits = DEFAULT, enter: Enter = _unasked) -> Fetched:
    """The page at an http or https address; FetchRefused says why there is none.

    `enter` waits until an address that it leads to may be asked for, or raises FetchRefused.
    """
    fetched = _fetched(url, {}, allow_local, limits, enter)
    assert fetched is not None  # only who asks for another version can be told that there is none
    return fetched


def fetch_anew(
    url: str, known: Version, *, allow_local: bool = False, limits: Limits = DEFAULT, enter: Enter = _unasked
) -> Fetched | None:
    """As `fetch`; None when the page is still of the version that is known."""
    versions = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    # what a server gives beyond ASCII cannot be given back to it as it was
    asked = {name: value for name, value in versions.items() if value and value.isascii()}
    return _fetched(url, asked, allow_local, limits, enter)


def _fetched(url: str, asked: Mapping[str, str], allow_local: bool, limits: Limits, enter: Enter) -> Fetched | None:
    target = _target(url, url)
    deadline = Deadline(limits.total)
    transport = PinnedTransport(where=url, allow_local=allow_local, deadline=deadline)
    with (
        _told(url),
        httpx.Client(
            transport=transport,
            trust_env=False,  # a proxy would look names up by itself
            timeout=httpx.Timeout(limits.read, connect=limits.connect),
            headers={"User-Agent": AGENT, "Accept": ACCEPT, "Accept-Language": "en", **asked},
        ) as client,
    ):
        for _ in range(REDIRECTS + 1):
            with client.stream("GET", target) as response:
                if response.status_code == httpx.codes.NOT_MODIFIED and asked:
                    return None
                if response.next_request is None:
                    return _page(response, url, limits)
                target = _target(str(response.next_request.url), url)
            with deadline.put_off():
                enter(str(target))
    raise FetchRefused(f"more than {REDIRECTS} redirects", where=url, do="give the address of the article itself")


def _target(url: str, where: str) -> httpx.URL:
    """The address, when it is one to read from."""
    try:
        target = httpx.URL(url)
        host = target.host
    except (httpx.InvalidURL, UnicodeError) as error:  # UnicodeError: "xn--n3h" is no name by IDNA 2008
        raise FetchRefused(f"not an address ({error})", where=where, do="check it") from error
    led = "" if url == where else f" it leads to {url}, and"
    if target.scheme not in {"http", "https"} or not host:
        raise FetchRefused(f"{led} only http and https are read".strip(), where=where, do="give a web address")
    if target.userinfo:
        raise FetchRefused("an address with a password in it", where=host, do=_SAVE_IT)
    return target


def _page(response: httpx.Response, where: str, limits: Limits) -> Fetched:
    if not response.is_success:
        status = f"{response.status_code} {response.reason_phrase}".strip()
        do = _DO.get(response.status_code, "try again later" if response.is_server_error else "check the address")
        wait = _seconds(response.headers.get("retry-after"))
        raise FetchRefused(f"the server answered {status}", where=where, do=do, status=response.status_code, wait=wait)
    content_type, _, _ = response.headers.get("content-type", "").partition(";")
    content_type = content_type.strip().lower()
    if content_type and content_type not in READABLE:
        raise FetchRefused(
            f"the server sends {content_type}, and text, HTML, JSON and feeds are read", where=where, do="give a page"
        )
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > limits.size:
            raise FetchRefused(f"the page is larger than {limits.size:,} bytes", where=where, do=_SAVE_IT)
    return Fetched(
        url=str(response.url),
        content=bytes(content),
        content_type=content_type or None,
        charset=response.charset_encoding,
        version=Version(etag=response.headers.get("etag"), modified=response.headers.get("last-modified")),
    )


def _seconds(retry_after: str | None) -> float | None:
    """How long a server asks to be left alone: it gives seconds, or a date (RFC 9110, 10.2.3)."""
    if retry_after is None:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (until - datetime.now(UTC)).total_seconds()) if until.tzinfo is not None else None


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Says what went wrong on the way in our own error."""
    try:
        yield
    except (TimeoutError, httpx.TimeoutException, httpcore.TimeoutException) as error:
        raise FetchRefused("the server took too long", where=url, do="try again later") from error
    except UnicodeError as error:  # httpx looks at the host of a redirect before we can
        raise FetchRefused(f"it leads to what is not an address ({error})", where=url, do="check it") from error
    except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise FetchRefused(
            f"the page did not come ({error})", where=url, do="check the address, or try later"
        ) from error
