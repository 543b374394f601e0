"""Credits: whom a page thanks for its copy, by the words of a line, of a byline, or of brackets behind a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.reading.cast.nouns import known_kind, outlet_word, small_words
from reportedly.reading.layout.agencies import (
    abbreviates,
    full_name,
    has_agency_word,
    known_agency,
    listed_agencies,
    looks_like_agency,
    names_of_byline,
)
from reportedly.reading.layout.datelines import DATE, MONTH
from reportedly.reading.layout.lines import Line
from reportedly.records.article import Article

TAIL = 330  # characters at the end of a paragraph in which a credit may stand

_NAME = r"[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|de|da)){0,5}"
_BY_REPORTERS = re.compile(r"\b(?:reporting|editing|writing) by\b", re.IGNORECASE)
_SEPARATOR = r"(?:,? and |[,;] | ?[/&] ?)"
_CREDITED = re.compile(
    r"(?:\b(?:by|from|via|of|to|story:|material:|sources?:)\s|©\s?|\bcopyright(?: ©)?(?: \d{4})?\s|\A\W*)(?:the )?"
    rf"(?-i:({_NAME})((?:{_SEPARATOR}(?:the )?[\w'’-]+(?: [A-Z][\w'’-]*){{0,5}}){{0,9}}))",
    re.IGNORECASE,
)
_SUPPLIED = re.compile(rf"\b(?:supplied|provided|distributed|syndicated) by (?:the )?({_NAME})")
_NAME_IN_BRACKETS = re.compile(rf"\(({_NAME})\)\.?")
_CLOSING_NAME = re.compile(rf"(?<=[.!?”\"] ){_NAME_IN_BRACKETS.pattern}\Z")
_INITIALS = re.compile(r"[A-Z]{3,5}")
_NAMED = re.compile(_NAME)
_END_MARKS = frozenset(small_words("end_mark"))  # with which copy ends, or a page below it begins
_CLOSING_PAIR = re.compile(rf"\({_NAME}/{_NAME}\)\.?\Z")
_CLOSING_LIST = re.compile(r"(?<=[.!?”\"] )(?:\([^()]{3,80}\)|[—–-] ?[A-Z][\w /-]{1,30})\.?\Z")
_CLOSING_REPORTERS = re.compile(
    r"\((?:(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by |With (?:agenc|files|inputs?|reporting))"
    r"[^()]{3,300}\)\.?\Z"
)
_EDITORS = re.compile(r"\A[a-z]{2,4}(?:[/,] ?[a-z]{2,4})* (?=[(\[])")
_RELAYS = r"(?:writes|reports|informs|transmits|passes on)"
_AROUND = "()[]—–-. "
_LONGEST_CAPTION = 25  # words
_CAPTION = re.compile(
    rf"\((?:left|right|cent(?:re|er)|pictured)\)|\b(?:on {DATE},? \d{{4}}|in \d{{4}}|in {MONTH} \d{{4}})\.?\Z"
)


def agencies_of_credit(text: str, article: Article, wire: str | None) -> tuple[str, ...]:
    """The agencies that a credit names; where it names reporters only, `wire`, the agency of the dateline."""
    if named := _SUPPLIED.search(text) or _NAME_IN_BRACKETS.fullmatch(text):
        return (full_name(named[1], article),)
    if is_list_of_agencies(text) or is_shared_credit(text, article):
        return tuple(dict.fromkeys(full_name(name, article) for name in _names_alone(text)))
    found = [full_name(name, article) for name in _credited_names(text, article, wire)]
    found = found or [full_name(name, article) for name in listed_agencies(text)]
    if not found and wire and _BY_REPORTERS.search(text):
        found = [wire]
    return tuple(dict.fromkeys(found))


def _credited_names(text: str, article: Article, wire: str | None) -> Iterator[str]:
    """The names of agencies after words that credit, as they are written."""
    for match in _CREDITED.finditer(text):
        # "Sources: CPB, Vasanka Mail": initials after "Source" may be anybody's
        if looks_like_agency(match[1]) and not text.startswith("Source"):
            yield match[1]
        for name in (match[1], *(name.removeprefix("the ") for name in re.split(_SEPARATOR, match[2]))):
            known = known_agency(name) or has_agency_word(name) or (name == text and outlet_word(name.split()[-1]))
            if known or full_name(name, article) in (wire, article.outlet):
                yield name


def agencies_of_byline(byline: str, article: Article) -> Iterator[str]:
    """The agencies in a byline: one of "Ada Renn and AP". Initials that are not listed may be a person's."""
    for name in names_of_byline(byline):
        if known_agency(name) or has_agency_word(name):
            yield full_name(name, article)


def is_signature(text: str, article: Article, wire: str | None, *, last: bool) -> bool:
    """Whether a line is nothing but agencies, the byline or the outlet again: "Pelham Cable".

    The last one may be the initials or the name of an agency that nobody knows.
    """
    bare = text.strip(_AROUND)
    if last and (_may_be_initials(bare) or (_NAMED.fullmatch(bare) and outlet_word(bare.split()[-1]))):
        return True
    given = (*article.byline, article.outlet, wire)
    return all(map(known_agency, _names_alone(text))) or bare in (name.removeprefix("By ") for name in given if name)


def _may_be_initials(line: str) -> bool:
    """Whether a last line may be the initials of an agency: not "ENDS", nor the topic of a page ("NATO")."""
    return _INITIALS.fullmatch(line) is not None and line.lower() not in _END_MARKS and known_kind(line) is None


def is_list_of_agencies(text: str) -> bool:
    """Whether a line is in form, too, a credit of agencies: "(AFP)", "jm/ed (AFP, dpa)", "AP, Reuters"."""
    names = _names_alone(text)
    return (len(names) > 1 or text.endswith((")", "]"))) and all(map(known_agency, names))


def is_shared_credit(text: str, article: Article) -> bool:
    """Whether brackets credit another's copy beside the outlet's own part: "(PNW/Gazette)" in the Ossum Gazette."""
    names = _names_alone(text)
    own = article.outlet or ""
    means_own = [name == own or abbreviates(name, own) for name in names]
    return len(names) == 2 and text.startswith("(") and sum(means_own) == 1 and all(_NAMED.fullmatch(n) for n in names)


def _names_alone(text: str) -> list[str]:
    """What a line names that may be nothing but a list of names, perhaps with the marks of editors before it."""
    return re.split(_SEPARATOR, _EDITORS.sub("", text).strip(_AROUND).removeprefix("With "))


def match_closing_credit(tail: str, article: Article, wire: str | None, *, last: bool) -> re.Match[str] | None:
    """The credit in brackets with which a paragraph ends: "… she said. (AP)". `last` is for the last paragraph.

    There even an unknown name is taken, if a word in it shows an outlet.
    """
    if (shared := _CLOSING_PAIR.search(tail)) and is_shared_credit(shared[0], article):
        return shared
    if named := _CLOSING_NAME.search(tail):
        name = named[1]
        known = known_agency(name) or has_agency_word(name) or full_name(name, article) == wire
        if known or (last and outlet_word(name.split()[-1])):
            return named
    if (listed := _CLOSING_LIST.search(tail)) and all(map(known_agency, _names_alone(listed[0]))):
        return listed
    return _CLOSING_REPORTERS.search(tail)


def own_credit(outlet: str) -> re.Pattern[str]:
    """What finds the outlet crediting itself beside another source: "…, the Herald reports, writes UNN"."""
    name = re.escape(outlet)
    return re.compile(rf"(?<=, )(?i:{_RELAYS},? {name}|{name} {_RELAYS})(?=[.,])")


def is_caption(line: Line) -> bool:
    """Whether the line above a photo credit reads like the caption."""
    return line.whole and line.words <= _LONGEST_CAPTION and not line.quotes and _CAPTION.search(line.text) is not None
