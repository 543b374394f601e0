"""Bytes -> characters, once: which encoding a text is in, and whether it is a text at all.

    decode_text(raw)          the characters, without a byte order mark; Unreadable when there are none
    declared_charset(raw)     what an HTML or XML page says of itself
    mark_of(raw)              the encoding of its byte order mark

In order: the encoding that the user names; a byte order mark; UTF-8, when the bytes are UTF-8; what the
page or its server declares; Windows-1252 or Mac Roman for text of mostly ASCII; for others what
charset-normalizer finds. A declaration comes after UTF-8 because no text in another encoding is UTF-8 by
chance, and pages that have moved to UTF-8 and still declare Latin-1 are many.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from reportedly.errors import Unreadable

SNIFFED = 65_536  # bytes that are looked at to tell text from something else
GARBLED_AT = 0.02  # share of control characters that no text has, and any picture or program has
ASCII_MOSTLY = 0.85  # share of ASCII bytes; English in any Latin encoding has 0.97 and more, Cyrillic 0.3
CONTROLS = bytes(byte for byte in (*range(0x20), 0x7F) if byte not in b"\t\n\v\f\r\x1a\x1b")

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF", "save its text first, for instance with: pdftotext -layout"),
    (b"PK\x03\x04", "a zip archive or an office document", "unpack it, or save the document as plain text"),
    (b"\xd0\xcf\x11\xe0", "an office document", "save it as plain text"),
    (b"{\\rtf", "a rich text document", "save it as plain text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first, for instance with: gunzip"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it first, for instance with: unzstd"),
    (b"BZh", "a bzip2 archive", "unpack it first, for instance with: bunzip2"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first, for instance with: unxz"),
    (b"\x89PNG", "a picture", "give the text itself"),
    (b"\xff\xd8\xff", "a picture", "give the text itself"),
    (b"GIF8", "a picture", "give the text itself"),
)
_SAY_WHICH = "save it as UTF-8, or name its encoding: --encoding windows-1252"

# labels that mean another encoding than Python's of that name, as browsers read them: https://encoding.spec.whatwg.org
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_NEVER = {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"}  # not from a stranger

_DECLARED = re.compile(
    rb"""<meta\b [^>]{0,500}? \bcharset \s*=\s* ["']? \s* ([\w.:-]+)
    | ^\s* <\?xml\b [^>]{0,200}? \bencoding \s*=\s* ["'] ([\w.:-]+)""",
    re.IGNORECASE | re.VERBOSE,
)
# what English text has beyond ASCII: quotation marks, dashes and signs, small letters of names, and capitals at the
# beginning of a word or among capitals; the quotation marks of Mac Roman are Ò and Ó in Windows-1252
_EXPECTED = re.compile(
    """[‘’“”–—…•€£§©®°·«»¢\xa0½¼¾™ß-öø-ÿœšž]
    | (?<![A-Za-zß-ÿ]) [À-ÖØ-ÞŒŠŽŸ] (?=[a-zß-ÿ])
    | (?<=[A-Z]) [À-ÖØ-ÞŒŠŽŸ] (?![a-zß-ÿ])""",
    re.VERBOSE,
)

# what it never has: many such letters in a row, a small one before a capital, a mark that opens within a word
_UNEXPECTED = re.compile("[À-ÖØ-öø-ÿŒœŠšŽžŸ]{3,}|[ß-öø-ÿœšž](?=[A-Z])|(?<=[A-Za-z])[“„‘‚]")


def decode_text(raw: bytes, *, where: str, encoding: str | None = None, declared: str | None = None) -> str:
    """The characters of `raw`; Unreadable when it holds no text, or in no encoding that can be told.

    `encoding` is what the user says, and is held to; `declared` is what the page or its server says.
    Damaged bytes in UTF-8 become U+FFFD, as in a browser. Line breaks stay as they are.
    """
    if encoding is not None:
        return _as_told(raw, encoding, where)
    if (unicode := mark_of(raw) or _utf16_without_mark(raw)) is not None:
        return raw.decode(unicode, errors="replace")
    refuse_binary(raw, where=where)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(raw):
        return raw.decode("utf-8", errors="replace")
    if declared is not None and (name := python_name(declared)) is not None:
        return raw.decode(name, errors="replace")
    return _guessed(raw, where)


def declared_charset(raw: bytes) -> str | None:
    """The encoding that an HTML or XML page declares near its top; None when it declares none."""
    match = _DECLARED.search(raw[:4096])
    if match is None:
        return None
    label = (match[1] or match[2]).decode("ascii", errors="replace")
    return "utf-8" if label.lower().startswith("utf-16") else label  # it was read as ASCII, so it is not UTF-16


def python_name(label: str) -> str | None:
    """Python's name for an encoding as pages label it; None for one that is not known, or no text encoding."""
    try:
        name = codecs.lookup(label.strip()).name
        b"ab".decode(name)  # LookupError for codecs that make no text, as "hex"
    except (LookupError, UnicodeError):
        return None
    return None if name in _NEVER else _READ_AS.get(name, name)


def refuse_binary(raw: bytes, *, where: str) -> None:
    """Raises Unreadable when these bytes are a picture, an archive or anything else that is no text."""
    for start, kind, do in _KINDS:
        if raw.startswith(start):
            raise Unreadable(f"this is {kind}, not text", where=where, do=do)
    beginning = raw[:SNIFFED]
    controls = len(beginning) - len(beginning.translate(None, CONTROLS))
    if b"\0" in beginning or controls > GARBLED_AT * len(beginning):
        raise Unreadable("these bytes are not text", where=where, do="give plain text, HTML, JSON or Parquet")


def mark_of(raw: bytes) -> str | None:
    """The encoding whose byte order mark stands at the start; None without a mark."""
    return next((name for mark, name in _BOMS if raw.startswith(mark)), None)


def _as_told(raw: bytes, encoding: str, where: str) -> str:
    try:
        text = raw.decode(encoding)
    except LookupError as error:
        raise Unreadable(
            f"there is no encoding {encoding!r}", where=where, do="name one such as utf-8 or windows-1252"
        ) from error
    except UnicodeError as error:
        place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise Unreadable(f"not {encoding}{place}", where=where, do="leave --encoding out, or name another") from error
    return text.removeprefix("\ufeff")


def _utf16_without_mark(raw: bytes) -> str | None:
    """UTF-16 of one byte order or the other, told by its ASCII, of which every other byte is zero; else None."""
    beginning = raw[:1024]
    for name, zero in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros, others = beginning[zero::2].count(0), beginning[1 - zero :: 2].count(0)
        if zeros > len(beginning) * 0.3 and not others:
            return name
    return None


def _is_damaged_utf8(raw: bytes) -> bool:
    """Whether bytes that are not UTF-8 were, before they were cut off or something in them broke."""
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = len(text) - _ascii_bytes(raw) - broken
    try:
        codecs.getincrementaldecoder("utf-8")().decode(raw)
    except UnicodeDecodeError:
        return whole > broken  # text in another encoding makes a whole character now and then
    return whole > 0  # only the last character is incomplete


def _guessed(raw: bytes, where: str) -> str:
    if _ascii_bytes(raw) >= ASCII_MOSTLY * len(raw):
        if (text := _western(raw, ("cp1252", "mac_roman"))) is not None:
            return text
        raise Unreadable("the encoding cannot be told", where=where, do=_SAY_WHICH)
    from charset_normalizer import from_bytes  # late: few need it, and it takes 40 ms

    best = from_bytes(raw[:SNIFFED]).best()
    if best is None:
        raise Unreadable("the encoding cannot be told", where=where, do=_SAY_WHICH)
    return raw.decode(best.encoding, errors="replace")


def _western(raw: bytes, names: Sequence[str]) -> str | None:
    """The text in the first of these encodings that leaves the fewest odd characters; None when each leaves many."""
    texts = [raw.decode(name, errors="replace") for name in names]
    odd = [_odd_characters(text) for text in texts]
    fewest = min(odd)
    return texts[odd.index(fewest)] if fewest * 2 <= len(raw) - _ascii_bytes(raw) else None


def _odd_characters(text: str) -> int:
    """How many characters beyond ASCII English text has not, at their places."""
    judged = _UNEXPECTED.sub(lambda match: "\ufffd" * len(match[0]), text)
    return len(re.findall("[^\x00-\x7f]", judged)) - len(_EXPECTED.findall(judged))


def _ascii_bytes(raw: bytes) -> int:
    return len(raw) - len(raw.translate(None, bytes(range(0x80))))
