"""Stories written and labelled for this project (`training/labels/`), turned into the story format of ../shared.

    python -m training.written training/labels/*.json      # checks every file, tells what and where is wrong

A file is a story as ../shared/stories/SPEC.md has it, without places: `paragraphs` in place of `text`, mentions marked
in them as `[[words|actor]]` (they may nest), and everything else quoted. A quoted string must stand once in the
article; where it does not, more words around it and angle brackets pick one: `"Varga <said> on Monday"`. Stories with
`claims` have the whole flow of information: origins, which claim a statement carries, what articles were made from.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from reportedly.records import ACTOR_KINDS, CHANGES
from reportedly.records.contact import CONTACT_KINDS, CONTACT_STATUSES
from reportedly.records.position import STANCES
from reportedly.records.statement import ACTS, STATUSES

LABELS = Path(__file__).parent / "labels"
Place = tuple[int, int]
_MARK = re.compile(r"\[\[|\|([A-Za-z]\w*)\]\]")
_CHOICES: dict[str, set[str]] = {
    "mode": {"direct", "mixed", "indirect"},
    "source_kind": {"named", "spokesperson", "organisation", "document", "outlet", "anonymous", "none"},
    "act": set(ACTS),
    "status": set(STATUSES),
}
DERIVED = {"syndicated", "rewritten", "excerpted", "translated"}
_CONTACT: dict[str, set[str]] = {
    "kind": set(CONTACT_KINDS),
    "status": set(CONTACT_STATUSES),
}


def load_written(folder: Path) -> list[dict[str, Any]]:
    """The stories of a folder with exact places, in the order of their names; ValueError says what is wrong where."""
    return [story_of(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json"))]


def story_of(written: dict[str, Any]) -> dict[str, Any]:
    """A story with texts and places; ValueError lists everything that does not fit."""
    errors: list[str] = []
    actors = {actor["id"] for actor in written["actors"]}
    errors += [f"actor {a['id']}: kind {a['kind']!r}" for a in written["actors"] if a["kind"] not in ACTOR_KINDS]
    articles = [_article(article, actors, errors) for article in written["articles"]]
    if "claims" in written:
        errors += _wrong_flow(written)
    if errors:
        raise ValueError(f"{written['story']}:\n  " + "\n  ".join(errors))
    return {**written, "articles": articles}


def _article(written: dict[str, Any], actors: set[str], errors: list[str]) -> dict[str, Any]:
    text, mentions = _unmarked("\n\n".join(written["paragraphs"]))
    name = written["id"]
    ids = {s["id"] for s in written["statements"]}

    def place(what: str, quoted: str | None) -> tuple[str | None, list[int] | None]:
        if quoted is None:
            return None, None
        whole, start, end = quoted, 0, len(quoted)
        if "<" in quoted:
            start, end = quoted.index("<"), quoted.index(">") - 1
            whole = quoted.replace("<", "").replace(">", "")
        found = [m.start() for m in re.finditer(re.escape(whole), text)]
        if len(found) != 1:
            errors.append(f"{name} {what}: {quoted!r} stands {len(found)} times; it must stand once")
            return whole[start:end], [0, 0]
        return whole[start:end], [found[0] + start, found[0] + end]

    def known(what: str, actor: str | None) -> None:
        if actor is not None and actor not in actors:
            errors.append(f"{name} {what}: no actor {actor!r}")

    def chosen(what: str, row: dict[str, Any], choices: dict[str, set[str]]) -> None:
        for key, values in choices.items():
            if row.get(key) not in values:
                errors.append(f"{name} {what}: {key} is {row.get(key)!r}")

    statements = []
    for s in written["statements"]:
        what = f"statement {s['id']}"
        chosen(what, s, _CHOICES)
        for key in ("speaker", "speaks_for"):
            known(what, s[key])
        if s["within"] is not None and (s["within"] not in ids or s["within"] == s["id"]):
            errors.append(f"{name} {what}: within {s['within']!r}")
        source, source_span = place(f"{what} source", s["source"])
        cue, cue_span = place(f"{what} cue", s["cue"])
        content = [place(f"{what} content", piece) for piece in s["content"]]
        statements.append({
            **s, "source": source, "source_span": source_span, "cue": cue, "cue_span": cue_span,
            "content": [words for words, _ in content], "content_spans": [span for _, span in content],
        })  # fmt: skip
    contacts = []
    for number, c in enumerate(written["contacts"]):
        what = f"contact {number}"
        chosen(what, c, _CONTACT)
        for party in c["parties"]:
            known(what, party)
        evidence, evidence_span = place(f"{what} evidence", c["evidence"])
        at, place_span = place(f"{what} place", c["place"])
        trigger, trigger_span = place(f"{what} trigger", c["trigger"])
        contacts.append({
            **c, "evidence": evidence, "evidence_span": evidence_span, "place": at, "place_span": place_span,
            "trigger": trigger, "trigger_span": trigger_span,
        })  # fmt: skip
    positions = []
    for number, p in enumerate(written["positions"]):
        chosen(f"position {number}", p, {"stance": set(STANCES)})
        known(f"position {number}", p["actor"])
        evidence, evidence_span = place(f"position {number} evidence", p["evidence"])
        positions.append({**p, "evidence": evidence, "evidence_span": evidence_span})
    dates = []
    for number, d in enumerate(written["dates"]):
        words, span = place(f"date {number}", d["text"])
        dates.append({**d, "text": words, "span": span})
    furniture = []
    for f in written["furniture"]:
        words, span = place(f"furniture {f['kind']}", f["text"])
        furniture.append({**f, "text": words, "span": span})
    for actor, _ in mentions:
        known("mention", actor)
    return {
        **{key: value for key, value in written.items() if key != "paragraphs"}, "text": text,
        "mentions": [{"actor": actor, "span": list(span)} for actor, span in mentions],
        "statements": statements, "contacts": contacts, "positions": positions, "dates": dates, "furniture": furniture,
    }  # fmt: skip


def _wrong_flow(written: dict[str, Any]) -> Iterator[str]:
    """What does not fit in the flow of information of a story."""
    articles = {article["id"]: article for article in written["articles"]}
    claims = {claim["id"]: claim for claim in written["claims"]}
    origins = {origin["id"] for origin in written["origins"]}
    told: dict[str, set[str]] = {id: set() for id in claims}
    for id, article in articles.items():
        for row in article["derived_from"]:
            if row["article"] not in articles or row["how"] not in DERIVED or not isinstance(row["credited"], bool):
                yield f"{id}: derived from {row}"
            elif _when(articles[row["article"]]) >= _when(article):
                yield f"{id}: derived from {row['article']}, which is not earlier"
        for statement in article["statements"]:
            if statement["chain"][:1] != [article["outlet"]]:
                yield f"{id} {statement['id']}: the chain does not begin with {article['outlet']}"
            if statement["claim"] is not None:
                told.setdefault(statement["claim"], set()).add(id)
    yield from (f"claim {id}: it is told, but there is none" for id in told.keys() - claims.keys())
    for id, claim in claims.items():
        if claim["first_report"] not in told[id]:
            yield f"claim {id}: its first report {claim['first_report']!r} does not tell it"
        if (claim["distorts"] is None) != bool(claim["origins"]) or not origins.issuperset(claim["origins"]):
            yield f"claim {id}: origins {claim['origins']}; one that distorts another has none, others have"
        if claim["distorts"] is not None and (claim["distorts"] not in claims or claim["distortion"] not in CHANGES):
            yield f"claim {id}: distorts {claim['distorts']!r}, {claim['distortion']!r}"
        yield from (
            f"claim {id}: contradicts {other!r}, and that one not it"
            for other in claim["contradicts"]
            if other not in claims or id not in claims[other]["contradicts"]
        )


def _when(article: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(article["published"])


def _unmarked(marked: str) -> tuple[str, list[tuple[str, Place]]]:
    """The text without marks, and the actor and place of each mention."""
    text, last, opened = "", 0, []
    mentions = []
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark[1] is None:
            opened.append(len(text))
        elif not opened:
            raise ValueError(f"a mention ends that never began: {marked[max(0, mark.start() - 40) : mark.end()]!r}")
        else:
            mentions.append((mark[1], (opened.pop(), len(text))))
    if opened:
        raise ValueError(f"a mention has no end: {text[opened[-1] : opened[-1] + 60]!r}")
    return text + marked[last:], sorted(mentions, key=lambda m: m[1])


def main() -> int:
    wrong = 0
    for path in sys.argv[1:]:
        try:
            story = story_of(json.loads(Path(path).read_text(encoding="utf-8")))
        except (ValueError, KeyError) as error:
            wrong += 1
            print(f"{path}: {error!r}" if isinstance(error, KeyError) else f"{path}: {error}")
        else:
            kinds = ("statements", "contacts", "positions", "dates", "mentions")
            counts = ", ".join(f"{sum(len(a[kind]) for a in story['articles'])} {kind}" for kind in kinds)
            print(f"{path}: {len(story['articles'])} articles, {counts}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
