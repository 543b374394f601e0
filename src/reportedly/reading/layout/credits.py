"""Credits: whom a page thanks for its copy, by the words of a line, of a byline, or of brackets behind a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.reading.cast.nouns import outlet_word
from reportedly.reading.layout.agencies import (
    full_name,
    has_agency_word,
    known_agency,
    listed_agencies,
    looks_like_agency,
)
from reportedly.reading.layout.datelines import DATE, MONTH
from reportedly.reading.layout.lines import Line
from reportedly.records.article import Article

TAIL = 330  # characters at the end of a paragraph in which a credit may stand

_NAME = r"[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|de|da)){0,5}"
_BY_REPORTERS = re.compile(r"\b(?:reporting|editing|writing) by\b", re.IGNORECASE)
_CREDITED = re.compile(
    r"(?:\b(?:by|from|via|of|to|story:|material:|sources?:)\s|©\s?|\bcopyright(?: ©)?(?: \d{4})?\s|\A\W*)(?:the )?"
    rf"(?-i:({_NAME}))",
    re.IGNORECASE,
)
_SUPPLIED = re.compile(rf"\b(?:supplied|provided|distributed|syndicated) by (?:the )?({_NAME})")
_NAME_IN_BRACKETS = re.compile(rf"\(({_NAME})\)\.?")
_CLOSING_NAME = re.compile(rf"(?<=[.!?”\"] ){_NAME_IN_BRACKETS.pattern}\Z")
_CLOSING_REPORTERS = re.compile(r"\((?:(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by )[^()]{3,300}\)\.?\Z")
_RELAYS = r"(?:writes|reports|informs|transmits|passes on)"
_NAMES_APART = re.compile(r", | and |/")
_LONGEST_CAPTION = 25  # words
_CAPTION = re.compile(
    rf"\((?:left|right|cent(?:re|er)|pictured)\)|\b(?:on {DATE},? \d{{4}}|in \d{{4}}|in {MONTH} \d{{4}})\.?\Z"
)


def agency_of_credit(text: str, article: Article, wire: str | None) -> str | None:
    """The agency that a credit names; where it names reporters only, `wire`, the agency of the dateline."""
    if named := _SUPPLIED.search(text) or _NAME_IN_BRACKETS.fullmatch(text):
        return full_name(named[1], article)
    for match in _CREDITED.finditer(text):
        name = match[1]
        # "Sources: CPB, Vasanka Mail": initials after "Source" may be anybody's
        if (
            known_agency(name)
            or has_agency_word(name)
            or full_name(name, article) in (wire, article.outlet)
            or (looks_like_agency(name) and not text.startswith("Source"))
        ):
            return full_name(name, article)
    if listed := listed_agencies(text):
        return listed[0]
    return wire if _BY_REPORTERS.search(text) else None


def agencies_of_byline(byline: str, article: Article) -> Iterator[str]:
    """The agencies in a byline: one of "Ada Renn and AP". Initials that are not listed may be a person's."""
    for name in _NAMES_APART.split(byline.removeprefix("By ")):
        if known_agency(name) or has_agency_word(name):
            yield full_name(name, article)


def is_signature(text: str, article: Article, wire: str | None) -> bool:
    """Whether a line is nothing but an agency, the byline or the outlet again: "Pelham Cable"."""
    bare = text.strip("()[]—–-. ")
    given = (*article.byline, article.outlet, wire)
    return known_agency(bare) is not None or bare in (name.removeprefix("By ") for name in given if name)


def match_closing_credit(tail: str, article: Article, wire: str | None, *, last: bool) -> re.Match[str] | None:
    """The credit in brackets with which a paragraph ends: "… she said. (AP)". `last` is for the last paragraph.

    There even an unknown name is taken, if a word in it shows an outlet.
    """
    if named := _CLOSING_NAME.search(tail):
        name = named[1]
        known = known_agency(name) or has_agency_word(name) or full_name(name, article) == wire
        if known or (last and outlet_word(name.split()[-1])):
            return named
    return _CLOSING_REPORTERS.search(tail)


def own_credit(outlet: str) -> re.Pattern[str]:
    """What finds the outlet crediting itself beside another source: "…, the Herald reports, writes UNN"."""
    name = re.escape(outlet)
    return re.compile(rf"(?<=, )(?i:{_RELAYS},? {name}|{name} {_RELAYS})(?=[.,])")


def is_caption(line: Line) -> bool:
    """Whether the line above a photo credit reads like the caption."""
    return line.whole and line.words <= _LONGEST_CAPTION and not line.quotes and _CAPTION.search(line.text) is not None
