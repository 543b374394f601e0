"""RSS and Atom -> their items: the only user of feedparser.

An item is published by its own <source> where it has one, else by the feed. Its text is what the feed gives of it, when
that is a whole article; else the page that it links to, when the feed came by its address, so that a file never opens
a socket.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from reportedly.errors import BadInput, NotAnArticle, Unreadable
from reportedly.reading.intake.dates import Found, as_written, iso_of, settle
from reportedly.reading.intake.known import Known
from reportedly.reading.intake.made import Made, Piece
from reportedly.reading.intake.page import is_host
from reportedly.records.codec import decode_article

WHOLE = 120  # words; feeds that cut their items give one sentence or two, a news brief has more
Fetch = Callable[[str, Known, list[Found]], Made]

_REFERENCE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,20})|([0-9]{1,20}));")
_BLOCKS = {"p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table", "hr"}
_SILENT = {"script", "style", "iframe", "figcaption", "svg"}


def feed_pieces(
    raw: bytes,
    *,
    where: str,
    known: Known,
    fetch: Fetch | None = None,
    address: str | None = None,
    may_be_empty: bool = False,
) -> Iterator[Piece]:
    """The items of a feed; without `fetch`, with the text that the feed gives of them. NotAnArticle without items.

    Links are relative to the `address` that it was found at. One that `may_be_empty` may have no items now.
    """
    feed = _parsed(raw, where, address)
    if may_be_empty and feed.get("version") and not feed.entries:
        return
    if not feed.entries:
        raise NotAnArticle("there is no item in this feed", where=where, do="give an RSS or Atom feed")
    size = len(raw) // len(feed.entries)
    for number, entry in enumerate(feed.entries, 1):
        place = f"{where}, {entry.get('link') or f'item {number}'}"  # items move down as newer ones come
        outlet = entry.get("source", {}).get("title") or feed.feed.get("title")
        make = partial(_item, entry, where=place, outlet=outlet, known=known, fetch=fetch)
        said = (entry.get("link"), entry.get("title"), outlet, _dates(entry), _contents(entry))
        yield Piece(place, make, size, repr(said).encode("utf-8", errors="replace"))


def _parsed(raw: bytes, where: str, address: str | None) -> Any:
    import feedparser  # late: 100 ms, for those who read feeds

    headers = {"content-location": address, "content-type": "application/xml"} if address else None
    try:
        return feedparser.parse(BytesIO(raw), response_headers=headers)
    except Exception:  # it raises whatever Python does of a reference to what is no character
        try:
            return feedparser.parse(BytesIO(_REFERENCE.sub(_whole, raw)), response_headers=headers)
        except Exception as error:
            do = "give another feed, or its pages"
            raise Unreadable(f"not a feed that can be read ({error})", where=where, do=do) from error


def _whole(reference: re.Match[bytes]) -> bytes:
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return b"&#xFFFD;" if 0xD800 <= number <= 0xDFFF or number > sys.maxunicode else reference[0]


def _item(entry: Any, *, where: str, outlet: str | None, known: Known, fetch: Fetch | None) -> Made:
    text = max((plain_of(value) for value in _contents(entry)), key=len, default="")
    found = _dates(entry)
    link = entry.get("link")
    if fetch is not None and link and len(re.findall(r"\w+", text)) < WHOLE:
        try:
            made = fetch(link, known, found)
        except BadInput as error:  # its place is the item, as of all that is wrong with it
            raise type(error)(f"{link}: {error.what}", where=where, do=error.do) from error
        article = made.article
        if outlet and not known.outlet and (article.outlet is None or is_host(article.outlet, article.url)):
            article = decode_article({**_row_of(made), "outlet": outlet}, where=where)
            return Made(article=article, dates=made.dates)
        return made
    if not text:
        raise NotAnArticle("the feed gives no text of it", where=where, do="give the address of the feed or the page")
    published, dates = settle(found, stated=known.published)
    row = {
        "text": text,
        "title": plain_of(entry.get("title", "")) or None,
        "outlet": outlet,
        "url": link,
        "byline": [author.get("name") for author in entry.get("authors", []) if author.get("name")],
        "published": published,
    }
    return Made(article=decode_article(known.over(row), where=where), dates=dates)


def _row_of(made: Made) -> dict[str, Any]:
    """The article as an input row, so that it gets an id that fits its content."""
    article = made.article
    names = ("title", "url", "published", "text", "language")
    return {name: getattr(article, name) for name in names} | {"byline": list(article.byline)}


def _contents(entry: Any) -> list[str]:
    values = [content.get("value") for content in entry.get("content", [])]
    return [value for value in (*values, entry.get("summary")) if value]


def _dates(entry: Any) -> list[Found]:
    found: list[Found] = []
    if value := as_written(entry.get("published"), iso_of(entry.get("published_parsed"))):
        found.append(("feed", value))
    # feedparser gives the date of publication for a change that there is none of
    if "updated" in set(entry) and (value := as_written(entry.get("updated"), iso_of(entry.get("updated_parsed")))):
        found.append(("modified", value))
    return found


def plain_of(html: str) -> str:
    """The text of a piece of HTML, one paragraph a line."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _Text(HTMLParser):
    """Collects the text, with line breaks where blocks begin and end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins on a line of its own; scripts are not read."""
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, text: str) -> None:
        """Text counts unless it is a script's; its own line breaks are white space."""
        if not self._silent:
            self.parts.append(text.replace("\n", " "))
