"""Readings as a perfect reader would make them, from gold stories: to see what the trace loses on its own.

    python -m evaluation.gold_readings [training|real|dev …]

prints how they score as readings, by ../shared/stories/score.py. Ids are numbered anew in each article, as a reader
numbers them, and names are the fullest that the article itself gives, so that nothing of the gold shines through from
one article to another. Furniture is found by our rules, since version 1 of the gold has none, and so are its dates.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.gold import Gold, Place, Row, load_gold, scorer, stories
from evaluation.oracle import gold_cast
from reportedly.reading.attribution import Attribution
from reportedly.reading.layout.furniture import find_furniture
from reportedly.reading.times.timexes import find_timexes
from reportedly.records import Actor, Article, Chain, Contact, Link, Position, Reading, Span, Statement, Timex
from reportedly.records.codec import encode

_PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "you", "who", "his", "her", "its", "their", "our"])


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReading:
    """A perfect reading, its story, and what its ids stand for: gold ids of actors, gold rows of statements."""

    story: Row
    row: Row
    reading: Reading
    actors: Mapping[str, str]
    statements: Mapping[str, Row]


def gold_readings(given: Iterable[Path | Row]) -> list[GoldReading]:
    """The perfect readings of every article of these stories, as load_gold takes them, in their order."""
    return [_Scribe(gold).read() for gold in load_gold(given)]


class _Scribe:
    def __init__(self, gold: Gold) -> None:
        self.gold = gold
        self.article: Article = find_furniture(gold.article).article
        self.cast, _ = gold_cast(gold, gold.attributions)
        self.known = {actor["id"]: actor for actor in gold.story["actors"]}
        self.spelt = {
            name.lower(): id
            for id, actor in reversed(self.known.items())
            for name in (actor["name"], *actor["aliases"])
            if name
        }
        self.drafts: dict[str, Actor] = {actor.id: actor for actor in self.cast.actors}
        self.counted = _counted(gold.statements, self._id)
        self.used: dict[str, str] = {self.cast.outlet: "a1"}

    def read(self) -> GoldReading:
        rows = self.gold.statements
        ids = {row["id"]: f"s{number}" for number, row in enumerate(rows, 1)}
        chains: dict[str, Chain] = {}
        order = sorted(zip(rows, self.gold.attributions, strict=True), key=lambda pair: _depth(pair[0], rows))
        for row, attribution in order:
            chains[row["id"]] = self._chain(row, attribution, chains.get(row["within"] or ""))
        statements = tuple(
            Statement(
                id=ids[row["id"]], form=attribution.form, act=attribution.act, status=attribution.status,
                content=attribution.content, within=ids.get(row["within"] or ""),
                sourcing=scorer().SOURCING[row["source_kind"]], chain=chains[row["id"]], score=1.0,
            )
            for row, attribution in zip(rows, self.gold.attributions, strict=True)
        )  # fmt: skip
        contacts, positions = tuple(self._contacts(ids)), tuple(self._positions(ids))
        for actor in self.cast.actors:  # mentioned, though in no statement
            if actor.mentions:
                self._use(actor.id)
        for gold_id in list(self.used):
            for principal in self.drafts[gold_id].speaks_for:
                self._use(principal)
        return GoldReading(
            story=self.gold.story,
            row=self.gold.row,
            reading=Reading(
                article=self.article,
                actors=tuple(self._actor(id) for id in self.used),
                statements=statements,
                contacts=contacts,
                positions=positions,
                timexes=self._timexes(),
            ),
            actors={new: old for old, new in self.used.items()},
            statements={ids[row["id"]]: row for row in rows},
        )

    def _chain(self, row: Row, attribution: Attribution, outer: Chain | None) -> Chain:
        """The hops of the gold: those of the outer statement as they stand there, its own with their mentions."""
        hops = [self._id(hop) for hop in row["chain"]]
        links = list(outer or (Link(actor=self._use(hops[0])),))
        own = hops[len(links) :]
        at = len(own) - 1
        if len(own) > 1 and row["speaks_for"] is not None and own[-1] == row["speaks_for"]:
            at -= 1  # a principal comes after the source, and no words stand for it
        source = attribution.source
        if source is not None and row["source_kind"] == "document" and len(own) > 1:
            of = self.cast.of(source)
            at = own.index(of) if of in own else at
        for number, hop in enumerate(own):
            mine = number == at
            link = Link(actor=self._use(hop), mention=source if mine else self._relay(hop, attribution))
            links.append(self._told(link, row, attribution) if mine else link)
        if not own and source is not None and links[-1].mention != source:  # once more in one's own words
            links[-1] = self._told(replace(links[-1], mention=source), row, attribution)
        return Chain(links)

    def _told(self, link: Link, row: Row, attribution: Attribution) -> Link:
        """The link of the source itself: how it was said, to whom and when."""
        on, to = row.get("said_on"), row.get("addressee")
        return replace(
            link,
            cue=attribution.cue,
            addressees=(self._use(self._id(to)),) if to else (),
            on=Timex(from_=on["from"][:10], to=on["to"][:10]) if on and on["from"] and on["to"] else None,
        )

    def _relay(self, hop: str, attribution: Attribution) -> Span | None:
        spelt = hop.removeprefix("hop:").lower()  # a hop that is no actor of the story has no id in the cast
        return next(
            (
                r.mention
                for r in attribution.relays
                if hop == self.cast.of(r.mention) or spelt == r.mention.text.lower()
            ),
            None,
        )

    def _contacts(self, ids: Mapping[str, str]) -> Iterator[Contact]:
        for number, row in enumerate(self.gold.row["contacts"], 1):
            evidence = self._place(row, "evidence")
            if evidence is not None:
                known = row.get("from") and row.get("to")
                yield Contact(
                    id=f"c{number}", kind=row["kind"], status=row["status"],
                    parties=tuple(self._use(self._id(party)) for party in row["parties"]),
                    on=Timex(from_=row["from"][:10], to=row["to"][:10]) if known else None,
                    place=self._place(row, "place"), ordinal=row.get("ordinal"), evidence=evidence,
                    statement=ids.get(row.get("statement") or ""), score=1.0,
                )  # fmt: skip

    def _positions(self, ids: Mapping[str, str]) -> Iterator[Position]:
        for number, row in enumerate(self.gold.row["positions"], 1):
            evidence = self._place(row, "evidence")
            if evidence is not None:
                yield Position(
                    id=f"p{number}", holder=self._use(self._id(row["actor"])), target=row["issue"],
                    stance=row["stance"], evidence=evidence, statement=ids.get(row.get("statement") or ""), score=1.0,
                )  # fmt: skip

    def _timexes(self) -> tuple[Timex, ...]:
        if "dates" not in self.gold.row:
            return find_timexes(self.article)
        return tuple(
            Timex(span=self.article.span(*row["span"]), from_=row["from"], to=row["to"])
            for row in sorted(self.gold.row["dates"], key=lambda row: row["span"] or [])
            if row["span"]
        )

    def _place(self, row: Row, name: str) -> Span | None:
        place: Place | None = row.get(f"{name}_span")
        if place is None and row.get(name):
            place = scorer().find(self.article.text, row[name])
        return self.article.span(*place) if place else None

    def _id(self, name: str) -> str:
        return name if name in self.known else self.spelt.get(name.lower(), f"hop:{name}")

    def _use(self, id: str) -> str:
        """The id within this article; an actor that the cast does not know ("reporters") is a group by its words."""
        if id not in self.drafts:
            self.drafts[id] = Actor(id=id, kind="group", name=id.removeprefix("hop:"))
        return self.used.setdefault(id, f"a{len(self.used) + 1}")

    def _actor(self, id: str) -> Actor:
        draft, row = self.drafts[id], self.known.get(id, {})
        count, basis = self.counted.get(id, (None, None))
        unnamed = draft.unnamed or id in self.counted or (bool(row) and row["name"] is None)
        names = [name for name in (row.get("name"), *row.get("aliases", ())) if name]
        held = [name for name in names if _is_name(name, draft.kind) and _stands(name, self.article.text)]
        name = held[0] if held and held[0] == row["name"] else max(held, key=len, default=None)
        if id == self.cast.outlet:
            name = self.article.outlet
        elif not row:
            name = draft.name
        return replace(
            draft,
            id=self.used[id],
            name=None if unnamed else name,
            unnamed=unnamed,
            count=(count or row.get("count")) if unnamed else None,
            basis=(basis or row.get("basis")) if unnamed else None,
            speaks_for=tuple(self.used[principal] for principal in draft.speaks_for),
        )


def _counted(rows: Sequence[Row], id_of: Callable[[str], str]) -> dict[str, tuple[int | None, str | None]]:
    """The unnamed sources, with their count and basis."""
    return {
        id_of(row["chain"][-1]): (row["count"], row["basis"])
        for row in rows
        if row["source_kind"] == "anonymous" and row["source"]
    }


def _depth(row: Row, rows: Sequence[Row]) -> int:
    outer = next((other for other in rows if other["id"] == row["within"]), None)
    return 0 if outer is None else 1 + _depth(outer, rows)


def _is_name(words: str, kind: str) -> bool:
    """Whether words are a proper name: "he", "the driver" and "the Labour leader" are none."""
    if kind == "person" and words.split()[-1][0].islower():
        return False
    return words.lower() not in _PRONOUNS and any(word[0].isupper() for word in words.split() if word.lower() != "the")


def _stands(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def main() -> int:
    """Prints the figures of the perfect readings: what is short of 1 is lost between gold and records."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which", nargs="*", default=["training", "dev"])
    for which in parser.parse_args().which:
        tally = scorer().Tally()
        for gold in gold_readings(stories(which)):
            scorer().score_reading(gold.story, gold.row, encode(gold.reading), tally)
        figures = tally.figures()
        shown = (f"{name} {f.get('F1', f.get('accuracy')):.3f}" for name, f in figures.items())
        print(f"{which}: {'  '.join(shown)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
