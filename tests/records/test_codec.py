from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BadRecord
from reportedly.records import (
    Actor,
    Article,
    Chain,
    Failure,
    Link,
    Reading,
    Span,
    Statement,
    Timex,
)
from reportedly.records.codec import decode, decode_article, decode_record, encode, parse_json, parse_line, render_line
from tests.byhand import small_reading
from tests.strategies import ODD, failures, json_values, readings

# the contract, word for word: the keys of each object, in their order
KEYS = {
    "reading": "reading article actors statements contacts positions timexes notes",
    "article": "id outlet url title byline dateline wires published language text",
    "actors": "id kind name roles unnamed count basis speaks_for mentions",
    "statements": "id form act status content within sourcing chain score",
    "chain": "actor mention cue addressees on",
    "contacts": "id kind status parties on place ordinal evidence statement score",
    "positions": "id holder target stance evidence statement score",
    "timexes": "span from to",
    "span": "start end text",
}

Path = tuple[str | int, ...]


def changed(document: dict[str, Any], path: Path, value: object) -> dict[str, Any]:
    """A copy of the document with another value at the path."""
    copy: Any = json.loads(json.dumps(document))
    place = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return copy  # type: ignore[no-any-return]  # of the document's type, as it was


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    """The paths to all that a plain value holds."""
    steps: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*path, step)
        yield from paths(inner, (*path, step))


def found_spans(record: object) -> Iterator[Span]:
    """Every span in a record, however deep."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from found_spans(item)
    elif is_dataclass(record):
        for field in fields(record):
            yield from found_spans(getattr(record, field.name))


DOCUMENT = encode(small_reading())
PATHS = list(paths(DOCUMENT))


# as the contract says


def test_a_reading_has_the_keys_of_the_contract() -> None:
    assert list(DOCUMENT) == KEYS["reading"].split()
    assert list(DOCUMENT["article"]) == KEYS["article"].split()
    assert list(DOCUMENT["statements"][0]["chain"][0]) == KEYS["chain"].split()
    assert list(DOCUMENT["timexes"][0]["span"]) == KEYS["span"].split()
    for row in ("actors", "statements", "contacts", "positions", "timexes"):
        assert {tuple(item) for item in DOCUMENT[row]} == {tuple(KEYS[row].split())}


def test_a_reading_says_that_it_is_one() -> None:
    assert render_line(small_reading()).startswith('{"reading":1,"article":{')


def test_a_failure_is_as_the_contract_says() -> None:
    failure = Failure(id="7", source="a.jsonl:3", reason="no text")
    assert encode(failure) == {"failure": {"id": "7", "source": "a.jsonl:3", "reason": "no text"}}


def test_what_is_unknown_is_null() -> None:
    assert encode(Timex()) == {"span": None, "from": None, "to": None}


# there and back


@given(readings())
def test_a_reading_comes_back_from_its_line(reading: Reading) -> None:
    line = render_line(reading)
    assert len(line.splitlines()) == 1
    assert parse_line(line.encode().decode()) == reading


@given(readings())
def test_every_span_holds_the_words_at_its_place(reading: Reading) -> None:
    again = parse_line(render_line(reading))
    assert isinstance(again, Reading)
    for span in found_spans(again):
        assert span.text == again.article.text[span.start : span.end] != ""


@given(failures)
def test_a_failure_comes_back_from_its_line(failure: Failure) -> None:
    assert parse_line(render_line(failure)) == failure


def test_a_chain_comes_back_as_a_chain(reading: Reading) -> None:
    again = parse_line(render_line(reading))
    assert isinstance(again, Reading)
    assert all(type(statement.chain) is Chain for statement in again.statements)


def test_one_record_comes_back(reading: Reading) -> None:
    for kind, record in ((Actor, reading.actors[4]), (Statement, reading.statements[1]), (Timex, reading.timexes[0])):
        assert decode_record(kind, encode(record), article=reading.article) == record


def test_keys_of_later_versions_are_passed_over() -> None:
    later = changed(DOCUMENT, ("statements", 0, "mood"), "grim")
    assert decode(changed(later, ("moods",), [])) == small_reading()


# refused, with what, where and what to do


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("reading",), 2, '"reading" is 2, not version 1'),
        (("reading",), True, '"reading" is True, not version 1'),
        (("article", "text"), None, "article.text: null where a string should be"),
        (("article", "text"), "a\ud800", "article.text: half a character (a surrogate) at offset 1"),
        (("article", "published"), "April", "article.published: 'April' is not an ISO 8601 date"),
        (("article", "dateline", "start"), 1, "article.dateline: the span says 'PORT ELSWICK'"),
        (("article", "dateline", "end"), 9999, "article.dateline: 0:9999 is outside article a-"),
        (("article", "dateline", "end"), 12.0, 'article.dateline: "end" of a span is 12.0, not a whole number'),
        (("actors",), {}, "actors: {} where a list should be"),
        (("actors", 1, "id"), "a1", "the id 'a1' is given twice in actors"),
        (("actors", 2, "count"), 0, "actors[2].count: 0 is not 1 or more"),
        (("actors", 2, "count"), True, "actors[2].count: True where a whole number should be"),
        (("actors", 2, "unnamed"), 1, "actors[2].unnamed: 1 where true or false should be"),
        (("actors", 4, "speaks_for"), ["a9"], "actor a5 refers to 'a9', which is not in the reading"),
        (("statements", 0), [], "statements[0]: [] where a JSON object should be"),
        (("statements", 0, "form"), "spoken", "statements[0].form: 'spoken' is not one of direct, mixed, indirect"),
        (("statements", 0, "chain"), [], "statements[0].chain: an empty list, which must hold something"),
        (("statements", 0, "chain", 1, "actor"), "a9", "the chain of statement s1 refers to 'a9'"),
        (("statements", 0, "chain", 1, "addressees"), ["a9"], "the chain of statement s1 refers to 'a9'"),
        (("statements", 0, "within"), "s9", "statement s1 refers to 's9'"),
        (("statements", 0, "within"), "s1", "statement s1 lies within itself"),
        (("statements", 1, "id"), "s1", "the id 's1' is given twice in statements"),
        (("statements", 1, "score"), 1.5, "statements[1].score: 1.5 is not between 0 and 1"),
        (("statements", 1, "score"), 10**400, "statements[1].score: 1000"),
        (("statements", 1, "score"), float("nan"), "statements[1].score: nan is not between 0 and 1"),
        (("contacts", 0, "parties"), ["a9"], "contact c1 refers to 'a9'"),
        (("contacts", 0, "statement"), "s9", "contact c1 refers to 's9'"),
        (("contacts", 0, "on", "from"), "2031-02-30", "contacts[0].on.from: '2031-02-30' is not a day"),
        (("positions", 0, "holder"), "a9", "position p1 refers to 'a9'"),
        (("positions", 0, "statement"), "s9", "position p1 refers to 's9'"),
        (("notes", 0), 3, "notes[0]: 3 where a string should be"),
    ],
)
def test_a_mismatch_is_told_with_its_place(path: Path, value: object, message: str) -> None:
    with pytest.raises(BadRecord) as caught:
        decode(changed(DOCUMENT, path, value), where="readings.jsonl:7")
    assert message in str(caught.value)
    assert str(caught.value).startswith("readings.jsonl:7")
    assert caught.value.do


def test_statements_within_each_other_are_told() -> None:
    circle = changed(changed(DOCUMENT, ("statements", 0, "within"), "s2"), ("statements", 1, "within"), "s1")
    with pytest.raises(BadRecord, match="statement s1 lies within itself"):
        decode(circle)


@pytest.mark.parametrize("path", [path for path in PATHS if isinstance(path[-1], str)])
def test_every_field_must_be_there(path: Path) -> None:
    document = json.loads(json.dumps(DOCUMENT))
    place: Any = document
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    with pytest.raises(BadRecord):
        decode(document)


@given(st.sampled_from(PATHS), json_values)
def test_any_other_value_anywhere_is_read_or_told(path: Path, value: object) -> None:
    with suppress(BadRecord):
        assert isinstance(decode(changed(DOCUMENT, path, value)), Reading)


@given(json_values)
def test_any_plain_value_is_told(value: object) -> None:
    with pytest.raises(BadRecord):
        decode(value)


def test_a_span_without_an_article_is_told(reading: Reading) -> None:
    with pytest.raises(BadRecord, match="a span without an article"):
        decode_record(Link, encode(reading.statements[0].chain.speaker))


# JSON that is none


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "not JSON at column 1"),
        ('{"reading": 1,', "not JSON at column 15"),
        ('{"reading":\n1,}', "not JSON at line 2, column"),
        ("[" * 100_000, "not JSON that can be read"),
        ("1" * 5_000, "not JSON that can be read"),
        ("{} {}", "not JSON at column 4"),
    ],
)
def test_a_line_that_is_not_json_is_told_with_its_place(line: str, message: str) -> None:
    with pytest.raises(BadRecord) as caught:
        parse_line(line, where="articles.jsonl:40312")
    assert str(caught.value).startswith(f"articles.jsonl:40312: {message}")


# an input article


def test_an_input_article_needs_a_text_only() -> None:
    assert decode_article({"text": "It rained."}) == Article.of("It rained.")


def test_what_is_known_of_an_input_article_is_kept() -> None:
    row = {
        "id": "7",
        "outlet": "The Lantern",
        "url": "https://lantern.example/rain",
        "published": "2031-03-14T10:00:00Z",
        "title": "Rain",
        "byline": ["Jo Marsh", "Al Finch"],
        "language": "en",
        "text": "It rained.",
    }
    article = decode_article(row | {"section": "weather"})
    assert encode(article) == row | {"dateline": None, "wires": []}


@pytest.mark.parametrize(
    ("byline", "found"),
    [(None, ()), ("", ()), (" Jo Marsh ", ("Jo Marsh",)), ([], ()), (["Jo Marsh", ""], ("Jo Marsh",))],
)
def test_a_byline_is_a_string_a_list_or_null(byline: object, found: tuple[str, ...]) -> None:
    assert decode_article({"text": "It rained.", "byline": byline}).byline == found


def test_blank_is_unknown_in_an_input_article() -> None:
    blank = dict.fromkeys(("id", "outlet", "url", "published", "title", "language"), " \n")
    assert decode_article({"text": "It rained.", **blank}) == Article.of("It rained.")


@given(st.text(st.sampled_from(ODD) | st.characters()))
def test_an_input_text_keeps_its_offsets(text: str) -> None:
    """Whatever the text holds, surrogates too, the offsets of the row given are those of the article."""
    article = decode_article({"text": text})
    assert len(article.text) == len(text)
    assert parse_json(json.dumps(article.text, ensure_ascii=False)) == article.text


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ([], "[] where a JSON object should be"),
        ({}, "there is no text"),
        ({"text": None}, "there is no text"),
        ({"text": 3}, "text: 3 where a string should be"),
        ({"text": "It rained.", "id": 7}, "id: 7 where a string should be"),
        ({"text": "It rained.", "published": "14 March 2031"}, "published: '14 March 2031' is not an ISO 8601"),
        ({"text": "It rained.", "byline": {"name": "Jo"}}, "byline: {'name': 'Jo'} where a list should be"),
        ({"text": "It rained.", "byline": ["Jo", 3]}, "byline[1]: 3 where a string should be"),
    ],
)
def test_an_input_row_that_is_no_article_is_told(row: object, message: str) -> None:
    with pytest.raises(BadRecord) as caught:
        decode_article(row, where="articles.jsonl:3")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("row", "do"),
    [
        ([], 'give a JSON object with a "text"'),
        ({}, 'give the words as "text", or a page as "html"'),
        ({"text": 3}, "give the words of the article as one string"),
        ({"text": "It rained.", "published": "May"}, 'mend "published", or leave it out'),
        ({"text": "It rained.", "byline": ["Jo", 3]}, 'mend "byline", or leave it out'),
    ],
)
def test_what_to_do_about_an_input_row_names_the_field_that_is_wrong(row: object, do: str) -> None:
    with pytest.raises(BadRecord) as caught:
        decode_article(row, where="articles.jsonl:3")
    assert caught.value.do == do
