"""Readings -> stories, claims and derivations: where what they say comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportedly.records import Claim, Derivation, Reading, Story, Trace
from reportedly.trace.claims import NOTHING_SAID, find_claims
from reportedly.trace.entities import entity_of, find_entities
from reportedly.trace.kinship import Kinship
from reportedly.trace.reuse import find_derivations
from reportedly.trace.said import Said
from reportedly.trace.side_by_side import Answers
from reportedly.trace.statement_encoder import Floats
from reportedly.trace.stories import find_stories
from reportedly.trace.told import Key, tell_all

NO_VECTORS: Mapping[Key, Floats] = {}


def trace(readings: Iterable[Reading]) -> Trace:
    """Where the claims of these readings come from: each story on its own, in the order in which stories begin."""
    held = list(readings)
    stories = find_stories(held)
    derivations = find_derivations(held, stories)
    _, identities = find_entities(held, stories)
    return trace_stories(held, stories, derivations, entity_of(identities))


def trace_stories(
    readings: Iterable[Reading],
    stories: Iterable[Story],
    derivations: Iterable[Derivation],
    entities: Mapping[Key, str],
    said: Said = NOTHING_SAID,
    vectors: Mapping[Key, Floats] = NO_VECTORS,
    answers: Answers | None = None,
) -> Trace:
    """The trace of these stories, given what was made from what, which actor is which entity and what users say.

    `vectors` are those of the contents of statements that are made already, `answers` what was said of pairs of them.
    """
    by_id = {reading.article.id: reading for reading in readings}
    stories, derivations = tuple(stories), tuple(derivations)
    kinship = Kinship.of(derivations)
    claims: list[Claim] = []
    for story in stories:
        told = tell_all((by_id[article] for article in story.articles if article in by_id), entities)
        claims += find_claims(told, kinship, said, vectors, answers)
    return Trace(stories=stories, claims=tuple(claims), derivations=derivations)
