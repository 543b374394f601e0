from __future__ import annotations

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.actors import resolve
from reportedly.reading.cast.appositions import apposed, note_roles
from reportedly.reading.cast.names import Names
from reportedly.reading.cast.phrases import parse
from reportedly.reading.cast.scene import Draft, Scene
from reportedly.reading.cast.titles import bearer, is_new_office, is_office, role_of
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("Defence chief Hugo Alden spoke.", "Hugo Alden", ["Defence chief"]),
        ("They met former New York mayor Ada Renn.", "Ada Renn", ["former New York mayor"]),
        ("Ada Renn, later joined by a singer, spoke.", "Ada Renn", []),
        ("They met bespectacled Ada Renn.", "Ada Renn", []),
        ("New mayor Ada Renn spoke.", "Ada Renn", ["mayor"]),
        ("They met Prime Minister Ada Renn.", "Ada Renn", ["Prime Minister"]),
        ("The Talveran finance minister Ada Renn spoke.", "Ada Renn", ["Talveran finance minister"]),
        ("Ada Renn, president of the Elm Union, spoke.", "Ada Renn", ["president of the Elm Union"]),
        ("Ada Renn, who speaks for Labour, spoke.", "Ada Renn", ["who speaks for Labour"]),
        ("The head of the Elm Bank, Ada Renn, spoke.", "Ada Renn", ["The head of the Elm Bank"]),
        ("President Renn of Talvera spoke.", "President Renn", ["President of Talvera"]),
        ("Ada Renn, a friend told us, slept.", "Ada Renn", []),
        ("He phoned Ada Renn, a senior official told the Lantern.", "Ada Renn", []),
        ("Mr Renn spoke.", "Mr Renn", []),
        ("Ada Renn, tired and hungry, spoke.", "Ada Renn", []),
        ("Ada Renn, 63, spoke.", "Ada Renn", []),
        ("Ada Renn, who was born in Elm, spoke.", "Ada Renn", []),
        ("Ada Renn, and other members of the union, spoke.", "Ada Renn", []),
        ("They met the candidates Ada Renn and Otto Vale.", "Ada Renn", []),
        ("They met a confident-seeming Ada Renn.", "Ada Renn", []),
        ("Tom Vale, the aide to Sarn’s leader, Ada Renn, spoke.", "Ada Renn", ["Sarn’s leader"]),
        ("Former Elm Gov. Ada Renn spoke.", "Ada Renn", ["Former Elm Gov."]),
        ("Cllr Ada Renn spoke.", "Ada Renn", []),
        ("Prime Minister Sir Tom Renn spoke.", "Tom Renn", ["Prime Minister"]),
        ("The former finance minister Ada Renn spoke.", "Ada Renn", ["former finance minister"]),
        ("Ada Renn KC spoke.", "Ada Renn", ["barrister"]),
        ("Ada Renn, who is now home secretary, spoke.", "Ada Renn", ["home secretary"]),
        ("Ada Renn, who was arrested in Elm, spoke.", "Ada Renn", []),
        ("The novelist Per Lund spoke.", "Per Lund", ["novelist"]),
    ],
)
def test_roles_stand_around_names(text: str, name: str, roles: list[str]) -> None:
    article = Article.of(text)
    scene = Scene(article, [], [Mention(span=find(article, name), kind="person")])
    Names(scene)
    note_roles(scene)
    draft = scene.at[find(article, name).start, find(article, name).end].draft
    assert draft is not None
    assert draft.roles == roles


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The foreign minister", "Zorn"),
        ("the defence minister", "Kell"),
        ("The president", "Marsh"),
        ("the head of state", "Marsh"),
        ("the finance minister", None),
        ("the prime minister", None),
        ("the general", None),
        ("the head of government", None),
        ("the premier", None),
    ],
)
def test_whom_a_title_means(title: str, expected: str | None) -> None:
    article = Article.of(f"Foreign Minister Zorn, Defence Minister Kell and President Marsh met. {title} spoke.")
    names = ("Foreign Minister Zorn", "Defence Minister Kell", "President Marsh", title)
    scene = Scene(article, [], [Mention(span=find(article, name), kind="person") for name in names])
    Names(scene)
    note_roles(scene)
    drafts = [reference.draft for reference in scene.references if reference.draft is not None]
    for reference in scene.references[:3]:
        assert reference.draft is not None
        reference.draft.latest = reference
    found = bearer(drafts, scene.references[3], None)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Its spokesman, Rafe Calder, spoke.", "Its spokesman"),
        ("The envoy, Judge Rafe Calder, spoke.", "The envoy"),
        ("The head of the Elm Bank, Rafe Calder, spoke.", "The head"),
        ("Rafe Calder, the envoy, spoke.", "the envoy"),
    ],
)
def test_a_title_beside_a_name(text: str, words: str) -> None:
    article = Article.of(text)
    scene = Scene(article, [], [Mention(span=find(article, one), kind="person") for one in (words, "Rafe Calder")])
    Names(scene)
    found = apposed(scene, scene.at[find(article, words).start, find(article, words).end])
    assert found is not None
    assert found.name == "Rafe Calder"


def test_a_subject_behind_a_name_and_a_comma_is_somebody_else() -> None:
    article = Article.of("He phoned Rafe Calder, an envoy said.")
    scene = Scene(article, [], [Mention(span=find(article, one), kind="person") for one in ("Rafe Calder", "an envoy")])
    Names(scene)
    assert apposed(scene, scene.references[1]) is None


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("the governor", True), ("the city's police chief", True), ("the chief", False), ("the official", False),
        ("the spokesman", False), ("the ministers", False), ("the man", False), ("the head of the ministry", True),
    ],
)  # fmt: skip
def test_offices_are_held_by_one_person(words: str, office: bool) -> None:
    assert is_office(parse(words)) is office


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("the rebel chief", True), ("the chief", False), ("a rebel chief", False), ("the rebel chiefs", False),
        ("the other leaders", False), ("the palace adviser", False), ("the Treasury official", False),
        ("the governor", True), ("her sister", False), ("her governor", True),
    ],
)  # fmt: skip
def test_what_brings_in_somebody_by_office(words: str, office: bool) -> None:
    assert is_new_office(parse(words)) is office


def test_a_role_is_a_noun_and_what_tells_it_from_others() -> None:
    role = role_of("the former foreign minister of Talvera")
    assert role is not None
    assert (role.noun.word, role.marks) == ("minister", frozenset({"foreign", "talvera"}))
    assert role_of("the Elm Bank") is None


@pytest.mark.parametrize(("odds", "expected"), [(3.0, "Ada Renn"), (1.0, None)])
def test_an_office_that_nobody_was_given_is_whose_the_encoder_is_sure_of(odds: float, expected: str | None) -> None:
    article = Article.of("Ada Renn met Mark Orten. The governor left.")
    mentions = [
        Mention(span=find(article, words), kind="person") for words in ("Ada Renn", "Mark Orten", "The governor")
    ]
    cast = resolve(article, [], mentions, lambda _, earlier: [odds if s.text == "Ada Renn" else -9.0 for s in earlier])
    assert cast.actor(cast.of(mentions[2].span) or "").name == expected


def test_whoever_has_another_office_is_not_asked_about() -> None:
    article = Article.of("Governor Ada Renn met Senator Mark Orten. The sheriff left.")
    words = ("Governor Ada Renn", "Senator Mark Orten", "The sheriff")
    mentions = [Mention(span=find(article, one), kind="person") for one in words]
    cast = resolve(article, [], mentions, lambda _, earlier: [9.0 for _ in earlier])
    assert cast.actor(cast.of(mentions[2].span) or "").name is None


@pytest.mark.parametrize(
    ("told", "roles"),
    [
        (["his wife", "wife"], ["his wife"]),
        (["a spokeswoman", "spokeswoman for the port"], ["spokeswoman for the port"]),
        (["The mayor", "the mayor"], ["The mayor"]),
        (["mayor", "head of the union"], ["mayor", "head of the union"]),
        (["mayor", None, "her mayoress"], ["mayor", "her mayoress"]),
    ],
)
def test_a_role_is_noted_once_with_or_without_an_article(told: list[str | None], roles: list[str]) -> None:
    draft = Draft(kind="person")
    for role in told:
        draft.add_role(role)
    assert draft.roles == roles


@pytest.mark.parametrize(
    ("role", "body", "expected"),
    [
        ("the president of the Elm Bank", "the Elm Bank", "Ada Renn"),
        ("the vice president of the Elm Bank", "the Elm Bank", None),
        ("the envoy of the Elm Bank", "the Elm Bank", None),
        ("the president of the Elm Bank", "the Lime Bank", None),
    ],
)
def test_whoever_has_an_office_at_the_top_of_a_body_is_its_head(role: str, body: str, expected: str | None) -> None:
    text = f"They met {role}, Ada Renn. The Lime Bank was silent. The head of {body} left."
    article = Article.of(text)
    head = article.span(text.index("The head"), len(text) - 6)
    bank = Mention(span=find(article, "The Lime Bank"), kind="organisation")
    people = [Mention(span=find(article, "Ada Renn"), kind="person"), Mention(span=head, kind="person")]
    cast = resolve(article, [], [bank, *people])
    assert cast.actor(cast.of(head) or "").name == expected


def test_whoever_asks_in_a_transcript_is_the_outlet() -> None:
    article = Article.of("PRESENTER: Will you go? The PRESENTER asked twice.", outlet="Elm Radio")
    label = article.span(0, 9)
    cast = resolve(article, [], [Mention(span=label, kind="person")])
    assert cast.of(label) == cast.outlet


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The minister", "Kell"),
        ("The chief minister", "Zorn"),
        ("The prime minister", None),
        ("The first minister", None),
    ],
)
def test_a_chief_minister_is_no_minister_among_others(title: str, expected: str | None) -> None:
    article = Article.of(f"Mines Minister Kell met Chief Minister Zorn. {title} spoke.")
    people = ("Mines Minister Kell", "Chief Minister Zorn", title)
    cast = resolve(article, [], [Mention(span=find(article, words), kind="person") for words in people])
    assert cast.actor(cast.of(find(article, title)) or "").name == expected


def test_whom_the_text_names_only_later_must_have_the_very_office() -> None:
    article = Article.of("Ada Renn spoke. The diplomat left. Later Minister Otar Lind came.")
    names = ("Ada Renn", "The diplomat", "Minister Otar Lind")
    cast = resolve(article, [], [Mention(span=find(article, one), kind="person") for one in names])
    assert cast.of(find(article, "The diplomat")) != cast.of(find(article, "Minister Otar Lind"))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ada Renn spoke. The president left. Iran's president, Otar Lind, came.", "The president", "Otar Lind"),
        (
            "Archbishop Otar Lind spoke of the former Archbishop of Sarn.",
            "the former Archbishop",
            "Archbishop Otar Lind",
        ),
    ],
)
def test_an_office_abroad_or_held_before_is_anothers(text: str, words: str, name: str) -> None:
    article = Article.of(text)
    cast = resolve(article, [], [Mention(span=find(article, one), kind="person") for one in (name, words)])
    assert cast.of(find(article, words)) != cast.of(find(article, name))


def test_a_first_minister_without_a_name_is_one() -> None:
    article = Article.of("The first minister spoke. Mines Minister Kell left. Then the first minister wept.")
    words = ("The first minister", "Mines Minister Kell", "the first minister")
    mentions = [Mention(span=find(article, one), kind="person") for one in words]
    cast = resolve(article, [], mentions)
    assert cast.of(mentions[0].span) == cast.of(mentions[2].span)
    assert cast.actor(cast.of(mentions[0].span) or "").roles == ("first minister",)
