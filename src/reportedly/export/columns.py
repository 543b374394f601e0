"""The flat tables of a store: those of its readings, and those of its trace; every row with the words and offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.export import kept
from reportedly.records import Claim, Derivation, Reading, Span
from reportedly.render import tables
from reportedly.render.tables import BETWEEN, Row
from reportedly.store.database import Store

COLUMNS: dict[str, tuple[str, ...]] = {
    **tables.COLUMNS,
    "contents": ("article", "statement", "piece", "start", "end", "text"),
    "stories": ("story", "headline"),
    "story_articles": ("story", "place", "article"),
    "claims": ("claim", "wording", "independent_origins", "first_report"),
    "tellings": ("claim", "article", "statement", "starts", "ends", "text"),
    "origins": ("claim", "origin", "kind", "label", "articles"),
    "variants": (
        "claim", "article", "statement", "how", "start", "end", "text", "against_article", "against_statement",
        "against_start", "against_end", "against_text",
    ),
    "contradictions": ("claim", "other"),
    "derivations": ("derivation", "from", "to", "kind", "credited", "score"),
    "passages": (
        "derivation", "from", "from_start", "from_end", "from_text", "to", "to_start", "to_end", "to_text",
    ),
    "entities": ("entity", "kind", "name", "names", "roles", "sites"),
    "identities": ("article", "actor", "entity", "score", "reasons"),
}  # fmt: skip
NUMBERS = {
    "count", "start", "end", "hop", "piece", "place", "mention_start", "mention_end", "cue_start", "cue_end",
    "place_start", "place_end", "ordinal", "independent_origins", "against_start", "against_end", "derivation",
    "from_start", "from_end", "to_start", "to_end",
}  # fmt: skip
FRACTIONS = {"score"}
TRUTHS = {"unnamed", "credited"}
PLACE_IN_TEXT = {("contacts", "place")}  # a column of words, though its name is that of a number elsewhere


def rows(store: Store) -> Iterator[tuple[str, Row]]:
    """Every row of every table, each with the name of its table."""
    for result in kept.results(store):
        yield from tables.rows_of(result)
        if isinstance(result, Reading):
            yield from _contents(result)
    for story in kept.stories(store):
        yield "stories", (story.id, story.headline)
        for place, article in enumerate(story.articles):
            yield "story_articles", (story.id, place, article)
    for claim in kept.claims(store):
        yield from _of_claim(claim)
    for number, derivation in enumerate(kept.derivations(store)):
        yield from _of_derivation(number, derivation)
    for entity in kept.entities(store):
        name = next(iter(entity.names), None)
        yield "entities", (
            entity.id, entity.kind, name, _many(entity.names), _many(entity.roles), _many(entity.sites),
        )  # fmt: skip
    for identity in kept.identities(store):
        reasons = _many(f"{part.name} {part.score:.3f}" for part in identity.parts)
        yield "identities", (identity.article, identity.actor, identity.entity, round(identity.score, 3), reasons)


def _contents(reading: Reading) -> Iterator[tuple[str, Row]]:
    for statement in reading.statements:
        for piece, span in enumerate(statement.content):
            yield "contents", (reading.article.id, statement.id, piece, *_place(span))


def _of_claim(claim: Claim) -> Iterator[tuple[str, Row]]:
    yield "claims", (claim.id, claim.wording, claim.independent_origins, _many(claim.first_report))
    for told in claim.statements:
        starts, ends = (_many(str(at) for at in places) for places in _offsets(told.content))
        words = " … ".join(span.text for span in told.content)
        yield "tellings", (claim.id, told.article, told.statement, starts, ends, words)
    for origin in claim.origins:
        yield "origins", (claim.id, origin.id, origin.kind, origin.label, _many(origin.articles))
    for variant in claim.variants:
        own, other = variant.evidence
        yield "variants", (
            claim.id, variant.article, variant.statement, variant.how, *_place(own), variant.against.article,
            variant.against.statement, *_place(other),
        )  # fmt: skip
    for contradicted in claim.contradicts:
        yield "contradictions", (claim.id, contradicted)


def _of_derivation(number: int, made: Derivation) -> Iterator[tuple[str, Row]]:
    credited = str(made.credited).lower()
    yield "derivations", (number, made.from_, made.to, made.kind, credited, round(made.score, 3))
    for earlier, later in made.evidence:
        yield "passages", (number, made.from_, *_place(earlier), made.to, *_place(later))


def _offsets(content: Iterable[Span]) -> tuple[list[int], list[int]]:
    spans = list(content)
    return [span.start for span in spans], [span.end for span in spans]


def _place(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.text


def _many(values: Iterable[str]) -> str | None:
    return BETWEEN.join(values) or None
