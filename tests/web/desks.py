"""A desk on contacts and positions that are put together by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from fastapi.testclient import TestClient

from reportedly.records import Actor, Article, Chain, Contact, Link, Position, Reading, Statement, Timex, Trace
from reportedly.records.contact import ContactKind, ContactStatus
from reportedly.records.entity import Entity, Identity
from reportedly.records.position import Stance
from reportedly.store.database import Store
from reportedly.store.tracing import keep_trace
from reportedly.web.app import make_app
from reportedly.web.desk import Desk

HERE = "http://localhost"


@contextmanager
def opened(path: Path, readings: Sequence[Reading], *, traced: bool = True) -> Iterator[TestClient]:
    """A browser at a desk on these readings; when they are traced, actors of one name are one entity.

    All of a kind that have no name are one too.
    """
    with Store.open(path / "news.duckdb") as store:
        store.add(readings)
        if traced:
            actors = [(reading.article.id, actor) for reading in readings for actor in reading.actors]
            names = list(dict.fromkeys((actor.name or "", actor.kind) for _, actor in actors))
            ids = {named: f"e-{at}" for at, named in enumerate(names)}
            keep_trace(
                store,
                Trace(),
                entities=[Entity(id=ids[name, kind], kind=kind, names=(name,) if name else ()) for name, kind in names],
                identities=[
                    Identity(article=article, actor=actor.id, entity=ids[actor.name or "", actor.kind], score=1.0)
                    for article, actor in actors
                ],
            )
        with TestClient(make_app(Desk(store)), base_url=HERE) as client:
            yield client


def meets(
    number: int,
    day: str | None,
    *,
    to: str | None = None,
    parties: tuple[str, str] = ("Ada Renn", "Tom Vale"),
    kind: ContactKind = "meeting",
    status: ContactStatus = "planned",
    outlet: str = "The Lantern",
    published: str = "2031-03-01",
) -> Reading:
    """A reading of an article that tells of one contact."""
    text = f"{parties[0]} and {parties[1]} will meet, article {number} says."
    article = Article.of(text, id=f"m{number}", outlet=outlet, published=published, language="en")
    whole = article.span(0, len(text) - 1)
    on = None if day is None else Timex(span=whole, from_=day, to=to or day)
    return Reading(
        article=article,
        actors=tuple(
            Actor(id=f"a{at}", kind="person", name=name, mentions=(article.span(*_place(text, name)),))
            for at, name in enumerate(parties)
        ),
        contacts=(
            Contact(
                id="c1", kind=kind, status=status, parties=("a0", "a1"), on=on, evidence=whole, score=0.9
            ),
        ),
    )  # fmt: skip


def stands(number: int, stance: Stance, target: str, published: str, *, holder: str = "Ada Renn") -> Reading:
    """A reading of an article that tells where somebody stands."""
    text = f"{holder} is {stance} {target}, article {number} says."
    article = Article.of(
        text, id=f"p{number}", outlet="The Lantern", published=published, title=f"Of {target}", language="en"
    )
    return Reading(
        article=article,
        actors=(Actor(id="a0", kind="person", name=holder, mentions=(article.span(*_place(text, holder)),)),),
        positions=(
            Position(
                id="p1", holder="a0", target=target, stance=stance, evidence=article.span(0, len(text) - 1), score=0.9
            ),
        ),
    )  # fmt: skip


def says(
    number: int, published: str, *, speaker: str = "Ada Renn", voice: str | None = None, outlet: str = "The Lantern"
) -> Reading:
    """A reading of an article with one statement of a speaker; with a voice, of whoever speaks for them."""
    text = f"{voice or speaker}, of {speaker}, said the {number} sheep are safe."
    article = Article.of(text, id=f"s{number}", outlet=outlet, published=published, title="Of sheep", language="en")
    mention = article.span(*_place(text, voice or speaker))
    own = Actor(id="a2", kind="person", name=speaker, mentions=(article.span(*_place(text, speaker)),))
    links = [Link(actor="a1"), *([Link(actor="a3", mention=mention)] if voice else []), Link(actor="a2")]
    if voice is None:
        links[-1] = Link(actor="a2", mention=mention)
    actors = [Actor(id="a1", kind="outlet", name=outlet), own]
    if voice:
        actors.append(Actor(id="a3", kind="person", name=voice, speaks_for=("a2",), mentions=(mention,)))
    return Reading(
        article=article,
        actors=tuple(actors),
        statements=(
            Statement(
                id="s1", form="indirect", content=(article.span(text.index("the "), len(text) - 1),), score=0.9,
                sourcing="spokesperson" if voice else "on_record", chain=Chain(tuple(links)),
            ),
        ),
    )  # fmt: skip


def _place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)
