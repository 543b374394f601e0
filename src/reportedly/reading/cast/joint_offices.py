"""Offices that several hold: "the foreign ministers of Vardosia and Ruthmar" are two people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.reading.cast import titles
from reportedly.reading.cast.nouns import Noun, noun, small_words
from reportedly.reading.cast.phrases import parse
from reportedly.reading.cast.scene import Draft, Reference, Scene

_HOLDERS = re.compile(r"([A-Za-z][a-z]+s(?:-general)?) (?:of|from) (?=(?:the )?[A-Z])")
_BEFORE = re.compile(r"(?:[\w-]+ ){0,3}\Z")
_LOOK = 60  # characters before the holders in which words that say more of them stand
_NEXT = re.compile(r",? and (?:the )?|, (?:the )?")
_SAYS_MORE = frozenset((*small_words("portfolio"), "prime", "deputy", "vice", "chief"))
_DETERMINES = frozenset(("the", "both", "two", "three", "four"))
_MANY = frozenset(("member", "senator", "general", "officer", "executive", "official"))  # a body has several
_OF_SOME = re.compile(r"\b(?:opposition|party|rebel|union) leader\b")  # who leads no country
_RULED = ("government", "organisation", "place")


def joint_holders(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Finds whom such words mean: somebody known, or somebody new for each country; the new ones are returned.

    Words for all of them that are an actor get them as `members`.
    """
    known = [*drafts]
    for start, end, office, bodies in _found(scene):
        whole = Reference(start, end, scene.text[start:end], parse(f"the {office}"), "person", scene.sentence_of(start))
        members = [_holder(known, whole, body) for body in bodies]
        for number, (member, body) in enumerate(zip(members, bodies, strict=True)):
            if member is None:
                member = members[number] = Draft(kind="person", roles=[f"{office} of {body.name}"], owner=body)
                known.append(member)
            member.references.append(whole)
        scene.joint[start, end] = [member for member in members if member is not None]
        for reference in scene.references[scene.position(start) :]:
            if reference.start >= end:
                break
            if reference.draft is not None and reference.draft.kind == "group" and not reference.draft.names:
                reference.draft.members = scene.joint[start, end]
                reference.draft.count = reference.draft.count or len(members)
    return known[len(drafts) :]


def holders(word: str) -> Noun | None:
    """The noun for those who hold an office: "ministers", not "neighbours"."""
    head = noun(word.lower())
    return head if head is not None and head.plural and "title" in head.marks else None


def _found(scene: Scene) -> Iterator[tuple[int, int, str, list[Draft]]]:
    """Where such words begin and end, the office in the singular, and the two or more bodies whose office it is."""
    for match in _HOLDERS.finditer(scene.text):
        head = holders(match[1])
        if head is None:
            continue
        lead = _BEFORE.search(scene.text, max(0, match.start() - _LOOK), match.start())
        before = lead[0].split() if lead is not None else []
        more = list[str]()
        while before and before[-1].lower() in _SAYS_MORE:
            more.insert(0, before.pop())
        if head.word in _MANY and "chief" not in more:
            continue
        start = match.start() - sum(len(word) + 1 for word in more)
        if before and before[-1].lower() in _DETERMINES:
            start -= len(before[-1]) + 1
        bodies, end = _bodies(scene, match.end())
        if len(bodies) > 1:
            yield start, end, " ".join((*more, head.word)).lower(), bodies


def _bodies(scene: Scene, place: int) -> tuple[list[Draft], int]:
    """The bodies that are named one after another from a place on, and where the last ends."""
    found, end = list[Draft](), place
    while (body := _body_at(scene, place)) is not None and body.draft is not None:
        found.append(body.draft)
        end = body.end
        joint = _NEXT.match(scene.text, end)
        if joint is None:
            break
        place = joint.end()
    return found, end


def _body_at(scene: Scene, start: int) -> Reference | None:
    """The body with a name that is mentioned at this place, with or without "the"."""
    for reference in scene.references[scene.position(start - 4) : scene.position(start + 5)]:
        bare = reference.start + 4 * reference.text[:4].lower().startswith("the ")
        draft = reference.draft if start in (reference.start, bare) else None
        if draft is not None and draft.names and draft.kind in _RULED:
            return reference
    return None


def _holder(drafts: Sequence[Draft], asked: Reference, body: Draft) -> Draft | None:
    """Who is known to hold this body's office."""
    known = (d for d in drafts if d.kind == "person" and titles.is_of(d, body))
    return titles.bearer([d for d in known if not any(map(_OF_SOME.search, d.roles))], asked, body)
