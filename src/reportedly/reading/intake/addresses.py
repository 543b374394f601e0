"""Which network addresses may be read from: none on this machine or the local network, unless the user says so."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from reportedly.errors import FetchRefused

_NAT64 = IPv6Network("64:ff9b::/96")  # carries an IPv4 address in its last four bytes: RFC 6052


def public_addresses(host: str, port: int, *, where: str, allow_local: bool = False) -> list[str]:
    """The addresses of a host, in the order in which to try them; FetchRefused when any of them is local.

    One local address among public ones is enough to refuse: a name that leads to both is a trap or a mistake.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:  # UnicodeError: a label that is too long for a host name
        raise FetchRefused(f"there is no host {host!r}", where=where, do="check the address") from error
    addresses = list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))
    for address in addresses:
        if not allow_local and (kind := local_kind(address)) is not None:
            what = f"{address} is {kind} address" if host == address else f"{host} is at {address}, {kind} address"
            raise FetchRefused(what, where=where, do="to read from it all the same: --allow-local")
    return addresses


def local_kind(address: str) -> str | None:
    """What makes an address one that strangers' pages must not lead to, such as "a private"; None when it is public."""
    ip = _innermost(ip_address(address.partition("%")[0]))  # after % stands the interface
    kinds = (
        (ip.is_unspecified, "an unspecified"),
        (ip.is_loopback, "a loopback"),
        (ip.is_link_local, "a link-local"),
        (ip.is_multicast, "a multicast"),
        (ip.is_private, "a private"),
        (ip.is_reserved or not ip.is_global, "a reserved"),
        (isinstance(ip, IPv6Address) and ip.is_site_local, "a site-local"),
    )
    return next((kind for holds, kind in kinds if holds), None)


def _innermost(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address of the mapped, 6to4, Teredo or NAT64 kind leads to; else the address."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    if ip.teredo is not None:
        return ip.teredo[1]
    return ip.ipv4_mapped or ip.sixtofour or ip
