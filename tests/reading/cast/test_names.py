from __future__ import annotations

import pytest

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.actors import resolve
from reportedly.reading.cast.name_forms import key_of
from reportedly.reading.cast.names import Names
from reportedly.reading.cast.scene import Scene
from reportedly.records import ActorKind, Article
from tests.byhand import find


def groups(text: str, names: list[tuple[str, ActorKind]]) -> list[list[str]]:
    """The names of a text, given in its order, those of one actor together."""
    article, at, mentions = Article.of(text), 0, []
    for name, kind in names:
        at = text.index(name, at) + len(name)
        mentions.append(Mention(span=article.span(at - len(name), at), kind=kind))
    scene = Scene(article, [], mentions)
    Names(scene)
    found: dict[int, list[str]] = {}
    for reference in scene.references:
        found.setdefault(id(reference.draft), []).append(reference.text)
    return list(found.values())


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([("Mark Orten", "person"), ("Orten", "person")], [["Mark Orten", "Orten"]]),
        ([("Mark Orten", "person"), ("Mr Orten", "person"), ("Mark", "person")], [["Mark Orten", "Mr Orten", "Mark"]]),
        ([("Ada von der Leyen", "person"), ("von der Leyen", "person")], [["Ada von der Leyen", "von der Leyen"]]),
        ([("Mark Orten", "person"), ("Ada Renn", "person")], [["Mark Orten"], ["Ada Renn"]]),
        ([("the Amber League", "organisation"), ("the League", "organisation")], [["the Amber League", "the League"]]),
        ([("Halcyon Lines", "organisation"), ("Halcyon", "organisation")], [["Halcyon Lines", "Halcyon"]]),
        ([("Velland Press Agency", "outlet"), ("VPA", "outlet")], [["Velland Press Agency", "VPA"]]),
        ([("the Sarn Gazette", "outlet"), ("Sarn", "person")], [["the Sarn Gazette"], ["Sarn"]]),
        ([("the League Wire", "outlet"), ("the League", "organisation")], [["the League Wire"], ["the League"]]),
        ([("Velm Newswire", "outlet"), ("Velm", "outlet")], [["Velm Newswire", "Velm"]]),
        ([("Elm Tower", "organisation"), ("Al Elm", "person"), ("Elm", "person")], [["Elm Tower"], ["Al Elm", "Elm"]]),
        ([("North Talvera", "government"), ("the North", "government")], [["North Talvera", "the North"]]),
        ([("Talvera", "government"), ("the Talveran state", "government")], [["Talvera", "the Talveran state"]]),
        ([("Moscow", "government"), ("Russia", "government")], [["Moscow", "Russia"]]),
        ([("Norrheim", "government"), ("the Norrheim Navy", "organisation")], [["Norrheim"], ["the Norrheim Navy"]]),
        ([("Mark Orten Jr.", "person"), ("Mr Orten", "person")], [["Mark Orten Jr.", "Mr Orten"]]),
        (
            [("Mark Orten", "person"), ("Mark Orten Jr.", "person"), ("Orten", "person"), ("Mr Orten Jr.", "person")],
            [["Mark Orten", "Orten"], ["Mark Orten Jr.", "Mr Orten Jr."]],
        ),
        ([("Calder Robotics", "organisation"), ("Calder", "person")], [["Calder Robotics", "Calder"]]),
        ([("Brian Coles", "person"), ("Coles", "group")], [["Brian Coles", "Coles"]]),
        ([("Ada Ost", "person"), ("Tom Ost", "person"), ("Mrs Ost", "person")], [["Ada Ost", "Mrs Ost"], ["Tom Ost"]]),
    ],
)  # fmt: skip
def test_short_and_full_names(names: list[tuple[str, ActorKind]], expected: list[list[str]]) -> None:
    assert groups("; then ".join(name for name, _ in names), names) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Sarn Gazette says Sarn will pay.", "government"),
        ("The Sarn Gazette says Mr Sarn will pay.", "person"),
        ("The Sarn Gazette says Ada Sarn will pay. Sarn left.", "person"),
    ],
)
def test_a_bare_name_that_an_outlet_s_begins_with_is_a_place(text: str, kind: ActorKind) -> None:
    article = Article.of(text)
    words = ["The Sarn Gazette", *(name for name in ("Mr Sarn", "Ada Sarn") if name in text)]
    spans = [find(article, each) for each in words]
    last = text.rindex("Sarn")
    spans += [article.span(last, last + 4)] if len(words) == 1 or "Ada" in text else []
    scene = Scene(article, [], [Mention(span=s, kind="outlet" if "Gazette" in s.text else "person") for s in spans])
    Names(scene)
    draft = scene.references[-1].draft
    assert draft is not None
    assert draft.kind == kind


def test_the_outlet_goes_by_its_short_name() -> None:
    article = Article.of("The Klaxon has learned more.", outlet="The Daily Klaxon")
    scene = Scene(article, [], [Mention(span=find(article, "The Klaxon"), kind="outlet")])
    names = Names(scene)
    assert scene.references[0].draft is names.outlet
    assert names.outlet_called("Klaxon") is names.outlet
    assert names.outlet_called("Lantern") is None


@pytest.mark.parametrize("kind", ["organisation", "place", "document"])
def test_a_title_outweighs_a_wrong_kind(kind: ActorKind) -> None:
    article = Article.of("President Orten left.")
    scene = Scene(article, [], [Mention(span=find(article, "President Orten"), kind=kind)])
    Names(scene)
    assert scene.references[0].draft is not None
    assert scene.references[0].draft.kind == "person"


def test_keys_leave_out_what_does_not_tell_names_apart() -> None:
    assert key_of("The U.S.") == key_of("us") == ("us",)
    assert key_of("L’Étendard's") == ("l'étendard",)
    assert key_of("The") == ("the",)


def test_mrs_liman_is_not_danylo_liman() -> None:
    article = Article.of("Captain Danylo Liman is missed. Mrs Liman wept. “I wait,” said Mrs Liman. Liman writes.")
    places = [(words, nth) for words, nth in (("Danylo Liman", 1), ("Mrs Liman", 1), ("Mrs Liman", 2), ("Liman", 4))]
    mentions = [Mention(span=find(article, words, nth=nth), kind="person") for words, nth in places]
    scene = Scene(article, [], mentions)
    Names(scene)
    drafts = [scene.at[m.span.start, m.span.end].draft for m in mentions]
    assert drafts[1] is drafts[2]
    assert drafts[0] is drafts[3]
    assert drafts[0] is not drafts[1]


def test_a_surname_is_not_his_wife_s_who_alone_is_named_in_full() -> None:
    article = Article.of(
        "President Liman left. Mr Liman ran. Mr Liman hid. Mr Liman ate. Mr Liman slept. Olena Liman wept."
    )
    places = [("President Liman", 1), *(("Mr Liman", nth) for nth in range(1, 5)), ("Olena Liman", 1)]
    mentions = [Mention(span=find(article, words, nth=nth), kind="person") for words, nth in places]
    scene = Scene(article, [], mentions)
    Names(scene)
    drafts = [scene.at[m.span.start, m.span.end].draft for m in mentions]
    assert all(draft is drafts[0] for draft in drafts[:-1])
    assert drafts[-1] is not drafts[0]


def test_a_first_name_found_alone_has_the_surname_behind_it() -> None:
    article = Article.of("A fund of Paul Strand gave much. Paul Kell, an economist, gave nothing.")
    first, second = find(article, "Paul"), find(article, "Paul Kell")
    cast = resolve(article, [], [Mention(span=first, kind="person"), Mention(span=second, kind="person")])
    found = [cast.actor(cast.of(span) or "") for span in (first, second)]
    assert [actor.name for actor in found] == ["Paul Strand", "Paul Kell"]
    assert [span.text for span in found[0].mentions] == ["Paul Strand"]


def test_a_name_ends_where_the_next_sentence_begins_with_it() -> None:
    article = Article.of("“No,” said state Sen. Ada Renn. Renn, of Sarn, left.")
    mention = Mention(span=find(article, "state Sen. Ada Renn. Renn"), kind="person")
    assert [actor.name for actor in resolve(article, [], [mention]).actors[1:]] == ["Ada Renn"]


def test_no_name_goes_on_in_a_headline() -> None:
    article = Article.of("What Hilda Just Said Of Paul Governor Renn.\n\nHilda Kell left.")
    spans = [find(article, word) for word in ("Hilda", "Paul")]
    cast = resolve(article, [], [Mention(span=span, kind="person") for span in spans])
    assert [cast.actor(cast.of(span) or "").name for span in spans] == ["Hilda Kell", "Paul"]


def names_in(text: str, *people: str) -> list[str | None]:
    article = Article.of(text)
    mentions = [Mention(span=find(article, words), kind="person") for words in people]
    return [actor.name for actor in resolve(article, [], mentions).actors[1:]]


def test_a_president_is_not_his_wife() -> None:
    text = "First lady Ada Renn spoke on Monday. President Renn was in Oslo."
    assert names_in(text, "First lady Ada Renn", "President Renn") == ["Ada Renn", "Renn"]


def test_a_president_named_in_full_before_is_the_same() -> None:
    assert names_in("Ada Renn spoke. President Renn was in Oslo.", "Ada Renn", "President Renn") == ["Ada Renn"]


KNOWN: list[tuple[str, ActorKind]] = [("Pfizer", "organisation"), ("ISIS", "organisation"), ("Ohio", "government")]


@pytest.mark.parametrize(("name", "kind"), KNOWN)
def test_bodies_that_everybody_knows(name: str, kind: str) -> None:
    article = Article.of(f"{name} said it rained.")
    source = find(article, name)
    said = Attribution(source=source, cue=None, content=(find(article, "it rained"),), form="indirect")
    assert [a.kind for a in resolve(article, [said], [Mention(span=source, kind="person")]).actors[1:]] == [kind]


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("Drew Cass left.", "Drew", "Drew Cass"),
        ("Mark J. Orten left.", "Mark J", "Mark J. Orten"),
        ("A White House hopeful", "White", "White House"),
    ],
)
def test_a_name_that_is_cut_has_its_surname(text: str, cut: str, whole: str) -> None:
    article = Article.of(text)
    scene = Scene(article, [], [Mention(span=find(article, cut), kind="person")])
    assert whole in [reference.text for reference in scene.references]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Renn, at a firm called Elm, spoke.",
        "Ada Renn, R-S.C., spoke.",
        "Ada Renn, however, spoke.",
        "Reporter Mark Kell accused Ada Renn of it.",
    ],
)
def test_what_stands_beside_a_name_and_is_no_role(text: str) -> None:
    article = Article.of(text)
    actors = resolve(article, [], [Mention(span=find(article, "Ada Renn"), kind="person")]).actors
    assert [actor.roles for actor in actors if actor.name == "Ada Renn"] == [()]


@pytest.mark.parametrize(
    ("names", "together"),
    [
        ([("Kenneth Orten", "person"), ("Ken Orten", "person")], True),
        ([("Kenneth Orten", "person"), ("Tom Orten", "person")], False),
        ([("Ken Orten", "person"), ("@KenOrten", "person")], True),
        ([("Ken Orten", "person"), ("@realKenOrten", "person")], True),
        ([("Ken Orten", "person"), ("@TomOrten", "person")], False),
        ([("the Eastern Union", "organisation"), ("EU", "government")], True),
        ([("the Eastern Union", "organisation"), ("EO", "government")], False),
        ([("Ken Orten", "person"), ("Ken Orten campaign", "organisation")], False),
        ([("Velmark Lines", "organisation"), ("Velmark", "person")], True),
        ([("Velmark Senate", "organisation"), ("Velmark", "government")], False),
    ],
)
def test_nicknames_accounts_and_acronyms(names: list[tuple[str, ActorKind]], together: bool) -> None:
    found = groups("; then ".join(name for name, _ in names), names)
    assert (len(found) == 1) is together


def test_a_country_keeps_its_name_beside_its_airline() -> None:
    text = "Velmark Lines flew. The Velmark government paid; so said Velmark."
    article = Article.of(text)
    mentions = [("Velmark Lines", 1, "organisation"), ("Velmark", 3, "government")]
    scene = Scene(article, [], [Mention(span=find(article, w, nth=n), kind=k) for w, n, k in mentions])  # type: ignore[arg-type]
    Names(scene)
    drafts = {id(reference.draft) for reference in scene.references}
    assert len(drafts) == 2


def test_an_account_is_no_fuller_name() -> None:
    article = Article.of("@realTomVale wrote; Tom Vale slept.")
    scene = Scene(article, [], [Mention(span=find(article, w), kind="person") for w in ("@realTomVale", "Tom Vale")])
    Names(scene)
    assert scene.references[0].draft is not None
    assert scene.references[0].draft.name == "Tom Vale"


def test_where_a_company_sits_is_no_name() -> None:
    article = Article.of("Elswick-based Velmark Lines flew.")
    scene = Scene(article, [], [Mention(span=find(article, "Elswick-based"), kind="organisation")])
    assert scene.references == []


def test_a_title_that_only_describes_is_no_other_office() -> None:
    text = "The dictator Olen Vask spoke. President Vask was late."
    (all_of_him,) = groups(text, [("The dictator Olen Vask", "person"), ("President Vask", "person")])
    assert all_of_him == ["The dictator Olen Vask", "President Vask"]


def test_a_name_of_the_headline_ends_where_the_text_below_ends_it() -> None:
    headline = "Olen Vask Slams Harbour Budget"
    article = Article.of(f"{headline}.\n\nThe mayor, Olen Vask, spoke.", title=headline)
    mentions = [
        Mention(span=find(article, "Olen Vask Slams"), kind="person"),
        Mention(span=article.span(article.text.rindex("Olen"), article.text.rindex("Vask") + 4), kind="person"),
    ]
    scene = Scene(article, [], mentions)
    Names(scene)
    above, below = (reference.draft for reference in scene.references if reference.text.startswith("Olen"))
    assert above is not None
    assert above is below
    assert above.names == ["Olen Vask"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Center for Open Harbours", "organisation"),
        ("Select Committee on Piers", "organisation"),
        ("Elmford University Poll", "document"),
    ],
)
def test_a_name_says_what_it_names(name: str, kind: str) -> None:
    article = Article.of(f"It was {name} that said so.")
    cast = resolve(article, [], [Mention(span=find(article, name), kind="person")])
    assert cast.actor(cast.of(find(article, name)) or "").kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Ada Orvend's spokesman was calm. Orvend fell ill.",  # nowhere marked in full
        "Prime Minister Ada Orvend left. Orvend's government took note. Orvend fell ill.",
    ],
)
def test_a_surname_is_no_country(text: str) -> None:
    article = Article.of(text)
    start = text.rindex("Orvend")
    mentions = [Mention(span=article.span(start, start + len("Orvend")), kind="government")]
    if "left" in text:
        mentions.append(Mention(span=find(article, "Prime Minister Ada Orvend"), kind="person"))
    cast = resolve(article, [], mentions)
    found = cast.actor(cast.of(mentions[0].span) or "")
    assert (found.name, found.kind) == ("Ada Orvend", "person")
