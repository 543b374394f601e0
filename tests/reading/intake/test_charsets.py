from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import Unreadable
from reportedly.reading.intake.charsets import declared_charset, decode_text, mark_of, python_name
from reportedly.records.article import Article
from tests.strategies import texts

ENGLISH = "“It isn’t safe,” said Zoë Čapek – she had seen the quay… It would cost €4m, café owners said."
WESTERN = ENGLISH.replace("Č", "C")
RUSSIAN = "Мэр заявил во вторник, что порт будет закрыт с понедельника. По словам инженеров, причал не безопасен. " * 3


def decode(raw: bytes, encoding: str | None = None, declared: str | None = None) -> str:
    return decode_text(raw, where="a.txt", encoding=encoding, declared=declared)


@given(texts.filter(lambda text: "\0" not in text and not text.startswith("\ufeff")))
def test_utf8_comes_back_to_the_character(text: str) -> None:
    words = "Some words first. " * 200 + text  # among words, since control characters alone are no text
    assert decode(words.encode()) == words
    assert decode(codecs.BOM_UTF8 + words.encode()) == words
    assert Article.of(decode(words.encode())).span(0, len(words)).text == words


@given(texts, st.sampled_from(["utf-16", "utf-16-le", "utf-16-be", "utf-32"]))
def test_utf16_and_utf32_come_back_to_the_character(text: str, encoding: str) -> None:
    words = "Some words first. " * 30 + text
    assert decode(words.encode(encoding)) == words


@pytest.mark.parametrize("encoding", ["windows-1252", "mac_roman"])
def test_western_encodings_are_told_by_their_punctuation(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding)) == WESTERN


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
def test_other_encodings_are_found(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


def test_what_the_user_says_is_held_to() -> None:
    assert decode("café".encode("cp437"), encoding="cp437") == "café"
    assert decode("café".encode(), encoding="latin-1") == "cafÃ©"
    assert decode(b"\xef\xbb\xbfcaf\xc3\xa9", encoding="utf-8") == "café"
    with pytest.raises(Unreadable, match=r"^a\.txt: not ascii at byte 3; "):
        decode("café".encode(), encoding="ascii")
    with pytest.raises(Unreadable, match="there is no encoding 'utf-9'"):
        decode(b"cafe", encoding="utf-9")


def test_utf8_goes_before_what_a_page_declares() -> None:
    assert decode("café".encode(), declared="iso-8859-1") == "café"


def test_a_declared_encoding_is_read_as_browsers_do() -> None:
    assert decode("“Ça”".encode("cp1252"), declared="iso-8859-1") == "“Ça”"
    assert decode("Čapek".encode("iso-8859-2"), declared="ISO-8859-2") == "Čapek"


@pytest.mark.parametrize("label", ["nonsense", "hex", "unicode_escape", "UTF-7", "rot13", "punycode"])
def test_a_declared_encoding_that_is_none_is_passed_over(label: str) -> None:
    assert python_name(label) is None
    assert decode(WESTERN.encode("cp1252"), declared=label) == WESTERN


def test_damaged_utf8_stays_utf8() -> None:
    raw = ENGLISH.encode() * 3
    assert decode(raw[:-1] + b"\xff.") == (ENGLISH * 3)[:-1] + "\ufffd."
    assert decode("He said “no”".encode()[:-1]) == "He said “no\ufffd"
    assert (
        decode("She said “no” at the café. ".encode() + b"\xff He left.")
        == "She said “no” at the café. \ufffd He left."
    )


@pytest.mark.parametrize(
    ("name", "encoding"), [("山田太郎", "shift_jis"), ("Владимир Рудин", "cp1251"), ("王小明", "gb2312")]
)
def test_names_in_another_script_are_not_taken_for_western_letters(name: str, encoding: str) -> None:
    raw = f"The minister ({name}) said on Tuesday that the talks had ended, and went home at once.".encode(encoding)
    with pytest.raises(Unreadable, match="the encoding cannot be told"):
        decode(raw)


@pytest.mark.parametrize(
    "words", ["Zoë Müller’s café", "Ánne Ø’Brien of Åland", "SÃO PAULO", "“Señor Núñez”", "naïve", "€5–€6"]
)
def test_western_words_among_english_are_read(words: str) -> None:
    text = f"The mayor spoke of {words} on Tuesday."
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "this is a PDF, not text; save its text first"),
        (b"PK\x03\x04\x14\x00", "an office document"),
        (b"\x1f\x8b\x08\x00", "gunzip"),
        (b"\x89PNG\r\n\x1a\n\x00", "a picture"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "these bytes are not text"),
        (b"words \x01\x02\x03\x04\x05 words", "these bytes are not text"),
        ("The café of cafés".encode("cp437"), "the encoding cannot be told; .*--encoding"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=rf"^a\.txt: .*{what}"):
        decode(raw)


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    with suppress(Unreadable):
        Article.of(decode(raw)).text.encode()


@pytest.mark.parametrize(
    ("top", "label"),
    [
        (b'<meta charset="windows-1250">', "windows-1250"),
        (b"<META CHARSET=utf-8>", "utf-8"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=KOI8-R">', "KOI8-R"),
        (b'<?xml version="1.0" encoding="ISO-8859-2"?>', "ISO-8859-2"),
        (b'<meta charset="utf-16">', "utf-8"),
        (b"<p>charset=none</p>", None),
        (b" " * 5000 + b'<meta charset="windows-1250">', None),
    ],
)
def test_a_page_says_its_encoding_near_its_top(top: bytes, label: str | None) -> None:
    assert declared_charset(top) == label


def test_a_mark_names_its_encoding() -> None:
    marks = [mark_of("a".encode(encoding)) for encoding in ("utf-8-sig", "utf-16", "utf-32", "utf-8")]
    assert marks == ["utf-8-sig", "utf-16", "utf-32", None]
