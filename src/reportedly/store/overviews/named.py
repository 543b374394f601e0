"""What a search leads to beside statements: people and bodies of this name, headlines and texts with the words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.store.database import Store
from reportedly.store.words import words_in

AT_MOST = 5  # of each
WORDS = 8  # of a search that are looked for in headlines

NAMED = """
with called as (select id, kind, unnest(names) as name, generate_subscripts(names, 1) as place from entity),
found as (
    select id, kind, arg_min(name, place) as name from called
    where contains(lower(name), $words) group by id, kind
)
select found.id, kind, name, count(*) from found join identity on identity.entity = found.id
group by found.id, kind, name order by count(*) desc, name, found.id limit $limit"""

HEADLINES = """
select id, title, outlet, published from article where {conditions}
order by moment desc nulls last, number limit $limit"""

TEXTS = """
with found as (select article from body where {conditions})
select id, title, outlet, published, count(*) over () from article semi join found on found.article = number
order by moment desc nulls last, number limit $limit"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody by the name that was sought, and in how many articles."""

    id: str
    kind: str
    name: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """An article with the words in its headline."""

    article: str
    title: str
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article with the words anywhere in its text."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The newest of the articles with the words, and how many there are."""

    newest: tuple[Text, ...] = ()
    total: int = 0


def named(store: Store, q: str) -> tuple[Named, ...]:
    """Those who have what is sought in one of their names, the most written of first."""
    words = " ".join(q.lower().split())
    rows = store.query(NAMED, {"words": words, "limit": AT_MOST}) if words else []
    return tuple(Named(id=id, kind=kind, name=name, articles=n) for id, kind, name, n in rows)


def headlines(store: Store, q: str) -> tuple[Headline, ...]:
    """The newest articles with all of the words in their headline, in any of their forms."""
    words = words_in(q)[:WORDS]
    if not words:
        return ()
    begun = [_beginning(word) for word in words]
    parts = [f"regexp_matches(strip_accents(lower(title)), $word{place})" for place in range(len(begun))]
    values = {f"word{place}": rf"(^|[^\pL\pN]){word}" for place, word in enumerate(begun)}
    rows = store.query(HEADLINES.format(conditions=" and ".join(parts)), {**values, "limit": AT_MOST})
    return tuple(Headline(article=id, title=title, outlet=o, published=p) for id, title, o, p in rows)


def texts(store: Store, q: str) -> Texts:
    """The articles with all of the words anywhere in their text, in any of their forms."""
    words = words_in(q)[:WORDS]
    if not words:
        return Texts()
    conditions = " and ".join(f"contains(words, $word{place})" for place in range(len(words)))
    values = {f"word{place}": f" {word} " for place, word in enumerate(words)}
    rows = store.query(TEXTS.format(conditions=conditions), {**values, "limit": AT_MOST})
    newest = tuple(Text(article=id, title=title, outlet=o, published=p) for id, title, o, p, _ in rows)
    return Texts(newest=newest, total=rows[0][4] if rows else 0)


def _beginning(word: str) -> str:
    """How all forms of a word begin, as a pattern: "policy" and "policies", "2000" and "2,000"."""
    if word.isdecimal():
        return ",?".join(word)
    return re.sub("(?<=[^aeiou])y$", "[yi]", word) if len(word) > 3 else re.escape(word)
