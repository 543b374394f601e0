"""The annotated articles that the encoder learns from, in one shape.

PolNeAR marks outermost attributions only (`nested_known` False); stories and real articles mark all of them, and
mentions, addressees, relays, acts besides (../shared/training/README.md, ../shared/stories/SPEC.md).
"""

from __future__ import annotations

import itertools
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.gum import documents, kept_for_reporting
from reportedly.records.statement import Sourcing
from training.written import load_written

Place = tuple[int, int]

SHARED = Path(os.environ.get("SHARED", "../shared"))

_SOURCING_OF: dict[str, Sourcing] = {
    "named": "on_record", "spokesperson": "spokesperson", "organisation": "institution", "document": "document",
    "outlet": "outlet", "anonymous": "unnamed", "none": "none",
}  # fmt: skip
_CONTACT_WORD = {
    kind: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for kind, words in {
        "meeting": r"me(?:t|et(?:s|ings?)?)\b|sat? down|sits? down|see[sn]?\b|saw\b|receiv\w+|session|audience|"
        r"conven\w+|gather\w*|encounter\w*|face[- ]to[- ]face|conference|round table|host\w*|"
        r"lunch\w*|dinner\w*|breakfast\w*|hearing\w*|debate\w*|summon\w*|reconven\w+|resum\w+|appear\w*|question\w*|"
        r"hosts?\b|appointment\w*|testif\w+",
        "call": r"(?:tele)?phon\w+|call(?:s|ed)?\b|conversation\w*|spoke\b|speak\w*|talk(?:s|ed)?\b|rang\b|r[iu]ng\b|"
        r"video\w*|contact\w*",
        "visit": r"visit\w*|travel\w*|trips?\b|arriv\w+|land(?:s|ed)?\b|fl(?:y|ies|ew|own|ight)\b|stop\b|"
        r"tour(?:s|ed|ing)?\b|came\b|comes?\b|go(?:es)?\b|went\b|journey\w*",
        "talks": r"talks?\b|negotiat\w+|consult\w+|discuss\w*|round\b|contacts?\b|session|met\b|meet\w*|mediat\w+",
        "summit": r"summit\w*|conference\w*|conven\w+|talks\b|met\b|meet\w*|gather\w*",
        "letter": r"letters?\b|wr(?:ote|ite|ites|itten|iting)\b|notes?\b|message\w*|e-?mail\w*|"
        r"sent\b|cable\w*|telegram\w*",
        "ceremony": r"ceremon\w+|sign\w*|inaugurat\w+|award\w*|funeral\w*|open\w*|memorial\w*|"
        r"commemorat\w+|handover|sworn\b",
    }.items()
}
_ANY_CONTACT_WORD = re.compile("|".join(words.pattern for words in _CONTACT_WORD.values()), re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’»)]*\s+(?=[\"“‘«(]*[A-Z0-9])|\n+")


@dataclass(frozen=True)
class Attribution:
    """One gold attribution: places of its parts, and its labels where the corpus has them."""

    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]
    addressees: tuple[Place, ...] = ()
    relays: tuple[Place, ...] = ()
    depth: int = 0
    act: str | None = None
    status: str | None = None
    sourcing: str | None = None


@dataclass(frozen=True)
class Mention:
    """A place that refers to an actor of the article."""

    actor: str
    kind: str | None
    place: Place


@dataclass(frozen=True)
class ContactGold:
    """One gold contact: the words that name it (None where the corpus does not say), and places of its parts."""

    evidence: Place
    trigger: Place | None
    kind: str
    status: str
    party: tuple[Place, ...] = ()
    place: tuple[Place, ...] = ()
    when: tuple[Place, ...] = ()


@dataclass(frozen=True)
class PositionGold:
    """One gold position: the words that show it, its stance, and where its holder is named."""

    evidence: Place
    stance: str
    holder: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Labelled:
    """A text and everything that its annotators marked."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...] = ()
    contacts: tuple[ContactGold, ...] = ()
    positions: tuple[PositionGold, ...] = ()
    nested_known: bool = False
    annotated: bool = True
    inner_known: bool = False  # found by reading contents again (training.reread)


def load_polnear(path: Path) -> list[Labelled]:
    """PolNeAR articles of a JSON Lines file; attributions without content are left out."""
    articles = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        attributions = tuple(
            Attribution(source=_places(a["source"]), cue=_places(a["cue"]), content=_places(a["content"]))
            for a in row["attributions"]
            if a["content"]
        )
        articles.append(Labelled(row["id"], row["text"], attributions))
    return articles


def load_stories(folder: Path) -> list[Labelled]:
    """Articles of the story files (version 2: exact places) of a folder, in the order of their names."""
    stories = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return [_of_story(story, article) for story in stories for article in story["articles"]]


def load_labels(folder: Path) -> list[Labelled]:
    """Articles of the stories written and labelled for this project."""
    return [_of_story(story, article) for story in load_written(folder) for article in story["articles"]]


def load_coreference(path: Path) -> list[Labelled]:
    """GUM's documents that are not kept for reporting, with whom each mention of somebody refers to."""
    return [
        Labelled(
            f"gum-coreference/{document.id}",
            document.text,
            (),
            tuple(Mention(reference.entity, None, reference.place) for reference in document.references),
            annotated=False,
        )
        for document in documents(path, reported=False)
    ]


def load_texts(folder: Path) -> list[Labelled]:
    """Texts of ../shared/corpora without their annotation, for a teacher to label: ECB+, and of GUM and MEANTIME the
    documents that are not kept for reporting."""
    articles = []
    for name in ("ecbplus", "gum", "meantime"):
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if name == "ecbplus" or not kept_for_reporting(row["doc_id"]):
                articles.append(Labelled(f"{name}/{row['doc_id']}", _text_of(row), (), annotated=False))
    return articles


def _places(rows: list[list[int]]) -> tuple[Place, ...]:
    return tuple((start, end) for start, end in rows)


def _text_of(row: dict[str, Any]) -> str:
    text: str = row["text"] if "text" in row else "\n".join(row["sentences"])
    return text


def sentences_of(text: str) -> list[Place]:
    """Rough sentence places: enough to look for a name beside a cue."""
    cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    return [(start, end) for start, end in itertools.pairwise(cuts) if start < end]


def _of_story(story: dict[str, Any], article: dict[str, Any]) -> Labelled:
    text = article["text"]
    actors = {actor["id"]: actor for actor in story["actors"]}
    mentions = tuple(
        Mention(m["actor"], actors.get(m["actor"], {}).get("kind"), tuple(m["span"])) for m in article["mentions"]
    )
    ids = {name.lower(): a["id"] for a in story["actors"] for name in [a["name"], *a.get("aliases", [])] if name}
    by_id = {s["id"]: s for s in article["statements"]}
    sentences = sentences_of(text)

    def near(key: str, statement: dict[str, Any], taken: list[Place]) -> tuple[Place, ...]:
        """The mention of an actor (id or words) that stands nearest the cue in the statement's own sentences."""
        parts = [p for p in (statement["source_span"], statement["cue_span"], *statement["content_spans"]) if p]
        low, high = min(p[0] for p in parts), max(p[1] for p in parts)
        low = max(start for start, _ in sentences if start <= low)
        high = min(end for _, end in sentences if end >= high)
        anchor = (statement["cue_span"] or statement["source_span"] or statement["content_spans"][0])[0]
        actor = key if key in actors else ids.get(key.lower())
        places = [m.place for m in mentions if m.actor == actor]
        if not places:
            places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(key)}(?!\w)", text, re.IGNORECASE)]
        places = [
            p for p in places if low <= p[0] and p[1] <= high and not any(p[0] < e and s < p[1] for s, e in taken)
        ]
        return (min(places, key=lambda p: abs(p[0] - anchor)),) if places else ()

    attributions = []
    for s in article["statements"]:
        depth, parent = 0, by_id.get(s["within"] or "")
        while parent is not None:
            depth, parent = depth + 1, by_id.get(parent["within"] or "")
        above = by_id[s["within"]]["chain"] if s["within"] else []
        content = [tuple(p) for p in s["content_spans"]]
        taken = [*content, *([tuple(s["source_span"])] if s["source_span"] else [])]
        own = {ids.get((s["source"] or "").lower()), s["speaker"], s["speaks_for"]}
        relays: tuple[Place, ...] = ()
        for hop in s["chain"][1:-1]:
            if hop not in above and ids.get(hop.lower(), hop) not in own and hop != s["source"]:
                relays += near(hop, s, taken)
        attributions.append(
            Attribution(
                source=(tuple(s["source_span"]),) if s["source_span"] else (),
                cue=(tuple(s["cue_span"]),) if s["cue_span"] else (),
                content=tuple(content),
                addressees=near(s["addressee"], s, taken) if s["addressee"] else (),
                relays=relays,
                depth=depth,
                act=s["act"],
                status=s["status"],
                sourcing=_SOURCING_OF[s["source_kind"]],
            )
        )
    places = {actor: [m.place for m in mentions if m.actor == actor] for actor in actors}
    return Labelled(
        article["id"],
        text,
        tuple(attributions),
        mentions,
        tuple(_contact_of(c, article, places, sentences) for c in article["contacts"]),
        tuple(_position_of(p, article, places, sentences) for p in article["positions"]),
        nested_known=True,
    )


def _contact_of(
    row: dict[str, Any], article: dict[str, Any], places: dict[str, list[Place]], sentences: list[Place]
) -> ContactGold:
    text, (start, end) = article["text"], row["evidence_span"]
    trigger = row.get("trigger_span")
    if trigger is None:
        named = _CONTACT_WORD[row["kind"]].search(text, start, end) or _ANY_CONTACT_WORD.search(text, start, end)
        trigger = named.span() if named else None
    at = trigger[0] if trigger else start
    low, high = _around((start, end), sentences)
    when = [
        tuple(d["span"])
        for d in article["dates"]
        if (d["from"], d["to"]) == (row["from"], row["to"]) and (d["from"] or d["to"])
    ]
    return ContactGold(
        evidence=(start, end),
        trigger=(trigger[0], trigger[1]) if trigger else None,
        kind=row["kind"],
        status=row["status"],
        party=tuple(p for party in row["parties"] for p in _nearest(places.get(party, []), at, low, high)),
        place=((row["place_span"][0], row["place_span"][1]),) if row["place_span"] else (),
        when=_nearest(when, at, low, high),
    )


def _position_of(
    row: dict[str, Any], article: dict[str, Any], places: dict[str, list[Place]], sentences: list[Place]
) -> PositionGold:
    start, end = row["evidence_span"]
    low, high = _around((start, end), sentences)
    return PositionGold((start, end), row["stance"], _nearest(places.get(row["actor"], []), start, low, high))


def _around(place: Place, sentences: list[Place]) -> Place:
    """The sentences that a place stands in, as one place."""
    low = max((s for s, _ in sentences if s <= place[0]), default=place[0])
    return low, min((e for _, e in sentences if e >= place[1]), default=place[1])


def _nearest(places: list[Any], at: int, low: int, high: int) -> tuple[Place, ...]:
    """Of the places within low:high the one nearest to a point, as a row of one or none."""
    inside = [p for p in places if low <= p[0] and p[1] <= high]
    return (min(inside, key=lambda p: abs(p[0] - at)),) if inside else ()
