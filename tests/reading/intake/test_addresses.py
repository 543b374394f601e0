from __future__ import annotations

import socket

import pytest

from reportedly.errors import FetchRefused
from reportedly.reading.intake.addresses import local_kind, public_addresses


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("127.0.0.1", "a loopback"),
        ("127.8.8.8", "a loopback"),
        ("::1", "a loopback"),
        ("10.1.2.3", "a private"),
        ("172.16.0.1", "a private"),
        ("192.168.1.1", "a private"),
        ("fd00::1", "a private"),
        ("169.254.169.254", "a link-local"),
        ("fe80::1", "a link-local"),
        ("fe80::1%eth0", "a link-local"),
        ("224.0.0.1", "a multicast"),
        ("ff02::1", "a multicast"),
        ("0.0.0.0", "an unspecified"),
        ("::", "an unspecified"),
        ("240.0.0.1", "a private"),
        ("255.255.255.255", "a private"),
        ("100.64.0.1", "a reserved"),
        ("fec0::1", "a site-local"),
        ("::ffff:127.0.0.1", "a loopback"),
        ("::ffff:10.0.0.1", "a private"),
        ("::ffff:a9fe:a9fe", "a link-local"),
        ("::127.0.0.1", "a reserved"),
        ("2002:7f00:1::", "a loopback"),
        ("2002:c0a8:101::1", "a private"),
        ("64:ff9b::127.0.0.1", "a loopback"),
        ("64:ff9b::a00:1", "a private"),
        ("2001:0:4136:e378:8000:63bf:80ff:fffe", "a loopback"),
    ],
)
def test_a_local_address_is_told(address: str, kind: str) -> None:
    assert local_kind(address) == kind


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_a_public_address_is_let_through(address: str) -> None:
    assert local_kind(address) is None


def resolver(*addresses: str) -> object:
    """A stand-in for getaddrinfo that knows one answer."""

    def getaddrinfo(host: str, port: int, type: int = 0) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, type, 6, "", (address, port)) for address in addresses]

    return getaddrinfo


def test_one_local_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolver("8.8.8.8", "10.0.0.7"))
    with pytest.raises(FetchRefused, match=r"^https://a\.example/1: a\.example is at 10\.0\.0\.7, a private address; "):
        public_addresses("a.example", 443, where="https://a.example/1")
    assert public_addresses("a.example", 443, where="x", allow_local=True) == ["8.8.8.8", "10.0.0.7"]


def test_public_addresses_come_in_their_order_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolver("9.9.9.9", "8.8.8.8", "9.9.9.9"))
    assert public_addresses("a.example", 443, where="x") == ["9.9.9.9", "8.8.8.8"]


@pytest.mark.parametrize("host", ["x" * 70 + ".example", "nowhere.invalid"])
def test_a_host_that_is_not_there_is_refused(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(host: str, port: int, type: int = 0) -> None:
        host.encode("idna")
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with pytest.raises(FetchRefused, match="there is no host"):
        public_addresses(host, 80, where="x")
