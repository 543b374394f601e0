"""Where claims come from, across articles: stories, claims with their origins and variants, derivations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from reportedly.records.article import Span
from reportedly.records.values import Score

OriginKind = Literal["on_record", "spokesperson", "document", "unnamed", "own_reporting", "unheld"]
Change = Literal["number", "negation", "hedge", "tense", "attribution", "actor"]
DerivationKind = Literal["reprint", "rewrite", "excerpt", "citation"]

ORIGIN_KINDS: tuple[OriginKind, ...] = get_args(OriginKind)
CHANGES: tuple[Change, ...] = get_args(Change)
DERIVATION_KINDS: tuple[DerivationKind, ...] = get_args(DerivationKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The articles on one happening, by id, in the order in which they were published."""

    id: str
    headline: str | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A statement of one article among many: both ids together, since statements are numbered by article."""

    article: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A statement that tells a claim, with the words it tells it in."""

    article: str
    statement: str
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Somebody who vouches for a claim, and the articles that reach them."""

    id: str
    kind: OriginKind
    label: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A retelling that changes the claim: how, against which telling, and the changed words (its own, the other's)."""

    article: str
    statement: str
    how: Change
    against: Place
    evidence: tuple[Span, Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition, the statements that tell it, and who vouches for it.

    Variants stand among the statements, of this claim or of their own, and vouch for nothing. `first_report`
    holds several articles when they were published at the same moment; it may be one that the tellings credit, in
    which no statement of the claim was read.
    """

    id: str
    wording: str
    statements: tuple[Telling, ...]
    origins: tuple[Origin, ...]
    independent_origins: int
    first_report: tuple[str, ...]
    variants: tuple[Variant, ...] = ()
    contradicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """Says that article `to` was made from article `from_`; each pair of passages shows it, the earlier one first."""

    from_: str
    to: str
    kind: DerivationKind
    credited: bool
    evidence: tuple[tuple[Span, Span], ...]
    score: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Where the claims of a store come from."""

    stories: tuple[Story, ...] = ()
    claims: tuple[Claim, ...] = ()
    derivations: tuple[Derivation, ...] = ()
