"""Articles in which somebody says something, built in a line, and the statements in them ready to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.records import Act, Actor, ActorKind, Article, Chain, Derivation, Link, Reading, Sourcing, Statement
from reportedly.trace.claims import in_order
from reportedly.trace.told import Key, Told, tell_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """Somebody in a chain: as the text names them, and what they are."""

    name: str
    kind: ActorKind = "person"
    unnamed: bool = False
    count: int | None = None
    speaks_for: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One statement: the content, and the hops after the outlet."""

    content: str
    hops: Sequence[Hop]
    sourcing: Sourcing = "on_record"
    act: Act = "say"
    cue: str = "said"
    cue_first: bool = False  # "Tom Vale denied that the quay would close."


def article(outlet: str, published: str | None, *lines: Line) -> Reading:
    """A reading of an article that has one sentence for each line."""
    said = [_sentence(line) for line in lines]
    text = "\n\n".join(said)
    page = Article.of(text, id=f"{outlet.lower().replace(' ', '-')}-1", outlet=outlet, published=published)
    hops = {hop.name: hop for line in lines for hop in line.hops}
    ids = {name: f"a{number}" for number, name in enumerate(hops, 2)}
    principals = {hop.speaks_for for hop in hops.values() if hop.speaks_for} - set(ids)
    ids |= {name: f"a{number}" for number, name in enumerate(sorted(principals), len(ids) + 2)}
    actors = [Actor(id="a1", kind="outlet", name=outlet)]
    for name, id in ids.items():
        hop = hops.get(name, Hop(name=name, kind="organisation"))
        at = text.find(name)
        actors.append(
            Actor(
                id=id,
                kind=hop.kind,
                name=None if hop.unnamed else name,
                roles=(hop.role,) if hop.role else (),
                unnamed=hop.unnamed,
                count=hop.count,
                speaks_for=(ids[hop.speaks_for],) if hop.speaks_for else (),
                mentions=(page.span(at, at + len(name)),) if at >= 0 else (),
            )
        )
    statements, start = [], 0
    for number, (line, sentence) in enumerate(zip(lines, said, strict=True), 1):
        at = start + sentence.index(line.content)
        content = page.span(at, at + len(line.content))
        at = start + (sentence.index(line.cue) if line.cue_first else sentence.rindex(line.cue))
        cue = page.span(at, at + len(line.cue))
        names = [name for hop in line.hops for name in (hop.name, hop.speaks_for) if name]
        links = [Link(actor=ids[name]) for name in names]
        own = next(a for a in actors if a.id == links[-1].actor).mentions
        links[-1] = Link(actor=links[-1].actor, mention=own[0] if own else None, cue=cue)
        statements.append(
            Statement(
                id=f"s{number}",
                form="indirect",
                act=line.act,
                content=(content,),
                sourcing=line.sourcing,
                chain=Chain((Link(actor="a1"), *links)),
                score=1.0,
            )
        )
        start += len(sentence) + 2
    return Reading(article=page, actors=tuple(actors), statements=tuple(statements))


def _sentence(line: Line) -> str:
    who = " to ".join(hop.name for hop in reversed(line.hops))
    return f"{who} {line.cue} that {line.content}." if line.cue_first else f"{line.content}, {who} {line.cue}."


def by_name(readings: Iterable[Reading]) -> dict[Key, str]:
    """An entity for every name; those without one stand alone."""
    return {
        (reading.article.id, actor.id): actor.name or f"{reading.article.id} {actor.id}"
        for reading in readings
        for actor in reading.actors
    }


def tell(*readings: Reading) -> list[Told]:
    """The statements of these readings, in order."""
    return in_order(tell_all(readings, by_name(readings)))


def made_from(later: Reading, earlier: Reading) -> Derivation:
    """Says that one article was made from the other."""
    return Derivation(
        from_=earlier.article.id, to=later.article.id, kind="rewrite", credited=False, evidence=(), score=1.0
    )


VALE = Hop(name="Tom Vale", role="mayor of Elswick")
ENGINEERS = Hop(name="two engineers who saw the survey", kind="group", unnamed=True)
SKIPPERS = Hop(name="three skippers", kind="group", unnamed=True)
WIRE = Hop(name="Meridian Wire", kind="outlet")
