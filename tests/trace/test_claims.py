from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reportedly.records import CHANGES
from reportedly.trace.claims import candidate_pairs, claims_of, find_claims, gather
from reportedly.trace.contradictions import find_contradictions
from reportedly.trace.evidence import evidence
from reportedly.trace.firsts import Credited, first_report
from reportedly.trace.kinds import KINDS, Matches
from reportedly.trace.kinship import Kinship
from reportedly.trace.said import Said
from tests.trace.tellings import ENGINEERS, VALE, WIRE, Hop, Line, article, made_from, tell

NINE = "Nine skippers were fined for unloading timber at the north quay"
NINETY = "Ninety skippers were fined for unloading timber at the north quay"
MORNING, NOON, NIGHT = "2031-03-03T08:00:00Z", "2031-03-03T12:00:00Z", "2031-03-03T20:00:00Z"


def row(**given: float) -> np.ndarray:
    kinds = np.zeros(len(KINDS), np.float32)
    for name, value in given.items():
        kinds[KINDS.index(name)] = value
    kinds[-1] = 1 - kinds.sum()
    return kinds


def test_rows_gather_while_they_are_near() -> None:
    scores = {(0, 1): 3.0, (1, 2): 2.0, (0, 2): 0.5, (2, 3): -4.0}
    assert gather(5, scores, 0.0) == [[0, 1, 2], [3], [4]]


def test_two_good_groups_do_not_join_over_one_pair() -> None:
    scores = {(0, 1): 4.0, (2, 3): 4.0, (1, 2): 1.0, (0, 2): -5.0, (1, 3): -5.0, (0, 3): -5.0}
    assert gather(4, scores, 0.0) == [[0, 1], [2, 3]]


def test_statements_that_share_nothing_are_not_compared() -> None:
    told = tell(
        article("A", MORNING, Line(content=NINE, hops=(VALE,))),
        article("B", NOON, Line(content="Tickets cost eight crowns", hops=(Hop(name="Lise Morn"),))),
        article("C", NIGHT, Line(content=NINETY, hops=(Hop(name="Jo Marsh"),))),
    )
    assert candidate_pairs(told) == [(0, 2)]


@pytest.mark.weights
def test_a_claim_is_one_over_reprints_and_paraphrases() -> None:
    wire = article("Meridian Wire", MORNING, Line(content=NINE, hops=(VALE,)))
    later = article(
        "Lantern",
        NOON,
        Line(content="nine skippers were fined for timber unloaded at the north quay", hops=(WIRE, VALE)),
    )
    claims = find_claims(tell(wire, later), Kinship.of([made_from(later, wire)]))
    assert [[telling.article for telling in claim.statements] for claim in claims] == [["meridian-wire-1", "lantern-1"]]
    assert claims[0].wording == NINE
    assert claims[0].first_report == ("meridian-wire-1",)
    assert claims[0].independent_origins == 1
    assert not claims[0].variants


@pytest.mark.weights
def test_another_number_is_never_support() -> None:
    wire = article("Meridian Wire", MORNING, Line(content=NINE, hops=(VALE,)))
    later = article("Lantern", NOON, Line(content=NINETY, hops=(WIRE, VALE)))
    claims = find_claims(tell(wire, later), Kinship.of([made_from(later, wire)]))
    support = [
        telling.article
        for claim in claims
        for telling in claim.statements
        if claim.wording == NINE and telling.article not in {variant.article for variant in claim.variants}
    ]
    assert support == ["meridian-wire-1"]


def test_a_variant_stands_in_the_claim_that_it_distorts() -> None:
    told = tell(
        article("A", MORNING, Line(content=NINE, hops=(VALE,))),
        article("B", NOON, Line(content=NINETY, hops=(VALE,))),
    )
    (claim,) = claims_of(told, Matches({(0, 1): row(number=0.8)}), Kinship.of([]))
    (variant,) = claim.variants
    assert (variant.article, variant.how, variant.against.article) == ("b-1", "number", "a-1")
    assert [span.text for span in variant.evidence] == ["Ninety", "Nine"]
    assert len(claim.statements) == 2
    assert claim.first_report == ("a-1",)
    assert [origin.articles for origin in claim.origins] == [("a-1",)]


@pytest.mark.parametrize(("how", "variants"), [("number", 0), ("hedge", 1), ("negation", 1)])
def test_a_changed_number_that_the_words_do_not_show_is_none(how: str, variants: int) -> None:
    told = tell(
        article("A", MORNING, Line(content="The quay was closed", hops=(VALE,))),
        article("B", NOON, Line(content="The quay was not closed", hops=(VALE,))),
    )
    claims = claims_of(told, Matches({(0, 1): row(**{how: 0.9})}), Kinship.of([]))
    assert sum(len(claim.variants) for claim in claims) == variants


@pytest.mark.parametrize("kind", ["negation", "contradiction"])
@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("whether the quay was not closed", False),
        ("why the quay was not closed", False),
        ("it had no comment on the quay", False),
        ("The quay was not closed", True),
    ],
)
def test_who_would_not_say_whether_it_is_so_changes_and_contradicts_nothing(
    kind: str, content: str, shown: bool
) -> None:
    told = tell(
        article("A", MORNING, Line(content="The quay was closed", hops=(VALE,))),
        article("B", NOON, Line(content=content, hops=(VALE,), cue="would not say")),
    )
    claims = claims_of(told, Matches({(0, 1): row(**{kind: 0.9})}), Kinship.of([]))
    assert any(claim.variants or claim.contradicts for claim in claims) is shown


def test_the_earlier_telling_is_never_the_variant() -> None:
    told = tell(
        article("A", MORNING, Line(content=NINETY, hops=(VALE,))),
        article("B", MORNING, Line(content=NINE, hops=(VALE,))),
    )
    assert all(not claim.variants for claim in claims_of(told, Matches({(0, 1): row(number=0.9)}), Kinship.of([])))


def test_of_a_group_that_changes_a_claim_only_what_changes_it_by_itself_is_flagged() -> None:
    told = tell(
        article("A", MORNING, Line(content=NINE, hops=(VALE,))),
        article(
            "B",
            NOON,
            Line(content=NINETY, hops=(VALE,)),
            Line(content="The skippers unload timber at the north quay", hops=(VALE,)),
        ),
    )
    matches = Matches({(0, 1): row(number=0.9), (0, 2): row(same=0.6, number=0.3), (1, 2): row(same=0.9)})
    changed, other = claims_of(told, matches, Kinship.of([]))
    assert [(variant.article, variant.statement) for variant in changed.variants] == [("b-1", "s1")]
    assert [(telling.article, telling.statement) for telling in other.statements] == [("b-1", "s2")]


def test_a_copy_stays_in_its_claim_however_unlike_the_other_tellings_are() -> None:
    told = tell(
        article("A", MORNING, Line(content=NINE, hops=(VALE,)), Line(content="the fines", hops=(VALE,))),
        article("B", NOON, Line(content=NINE, hops=(VALE,))),
    )
    matches = Matches({(0, 1): row(same=0.9), (0, 2): row(same=0.8, actor=0.1), (1, 2): row(same=0.5, actor=0.2)})
    (claim,) = claims_of(told, matches, Kinship.of([]))
    assert len(claim.statements) == 3


def test_what_may_contradict_its_claim_stands_alone() -> None:
    told = tell(
        article("A", MORNING, Line(content=NINE, hops=(VALE,))),
        article("B", NOON, Line(content="The timber went to the south quay", hops=(Hop(name="Jo Marsh"),))),
    )
    for contradiction, claims in ((0.1, 1), (0.4, 2)):
        matches = Matches({(0, 1): row(same=0.6, contradiction=contradiction)})
        assert len(claims_of(told, matches, Kinship.of([]))) == claims


def test_the_words_of_one_given_to_another_are_no_second_origin_nor_is_what_that_one_says_beside_them() -> None:
    words, marsh = "The quay is the oldest of its kind on this coast", Hop(name="Jo Marsh")
    told = [
        replace(one, statement=replace(one.statement, form="direct"))
        for one in tell(
            article("A", MORNING, Line(content=words, hops=(VALE,))),
            article("B", NOON, Line(content=words, hops=(marsh,)), Line(content="It is an old quay", hops=(marsh,))),
        )
    ]
    matches = Matches({(0, 1): row(same=0.9), (0, 2): row(same=0.9), (1, 2): row(same=0.9)})
    (claim,) = claims_of(told, matches, Kinship.of([]))
    assert [(variant.statement, variant.how) for variant in claim.variants] == [
        ("s1", "attribution"),
        ("s2", "attribution"),
    ]
    assert [origin.label for origin in claim.origins] == ["Tom Vale"]


@pytest.mark.parametrize(("outlet", "claims", "variants"), [("Lantern", 2, 0), ("Post", 1, 1)])
def test_who_told_it_first_corrects_it_and_distorts_nobody(outlet: str, claims: int, variants: int) -> None:
    first = article("Lantern", MORNING, Line(content=NINE, hops=(ENGINEERS,), sourcing="unnamed"))
    corrected = article(outlet, NOON, Line(content=NINETY, hops=(ENGINEERS,), sourcing="unnamed"))
    page = replace(corrected.article, id="later")
    told = tell(first, replace(corrected, article=page))
    found = claims_of(told, Matches({(0, 1): row(number=0.9)}), Kinship.of([]))
    assert (len(found), sum(len(claim.variants) for claim in found)) == (claims, variants)


def test_who_repeats_a_correction_changes_nothing() -> None:
    first = article("Lantern", MORNING, Line(content=NINE, hops=(ENGINEERS,), sourcing="unnamed"))
    corrected = article("Lantern", NOON, Line(content=NINETY, hops=(ENGINEERS,), sourcing="unnamed"))
    later = replace(corrected, article=replace(corrected.article, id="later"))
    told = tell(first, later, article("Post", NIGHT, Line(content=NINETY, hops=(VALE,))))
    matches = Matches({(0, 1): row(number=0.9), (0, 2): row(number=0.6), (1, 2): row(same=0.95)})
    claims = claims_of(told, matches, Kinship.of([]))
    assert [[telling.article for telling in claim.statements] for claim in claims] == [
        ["lantern-1"],
        ["later", "post-1"],
    ]
    assert not any(claim.variants for claim in claims)


def test_a_telling_that_distorts_its_own_claim_is_flagged_in_it() -> None:
    told = tell(
        article("A", MORNING, Line(content=NINE, hops=(VALE,))),
        article("B", NOON, Line(content=NINE, hops=(VALE,))),
        article("C", NIGHT, Line(content="No skipper was fined", hops=(VALE,))),
    )
    matches = Matches(
        {(0, 1): row(same=0.9), (0, 2): row(same=0.45, negation=0.5), (1, 2): row(same=0.45, negation=0.5)}
    )
    (claim,) = claims_of(told, matches, Kinship.of([]))
    assert [(variant.article, variant.how) for variant in claim.variants] == [("c-1", "negation")]


@pytest.mark.parametrize(("number", "groups"), [(0.05, 1), (0.25, 2), (0.6, 1)])
def test_a_telling_that_may_distort_a_claim_stands_alone(number: float, groups: int) -> None:
    told = tell(
        article("A", MORNING, Line(content=NINE, hops=(VALE,))),
        article("B", NOON, Line(content=NINETY, hops=(VALE,))),
    )
    claims = claims_of(told, Matches({(0, 1): row(same=0.95 - number, number=number)}), Kinship.of([]))
    assert len(claims) == groups
    assert sum(len(claim.variants) for claim in claims) == (number > 0.5)


@pytest.mark.parametrize(("other", "derived", "groups"), [(NINE, False, 1), (NINE, True, 2), (NINETY, False, 2)])
def test_who_heard_the_same_speaker_themselves_may_have_other_words(other: str, derived: bool, groups: int) -> None:
    wire = article("A", MORNING, Line(content=NINE, hops=(VALE,)))
    post = article("B", NOON, Line(content=f"{other}, and some may be fined again in May", hops=(VALE,)))
    kinship = Kinship.of([made_from(post, wire)] if derived else [])
    assert len(claims_of(tell(wire, post), Matches({(0, 1): row(same=0.7, hedge=0.2)}), kinship)) == groups


@pytest.mark.parametrize("parted", [("a-1", "b-1"), ("b-1", "c-1")])
def test_tellings_that_a_user_parts_are_in_no_claim_together_not_even_as_changes(parted: tuple[str, str]) -> None:
    told = tell(
        article("A", MORNING, Line(content=NINE, hops=(VALE,))),
        article("B", NOON, Line(content=NINETY, hops=(VALE,))),
        article("C", NIGHT, Line(content=f"{NINETY} in May", hops=(VALE,))),
    )
    matches = Matches({(0, 1): row(number=0.9), (0, 2): row(number=0.8), (1, 2): row(same=0.1)})
    (claim,) = claims_of(told, matches, Kinship.of([]))
    assert len(claim.variants) == 2
    said = Said(apart={((parted[0], "s1"), (parted[1], "s1"))})
    claims = claims_of(told, matches, Kinship.of([]), said)
    assert all(not set(parted) <= {telling.article for telling in claim.statements} for claim in claims)
    assert [len(claim.variants) for claim in claims] == [1, 0]


@pytest.mark.parametrize(
    ("cue_first", "words"),
    [
        (True, "Tom Vale flatly denied that the quay was closed"),
        (False, "Tom Vale flatly denied … the quay was closed"),
    ],
)
def test_a_claim_that_is_only_denied_is_worded_as_the_denial(cue_first: bool, words: str) -> None:
    denial = Line(content="the quay was closed", hops=(VALE,), act="deny", cue="flatly denied", cue_first=cue_first)
    (claim,) = claims_of(tell(article("A", MORNING, denial)), Matches({}), Kinship.of([]))
    assert claim.wording == words
    assert [origin.label for origin in claim.origins] == ["Tom Vale"]


@pytest.mark.parametrize(("content", "denied"), [("talks had failed", True), ("Nobody was fined", False)])
def test_what_is_denied_may_be_that_something_failed(content: str, denied: bool) -> None:
    (told,) = tell(article("A", MORNING, Line(content=content, hops=(VALE,), act="deny", cue="denied")))
    assert told.denied == denied


def test_reports_that_somebody_denies_are_denied_too() -> None:
    outer = Line(content="reports of a closed quay", hops=(VALE,), act="deny", cue="denied")
    reading = article("A", MORNING, outer)
    (outside,) = reading.statements
    at = outside.content[0].end - len("a closed quay")
    inside = replace(
        outside, id="s2", act="say", within="s1", content=(reading.article.span(at, outside.content[0].end),)
    )
    assert [told.denied for told in tell(replace(reading, statements=(outside, inside)))] == [True, True]


def test_claims_that_contradict_point_at_each_other() -> None:
    told = tell(
        article("A", MORNING, Line(content=NINE, hops=(VALE,))),
        article("B", NOON, Line(content="No skipper was fined", hops=(Hop(name="Jo Marsh"),))),
    )
    one, other = claims_of(told, Matches({(0, 1): row(contradiction=0.7)}), Kinship.of([]))
    assert one.contradicts == (other.id,)
    assert other.contradicts == (one.id,)


def test_variants_contradict_nobody() -> None:
    matches = Matches({(0, 1): row(contradiction=0.7)})
    assert find_contradictions([[0], [1]], {1}, matches) == set()
    assert find_contradictions([[0], [1]], set(), matches) == {(0, 1)}


def test_weak_pairs_of_two_claims_contradict_together_where_one_of_them_does_not() -> None:
    weak = {(a, b): row(contradiction=0.3) for a in (0, 1) for b in (2, 3)}
    assert find_contradictions([[0], [2]], set(), Matches(weak)) == set()
    assert find_contradictions([[0, 1], [2, 3]], set(), Matches(weak)) == {(0, 1)}


@pytest.mark.parametrize(
    ("days", "first"),
    [((MORNING, NOON), ("a-1",)), ((MORNING, MORNING), ("a-1", "b-1")), ((None, None), ("a-1", "b-1")),
     ((None, NOON), ("b-1",)), (("2031-03-03", NOON), ("a-1", "b-1")), (("2031-03-02", NOON), ("a-1",)),
     (("2031-03-03", "2031-03-03"), ("a-1", "b-1")), ((MORNING, "2031-03-04"), ("a-1",))],
)  # fmt: skip
def test_the_first_report_is_the_earliest_and_ties_stand(days: tuple[str | None, ...], first: tuple[str, ...]) -> None:
    told = tell(*(article(name, day, Line(content=NINE, hops=(VALE,))) for name, day in zip("AB", days, strict=True)))
    assert first_report(told) == first


def test_a_credited_article_is_first_though_nothing_was_read_in_it_so() -> None:
    herald = article("Herald", MORNING, Line(content="The panel holds up nine launchers for Ruvia", hops=(ENGINEERS,)))
    cites = article(
        "TNA",
        NOON,
        Line(content="Nine launchers for Ruvia are held up", hops=(Hop(name="Herald", kind="outlet"), ENGINEERS)),
    )
    silent = article("TNA", NOON, Line(content="Nine launchers for Ruvia are held up", hops=(ENGINEERS,)))
    for later, first in ((cites, "herald-1"), (silent, "tna-1")):
        told, kinship = tell(herald, later), Kinship.of([made_from(later, herald)])
        telling = [one for one in told if one.place.article == "tna-1"]
        assert first_report(telling, Credited.of(told, kinship)) == (first,)
        assert first_report(telling, Credited.of(told, Kinship.of([]))) == ("tna-1",)


def test_a_credited_article_that_has_none_of_the_words_is_not_first() -> None:
    herald = article("Herald", MORNING, Line(content="Tickets cost eight crowns", hops=(VALE,)))
    later = article(
        "TNA", NOON, Line(content="Nine launchers for Ruvia are held up", hops=(Hop(name="Herald", kind="outlet"),))
    )
    told, kinship = tell(herald, later), Kinship.of([made_from(later, herald)])
    assert first_report(told[1:], Credited.of(told, kinship)) == ("tna-1",)


@pytest.mark.weights
def test_ids_do_not_hang_on_the_order_of_readings() -> None:
    readings = [
        article("Meridian Wire", MORNING, Line(content=NINE, hops=(ENGINEERS,), sourcing="unnamed")),
        article("Lantern", NOON, Line(content=NINE, hops=(VALE,))),
        article("Post", NIGHT, Line(content="Tickets cost eight crowns", hops=(VALE,))),
    ]
    kinship = Kinship.of([])
    assert find_claims(tell(*readings), kinship) == find_claims(tell(*reversed(readings)), kinship)


def test_a_claim_keeps_its_id_when_it_is_told_again() -> None:
    told = [
        article(name, day, Line(content=NINE, hops=(VALE,))) for name, day in zip("AB", (MORNING, NOON), strict=True)
    ]
    (before,) = claims_of(tell(*told[:1]), Matches({}), Kinship.of([]))
    (after,) = claims_of(tell(*told), Matches({(0, 1): row(same=0.9)}), Kinship.of([]))
    assert before.id == after.id


@pytest.mark.weights
def test_no_statement_makes_no_claim() -> None:
    assert find_claims([], Kinship.of([])) == ()


@pytest.mark.parametrize(
    ("how", "before", "after", "shown"),
    [
        ("negation", "The quay is safe", "The quay is not safe", ("not", "The quay is safe")),
        ("hedge", "The quay may close", "The quay will close", ("will", "may")),
        ("tense", "The ministers will meet", "The ministers have met", ("met", "will")),
        ("number", "Forty-one skippers left", "Skippers left, some of them twice", ("twice", "Forty-one")),
        ("hedge", "The quay may close", "Everybody leaves the quay", ("Everybody leaves the quay", "may")),
        ("actor", "On Monday Harker closed it", "On Monday Brandt closed it", ("Brandt", "Harker")),
        ("actor", "they shut the quay", "they left again", ("they left again", "they shut the quay")),
    ],
)
def test_the_changed_words_are_shown(how: str, before: str, after: str, shown: tuple[str, str]) -> None:
    one, other = tell(
        article("A", MORNING, Line(content=before, hops=(VALE,))), article("B", NOON, Line(content=after, hops=(VALE,)))
    )
    assert how in CHANGES
    assert tuple(span.text for span in evidence(how, other, one)) == shown


def test_another_actor_is_shown_by_all_words_for_them() -> None:
    one, other = tell(
        article("A", MORNING, Line(content="Jo Marsh shut it", hops=(Hop(name="Jo Marsh"),))),
        article("B", NOON, Line(content="the old mayor shut it", hops=(Hop(name="the old mayor"),))),
    )
    assert [span.text for span in evidence("actor", other, one)] == ["the old mayor", "Jo Marsh"]


def test_another_source_is_shown_by_its_mention() -> None:
    one, other = tell(
        article("A", MORNING, Line(content=NINE, hops=(VALE,))),
        article("B", NOON, Line(content=NINE, hops=(Hop(name="Jo Marsh"),))),
    )
    assert [span.text for span in evidence("attribution", other, one)] == ["Jo Marsh", "Tom Vale"]
