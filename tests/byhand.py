"""Records built by hand, for tests that load no weights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.records import (
    Actor,
    Article,
    Chain,
    Contact,
    Link,
    Position,
    Reading,
    Span,
    Statement,
    Timex,
)

TEXT = (
    "PORT ELSWICK (Meridian Wire) — The harbour will close on Monday, two engineers who saw the survey "
    "told the Elswick Courier.\n"
    "\n"
    "“It is not safe,” said Ada Renn, a spokeswoman for the port authority. “Nobody should sail.”\n"
    "\n"
    "She met Mayor Tom Vale on Friday for the third time this month. Vale is against closing the harbour.\n"
)


def find(article: Article, words: str, *, nth: int = 1) -> Span:
    """The span of the nth place where the article has these words."""
    start = -1
    for _ in range(nth):
        start = article.text.index(words, start + 1)
    return article.span(start, start + len(words))


def small_article() -> Article:
    """An article with a dateline, a wire credit, a relay, a spokeswoman and an interrupted quotation."""
    article = Article.of(
        TEXT,
        outlet="The Lantern",
        url="https://lantern.example/harbour",
        title="Harbour to close",
        byline=["Jo Marsh"],
        published="2031-03-14",
        language="en",
    )
    return replace(article, dateline=find(article, "PORT ELSWICK"), wires=("Meridian Wire",))


def small_reading() -> Reading:
    """The reading of `small_article`, with at least one record of every kind."""
    article = small_article()
    monday = Timex(span=find(article, "on Monday"), from_="2031-03-17", to="2031-03-17")
    friday = Timex(span=find(article, "on Friday"), from_="2031-03-14", to="2031-03-14")
    engineers, spokeswoman = find(article, "two engineers who saw the survey"), find(article, "Ada Renn")
    outlet = Link(actor="a1")
    return Reading(
        article=article,
        actors=(
            Actor(id="a1", kind="outlet", name="The Lantern"),
            Actor(id="a2", kind="outlet", name="Elswick Courier", mentions=(find(article, "the Elswick Courier"),)),
            Actor(
                id="a3",
                kind="group",
                roles=("engineers",),
                unnamed=True,
                count=2,
                basis="who saw the survey",
                mentions=(engineers,),
            ),
            Actor(id="a4", kind="organisation", name="port authority", mentions=(find(article, "the port authority"),)),
            Actor(
                id="a5",
                kind="person",
                name="Ada Renn",
                roles=("spokeswoman for the port authority",),
                speaks_for=("a4",),
                mentions=(spokeswoman, find(article, "She")),
            ),
            Actor(
                id="a6",
                kind="person",
                name="Tom Vale",
                roles=("Mayor",),
                mentions=(find(article, "Mayor Tom Vale"), find(article, "Vale", nth=2)),
            ),
        ),
        statements=(
            Statement(
                id="s1",
                form="indirect",
                content=(find(article, "The harbour will close on Monday"),),
                sourcing="unnamed",
                chain=Chain(
                    (outlet, Link(actor="a3", mention=engineers, cue=find(article, "told"), addressees=("a2",)))
                ),
                score=0.91,
            ),
            Statement(
                id="s2",
                form="direct",
                act="warn",
                content=(find(article, "It is not safe"), find(article, "Nobody should sail")),
                sourcing="spokesperson",
                chain=Chain(
                    (outlet, Link(actor="a5", mention=spokeswoman, cue=find(article, "said")), Link(actor="a4"))
                ),
                score=0.98,
            ),
        ),
        contacts=(
            Contact(
                id="c1",
                kind="meeting",
                status="held",
                parties=("a5", "a6"),
                on=friday,
                ordinal=3,
                evidence=find(article, "She met Mayor Tom Vale on Friday"),
                score=0.9,
            ),
        ),
        positions=(
            Position(
                id="p1",
                holder="a6",
                target="closing the harbour",
                stance="against",
                evidence=find(article, "Vale is against closing the harbour"),
                score=0.8,
            ),
        ),
        timexes=(monday, friday),
        notes=("hand-made",),
    )


def attribution(
    article: Article, source: str | None, cue: str, pieces: Iterable[str], within: int | None = None
) -> Attribution:
    """An indirect attribution by the words of its source, its cue and the pieces of its content."""
    return Attribution(
        source=None if source is None else find(article, source),
        cue=find(article, cue),
        content=tuple(find(article, piece) for piece in pieces),
        form="indirect",
        within=within,
    )
