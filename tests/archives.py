"""Web archives made by hand."""

from __future__ import annotations


def record(
    url: str, body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: str = ""
) -> bytes:
    """An answer of a web server as archives have it; `more` are further lines of its head."""
    lines = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}"
    length = "" if "chunked" in more else f"Content-Length: {len(body)}\r\n"
    http = f"{lines}{length}\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-20T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(url)) % 10**12:012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"
