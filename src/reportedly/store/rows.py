"""A reading -> the rows of the store's tables; the only place that knows their columns, beside the migrations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from reportedly.records import Actor, Article, Reading, Span, Statement, Timex
from reportedly.store.numbers import Numbers

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]

COLUMNS: dict[str, tuple[str, ...]] = {
    "article": (
        "number", "id", "outlet", "url", "title", "byline", "dateline", "dateline_starts", "dateline_ends", "wires",
        "published", "moment", "day", "language", "characters", "notes", "read_by",
    ),
    "reading": ("article", "document"),
    "body": ("article", "words"),
    "alias": ("id", "article"),
    "same_text": ("key", "article"),
    "given": ("article", "source"),
    "input": ("digest", "article"),
    "known_date": ("article", "kind", "value", "trusted", "used", "why"),
    "failure": ("id", "source", "reason", "read_by"),
    "actor": (
        "article", "id", "kind", "name", "label", "roles", "unnamed", "count", "basis", "speaks_for",
    ),
    "mention": ("article", "actor", "starts", "ends", "text"),
    "statement": (
        "number", "article", "id", "within", "form", "act", "status", "sourcing", "speaker", "chain", "score",
        "starts", "ends", "text",
    ),
    "content": ("statement", "article", "piece", "starts", "ends", "text"),
    "link": (
        "statement", "article", "hop", "actor", "label", "mention_starts", "mention_ends", "mention", "cue_starts",
        "cue_ends", "cue", "addressees", "said_from", "said_to", "said_on",
    ),
    "contact": (
        "number", "article", "id", "kind", "status", "parties", "names", "from_day", "to_day", "when", "place_starts",
        "place_ends", "place", "ordinal", "statement", "chain", "score", "starts", "ends", "text",
    ),
    "position": (
        "number", "article", "id", "holder", "name", "stance", "target", "statement", "chain", "score", "starts",
        "ends", "text",
    ),
    "timex": ("article", "starts", "ends", "text", "from_day", "to_day"),
    "word": ("number", "word"),
    "recent_posting": ("word", "statement"),
    "target_word": ("word", "position"),
    "name": ("number", "name"),
    "name_word": ("word", "name"),
    "utterer": ("name", "statement"),
    "subject": ("name", "statement"),
    "party": ("name", "side", "contact"),
    "holder": ("name", "position"),
}  # fmt: skip
GAP = " … "


def article_row(article: Article, *, number: int, notes: Sequence[str], read_by: str | None) -> Row:
    """The row of an article."""
    starts, ends, dateline = _place(article.dateline)
    return (
        number, article.id, article.outlet, article.url, article.title, list(article.byline), dateline, starts, ends,
        list(article.wires), article.published, moment_of(article.published), (article.published or "")[:10] or None,
        article.language, len(article.text), list(notes), read_by,
    )  # fmt: skip


def moment_of(published: str | None) -> str | None:
    """A moment of publication in UTC, as SQL writes it; a day begins at midnight, whatever its zone."""
    if published is None:
        return None
    moment = datetime.fromisoformat(published)
    try:
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except OverflowError:  # a day before the first one or after the last one that there is
        moment = moment.replace(tzinfo=None)
    return moment.replace(tzinfo=None).isoformat(sep=" ")


def reading_rows(reading: Reading, article: int, numbers: Numbers) -> Rows:
    """The flat rows of a reading, by table; new words and names get their numbers."""
    rows: Rows = defaultdict(list)
    actors = {actor.id: actor for actor in reading.actors}
    labels = {actor.id: actor.label for actor in reading.actors}
    names = {actor.id: numbers.names(_names(actor)) for actor in reading.actors}
    chains = {s.id: [labels[link.actor] for link in s.chain] for s in reading.statements}
    own = [reading.article.outlet] if reading.article.outlet else []
    for actor in reading.actors:
        rows["actor"].append((
            article, actor.id, actor.kind, actor.name, labels[actor.id], list(actor.roles), actor.unnamed,
            actor.count, actor.basis, list(actor.speaks_for),
        ))  # fmt: skip
        rows["mention"] += [(article, actor.id, *_place(mention)) for mention in actor.mentions]
    for statement in reading.statements:
        number = numbers.next("statement")
        rows["statement"].append((
            number, article, statement.id, statement.within, statement.form, statement.act, statement.status,
            statement.sourcing, labels[statement.chain.speaker.actor], chains[statement.id], statement.score,
            [span.start for span in statement.content], [span.end for span in statement.content],
            _words(statement.content),
        ))  # fmt: skip
        rows["content"] += [(number, article, piece, *_place(span)) for piece, span in enumerate(statement.content)]
        for hop, link in enumerate(statement.chain):
            rows["link"].append((
                number, article, hop, link.actor, labels[link.actor], *_place(link.mention), *_place(link.cue),
                list(link.addressees), *_days(link.on), link.on.span.text if link.on and link.on.span else None,
            ))  # fmt: skip
        rows["recent_posting"] += [(word, number) for word in numbers.words(_words(statement.content))]
        rows["utterer"] += [(name, number) for name in _each(names, _utterers(statement, actors))]
        rows["subject"] += [(name, number) for name in _each(names, _mentioned(statement, reading.actors))]
    for contact in reading.contacts:
        number = numbers.next("contact")
        starts, ends, text = _place(contact.evidence)
        rows["contact"].append((
            number, article, contact.id, contact.kind, contact.status, list(contact.parties),
            [labels[party] for party in contact.parties], *_days(contact.on),
            contact.on.span.text if contact.on and contact.on.span else None, *_place(contact.place), contact.ordinal,
            contact.statement, chains[contact.statement] if contact.statement else own, contact.score,
            starts, ends, text,
        ))  # fmt: skip
        rows["party"] += [(name, side, number) for side, party in enumerate(contact.parties) for name in names[party]]
    for position in reading.positions:
        number = numbers.next("position")
        rows["position"].append((
            number, article, position.id, position.holder, labels[position.holder], position.stance, position.target,
            position.statement, chains[position.statement] if position.statement else own, position.score,
            *_place(position.evidence),
        ))  # fmt: skip
        rows["target_word"] += [(word, number) for word in numbers.words(f"{position.target} {position.evidence.text}")]
        rows["holder"] += [(name, number) for name in names[position.holder]]
    rows["timex"] += [(article, *_place(timex.span), *_days(timex)) for timex in reading.timexes]
    return rows


def _names(actor: Actor) -> list[str]:
    """What an actor goes by: its name and roles; without a name also the first words for it."""
    return list(dict.fromkeys([actor.label, *(" ".join(role.split()) for role in actor.roles)]))


def _utterers(statement: Statement, actors: dict[str, Actor]) -> list[str]:
    """Whoever the words come from: the speaker, and before a principal the spokesperson, before an author the document.

    A statement of nobody ends with the outlet that relays it, which says it on its own account.
    """
    ids = [link.actor for link in statement.chain]
    found = ids[-1:]
    for id in reversed(ids[1:-1]):
        if not (actors[id].kind == "document" or set(actors[id].speaks_for) & set(found)):
            break
        found.append(id)
    return found


def _mentioned(statement: Statement, actors: Iterable[Actor]) -> Iterator[str]:
    for actor in actors:
        if any(
            piece.start <= mention.start and mention.end <= piece.end
            for mention in actor.mentions
            for piece in statement.content
        ):
            yield actor.id


def _each(names: dict[str, list[int]], actors: Iterable[str]) -> list[int]:
    return list(dict.fromkeys(name for actor in actors for name in names[actor]))


def _words(content: Sequence[Span]) -> str:
    return GAP.join(span.text for span in content)


def _place(span: Span | None) -> tuple[int | None, int | None, str | None]:
    return (None, None, None) if span is None else (span.start, span.end, span.text)


def _days(timex: Timex | None) -> tuple[str | None, str | None]:
    return (None, None) if timex is None else (timex.from_, timex.to)
