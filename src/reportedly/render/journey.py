"""How a claim travelled: from each of its origins through the articles that tell it, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.records import Claim, Derivation, Origin, OriginKind, Reading, Span, Statement, Telling, Trace, Variant
from reportedly.render.inert import one_line
from reportedly.render.outline import Outline
from reportedly.render.sourced import DERIVED, Copy
from reportedly.render.wording import MARKED, caveats, listed

# the first step from an origin: there the article has it from whoever vouches
TOLD: dict[OriginKind, str] = {
    "unheld": "citation, credited",
    "own_reporting": "reported itself",
    "document": "told by the document",
}


DEEPEST = 12  # steps within steps; those further on stand flat under the last, which has no room further in


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One telling of the claim: its words and their place, the chain to whoever said them, and how it changes it.

    `relays` are the outlets of the chain that the article has the words from, `number` is that of the statement on the
    page of its article.
    """

    telling: Telling
    statement: Statement | None
    chain: tuple[str, ...]
    relays: tuple[str, ...]
    paragraph: int | None
    number: int | None = None
    changes: tuple[Variant, ...] = ()

    @property
    def quoted(self) -> str:
        """The words on one line, in quotation marks as far as the article quotes them."""
        marked = MARKED[self.statement.form] if self.statement else MARKED["indirect"]
        return " … ".join(marked(one_line(span.text)) for span in self.telling.content)

    @property
    def caveats(self) -> list[str]:
        """What is told beside the words: that they are denied, not yet said, or may be misread."""
        said = self.statement
        return caveats(said.act, said.status, said.score) if said else []

    @property
    def places(self) -> str:
        """ "126–140, 197–215"."""
        return ", ".join(f"{span.start}–{span.end}" for span in self.telling.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An article that tells the claim, how it came by it, and the articles that have it from there."""

    copy: Copy
    how: str
    derivation: Derivation | None
    words: tuple[Words, ...]
    onward: list[Step] = field(default_factory=list)

    def below(self, deep: int) -> list[Step]:
        """The steps to show under it: those of all levels, in the order of the tree, where there is no room further in.

        `deep` says how many it stands under itself.
        """
        if deep < DEEPEST:
            return self.onward
        flat, waiting = [], self.onward[::-1]
        while waiting:
            flat.append(waiting.pop())
            waiting += flat[-1].onward[::-1]
        return flat


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """An origin and the steps from it; without an origin, retellings that changed the claim and vouch for nothing."""

    origin: Origin | None
    steps: tuple[Step, ...]


class Journey:
    """The tree of one claim. Readings of its articles give the chains; what was made from what gives the steps."""

    def __init__(self, claim: Claim, trace: Trace, readings: Mapping[str, Reading]) -> None:
        self.claim = claim
        self._outlines = {
            article: Outline(readings[article])
            for article in dict.fromkeys(told.article for told in claim.statements)
            if article in readings
        }
        self.copies = {id: Copy.of(reading.article) for id, reading in readings.items()}
        self._made_from: dict[str, list[Derivation]] = defaultdict(list)
        for derivation in trace.derivations:
            if derivation.to in self._outlines:
                self._made_from[derivation.to].append(derivation)
        self._words = self._all_words()

    def roots(self) -> list[Root]:
        """Every origin with the articles that reach it, then what reaches none."""
        reached = {id for origin in self.claim.origins for id in origin.articles}
        roots = [Root(origin=origin, steps=self._steps(origin.articles, origin)) for origin in self.claim.origins]
        rest = [article for article in self._words if article not in reached]
        return [*roots, *([Root(origin=None, steps=self._steps(rest, None))] if rest else [])]

    def _all_words(self) -> dict[str, tuple[Words, ...]]:
        words: dict[str, list[Words]] = defaultdict(list)
        changes: dict[tuple[str, str], list[Variant]] = defaultdict(list)
        for variant in self.claim.variants:
            changes[variant.article, variant.statement].append(variant)
        for told in self.claim.statements:
            outline = self._outlines.get(told.article)
            entry = outline.entry_of(told.statement) if outline else None
            words[told.article].append(
                Words(
                    telling=told,
                    statement=entry.statement if entry else None,
                    chain=tuple(hop.label for hop in entry.hops) if entry else (),
                    relays=tuple(hop.label for hop in entry.hops[1:] if hop.actor.kind == "outlet") if entry else (),
                    paragraph=outline.place(told.content[0]) if outline and told.content else None,
                    number=entry.number if entry else None,
                    changes=tuple(changes[told.article, told.statement]),
                )
            )
        return {article: tuple(found) for article, found in words.items()}

    def _steps(self, articles: tuple[str, ...] | list[str], origin: Origin | None) -> tuple[Step, ...]:
        """The articles as a forest: each under the one it was made from, where that one tells the claim too."""
        told = [id for id in dict.fromkeys(articles) if id in self._words and id in self.copies]
        parents = {id: self._parent(id, set(told)) for id in told}
        parents |= {id: None for id in told if self._circular(id, parents)}
        steps = {id: self._step(id, parents[id], origin) for id in told}
        tops = []
        for id in sorted(told, key=lambda id: (self.copies[id].moment, id)):
            derivation = parents[id]
            if derivation is None:
                tops.append(steps[id])
            else:
                steps[derivation.from_].onward.append(steps[id])
        return tuple(tops)

    def _parent(self, article: str, among: set[str]) -> Derivation | None:
        known = [derivation for derivation in self._made_from[article] if derivation.from_ in among - {article}]
        return max(known, key=lambda derivation: (derivation.score, derivation.from_), default=None)

    def _circular(self, article: str, parents: Mapping[str, Derivation | None]) -> bool:
        """Whether the articles that it was made from lead back to it: then the earliest of them stands on top."""
        ring, at = {article: None}, parents[article]
        while at is not None and at.from_ not in ring:
            ring[at.from_] = None
            at = parents[at.from_]
        earliest = min(ring, key=lambda id: (self.copies[id].moment, id))
        return at is not None and at.from_ == article and earliest == article

    def _step(self, article: str, derivation: Derivation | None, origin: Origin | None) -> Step:
        return Step(
            copy=self.copies[article],
            how=self._how(article, derivation, origin),
            derivation=derivation,
            words=self._words[article],
        )

    def _how(self, article: str, derivation: Derivation | None, origin: Origin | None) -> str:
        if derivation is not None:
            return step_of(derivation)
        # an upstream article that does not tell the claim cannot be where it came from
        telling = [made for made in self._made_from[article] if made.from_ in self._words and made.from_ != article]
        if telling:
            upstream = max(telling, key=lambda made: (made.score, made.from_))
            known = self.copies.get(upstream.from_)
            return step_of(upstream, known.name if known else one_line(upstream.from_))
        if origin is None:
            return "changed retelling" if any(words.changes for words in self._words[article]) else "no origin found"
        cited = list(dict.fromkeys(name for words in self._words[article] for name in words.relays))
        if cited and origin.kind != "unheld":
            return f"cites {listed(cited)}"
        return TOLD.get(origin.kind, "told by the source")


def step_of(derivation: Derivation, upstream: str | None = None) -> str:
    """ "rewrite, not credited", "rewrite of Meridian Wire, not credited"."""
    of = f" of {upstream}" if upstream else ""
    return f"{DERIVED[derivation.kind]}{of}, {'credited' if derivation.credited else 'not credited'}"


def around(text: str, span: Span, *, room: int = 90) -> tuple[str, str, str]:
    """What stands before the span in its paragraph, the span, and what stands after it, cut between words.

    A space beside the span stays with what it parts from it, so that the three in a row are the text.
    """
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    before, after = text[start : span.start], text[span.end : len(text) if end < 0 else end]
    if len(before) > room:
        before = "…" + before[-room:].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    parted, parts = " " * before[-1:].isspace(), " " * after[:1].isspace()
    return one_line(before).rstrip() + parted, one_line(span.text), parts + one_line(after).lstrip()
