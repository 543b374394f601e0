"""A store as W3C PROV, in PROV-JSON and PROV-N: a document for each story, and for the articles that are in none.

In the words of the standard articles, statements, claims and origins are entities; who publishes or speaks is an agent.
A statement was quoted from its article and is a specialization of the claim that it tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from reportedly.errors import MissingExtra
from reportedly.export import kept
from reportedly.export.fitting import fit
from reportedly.export.kept import ReadingPage
from reportedly.export.places import open_folder, open_text
from reportedly.records import Claim, Derivation, Reading, Statement
from reportedly.records.entity import Entity
from reportedly.store.database import Store

if TYPE_CHECKING:
    from prov.model import ProvDocument

NAMESPACES = {kind: f"urn:reportedly:{kind}:" for kind in ("article", "statement", "claim", "origin", "agent")}
OURS = "urn:reportedly:"
NAMES = ("story-*.json", "story-*.provn", "articles-*.json", "articles-*.provn")
TYPES = {
    "person": "prov:Person", "organisation": "prov:Organization", "government": "prov:Organization",
    "outlet": "prov:Organization",
}  # fmt: skip

Known = dict[str, str | int | float | bool | None]


def export_prov(store: Store, out: str | Path, *, replace: bool = False) -> None:
    """Writes a folder of PROV documents; MissingExtra without the prov library."""
    _need_prov()
    with open_folder(out, NAMES, replace=replace) as folder:
        for name, page in _pages(store):
            document = _document(store, page)
            with open_text(folder / f"{name}.json") as json:  # by its name, prov would keep it for its owner alone
                document.serialize(json, format="json")
            with open_text(folder / f"{name}.provn") as notation:
                notation.write(document.get_provn() + "\n")


def _need_prov() -> None:
    try:
        import_module("prov.model")
    except ImportError as error:
        raise MissingExtra("PROV needs prov, which is not installed; run: pip install 'reportedly[prov]'") from error


def _pages(store: Store) -> Iterator[tuple[str, ReadingPage]]:
    """The articles of each story, and those of none, some at a time; each with the name of its document."""
    for number, story in enumerate(kept.stories(store), 1):
        yield f"story-{number:05}", kept.page_of(store, [store.reading(id) for id in story.articles])
    for number, ids in enumerate(kept.alone(store), 1):
        yield f"articles-{number:05}", kept.page_of(store, [store.reading(id) for id in ids])


def _document(store: Store, page: ReadingPage) -> ProvDocument:
    from prov.model import ProvDocument

    document = ProvDocument()
    document.add_namespace("reportedly", OURS)
    for prefix, uri in NAMESPACES.items():
        document.add_namespace(prefix, uri)
    ids = [reading.article.id for reading in page.readings]
    called: dict[str, str] = {}  # entities without a name, by the words for them
    for reading in page.readings:
        for actor in reading.actors:
            if (id := page.entities.get((reading.article.id, actor.id))) is not None:
                called.setdefault(id, actor.label)
    for entity in kept.entities_of(store, set(page.entities.values())):
        _add_entity(document, entity, next(iter(entity.names), None) or called[entity.id])
    for reading in page.readings:
        _add_reading(document, reading, page)
    for claim in kept.claims_of(store, ids):
        _add_claim(document, claim)
    for made in kept.derivations_to(store, ids):
        _add_derivation(document, made, held=set(ids))
    return document


def _add_entity(document: ProvDocument, entity: Entity, label: str) -> None:
    known: Known = {"prov:label": label, "reportedly:kind": entity.kind}
    document.agent(_name("agent", entity.id), _attributes(known, TYPES.get(entity.kind)))


def _add_reading(document: ProvDocument, reading: Reading, page: ReadingPage) -> None:
    article = reading.article
    named = _name("article", article.id)
    known: Known = {
        "prov:label": article.title, "reportedly:id": article.id, "reportedly:outlet": article.outlet,
        "reportedly:url": article.url, "reportedly:published": article.published,
    }  # fmt: skip
    document.entity(named, _attributes(known, "reportedly:Article"))
    agents = {}
    for actor in reading.actors:
        entity = page.entities.get((article.id, actor.id))
        agents[actor.id] = _name("agent", *([entity] if entity is not None else [article.id, actor.id]))
        if entity is None:
            known = {"prov:label": actor.label, "reportedly:kind": actor.kind, "reportedly:basis": actor.basis}
            document.agent(agents[actor.id], _attributes(known, TYPES.get(actor.kind)))
    for actor in reading.actors:
        for principal in actor.speaks_for:
            document.actedOnBehalfOf(agents[actor.id], agents[principal])
    outlets = dict.fromkeys(agents[statement.chain.outlet.actor] for statement in reading.statements)
    for outlet in outlets:
        document.wasAttributedTo(named, outlet)
    for statement in reading.statements:
        _add_statement(document, reading, statement, agents)


def _add_statement(document: ProvDocument, reading: Reading, statement: Statement, agents: dict[str, str]) -> None:
    article = reading.article.id
    named = _name("statement", article, statement.id)
    known: Known = {
        "prov:value": " … ".join(span.text for span in statement.content), "reportedly:id": statement.id,
        "reportedly:starts": "; ".join(str(span.start) for span in statement.content),
        "reportedly:ends": "; ".join(str(span.end) for span in statement.content), "reportedly:form": statement.form,
        "reportedly:act": statement.act, "reportedly:status": statement.status,
        "reportedly:sourcing": statement.sourcing, "reportedly:score": statement.score,
    }  # fmt: skip
    document.entity(named, _attributes(known, "reportedly:Statement"))
    document.wasQuotedFrom(named, _name("article", article))
    last = len(statement.chain) - 1
    for hop, link in enumerate(statement.chain):
        role = "speaker" if hop == last else "relay"
        document.wasAttributedTo(named, agents[link.actor], None, {"reportedly:hop": hop, "reportedly:role": role})


def _add_claim(document: ProvDocument, claim: Claim) -> None:
    named = _name("claim", claim.id)
    known: Known = {
        "prov:value": claim.wording, "reportedly:id": claim.id,
        "reportedly:independent_origins": claim.independent_origins,
    }  # fmt: skip
    document.entity(named, _attributes(known, "reportedly:Claim"))
    for told in claim.statements:
        document.specializationOf(_name("statement", told.article, told.statement), named)
    for origin in claim.origins:
        source = _name("origin", claim.id, origin.id)
        known = {"prov:label": origin.label, "reportedly:kind": origin.kind, "reportedly:id": origin.id}
        document.entity(source, _attributes(known, "reportedly:Origin"))
        document.hadPrimarySource(named, source)
    for variant in claim.variants:
        own, against = _name("statement", variant.article, variant.statement), variant.against
        how = {"reportedly:kind": "variant", "reportedly:how": variant.how}
        document.wasDerivedFrom(own, _name("statement", against.article, against.statement), other_attributes=how)


def _add_derivation(document: ProvDocument, made: Derivation, *, held: set[str]) -> None:
    if made.from_ not in held:  # of another story: named here, told in its own document
        known: Known = {"reportedly:id": made.from_}
        document.entity(_name("article", made.from_), _attributes(known, "reportedly:Article"))
    known = {"reportedly:kind": made.kind, "reportedly:credited": made.credited, "reportedly:score": made.score}
    derive = document.wasQuotedFrom if made.kind == "excerpt" else document.wasDerivedFrom
    derive(_name("article", made.to), _name("article", made.from_), other_attributes=_attributes(known, None))


def _name(kind: str, *ids: str) -> str:
    """A qualified name of these ids, whatever characters they have."""
    return f"{kind}:" + "/".join(quote(id, safe="").replace(".", "%2E") for id in ids)


def _attributes(known: Known, type: str | None) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = [
        (name, fit(value) if isinstance(value, str) else value) for name, value in known.items() if value is not None
    ]
    if type is not None:
        found.append(("prov:type", _qualified(type)))
    return found


def _qualified(type: str) -> object:
    from prov.constants import PROV
    from prov.identifier import Namespace

    prefix, _, name = type.partition(":")
    return PROV[name] if prefix == "prov" else Namespace("reportedly", OURS)[name]
