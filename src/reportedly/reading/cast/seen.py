"""A mention taken apart with what the encoder sees in it: "Underwriters" for a group, "General Motors" for a body."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.reading.cast.nouns import Noun
from reportedly.reading.cast.phrases import Phrase, parse

_SMALL_WORD = re.compile(r"(?<!\S)[a-z][\w-]+ (?=[A-Z])")
_COUNTERPARTS = re.compile(r"(?P<whose>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?P<who>[A-Z][\w, ]+ and [A-Z]\w+ counterparts)")
_BARE = re.compile(r"[A-Z][a-z]+")


def seen_as(text: str, kind: str | None, outlet: str | None = None) -> Phrase:
    """The phrase of words known to be for this kind: "Underwriters" for a group, "General Motors" for a body.

    The name of the `outlet` that published the article is its name, whatever its words mean ("Harbour Insider").
    """
    if (several := _COUNTERPARTS.fullmatch(text)) is not None:
        head = Noun("counterpart", "person", plural=True)
        return Phrase(
            "noun", several["whose"].lower(), core=several.span("who"), head=head, owner=several.span("whose")
        )
    phrase = parse(text)
    if outlet is not None and phrase.name is None and text.removeprefix("the ") == outlet.removeprefix("The "):
        place = (len(text) - len(outlet.removeprefix("The ")), len(text))
        return Phrase("name", "the" if place[0] else "", core=place, name=place)
    if phrase.shape != "name" or phrase.core is None or phrase.owner is not None or phrase.role is not None:
        return phrase
    if kind == "group" and phrase.head is None and not phrase.determiner:
        return replace(phrase, shape="noun", name=None, title=None, head=Noun("", "group", plural=True))
    whole = phrase.head is not None and phrase.name == phrase.core and phrase.determiner == ""
    if kind == "document" and whole and phrase.head and phrase.head.kind == "document" and _BARE.fullmatch(text):
        return replace(phrase, shape="noun", name=None)  # "Reports suggest", "Poll: Renn ahead"
    if kind in ("group", "organisation") and phrase.name == phrase.core and phrase.head and phrase.head.plural:
        last = text[slice(*phrase.core)].rpartition(" ")
        if not phrase.determiner and (not last[0] or last[2].islower()):  # "Aid agencies", "Lenders"
            return replace(phrase, shape="noun", name=None)
    if kind in ("organisation", "outlet") and phrase.head is not None and phrase.head.word == "general":
        start = phrase.core[0] + max(
            (match.end() for match in _SMALL_WORD.finditer(text[slice(*phrase.core)])), default=0
        )
        return replace(phrase, name=(start, phrase.core[1]), title=None, head=None)
    return phrase
