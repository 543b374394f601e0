"""Who is who: the worked examples of tests/cases/actors, and what a cast promises.

The second part of a case lists `source | cue | content` and `words, words: kind` for mentions; every occurrence of the
words is one. The third part lists what is expected:

    Mark Orten = Orten; He                      these are all mentions of the actor that has this name
    Dmitro Pesk speaks for Vlad Putnam
    One of them belongs to Three officials      a member of that group
    Three officials counts 3
    Three officials knows: briefed on it        why they would know
    Ada Renn has the role Prime Minister
    Ada Renn is on record                       the kind of source; also: a spokesperson, unnamed, an institution, …

An actor without a name goes by the first words that stand in the text for it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.actors import Cast, resolve
from reportedly.reading.cast.scene import Draft
from reportedly.records import ACTOR_KINDS, Actor, ActorKind, Article, Span
from tests.byhand import find
from tests.cases import Case, cases

SOURCINGS = {
    "on record": "on_record", "a spokesperson": "spokesperson", "unnamed": "unnamed", "an institution": "institution",
    "a document": "document", "an outlet": "outlet",
}  # fmt: skip


def places(article: Article, words: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", article.text):
        yield article.span(*match.span())


def cast_of(article: Article, lines: list[str]) -> Cast:
    """The cast that the lines of the second part lead to."""
    attributions, mentions = [], []
    after = -1
    for line in lines:
        if "|" in line:
            source, cue, content = (part.strip() for part in line.split("|"))
            said = find(article, content)
            near = min(places(article, source), key=lambda span: (span.start <= after, abs(span.start - said.start)))
            after = max(after, near.start)
            attributions.append(
                Attribution(source=near, cue=next(places(article, cue)), content=(said,), form="indirect")
            )
        else:
            words, _, kind = line.rpartition(": ")
            (known,) = (one for one in ACTOR_KINDS if one == kind)
            for one in words.split(", "):
                mentions += [Mention(span=span, kind=known) for span in places(article, one)]
    return resolve(article, attributions, mentions)


def own_words(cast: Cast, actor: Actor) -> list[str]:
    return [span.text for span in actor.mentions if cast.of(span) == actor.id]


def labels(cast: Cast) -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    for actor in cast.actors:
        words = own_words(cast, actor)
        found.setdefault(actor.name or (words[0] if words else ""), actor)
    return found


@pytest.mark.parametrize("case", cases("actors"), ids=lambda case: case.name)
def test_worked_examples(case: Case) -> None:
    given, expected = (case.expected[: case.expected.index("--")], case.expected[case.expected.index("--") + 1 :])
    cast = cast_of(case.article, list(given))
    known = labels(cast)
    for line in expected:
        who, verb, what = re.fullmatch(
            r"(.+?) (=|speaks for|belongs to|counts|knows:|has the role|is) (.+)", line
        ).groups()  # type: ignore[union-attr]  # a line that does not match fails the test
        assert who in known, f"{line}: there are {list(known)}"
        actor = known[who]
        if verb == "=":
            assert [span.text for span in actor.mentions] == what.split("; "), line
        elif verb == "speaks for":
            assert actor.speaks_for == (known[what].id,), line
        elif verb == "belongs to":
            assert cast.groups[actor.id] == known[what].id, line
        elif verb == "counts":
            assert actor.unnamed, line
            assert actor.count == int(what), line
        elif verb == "knows:":
            assert actor.basis == what, line
        elif verb == "has the role":
            assert what in actor.roles, f"{line}: {actor.roles}"
        else:
            assert cast.sourcing(actor.id) == SOURCINGS[what], line


def test_the_outlet_is_the_first_actor_even_without_a_name() -> None:
    cast = resolve(Article.of("Nothing is known."), [], [])
    assert cast.outlet == "a1"
    assert cast.actor("a1") == Actor(id="a1", kind="outlet")


def test_ids_follow_the_reading_order() -> None:
    article = Article.of("Renn met Vale.", outlet="The Lantern")
    cast = resolve(article, [], [Mention(span=find(article, name), kind="person") for name in ("Vale", "Renn")])
    assert [(actor.id, actor.name) for actor in cast.actors] == [("a1", "The Lantern"), ("a2", "Renn"), ("a3", "Vale")]


def test_a_span_that_refers_to_nobody_has_no_actor() -> None:
    article = Article.of("It rains, Renn said.", outlet="The Lantern")
    rain, renn = find(article, "It"), find(article, "Renn")
    said = Attribution(source=renn, cue=find(article, "said"), content=(find(article, "It rains"),), form="indirect")
    cast = resolve(article, [said], [Mention(span=rain, kind="organisation")])
    assert cast.of(rain) is None
    assert cast.of(article.span(3, 8)) is None
    assert cast.sourcing(cast.of(rain)) == "none"
    assert cast.sourcing(cast.of(renn)) == "on_record"


def test_whoever_says_i_in_words_of_nobody_known_is_not_the_outlet() -> None:
    article = Article.of("“I am told that I won.” It was late.", outlet="The Lantern")
    said = Attribution(source=None, cue=None, content=(find(article, "I am told that I won."),), form="direct")
    told = Attribution(
        source=None, cue=find(article, "am told"), content=(find(article, "I won"),), form="indirect", within=0
    )
    first, second = article.span(1, 2), article.span(16, 17)
    cast = resolve(article, [said, told], [Mention(span=place, kind="person") for place in (first, second)])
    assert cast.of(first) not in (None, cast.outlet)
    assert cast.of(second) is not None


@pytest.mark.parametrize(("listener", "meant"), [("Kell", "Kell"), ("", None)])
def test_you_is_whoever_is_told(listener: str, meant: str | None) -> None:
    article = Article.of(f"Voss and Kell met. “You want a war,” Voss told {listener}.", outlet="The Lantern")
    told = find(article, listener, nth=2) if listener else None
    said = Attribution(
        source=find(article, "Voss", nth=2), cue=find(article, "told"),
        content=(find(article, "You want a war,"),), addressees=(told,) if told else (), form="direct",
    )  # fmt: skip
    wants = Attribution(
        source=find(article, "You"),
        cue=find(article, "want"),
        content=(find(article, "a war"),),
        form="indirect",
        within=0,
    )
    names = [Mention(span=article.span(at, at + 4), kind="person") for at in (0, 9)]
    cast = resolve(article, [said, wants], names)
    assert cast.actor(cast.of(find(article, "You")) or "").name == meant


def test_an_unknown_actor_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="a9"):
        resolve(Article.of("Nothing is known."), [], []).actor("a9")


def test_the_full_name_is_found_without_the_encoder() -> None:
    article = Article.of("Mark Orten came late. “Sorry,” Orten said.")
    said = Attribution(source=find(article, "Orten", nth=2), cue=None, content=(find(article, "Sorry"),), form="direct")
    cast = resolve(article, [said], [])
    assert [actor.name for actor in cast.actors] == [None, "Mark Orten"]


@pytest.mark.parametrize("kind", ACTOR_KINDS)
def test_a_wrong_kind_does_not_hide_a_title(kind: str) -> None:
    article = Article.of("General Ruben Cald refused. “No,” Cald said.")
    (known,) = (one for one in ACTOR_KINDS if one == kind)
    mentions = [
        Mention(span=find(article, "General Ruben Cald"), kind=known),
        Mention(span=find(article, "Cald", nth=2), kind="person"),
    ]
    cast = resolve(article, [], mentions)
    assert len(cast.actors) == 2


def test_every_source_has_an_actor_and_every_id_is_known() -> None:
    article = Article.of("She said he said they said it said the second said another said who said.")
    names = ("She", "he", "they", "it", "the second", "another", "who")
    said = [
        Attribution(source=find(article, name + " said"), cue=None, content=(find(article, "said."),), form="indirect")
        for name in names
    ]
    cast = resolve(article, said, [])
    ids = {actor.id for actor in cast.actors}
    assert all(cast.of(attribution.source) in ids for attribution in said if attribution.source)
    assert all(principal in ids for actor in cast.actors for principal in actor.speaks_for)


def test_a_mention_without_a_word_is_an_actor_like_any_other() -> None:
    article = Article.of("Renn agreed. Vale did not.")
    assert len(resolve(article, [], [Mention(span=find(article, "."), kind="organisation")]).actors) == 2


def test_names_of_a_transcript_stand_bare_and_name_nobody_before() -> None:
    article = Article.of("Ada Renn's lawyer said it was over.\n\nTIMUR OSZHAN: Is it?")
    lawyer, other = find(article, "Ada Renn's lawyer"), find(article, "TIMUR OSZHAN")
    said = [
        Attribution(source=lawyer, cue=find(article, "said"), content=(find(article, "it was over"),), form="indirect"),
        Attribution(source=other, cue=None, content=(find(article, "Is it?"),), form="direct"),
    ]
    cast = resolve(article, said, [Mention(span=lawyer, kind="person"), Mention(span=other, kind="person")])
    assert cast.of(lawyer) != cast.of(other)


def test_a_spokeswoman_speaks_for_no_state_that_she_is_quoted_on() -> None:
    article = Article.of("Alkor Lines denies it. “No ship of ours went to Dravenia,” Tessa Rowe, a spokeswoman, wrote.")
    source, content = "Tessa Rowe, a spokeswoman", "No ship of ours went to Dravenia"
    said = Attribution(source=find(article, source), cue=None, content=(find(article, content),), form="direct")
    kinds: dict[str, ActorKind] = {"Alkor Lines": "organisation", "Dravenia": "government", source: "person"}
    cast = resolve(article, [said], [Mention(span=find(article, words), kind=kind) for words, kind in kinds.items()])
    spokeswoman = cast.actor(cast.of(find(article, source)) or "")
    assert [cast.actor(id).name for id in spokeswoman.speaks_for] == ["Alkor Lines"]


def test_a_body_that_begins_like_a_first_name_is_a_body() -> None:
    article = Article.of("Alkor Lines denies it. Alkor owns no ship.")
    mentions = [
        Mention(span=find(article, "Alkor Lines"), kind="organisation"),
        Mention(span=find(article, "Alkor", nth=2), kind="person"),
    ]
    assert [(actor.kind, actor.name) for actor in resolve(article, [], mentions).actors[1:]] == [
        ("organisation", "Alkor Lines")
    ]


def test_the_real_ada_renn_has_no_role() -> None:
    draft = Draft(names=["Ada Renn"])
    draft.add_role("The real")
    assert draft.roles == []


@pytest.mark.parametrize(
    ("words", "kind", "count"), [("No one", "person", None), ("A second set of papers", "document", None)]
)
def test_what_points_into_no_group_has_none_of_its_basis(words: str, kind: str, count: int | None) -> None:
    article = Article.of(f"Two clerks briefed on the plan said no. {words} says when.")
    spans = [find(article, one) for one in ("Two clerks briefed on the plan", words)]
    said = [
        Attribution(source=span, cue=find(article, cue), content=(find(article, what),), form="indirect")
        for span, cue, what in zip(spans, ("said", "says"), ("no", "when"), strict=True)
    ]
    cast = resolve(article, said, [Mention(span=span, kind="group") for span in spans])
    actor = cast.actor(cast.of(spans[1]) or "")
    assert (actor.kind, actor.count, actor.basis) == (kind, count, None)


@pytest.mark.parametrize(("pages", "defended"), [(1, True), (400, False)])
def test_a_trial_that_is_told_of_far_away_is_another(pages: int, defended: bool) -> None:
    filler = "The harbour was quiet on that day.\n" * pages
    article = Article.of(f"Ada Renn was convicted.\n{filler}A defence lawyer said no.")
    names = [find(article, words) for words in ("Ada Renn", "A defence lawyer")]
    said = Attribution(source=names[1], cue=find(article, "said"), content=(find(article, "no."),), form="indirect")
    cast = resolve(article, [said], [Mention(span=name, kind="person") for name in names])
    renn, lawyer = map(cast.of, names)
    assert lawyer is not None
    assert (renn in cast.actor(lawyer).speaks_for) == defended


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The clash", "document"),
        ("Her instinctive preference", "document"),
        ("A slew of deputies", "person"),
        ("Those surveyed", "person"),
        ("The fuming general each time", "person"),
        ("Everyone", "person"),
    ],
)
def test_a_thing_that_shows_something_is_nobody_who_says_it(words: str, kind: str) -> None:
    article = Article.of(f"{words} showed that the road was shut.")
    source, cue, content = (find(article, part) for part in (words, "showed", "the road was shut"))
    cast = resolve(article, [Attribution(source=source, cue=cue, content=(content,), form="indirect")], [])
    actor = cast.actor(cast.of(source) or "")
    assert (actor.kind, actor.unnamed) == (kind, kind == "person")
