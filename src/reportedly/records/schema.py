"""The annotations of the records, read as a schema: a plain value in, a checked record out.

`decoder_for(kind)` gives the function that makes a `kind` of a plain value. It knows the types that records
are made of and no others: str, int, float, bool, Literal, `X | None`, tuples of one type, Annotated values
with a check, and dataclasses of these. The article goes along, because a span is made by its article only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from reportedly.errors import BadOffsets, BadRecord
from reportedly.records.article import Article, Span

Decoder = Callable[[Any, Article | None], Any]

NAMES = {str: "a string", int: "a whole number", float: "a number", bool: "true or false"}


class Mismatch(Exception):
    """What is wrong with a plain value; the path to its place grows on the way out."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what
        self.path = ""

    def as_bad_record(self, where: str | None, do: str) -> BadRecord:
        """The error for whoever gave the value: `where` it came from, then the path inside it."""
        place = " at ".join(filter(None, (where, self.path.removeprefix("."))))
        return BadRecord(self.what, where=place or None, do=do)


def at(step: str | int, decode: Decoder, value: Any, article: Article | None) -> Any:
    """The decoded value; a mismatch inside it learns that it lies behind this key or index."""
    try:
        return decode(value, article)
    except Mismatch as mismatch:
        mismatch.path = (f"[{step}]" if isinstance(step, int) else f".{step}") + mismatch.path
        raise


def as_object(value: Any) -> Mapping[str, Any]:
    """The value, which must be a JSON object."""
    if not isinstance(value, Mapping):
        raise Mismatch(f"{brief(value)} where a JSON object should be")
    return value


def brief(value: Any) -> str:
    """The value as a message shows it: at most forty characters."""
    shown = "null" if value is None else repr(value)
    return shown if len(shown) <= 40 else shown[:37] + "..."


@cache
def keys_of(kind: type) -> dict[str, tuple[str, Decoder]]:
    """The fields of a record: JSON key -> field name and decoder."""
    hints = get_type_hints(kind, include_extras=True)
    # "from" is no name in Python, so its field ends in an underscore
    return {field.name.rstrip("_"): (field.name, decoder_for(hints[field.name])) for field in fields(kind)}


@cache
def decoder_for(kind: Any) -> Decoder:
    """The function that makes a `kind` of a plain value, or raises Mismatch."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Span:
        return _span
    if kind is Article:
        return _article
    if is_dataclass(kind):
        return _record(kind)
    if kind in NAMES:
        return _plain(kind)
    if origin is Annotated:
        return _checked(decoder_for(inner[0]), inner[1])
    if origin is Literal:
        return _word(inner)
    if origin in (Union, UnionType) and type(None) in inner:
        return _optional(decoder_for(next(option for option in inner if option is not type(None))))
    if origin is tuple and inner[1:] == (...,):
        return _row(tuple, decoder_for(inner[0]), at_least=0)
    if isinstance(kind, type) and issubclass(kind, tuple):  # a named row, such as a Chain: never empty
        (base,) = kind.__orig_bases__  # type: ignore[attr-defined]  # set on every subclass of a generic
        return _row(kind, decoder_for(get_args(base)[0]), at_least=1)
    raise TypeError(f"records are not made of {kind!r}")


def _plain(kind: type) -> Decoder:
    def decode(value: Any, article: Article | None) -> Any:
        if kind is float and type(value) is int and abs(value) < 2**53:  # JSON writes 1.0 as 1
            value = float(value)
        if type(value) is not kind:  # not isinstance: True is an int for Python, and not for JSON
            raise Mismatch(f"{brief(value)} where {NAMES[kind]} should be")
        if isinstance(value, str):
            _refuse_surrogates(value)
        return value

    return decode


def _refuse_surrogates(value: str) -> None:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Mismatch(f"half a character (a surrogate) at offset {error.start}") from error


def _checked(decode_bare: Decoder, wrong: Callable[[Any], str | None]) -> Decoder:
    def decode(value: Any, article: Article | None) -> Any:
        bare = decode_bare(value, article)
        if what := wrong(bare):
            raise Mismatch(what)
        return bare

    return decode


def _word(words: tuple[str, ...]) -> Decoder:
    def decode(value: Any, article: Article | None) -> Any:
        if value not in words:
            raise Mismatch(f"{brief(value)} is not one of {', '.join(words)}")
        return value

    return decode


def _optional(decode_known: Decoder) -> Decoder:
    def decode(value: Any, article: Article | None) -> Any:
        return None if value is None else decode_known(value, article)

    return decode


def _row(kind: Callable[[list[Any]], Any], decode_item: Decoder, *, at_least: int) -> Decoder:
    def decode(value: Any, article: Article | None) -> Any:
        if not isinstance(value, list | tuple):
            raise Mismatch(f"{brief(value)} where a list should be")
        if len(value) < at_least:
            raise Mismatch("an empty list, which must hold something")
        return kind([at(index, decode_item, item, article) for index, item in enumerate(value)])

    return decode


def _record(kind: Any) -> Decoder:
    def decode(value: Any, article: Article | None) -> Any:
        row = as_object(value)
        found = {}
        for key, (name, decode_field) in keys_of(kind).items():
            if key not in row:
                raise Mismatch(f'"{key}" is missing')
            found[name] = at(key, decode_field, row[key], article)
            if isinstance(found[name], Article):
                article = found[name]  # a reading begins with its article, and the rest points into it
        return kind(**found)

    return decode


def _span(value: Any, article: Article | None) -> Span:
    row = as_object(value)
    if article is None:
        raise Mismatch("a span without an article that it lies in")
    for key in ("start", "end"):
        if type(row.get(key)) is not int:
            raise Mismatch(f'"{key}" of a span is {brief(row.get(key))}, not a whole number')
    try:
        span = article.span(row["start"], row["end"])
    except BadOffsets as error:
        raise Mismatch(str(error)) from error
    if span.text != row.get("text"):
        raise Mismatch(f"the span says {brief(row.get('text'))}, the article has {brief(span.text)} there")
    return span


def _article(value: Any, article: Article | None) -> Article:
    row = as_object(value)
    bare: Article = _record(Article)({**row, "dateline": None} if "dateline" in row else row, None)
    _, decode_dateline = keys_of(Article)["dateline"]  # last, since a span needs its article
    return replace(bare, dateline=at("dateline", decode_dateline, row["dateline"], bare))
