"""Everything that can be read -> a stream of articles, with a Failure in the place of each that cannot.

    plain text       one article; its text is the characters of the file, with \\n for every line break
    HTML             one article: what trafilatura finds on the page
    JSON             one article or a list of them; the text is kept to the character
    JSON Lines       one article a line
    Parquet          one article a row
    WARC             one article a page that was fetched
    RSS, Atom        one article an item; given by its address, the pages of items that are cut short are fetched
    a folder         all files below it that end as one of these, sorted by path
    http(s)://…      a page, a text or JSON, fetched
    -                standard input

Line breaks of a plain text are, as its encoding, a habit of the machine that wrote it; they become \\n at
the door, as in Python's own open(), so that the same article has the same id and offsets everywhere.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.errors import BadInput, NotAnArticle, ReportedlyError, Unreadable
from reportedly.reading.intake.charsets import declared_charset, decode_text, refuse_binary
from reportedly.reading.intake.dates import Found, settle
from reportedly.reading.intake.feeds import feed_pieces
from reportedly.reading.intake.known import NOTHING, Known
from reportedly.reading.intake.language import check_language
from reportedly.reading.intake.made import Made, Piece
from reportedly.reading.intake.page import make_page
from reportedly.reading.intake.parquet import count_rows, read_rows
from reportedly.reading.intake.rows import MOST_BYTES, json_pieces, make_row
from reportedly.reading.intake.sniffing import CONTENT_TYPES, SNIFFED, kind_of
from reportedly.reading.intake.sources import KINDS, STDIN, Kind, files_of, is_address, kind_named
from reportedly.reading.intake.warc import Archived, read_archive
from reportedly.records.article import Article, whole_characters
from reportedly.records.codec import decode_article
from reportedly.records.given import Given
from reportedly.records.reading import Failure

if TYPE_CHECKING:
    from reportedly.reading.intake.fetch import Fetched


def read_inputs(
    sources: Iterable[str | Path] | str | Path,
    *,
    known: Known = NOTHING,
    encoding: str | None = None,
    allow_local: bool = False,
) -> Iterator[Article | Failure]:
    """An English article, or a Failure, for each that the sources hold, in their order.

    What is `known` stands over what files and pages say; `encoding` over what they seem to be in. With
    `allow_local`, addresses on this machine and the local network are fetched too.
    """
    for given in found_inputs(sources, known=known, encoding=encoding, allow_local=allow_local):
        if isinstance(given, Input):
            yield given.article


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """An article, or the Failure in its place, with where it came from, its dates and the bytes it takes there."""

    article: Article | Failure
    given: Given
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """An input that was not looked at, since whoever asked for it knows what it holds."""

    size: int


def found_inputs(
    sources: Iterable[str | Path] | str | Path,
    *,
    known: Known = NOTHING,
    encoding: str | None = None,
    allow_local: bool = False,
    passing: Callable[[int, str], bool] = lambda digest, source: False,
    begun: Callable[[str], None] = lambda source: None,
) -> Iterator[Input | Passed]:
    """As `read_inputs`, with how each article came in.

    `passing` says by digest and source what needs no look; `begun` is told of each source before it is looked at.
    """
    seen = 0
    for source in files_of(sources):
        where = "standard input" if source == STDIN else whole_characters(str(source))
        if source != STDIN:  # which is another stream each time
            begun(where)
        try:
            for piece in _pieces(source, where, known, encoding, allow_local):
                seen += 1
                digest = piece.digest(encoding, known)
                if digest is not None and passing(digest, piece.where):
                    yield Passed(size=piece.size)
                else:
                    yield _made(piece, known, digest, first=seen == 1)
        except ReportedlyError as error:
            yield Input(article=failure_of(error, source=where), given=Given(source=where))
        except OSError as error:
            yield Input(article=failure_of(_unreadable(error, where), source=where), given=Given(source=where))


def failure_of(error: ReportedlyError, *, source: str | None = None, id: str | None = None) -> Failure:
    """The record of an error, for its place in a stream; the place that the error names goes before `source`."""
    if not isinstance(error, BadInput):
        return Failure(id=id, source=source, reason=str(error))
    reason = f"{error.what}; {error.do}" if error.do else error.what
    return Failure(id=id, source=error.where or source, reason=reason)


def input_of(piece: Piece, known: Known = NOTHING, *, digest: int | None = None) -> Input:
    """The input that one article to be is; a Failure in it says what is wrong."""
    return _made(piece, known, digest, first=True)


def _made(piece: Piece, known: Known, digest: int | None, *, first: bool) -> Input:
    id = known.id
    given = Given(source=piece.where)
    try:
        if known.of_one and not first:
            do = "give it alone, or leave id, URL and title out"
            raise BadInput("the id, URL or title given are those of one article, and this is another", do=do)
        made = piece.make()
        article, given = made.article, Given(source=piece.where, dates=made.dates, digest=digest)
        id = article.id
        if not any(map(str.isalnum, article.text)):
            raise NotAnArticle("there are no words in it", do="give a text")
        return Input(article=check_language(article, where=piece.where), given=given, size=piece.size)
    except ReportedlyError as error:
        return Input(article=failure_of(error, source=piece.where, id=id), given=given, size=piece.size)


def _pieces(source: str | Path, where: str, known: Known, encoding: str | None, allow_local: bool) -> Iterator[Piece]:
    """The articles to be of one source; what is wrong with all of it is raised."""
    if source == STDIN:
        if sys.stdin is None:  # as in a service that was started without one
            raise Unreadable("it is closed", where=where, do="name a file, or pipe the text in")
        yield from stream_pieces(sys.stdin.buffer, None, where, known, encoding)  # type: ignore[arg-type]
    elif is_address(source):
        yield from _web_pieces(str(source), known, encoding, allow_local)
    elif not str(source):
        raise Unreadable("there is no name of a file", where="an empty argument", do="name a file, or - for the input")
    else:
        yield from _file_pieces(Path(source), where, known, encoding)


def _web_pieces(url: str, known: Known, encoding: str | None, allow_local: bool) -> Iterator[Piece]:
    from reportedly.reading.intake.fetch import fetch  # late: 80 ms for those who read from the web

    fetched = fetch(url, allow_local=allow_local)
    kind = CONTENT_TYPES.get(fetched.content_type or "") or kind_of(fetched.content[:SNIFFED])
    if kind == "page" and kind_of(fetched.content[:SNIFFED]) == "feed":  # feeds are often sent as text/html
        kind = "feed"
    if kind in {"page", "text"}:
        known = replace(known, url=known.url or fetched.url)
    if kind == "feed":
        fetch_page = partial(_linked, allow_local=allow_local)
        yield from feed_pieces(fetched.content, where=url, known=known, fetch=fetch_page, address=fetched.url)
        return
    stream: BufferedReader[Any] = BufferedReader(BytesIO(fetched.content))
    yield from stream_pieces(stream, kind, url, known, encoding, declared=fetched.charset)


def _linked(url: str, known: Known, found: Sequence[Found], *, allow_local: bool) -> Made:
    """The page that an item of a feed links to."""
    from reportedly.reading.intake.fetch import fetch  # late, as above

    return page_of(fetch(url, allow_local=allow_local), url, known, found)


def page_of(fetched: Fetched, url: str, known: Known = NOTHING, found: Sequence[Found] = ()) -> Made:
    """The article on a page that was fetched from this address; `found` are dates that others give for it."""
    declared = fetched.charset or declared_charset(fetched.content)
    html = decode_text(fetched.content, where=url, declared=declared)
    return make_page(html, where=url, known=replace(known, url=known.url or fetched.url), found=found)


def _file_pieces(path: Path, where: str, known: Known, encoding: str | None) -> Iterator[Piece]:
    if path.is_dir():
        endings = ", ".join(KINDS)
        raise NotAnArticle("no file in this folder can be read", where=where, do=f"call the files {endings}")
    with path.open("rb") as stream:
        kind = kind_named(path) or kind_of(stream.peek(SNIFFED))
        if kind != "parquet":
            yield from stream_pieces(stream, kind, where, known, encoding)
            return
    size, rows = path.stat().st_size, count_rows(path)
    for number, row in enumerate(read_rows(path, where=where), 1):
        place = f"{where}, row {number}"
        yield Piece(place, partial(make_row, row, where=place, known=known), size // max(1, rows))


def stream_pieces(
    stream: BufferedReader[Any],
    kind: Kind | None,
    where: str,
    known: Known,
    encoding: str | None,
    *,
    declared: str | None = None,
    number_from: int = 1,
) -> Iterator[Piece]:
    """The articles to be of a stream; `number_from` is the number of its first line."""
    kind = kind or kind_of(stream.peek(SNIFFED))
    if kind == "parquet":
        raise Unreadable("Parquet cannot be read from a stream", where=where, do="give it as a file")
    if kind in {"json", "lines"}:
        lines = kind == "lines"
        yield from json_pieces(
            stream, where=where, known=known, encoding=encoding, lines=lines, number_from=number_from
        )
        return
    if kind == "warc":
        for page in read_archive(stream, where=where, at_most=MOST_BYTES):
            place = f"{where}, {page.url}"
            at = replace(known, url=known.url or page.url)
            yield Piece(
                place, partial(_archived, page, where=place, known=at, encoding=encoding), page.size, page.content
            )
        return
    raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise Unreadable(f"longer than {MOST_BYTES:,} bytes", where=where, do="split it, or give JSON Lines")
    if kind == "feed":
        refuse_binary(raw, where=where)
        yield from feed_pieces(raw, where=where, known=known)
        return
    make = _page_made if kind == "page" else _text_made
    yield Piece(
        where, partial(make, raw, where=where, known=known, encoding=encoding, declared=declared), len(raw), raw
    )


def _page_made(
    raw: bytes, *, where: str, known: Known, encoding: str | None, declared: str | None, crawl: str | None = None
) -> Made:
    html = decode_text(raw, where=where, encoding=encoding, declared=declared or declared_charset(raw))
    return make_page(html, where=where, known=known, crawl=crawl)


def _text_made(
    raw: bytes, *, where: str, known: Known, encoding: str | None, declared: str | None, crawl: str | None = None
) -> Made:
    text = decode_text(raw, where=where, encoding=encoding, declared=declared)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _, dates = settle([], stated=known.published, crawl=crawl)
    return Made(article=decode_article(known.over({"text": text}), where=where), dates=dates)


def _archived(page: Archived, *, where: str, known: Known, encoding: str | None) -> Made:
    if page.cut:
        raise Unreadable(f"longer than {MOST_BYTES:,} bytes", where=where, do="give it as a file of its own, in parts")
    make = _page_made if page.kind == "page" else _text_made
    return make(page.content, where=where, known=known, encoding=encoding, declared=page.charset, crawl=page.crawled)


def _unreadable(error: OSError, where: str) -> Unreadable:
    if isinstance(error, FileNotFoundError):
        return Unreadable("there is no such file", where=where, do="check the name; an address begins with https://")
    if isinstance(error, PermissionError):
        return Unreadable("the file may not be read", where=where, do="ask its owner for the right to")
    return Unreadable(f"the file cannot be read ({error.strerror or error})", where=where, do="try a copy of it")
