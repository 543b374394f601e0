"""A store as FollowTheMoney entities, a line of JSON each, for Aleph and the programs around it.

An article is an Article, who speaks or acts a Person, Organization, PublicBody or LegalEntity, a contact an Event, a
statement or a position a Note, a spokesperson's tie a Representation. A Mention ties the words to article and actor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.errors import MissingExtra
from reportedly.export import kept
from reportedly.export.fitting import fit, json_line
from reportedly.export.kept import ReadingPage
from reportedly.export.places import open_file, open_text
from reportedly.records import Actor, Contact, Position, Reading, Span, Statement, content_id
from reportedly.records.entity import Entity
from reportedly.store.database import Store

if TYPE_CHECKING:
    from followthemoney import EntityProxy

SCHEMATA = {
    "person": "Person", "organisation": "Organization", "outlet": "Organization", "government": "PublicBody",
    "group": "LegalEntity", "place": "Address", "document": "Document",
}  # fmt: skip
NAMED = {"Address": "full", "Document": "title"}  # where a name belongs, when it is no `name`
ROLES = {"Person": "position", "Organization": "summary", "PublicBody": "summary", "LegalEntity": "summary"}
EXACT = {"bodyText", "description"}  # the article's own words, to the character
BEGINS = re.compile(rb'\{[^\n]*"schema":')  # an entity, a line each

Values = Iterable[str | None]


def export_ftm(store: Store, out: str | Path, *, replace: bool = False) -> None:
    """Writes one file of FollowTheMoney entities; MissingExtra without the followthemoney library."""
    _need_followthemoney()
    with open_file(out, BEGINS, replace=replace) as path, open_text(path) as lines:
        for proxy in _proxies(store):
            lines.write(json_line(proxy.to_dict()))


def _need_followthemoney() -> None:
    try:
        import_module("followthemoney")
    except ImportError as error:
        raise MissingExtra(
            "FollowTheMoney needs followthemoney, which is not installed; run: pip install 'reportedly[ftm]'"
        ) from error


def _proxies(store: Store) -> Iterator[EntityProxy]:
    nameless = kept.nameless(store)
    for entity in kept.entities(store):
        yield _entity(entity, entity.names or [nameless.get(entity.id)])
    for page in kept.reading_pages(store):
        for reading in page.readings:
            yield from _of_reading(reading, page)
    for claim in kept.claims(store):
        # the statements are notes of their own; a claim says which of them say the same
        origins = (f"{origin.kind}: {origin.label}" for origin in claim.origins)
        yield _proxy(
            "Note",
            content_id("ftm", "claim", claim.id),
            {
                "name": ["claim"],
                "description": [claim.wording],
                "summary": [f"independent origins: {claim.independent_origins}", *origins],
                "proof": [_article_id(told.article) for told in claim.statements],
            },
        )


def _entity(entity: Entity, names: Values) -> EntityProxy:
    return _who(_entity_id(entity.id), entity.kind, names, entity.roles, sites=entity.sites)


def _of_reading(reading: Reading, page: ReadingPage) -> Iterator[EntityProxy]:
    article = reading.article
    ids = {actor.id: _actor_id(reading, actor, page) for actor in reading.actors}
    labels = {actor.id: actor.label for actor in reading.actors}
    yield _proxy(
        "Article",
        _article_id(article.id),
        {
            "title": [article.title], "author": article.byline, "publisher": [article.outlet],
            "sourceUrl": [article.url], "publishedAt": [article.published], "language": [article.language],
            "bodyText": [article.text],
        },
    )  # fmt: skip
    for actor in reading.actors:
        if (article.id, actor.id) not in page.entities:
            names = [labels[actor.id]] if actor.name is None else [actor.name]
            yield _who(ids[actor.id], actor.kind, names, actor.roles, article=article.id, basis=actor.basis)
        for mention in actor.mentions:
            yield _mention(reading, actor, mention, ids[actor.id])
        for principal in actor.speaks_for:
            yield _proxy(
                "Representation",
                content_id("ftm", article.id, "speaks for", actor.id, principal),
                {
                    "agent": [ids[actor.id]], "client": [ids[principal]], "role": ["spokesperson"],
                    "proof": [_article_id(article.id)],
                },
            )  # fmt: skip
    for statement in reading.statements:
        yield _statement(reading, statement, ids, labels)
    for position in reading.positions:
        yield _position(reading, position, ids)
    for contact in reading.contacts:
        yield _contact(reading, contact, ids, labels)


def _who(
    id: str, kind: str, names: Values, roles: Values, *, sites: Values = (), article: str | None = None,
    basis: str | None = None,
) -> EntityProxy:  # fmt: skip
    schema = SCHEMATA[kind]
    known: dict[str, Values] = {NAMED.get(schema, "name"): names}
    if schema in ROLES:
        known[ROLES[schema]] = roles
        known["website"] = [f"https://{site}" for site in sites]
    if schema in ROLES or schema == "Document":
        known["description"] = [basis]
    if article is not None:
        known["proof"] = [_article_id(article)]
    return _proxy(schema, id, known)


def _mention(reading: Reading, actor: Actor, mention: Span, resolved: str) -> EntityProxy:
    """The words for an actor; the schema has no offsets, so they are its `name` and stand in the proxy's context."""
    proxy = _proxy(
        "Mention",
        content_id("ftm", reading.article.id, "mention", actor.id, str(mention.start), str(mention.end)),
        {
            "document": [_article_id(reading.article.id)], "name": [mention.text], "resolved": [resolved],
            "detectedSchema": [SCHEMATA[actor.kind]],
        },
    )  # fmt: skip
    return _placed(proxy, [mention])


def _statement(reading: Reading, statement: Statement, ids: dict[str, str], labels: dict[str, str]) -> EntityProxy:
    words = " … ".join(span.text for span in statement.content)
    chain = " < ".join(labels[link.actor] for link in statement.chain)
    proxy = _proxy(
        "Note",
        content_id("ftm", reading.article.id, "statement", statement.id),
        {
            "name": [f"{labels[statement.chain.speaker.actor]}: {statement.act}"], "description": [words],
            "summary": [chain, f"{statement.form}, {statement.sourcing}, {statement.status}"],
            "entity": [ids[statement.chain.speaker.actor]], "proof": [_article_id(reading.article.id)],
            "sourceUrl": [reading.article.url],
        },
    )  # fmt: skip
    return _placed(proxy, statement.content)


def _position(reading: Reading, position: Position, ids: dict[str, str]) -> EntityProxy:
    proxy = _proxy(
        "Note",
        content_id("ftm", reading.article.id, "position", position.id),
        {
            "name": [f"{position.stance}: {position.target}"], "description": [position.evidence.text],
            "summary": ["position"], "entity": [ids[position.holder]], "proof": [_article_id(reading.article.id)],
            "sourceUrl": [reading.article.url],
        },
    )  # fmt: skip
    return _placed(proxy, [position.evidence])


def _contact(reading: Reading, contact: Contact, ids: dict[str, str], labels: dict[str, str]) -> EntityProxy:
    parties = " × ".join(labels[party] for party in contact.parties)
    proxy = _proxy(
        "Event",
        content_id("ftm", reading.article.id, "contact", contact.id),
        {
            "name": [f"{contact.kind.capitalize()}: {parties}"], "summary": [f"{contact.kind}, {contact.status}"],
            "description": [contact.evidence.text], "involved": [ids[party] for party in contact.parties],
            "startDate": [contact.on.from_ if contact.on else None], "endDate": [contact.on.to if contact.on else None],
            "location": [contact.place.text if contact.place else None], "proof": [_article_id(reading.article.id)],
            "sourceUrl": [reading.article.url],
        },
    )  # fmt: skip
    return _placed(proxy, [contact.evidence])


def _proxy(schema: str, id: str, known: dict[str, Values]) -> EntityProxy:
    from followthemoney import EntityProxy

    proxy = EntityProxy.from_dict({"schema": schema, "id": id, "properties": {}})
    for name, values in known.items():
        for value in values:
            if value is not None:
                # the library leaves out what is no value of its type, such as half an address; it would strip words
                proxy.add(name, fit(value), cleaned=name in EXACT)
    return proxy


def _placed(proxy: EntityProxy, spans: Iterable[Span]) -> EntityProxy:
    """The proxy with the places of its words beside the properties, where programs that do not know them pass over."""
    context: Any = proxy.context
    context["reportedly_places"] = [[span.start, span.end] for span in spans]
    return proxy


def _actor_id(reading: Reading, actor: Actor, page: ReadingPage) -> str:
    entity = page.entities.get((reading.article.id, actor.id))
    return _entity_id(entity) if entity is not None else content_id("ftm", reading.article.id, "actor", actor.id)


def _entity_id(id: str) -> str:
    return content_id("ftm", "entity", id)


def _article_id(id: str) -> str:
    return content_id("ftm", "article", id)
