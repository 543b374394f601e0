"""Names with a list in them: "Department of Health and Human Services", "the work and pensions secretary"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.reading.cast.nouns import country, honorific, is_first_name, known_kind, noun, small_words
from reportedly.reading.cast.tokens import Place, Token

_PART = r"[A-Z][\w-]*(?:['’](?!s\b)\w+)?(?:[ \xa0][A-Z][\w-]*(?:['’](?!s\b)\w+)?){0,3}"
_LISTED = re.compile(
    rf"(?P<body>[A-Z][a-z]+) (?:of|for|on) (?:the )?(?P<list>{_PART}(?:, {_PART})*,? (?:and|&) (?P<last>{_PART}))"
)
_SPLIT = re.compile(r", (?:and |& )?| (?:and|&) ")
_CHARGE = re.compile(  # what somebody has charge of
    rf"(?<![\w-])(?:{'|'.join(small_words('portfolio'))}),? and [\w-]+(?: [\w-]+)??"
    r"(?= (?:secretary|minister|commissioner|director|chief|editor|correspondent|spokes(?:wo)?man)\b)",
    re.IGNORECASE,
)
_FIELDS = frozenset(small_words("portfolio"))
_OF_FIELDS = (
    "s",
    "tion",
    "ment",
    "ity",
    "ing",
    "ure",
    "ry",
    "th",
    "ism",
    "logy",
    "ance",
    "ence",
    "care",
    "ies",
    "ical",
)
_BRANCHES = frozenset(small_words("branch"))


def lists_in_names(text: str) -> Iterator[tuple[Place, Place]]:
    """Where a body's name with a list in it stands in a text, and where its list."""
    for match in _LISTED.finditer(text):
        parts = _SPLIT.split(match["list"])
        are_fields = all(map(_is_field, parts)) and (len(parts) > 2 or _may_be_second(parts[-1]))
        if match["body"].lower() in _BRANCHES and are_fields:
            yield match.span(), match.span("list")


def _may_be_second(part: str) -> bool:
    """Whether the second of two is a field rather than a body of its own: "Culture and Sport", not "and Medair"."""
    return " " in part or noun(part) is not None or part.lower() in _FIELDS or part.endswith(_OF_FIELDS)


def with_lists_whole(text: str, tokens: list[Token]) -> list[Token]:
    """The words of a mention, with each list that stands in a body's name or an office as one word."""
    named, charges = (place for _, place in lists_in_names(text)), (match.span() for match in _CHARGE.finditer(text))
    for start, end in (*named, *charges):
        inside = [i for i, token in enumerate(tokens) if start <= token[1] and token[2] <= end]
        if inside:
            tokens = [*tokens[: inside[0]], (text[start:end], start, end), *tokens[inside[-1] + 1 :]]
    return tokens


def _is_field(part: str) -> bool:
    """Whether a part of a list is what a body is for: no other body, no country and nobody."""
    words = part.split()
    if country(part) is not None or known_kind(part) is not None or (part.isupper() and len(part) > 1):
        return False
    if any(honorific(word) is not None for word in words) or (len(words) > 1 and is_first_name(words[0])):
        return False
    if any((title := noun(word)) is not None and title.kind == "person" for word in words[:-1]):
        return False  # "Mayor Ada Renn"
    last = noun(words[-1])
    return (
        last is None
        or last.word == "justice"
        or last.plural
        or last.kind not in ("organisation", "government", "person")
    )
