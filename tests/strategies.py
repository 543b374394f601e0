"""Hypothesis strategies for texts that break offsets and for readings of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st

from reportedly.records import (
    ACTOR_KINDS,
    ACTS,
    CONTACT_KINDS,
    CONTACT_STATUSES,
    FORMS,
    SOURCINGS,
    STANCES,
    STATUSES,
    Actor,
    Article,
    Chain,
    Contact,
    Failure,
    Link,
    Position,
    Reading,
    Span,
    Statement,
    Timex,
)

Item = TypeVar("Item")

# line separators of every kind, a BOM, direction marks, a joiner, a combining accent, characters beyond
# the basic plane, quotation marks
ODD = "\x00\t\n\x0b\x0c\r\x1c\x85\xa0\u2028\u2029\ufeff\u200f\u202e\u200d\u0301\U0001f600\U0010ffff\"\\“”«»„'"

texts = st.text(st.characters(codec="utf-8") | st.sampled_from(ODD), max_size=60)
# sentences and quotations come of marks that meet words, which characters drawn one by one seldom do
quoted_texts = st.lists(
    st.sampled_from(["He said", "go", "U.S.", "Mr.", "No", "5", " ", ". ", "? ", "… ", "\n", "\n\n", ", ", "s", "in"])
    | st.sampled_from([*"\"“”„‟«»'‘’()—.!\u202a", "``", "''"])
    | texts,
    max_size=24,
).map("".join)
names = st.none() | texts
scores = st.floats(0, 1)
days = st.dates().map(lambda day: day.isoformat())
moments = days | st.datetimes(timezones=st.none() | st.timezones()).map(lambda moment: moment.isoformat())
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


def spans(article: Article) -> st.SearchStrategy[Span]:
    """Any span of an article with a text."""
    ends = st.integers(1, len(article.text))
    return ends.flatmap(lambda end: st.integers(0, end - 1).map(lambda start: article.span(start, end)))


def rows(items: st.SearchStrategy[Item], *, at_most: int = 2) -> st.SearchStrategy[tuple[Item, ...]]:
    """Tuples of a few items, as records hold them."""
    return st.lists(items, max_size=at_most).map(tuple)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any article with a text."""
    article = Article.of(
        draw(texts.filter(bool)),
        id=draw(names),
        outlet=draw(names),
        url=draw(names),
        title=draw(names),
        byline=draw(st.lists(texts, max_size=2)),
        published=draw(st.none() | moments),
        language=draw(st.sampled_from(["en", "und"])),
    )
    return replace(article, dateline=draw(st.none() | spans(article)), wires=draw(rows(texts)))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading whose ids lead somewhere: up to three records of each kind."""
    article = draw(articles())
    span = spans(article)
    timex = st.builds(Timex, span=st.none() | span, from_=st.none() | days, to=st.none() | days)
    count = st.none() | st.integers(1, 10**6)
    actor_ids = [f"a{number}" for number in range(1, draw(st.integers(2, 4)))]
    actor_id = st.sampled_from(actor_ids)
    actors = [
        draw(
            st.builds(
                Actor,
                id=st.just(id),
                kind=st.sampled_from(ACTOR_KINDS),
                name=names,
                roles=rows(texts),
                unnamed=st.booleans(),
                count=count,
                basis=names,
                speaks_for=rows(actor_id),
                mentions=rows(span),
            )
        )
        for id in actor_ids
    ]
    link = st.builds(
        Link,
        actor=actor_id,
        mention=st.none() | span,
        cue=st.none() | span,
        addressees=rows(actor_id),
        on=st.none() | timex,
    )
    statements: list[Statement] = []
    for number in range(1, draw(st.integers(1, 4))):
        earlier = [statement.id for statement in statements]
        statements.append(
            draw(
                st.builds(
                    Statement,
                    id=st.just(f"s{number}"),
                    form=st.sampled_from(FORMS),
                    act=st.sampled_from(ACTS),
                    status=st.sampled_from(STATUSES),
                    content=rows(span),
                    within=st.sampled_from([None, *earlier]),
                    sourcing=st.sampled_from(SOURCINGS),
                    chain=st.lists(link, min_size=1, max_size=3).map(Chain),
                    score=scores,
                )
            )
        )
    statement_id = st.sampled_from([None, *(statement.id for statement in statements)])
    contact = st.builds(
        Contact,
        id=st.just("c1"),
        kind=st.sampled_from(CONTACT_KINDS),
        status=st.sampled_from(CONTACT_STATUSES),
        parties=rows(actor_id),
        on=st.none() | timex,
        place=st.none() | span,
        ordinal=count,
        evidence=span,
        statement=statement_id,
        score=scores,
    )
    position = st.builds(
        Position,
        id=st.just("p1"),
        holder=actor_id,
        target=texts,
        stance=st.sampled_from(STANCES),
        evidence=span,
        statement=statement_id,
        score=scores,
    )
    return Reading(
        article=article,
        actors=tuple(actors),
        statements=tuple(statements),
        contacts=draw(rows(contact, at_most=1)),
        positions=draw(rows(position, at_most=1)),
        timexes=draw(rows(timex)),
        notes=draw(rows(texts)),
    )


failures = st.builds(Failure, id=names, source=names, reason=texts)
