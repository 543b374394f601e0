"""A store as a network in GraphML, for Gephi and programs of discourse network analysis: who said what, who has it from
whom, who met whom and who stands where. Nodes come first, then edges; none is held in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.export import kept
from reportedly.export.fitting import fit
from reportedly.export.kept import ReadingPage
from reportedly.export.places import open_file
from reportedly.records import Reading, content_id
from reportedly.store.database import Store

if TYPE_CHECKING:
    from lxml import etree

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
BEGINS = re.compile(rb"(?:<\?xml[^>]*>)?\s*<graphml\b")
NODE = {
    "label": "string", "type": "string", "kind": "string", "date": "string", "outlet": "string", "url": "string",
    "roles": "string", "article": "string", "independent_origins": "int",
}  # fmt: skip
EDGE = {
    "type": "string", "weight": "double", "date": "string", "article": "string", "record": "string",
    "words": "string", "starts": "string", "ends": "string", "kind": "string", "act": "string", "sourcing": "string",
    "status": "string", "stance": "string", "sign": "int", "credited": "boolean",
}  # fmt: skip
SIGNS = {"for": 1, "against": -1, "conditional": 0, "undecided": 0}
LABEL = 120  # characters of a label; the whole words of a claim are too many for a picture

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """From whom to whom, and what is known of it."""

    source: str
    target: str
    known: Mapping[str, Value]


def export_graphml(store: Store, out: str | Path, *, replace: bool = False) -> None:
    """Writes one GraphML file of all that the store holds."""
    from lxml import etree  # late: not every command needs it

    with open_file(out, BEGINS, replace=replace) as path, etree.xmlfile(str(path), encoding="utf-8") as file:
        file.write_declaration()
        with file.element("graphml", nsmap={None: GRAPHML}):
            for owner, columns in (("node", NODE), ("edge", EDGE)):
                for name, kind in columns.items():
                    names = {"id": f"{owner}_{name}", "for": owner, "attr.name": name, "attr.type": kind}
                    _write(file, etree.Element("key", names))
            with file.element("graph", edgedefault="directed", id="reportedly"):
                for id, known in _nodes(store):
                    _write(file, _element(etree, "node", {"id": id}, known))
                for number, edge in enumerate(_edges(store)):
                    ends = {"id": f"e{number}", "source": edge.source, "target": edge.target}
                    _write(file, _element(etree, "edge", ends, edge.known))


def _nodes(store: Store) -> Iterator[tuple[str, Mapping[str, Value]]]:
    nameless = kept.nameless(store)
    for entity in kept.entities(store):
        type = "outlet" if entity.kind == "outlet" else "entity"
        name = next(iter(entity.names), None) or nameless.get(entity.id, entity.kind)
        yield _entity(entity.id), {
            "label": _short(name), "type": type, "kind": entity.kind, "roles": "; ".join(entity.roles) or None,
        }  # fmt: skip
    for page in kept.reading_pages(store):
        for reading in page.readings:
            yield from _nodes_of(reading, page)
    for claim in kept.claims(store):
        yield f"claim:{claim.id}", {
            "label": _short(claim.wording), "type": "claim", "independent_origins": claim.independent_origins,
        }  # fmt: skip
    for (target,) in store.query("select distinct target from position order by target"):
        yield _subject(target), {"label": _short(target), "type": "subject"}


def _nodes_of(reading: Reading, page: ReadingPage) -> Iterator[tuple[str, Mapping[str, Value]]]:
    """The article, its actors that are no entity, its statements that tell no claim."""
    article = reading.article
    yield _article(article.id), {
        "label": _short(article.title or article.id), "type": "article", "date": article.published,
        "outlet": article.outlet, "url": article.url, "article": article.id,
    }  # fmt: skip
    for actor in reading.actors:
        if (article.id, actor.id) not in page.entities:
            yield _who(reading, actor.id, page), {
                "label": actor.label, "type": "outlet" if actor.kind == "outlet" else "entity", "kind": actor.kind,
                "roles": "; ".join(actor.roles) or None, "article": article.id,
            }  # fmt: skip
    for statement in reading.statements:
        if (article.id, statement.id) not in page.claims:
            words = " … ".join(span.text for span in statement.content)
            yield _told(reading, statement.id, page)[0], {
                "label": _short(words), "type": "statement", "article": article.id, "date": article.published,
            }  # fmt: skip


def _edges(store: Store) -> Iterator[Edge]:
    for page in kept.reading_pages(store):
        for reading in page.readings:
            yield from _said(reading, page)
            yield from _stood_and_met(reading, page)
    for made in kept.derivations(store):
        known = {"type": "derives", "kind": made.kind, "weight": made.score, "credited": made.credited}
        yield Edge(source=_article(made.to), target=_article(made.from_), known=known)
    sql = "select claim, other from contradiction where other in (select id from claim) order by claim, place"
    for claim, other in store.query(sql):
        known = {"type": "contradicts", "weight": 1.0}
        yield Edge(source=f"claim:{claim}", target=f"claim:{other}", known=known)


def _said(reading: Reading, page: ReadingPage) -> Iterator[Edge]:
    """Who said what, to whom, and who has it from whom; which article tells which claim."""
    outlets: dict[str, None] = {}
    for statement in reading.statements:
        chain = [_who(reading, link.actor, page) for link in statement.chain]
        outlets[chain[0]] = None
        said = {
            "date": reading.article.published, "article": reading.article.id, "record": statement.id,
            "weight": statement.score,
        }  # fmt: skip
        words = {
            "words": " … ".join(span.text for span in statement.content),
            "starts": "; ".join(str(span.start) for span in statement.content),
            "ends": "; ".join(str(span.end) for span in statement.content),
            "kind": statement.form, "act": statement.act, "sourcing": statement.sourcing, "status": statement.status,
        }  # fmt: skip
        for told in _told(reading, statement.id, page):
            yield Edge(source=chain[-1], target=told, known={"type": "said", **said, **words})
            yield Edge(source=_article(reading.article.id), target=told, known={"type": "tells", **said})
        for nearer, further in pairwise(chain):
            yield Edge(source=nearer, target=further, known={"type": "cites", **said})
        for source, link in zip(chain, statement.chain, strict=True):
            for addressee in link.addressees:
                if addressee != link.actor:  # who was told by nobody knows whom
                    yield Edge(source=source, target=_who(reading, addressee, page), known={"type": "told", **said})
    for outlet in outlets:
        known = {"type": "published", "date": reading.article.published, "article": reading.article.id, "weight": 1.0}
        yield Edge(source=outlet, target=_article(reading.article.id), known=known)


def _stood_and_met(reading: Reading, page: ReadingPage) -> Iterator[Edge]:
    for position in reading.positions:
        evidence = position.evidence
        yield Edge(
            source=_who(reading, position.holder, page),
            target=_subject(position.target),
            known={
                "type": "stands", "stance": position.stance, "sign": SIGNS[position.stance], "weight": position.score,
                "date": reading.article.published, "article": reading.article.id, "record": position.id,
                "words": evidence.text, "starts": str(evidence.start), "ends": str(evidence.end),
            },
        )  # fmt: skip
    for contact in reading.contacts:
        for one, other in combinations(contact.parties, 2):
            yield Edge(
                source=_who(reading, one, page),
                target=_who(reading, other, page),
                known={
                    "type": "met", "kind": contact.kind, "status": contact.status, "weight": contact.score,
                    "date": contact.on.from_ if contact.on else None, "article": reading.article.id,
                    "record": contact.id, "words": contact.evidence.text, "starts": str(contact.evidence.start),
                    "ends": str(contact.evidence.end),
                },
            )  # fmt: skip


def _who(reading: Reading, actor: str, page: ReadingPage) -> str:
    entity = page.entities.get((reading.article.id, actor))
    return _entity(entity) if entity is not None else content_id("actor", reading.article.id, actor)


def _told(reading: Reading, statement: str, page: ReadingPage) -> list[str]:
    """The claims that a statement tells; itself where it tells none."""
    claims = page.claims.get((reading.article.id, statement), ())
    return [f"claim:{id}" for id in claims] or [content_id("statement", reading.article.id, statement)]


def _entity(id: str) -> str:
    return f"entity:{id}"


def _article(id: str) -> str:
    return f"article:{id}"


def _subject(target: str) -> str:
    return content_id("subject", target)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LABEL else line[: LABEL - 1] + "…"


def _element(xml: Any, tag: str, names: Mapping[str, str], known: Mapping[str, Value]) -> etree._Element:
    element = xml.Element(tag, {name: fit(value) for name, value in names.items()})
    for name, value in known.items():
        if value is not None:
            cell = xml.SubElement(element, "data", key=f"{tag}_{name}")
            cell.text = fit(str(value).lower() if isinstance(value, bool) else str(value))
    return element


def _write(file: Any, element: etree._Element) -> None:
    file.write(element)
    file.flush()
