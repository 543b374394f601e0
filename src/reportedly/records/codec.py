"""Records to plain dicts to JSON lines, and back, exactly as the contract says.

    encode(record)              any record -> plain dict
    decode(row)                 plain dict -> Reading or Failure
    decode_record(kind, row)    plain value -> one record of a reading: an Actor, a Timex, a Span
    decode_article(row)         an input article, of which only the text is required
    render_line, parse_line     Reading or Failure <-> one line of JSON

Decoding is strict: every field of a record must be there, with its type, its closed vocabulary and its
range; spans must hold the words that stand at their place; ids must lead somewhere. Keys that no record
has are passed over, since later versions may add some.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from reportedly.errors import BadRecord
from reportedly.records.article import UNDETERMINED, Article, whole_characters
from reportedly.records.claim import Trace
from reportedly.records.reading import Failure, Reading
from reportedly.records.schema import Decoder, Mismatch, as_object, at, brief, decoder_for
from reportedly.records.values import Moment

VERSION = 1  # of the reading document: goes up when a field changes its name, type or meaning
TRACE_VERSION = 1  # of the trace document, likewise
REWRITE = "write it again with this version of reportedly"
GIVE = {  # what to do about an input row, by the field that is wrong
    "": 'give a JSON object with a "text"',
    "text": "give the words of the article as one string",
}
INPUT: dict[str, Decoder] = {  # what an input row may say of its article, besides text and byline
    "published": decoder_for(Moment | None),
    **dict.fromkeys(("id", "outlet", "url", "title", "language"), decoder_for(str | None)),
}

Record = TypeVar("Record")


def encode(record: object) -> Any:
    """The record as a plain dict of strings, numbers, lists and dicts; documents say which they are."""
    plain = _plain(record)
    if isinstance(record, Trace):
        return {"trace": TRACE_VERSION, **plain}
    if isinstance(record, Reading):
        return {"reading": VERSION, **plain}
    if isinstance(record, Failure):
        return {"failure": plain}
    return plain


def decode(row: object, *, where: str | None = None) -> Reading | Failure:
    """The Reading or Failure that a plain dict holds; BadRecord says what is wrong with it and where."""
    try:
        document = as_object(row)
        if "failure" in document:
            failure: Failure = at("failure", decoder_for(Failure), document["failure"], None)
            return failure
        version = document.get("reading")
        if type(version) is not int or version != VERSION:
            raise Mismatch(f'"reading" is {brief(version)}, not version {VERSION}')
        reading: Reading = decoder_for(Reading)(document, None)
        _refuse_loose_ends(reading)
        return reading
    except Mismatch as mismatch:
        raise mismatch.as_bad_record(where, REWRITE) from mismatch


def decode_record(
    kind: type[Record], row: object, *, article: Article | None = None, where: str | None = None
) -> Record:
    """The record of this kind that a plain value holds; its spans are checked against the article."""
    try:
        record: Record = decoder_for(kind)(row, article)  # type: ignore[arg-type]  # a type is hashable
        return record
    except Mismatch as mismatch:
        raise mismatch.as_bad_record(where, REWRITE) from mismatch


def decode_article(row: object, *, where: str | None = None) -> Article:
    """The article that an input row holds: `text`, and what else is known of it.

    Byline may be a string, a list or null; blank strings are unknown.
    """
    try:
        given = as_object(row)
        if given.get("text") is None:
            raise BadRecord("there is no text", where=where, do='give the words as "text", or a page as "html"')
        text = at("text", decoder_for(str), _whole(given["text"]), None)
        known = {key: at(key, decode_known, _stripped(given.get(key)), None) for key, decode_known in INPUT.items()}
        byline = given.get("byline")
        names = [byline] if isinstance(byline, str) else [] if byline is None else byline
        known["byline"] = at("byline", decoder_for(tuple[str, ...]), names, None)
        return Article.of(text, **known | {"language": known["language"] or UNDETERMINED})
    except Mismatch as mismatch:
        field = re.sub(r"\[.*", "", mismatch.path).removeprefix(".")
        do = GIVE.get(field, f'mend "{field}", or leave it out')
        raise mismatch.as_bad_record(where, do) from mismatch


def render_line(record: Reading | Failure) -> str:
    """The record as one line of JSON, without the line break.

    The line separators that JSON leaves bare (U+0085, U+2028, U+2029) are escaped, so that every reader
    of lines finds one line.
    """
    line = json.dumps(encode(record), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return re.sub("[\x85\u2028\u2029]", lambda match: f"\\u{ord(match[0]):04x}", line)


def parse_line(line: str, *, where: str | None = None) -> Reading | Failure:
    """The Reading or Failure on one line of JSON; BadRecord says what is wrong with it and where."""
    return decode(parse_json(line, where=where), where=where)


def parse_json(text: str, *, where: str | None = None) -> Any:
    """The plain value that a JSON text holds; BadRecord, with the place, when it is not JSON."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise BadRecord(
            f"not JSON at {place}: {error.msg.removesuffix(' at')}", where=where, do="write one whole JSON value"
        ) from error
    except (ValueError, RecursionError) as error:  # a number or a nesting beyond what Python reads
        raise BadRecord(f"not JSON that can be read: {error}", where=where, do="write one plain JSON value") from error


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if names := _names_of(kind):
        return {plain: _plain(getattr(value, name)) for name, plain in names}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


@cache
def _names_of(kind: type) -> tuple[tuple[str, str], ...]:
    """The fields of a record, each with its name in a plain dict; none for what is no record."""
    return tuple((field.name, field.name.rstrip("_")) for field in fields(kind)) if is_dataclass(kind) else ()


def _whole(value: Any) -> Any:
    return whole_characters(value) if isinstance(value, str) else value


def _stripped(value: Any) -> Any:
    return _whole(value).strip() or None if isinstance(value, str) else value


def _refuse_loose_ends(reading: Reading) -> None:
    """Raises Mismatch when an id is given twice, leads nowhere, or a statement lies within itself."""
    actors = _ids("actors", (actor.id for actor in reading.actors))
    statements = _ids("statements", (statement.id for statement in reading.statements))
    _ids("contacts", (contact.id for contact in reading.contacts))
    _ids("positions", (position.id for position in reading.positions))
    for actor in reading.actors:
        _refuse_unknown(f"actor {actor.id}", actor.speaks_for, actors)
    for statement in reading.statements:
        _refuse_unknown(f"statement {statement.id}", [statement.within], statements)
        for link in statement.chain:
            _refuse_unknown(f"the chain of statement {statement.id}", [link.actor, *link.addressees], actors)
    for contact in reading.contacts:
        _refuse_unknown(f"contact {contact.id}", contact.parties, actors)
        _refuse_unknown(f"contact {contact.id}", [contact.statement], statements)
    for position in reading.positions:
        _refuse_unknown(f"position {position.id}", [position.holder], actors)
        _refuse_unknown(f"position {position.id}", [position.statement], statements)
    _refuse_circles({statement.id: statement.within for statement in reading.statements})


def _ids(row: str, ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            raise Mismatch(f"the id {brief(id)} is given twice in {row}")
        seen.add(id)
    return seen


def _refuse_unknown(who: str, ids: Iterable[str | None], known: set[str]) -> None:
    for id in ids:
        if id is not None and id not in known:
            raise Mismatch(f"{who} refers to {brief(id)}, which is not in the reading")


def _refuse_circles(within: dict[str, str | None]) -> None:
    settled: set[str | None] = {None}
    for start in within:
        path: set[str | None] = set()
        inner: str | None = start
        while inner not in settled:
            if inner in path:
                raise Mismatch(f"statement {start} lies within itself")
            path.add(inner)
            inner = within[inner] if inner is not None else None
        settled.update(path)
