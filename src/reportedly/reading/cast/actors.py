"""Who is who inside one article: names, titles, pronouns, groups, spokespeople, and the outlet itself.

`resolve(article, attributions, mentions)` gives the `Cast`; `sourcing_of` says what kind of source an actor is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.bodies import name_of_body
from reportedly.reading.cast.clients import note_clients
from reportedly.reading.cast.resolution import resolve_drafts
from reportedly.reading.cast.scene import Antecedents, Draft, Scene
from reportedly.reading.cast.seats import note_seats
from reportedly.reading.cast.spokespeople import is_spokesperson
from reportedly.reading.cast.unmarked import is_press, is_press_talk
from reportedly.reading.cast.whose import roles_told
from reportedly.reading.layout.agencies import abbreviates, known_agency
from reportedly.records import Actor, Article, Sourcing, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The actors of one article, and which of them a span refers to.

    `outlet` is the id of the outlet that published the article, always the first actor. `principals` are those
    whose words an actor's are, or who wrote a document. `groups` tells, for "one of them", the actor of the group,
    `members` of a group those that are known one by one; `joint` has them by the place of such words as "the
    ministers of Sarn and Olden". `wires` has the actor of each agency in `article.wires`, whether or not the text
    mentions it.
    """

    actors: tuple[Actor, ...]
    outlet: str
    principals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    joint: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    wires: Mapping[str, str] = field(default_factory=dict)
    sourcings: Mapping[str, Sourcing] = field(default_factory=dict)
    places: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def of(self, span: Span) -> str | None:
        """The id of the actor that a span refers to; None when it refers to none."""
        return self.places.get((span.start, span.end))

    def actor(self, id: str) -> Actor:
        """The actor with this id; KeyError when there is none."""
        for actor in self.actors:
            if actor.id == id:
                return actor
        raise KeyError(f"no actor {id} in this cast")

    def sourcing(self, id: str | None) -> Sourcing:
        """What kind of source this actor is; "none" for no actor."""
        return "none" if id is None else self.sourcings[id]


def resolve(
    article: Article,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    antecedents: Antecedents | None = None,
) -> Cast:
    """The cast of an article: every source, addressee, relay and mention gets its actor.

    `antecedents` is asked where the rules are unsure whom a pronoun means.
    """
    scene = Scene(article, attributions, mentions, antecedents)
    outlet, drafts = resolve_drafts(scene)
    for draft in drafts:
        draft.unnamed = draft.unnamed or _is_called_nothing(draft)
    note_clients(scene, drafts)
    note_seats(drafts)
    order = [outlet, *sorted((d for d in drafts if d is not outlet and _takes_part(d)), key=_first)]
    wires: dict[str, Draft] = {}
    for name in article.wires:
        known = next((d for d in order if d.kind == "outlet" and any(_same_agency(name, n) for n in d.names)), None)
        wires[name] = known or Draft(kind="outlet", names=[name])
        if known is None:
            order.append(wires[name])
    ids = {id(draft): f"a{number}" for number, draft in enumerate(order, 1)}
    principals = {id(d): tuple(ids[id(p)] for p in d.principals if id(p) in ids) for d in order}
    actors = tuple(
        Actor(
            id=ids[id(draft)],
            kind=draft.kind or "person",
            name=draft.name or name_of_body(draft),
            roles=tuple(roles_told(scene, draft)),
            unnamed=draft.unnamed,
            count=draft.count if draft.unnamed else None,
            basis=draft.basis.words if draft.basis is not None else None,
            speaks_for=principals[id(draft)] if draft.kind != "document" else (),
            mentions=tuple(article.span(*place) for place in _places_of(draft)),
        )
        for draft in order
    )
    return Cast(
        actors=actors,
        outlet=actors[0].id,
        principals={ids[id(d)]: found for d in order if (found := principals[id(d)]) and not _says_it_itself(d)},
        groups={ids[id(d)]: ids[id(d.group)] for d in order if d.group is not None and id(d.group) in ids},
        members={ids[id(d)]: tuple(ids[id(m)] for m in d.members) for d in order if d.members},
        joint={place: tuple(ids[id(m)] for m in found) for place, found in scene.joint.items()},
        wires={name: ids[id(draft)] for name, draft in wires.items()},
        sourcings={ids[id(d)]: _sourcing(d) for d in order},
        places={place: ids[id(r.draft)] for place, r in scene.at.items() if id(r.draft) in ids},
    )


def _first(draft: Draft) -> int:
    return min(reference.start for reference in draft.references)


def _takes_part(draft: Draft) -> bool:
    """Whether an actor is more than a name in passing: marked, or meant by a pronoun."""
    return any(reference.marked or reference.phrase.shape == "pronoun" for reference in draft.references)


def _says_it_itself(draft: Draft) -> bool:
    """Whether what somebody's body says is its own: a candidate's campaign."""
    return any((head := one.phrase.head) is not None and head.word == "campaign" for one in draft.references)


def _is_called_nothing(draft: Draft) -> bool:
    """Whether somebody has neither a name nor a role, nor any words but pronouns: "who has written about it"."""
    said = draft.references and all(reference.phrase.shape == "pronoun" for reference in draft.references)
    return bool(said) and draft.kind in ("person", "group", None) and not draft.names and not draft.roles


def _places_of(draft: Draft) -> list[tuple[int, int]]:
    """The places of an actor's mentions, but for those inside another of its own; a member's begin with its group's.

    Where it has no name its first mention stands for it, which is then no "I" that only rules have found.
    """
    places: list[tuple[int, int]] = []
    telling = (r.start for r in draft.references if r.marked or r.phrase.shape != "pronoun")
    begin = 0 if draft.names else min(telling, default=0)
    found = {(r.start, r.end) for r in draft.references if r.start >= begin}
    for place in sorted(found, key=lambda place: (place[0], -place[1])):
        if not places or place[1] > places[-1][1]:
            places.append(place)
    if draft.group is not None:
        first = draft.group.references[0]
        outer = first.outer  # "two of her aides" is what the group is called of which one said more
        if outer is not None and outer.draft is not None and outer.draft.group is draft.group:
            first = outer
        if draft is not first.draft:
            places.insert(0, (first.start, first.end))
    elif not draft.names and (people := _press_people(draft)) is not None:
        places.insert(0, people)
    return places


def _press_people(draft: Draft) -> tuple[int, int] | None:
    """The place of "reporters" where they are first called "a news conference", which nobody is."""
    called = sorted(draft.references, key=lambda reference: reference.start)
    if not called or not is_press_talk(called[0].text):
        return None
    return next(((r.start, r.end) for r in called if is_press(r.text)), None)


def _same_agency(name: str, other: str) -> bool:
    """Whether an outlet's name means the agency that is credited by this name."""
    bare = other.removeprefix("The ").removeprefix("the ")
    return name == bare or known_agency(bare) == name or abbreviates(name, bare) or abbreviates(bare, name)


def _sourcing(draft: Draft) -> Sourcing:
    if draft.kind == "outlet":
        return "outlet"
    if draft.kind == "document":
        return "document"
    if is_spokesperson(draft) and draft.kind in ("person", "group", None):
        return "spokesperson"
    if draft.unnamed:
        fronts = draft.kind == "person" and draft.owner is not None and draft.owner in draft.principals
        return "spokesperson" if fronts else "unnamed"  # "his agent"
    if draft.kind == "person":
        return "spokesperson" if draft.principals else "on_record"
    return "institution"
