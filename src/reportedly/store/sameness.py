"""When two inputs are one article: the same text, of one outlet or at one address."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

from reportedly.records import Article


def keys_of(article: Article) -> tuple[int, ...]:
    """Digests of which two copies of one article share at least one, and copies in two outlets none.

    White space and the case of the outlet's letters make no difference, nor do the scheme and the fragment of an
    address and what of its query only counts visitors. Articles of which neither outlet nor address is known are
    told by their text, title and date.
    """
    text = " ".join(article.text.split())
    keys = []
    if article.outlet:
        keys.append(_digest("outlet", " ".join(article.outlet.casefold().split()), text))
    if article.url:
        keys.append(_digest("url", _bare(article.url), text))
    if not keys:
        keys.append(_digest("alone", article.title or "", article.published or "", text))
    return _digest("id", article.id, text), *keys


def _bare(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:  # a bracket that belongs to no address
        return url
    # a query that names the page, as ?id=7 does, is kept; those that only count visitors are not
    query = "&".join(part for part in parts.query.split("&") if part and not re.match(r"utm_|fbclid|gclid|ref=", part))
    return f"{parts.netloc.casefold().removeprefix('www.')}{parts.path.rstrip('/')}?{query}"


def _digest(*parts: str) -> int:
    raw = "\0".join(parts).encode("utf-8", errors="replace")
    return int.from_bytes(hashlib.blake2b(raw, digest_size=8).digest(), "big", signed=True)
