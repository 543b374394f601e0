from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast import pronouns
from reportedly.reading.cast.actors import Cast, resolve
from reportedly.reading.cast.antecedent_signs import case_of
from reportedly.reading.cast.own_words import is_quoted
from reportedly.reading.cast.pronoun_weights import pronoun_weights
from reportedly.reading.cast.scene import Draft, Scene
from reportedly.records import Article, Form, Span
from tests.byhand import find


def cast_of(article: Article, *people: str, said: tuple[str, str] | None = None, form: Form = "direct") -> Cast:
    mentions = [Mention(span=find(article, name), kind="person") for name in people]
    attributions = []
    if said is not None:
        source, content = said
        attributions = [
            Attribution(source=find(article, source), cue=None, content=(find(article, content),), form=form)
        ]
    return resolve(article, attributions, mentions)


def meant(article: Article, cast: Cast, pronoun: str) -> str | None:
    id = cast.of(find(article, pronoun))
    return cast.actor(id).name if id else None


def test_a_known_gender_decides() -> None:
    article = Article.of("Mark Orten met Ada Renn. She was late.")
    assert meant(article, cast_of(article, "Mark Orten", "Ada Renn", "She"), "She") == "Ada Renn"


def test_a_title_tells_the_gender() -> None:
    article = Article.of("Mr Orten met Mrs Renn. He was late.")
    assert meant(article, cast_of(article, "Mr Orten", "Mrs Renn", "He"), "He") == "Orten"


def test_whoever_is_quoted_is_not_whom_the_quotation_names() -> None:
    article = Article.of("Zorn spoke on Friday.\n\n“Kell is a fool,” he said.")
    cast = cast_of(article, "Zorn", "Kell", "he said", said=("he", "Kell is a fool"))
    assert meant(article, cast, "he") == "Zorn"


def test_nobody_owns_himself() -> None:
    article = Article.of("Ada Renn left. Her lawyer, Eva Marsh, stayed.")
    cast = cast_of(article, "Ada Renn", "Her", "Eva Marsh")
    assert meant(article, cast, "Her") == "Ada Renn"


def test_it_is_a_body_and_no_person() -> None:
    article = Article.of("The Elm Bank sued Renn. It lost.")
    bank = Mention(span=find(article, "The Elm Bank"), kind="organisation")
    mentions = [
        bank,
        Mention(span=find(article, "Renn"), kind="person"),
        Mention(span=find(article, "It"), kind="organisation"),
    ]
    assert meant(article, resolve(article, [], mentions), "It") == "Elm Bank"


def test_a_relative_pronoun_means_what_stands_before_it() -> None:
    article = Article.of("Orten thanked Renn, who left.")
    assert meant(article, cast_of(article, "Orten", "Renn", "who"), "who") == "Renn"


def test_a_relative_pronoun_behind_a_possessor_means_whom_the_whole_means() -> None:
    article = Article.of("Zorn thanked her aunt, Ada Renn, who left.")
    assert meant(article, cast_of(article, "Zorn", "her aunt, Ada Renn", "her", "who"), "who") == "Ada Renn"


@pytest.mark.parametrize("trusted", ["Zorn", "Kell"])
def test_the_encoder_is_asked_where_the_signs_leave_it_open(trusted: str) -> None:
    article = Article.of("Zorn and Kell met. Then he left.")
    asked: list[list[str]] = []

    def antecedents(mention: Span, earlier: Sequence[Span]) -> list[float]:
        assert mention.text == "he"
        assert [span.start for span in earlier] == sorted(span.start for span in earlier)
        asked.append([span.text for span in earlier])
        return [9.0 if span.text == trusted else -9.0 for span in earlier]

    mentions = [Mention(span=find(article, name), kind="person") for name in ("Zorn", "Kell", "he")]
    cast = resolve(article, [], mentions, antecedents)
    assert asked == [["Zorn", "Kell"]]
    assert meant(article, cast, "he") == trusted


def test_the_encoder_is_not_asked_about_a_single_candidate() -> None:
    article = Article.of("Zorn came. Then he left.")

    def antecedents(mention: Span, earlier: Sequence[Span]) -> list[float]:
        raise AssertionError(mention, earlier)

    mentions = [Mention(span=find(article, name), kind="person") for name in ("Zorn", "he")]
    assert meant(article, resolve(article, [], mentions, antecedents), "he") == "Zorn"


def test_every_pronoun_has_weights() -> None:
    assert {pronouns.sort_of(word) for word in ("he", "it", "they")} == set(pronoun_weights())
    assert all(pronoun_weights().values())


def test_pronouns_that_nobody_marked_are_mentions_too() -> None:
    article = Article.of("Ada Renn left with Mark Orten. He held the door for her himself.")
    cast = cast_of(article, "Ada Renn", "Mark Orten")
    assert [meant(article, cast, word) for word in ("He", "her", "himself")] == ["Mark Orten", "Ada Renn", "Mark Orten"]


@pytest.mark.parametrize(
    ("form", "said"), [("indirect", "He said that Kell was a fool."), ("direct", "“I think Kell is a fool,” he said.")]
)
def test_whoever_speaks_speaks_of_somebody_else_by_name(form: Form, said: str) -> None:
    """Not even where the name stands in words within the words that are quoted."""
    article = Article.of(f"Zorn ran against Kell. Zorn lost. Kell left.\n\n{said}")
    pronoun, content = ("He", "that Kell was a fool") if form == "indirect" else ("he", "I think Kell is a fool")
    outer = Attribution(source=find(article, pronoun), cue=None, content=(find(article, content),), form=form)
    inner = Attribution(source=None, cue=None, content=(find(article, content[-14:]),), form="indirect", within=0)
    mentions = [Mention(span=find(article, name, nth=nth), kind="person") for name, nth in _BOTH]
    cast = resolve(article, [outer, inner], [*mentions, Mention(span=find(article, pronoun), kind="person")])
    assert meant(article, cast, pronoun) == "Zorn"


_BOTH = (("Zorn", 1), ("Kell", 1), ("Zorn", 2), ("Kell", 2), ("Kell", 3))


def test_whoever_begins_with_his_name_may_speak_of_himself() -> None:
    article = Article.of("Tull will leave the union, he told voters.")
    assert (
        meant(article, cast_of(article, "Tull", said=("he", "Tull will leave the union"), form="indirect"), "he")
        == "Tull"
    )


def test_a_description_in_passing_may_be_whom_a_pronoun_means() -> None:
    article = Article.of("Ada Renn praised the girls before their match. A scientist has secrets in his mind.")
    cast = cast_of(article, "Ada Renn")
    assert [[span.text for span in actor.mentions] for actor in cast.actors[2:]] == [
        ["the girls", "their"],
        ["A scientist", "his"],
    ]


def test_descriptions_in_passing_are_one_where_they_say_the_same() -> None:
    article = Article.of(
        "A sailor thanked his mother, and she cried. The sailor waved his hat. Our mother waved until she fell."
    )
    assert [[span.text for span in actor.mentions] for actor in cast_of(article).actors[1:]] == [
        ["A sailor", "his", "The sailor", "his"],
        ["his mother", "she"],
        ["Our mother", "she"],
    ]


def test_they_that_nobody_marked_are_people() -> None:
    article = Article.of("The Elm Bank sold two houses. They were old.")
    cast = resolve(article, [], [Mention(span=find(article, "The Elm Bank"), kind="organisation")])
    assert cast.of(find(article, "They")) is None


def test_they_go_on_from_they_that_nobody_marked() -> None:
    article = Article.of("The sailors came ashore. They were cold. In the end they sang.")
    cast = resolve(article, [], [])
    sailors = cast.of(find(article, "The sailors"))
    assert sailors is not None
    assert [cast.of(find(article, word)) for word in ("They", "they")] == [sailors, sailors]


def test_whoever_acts_in_a_clause_is_not_its_object() -> None:
    article = Article.of("Paul Kell spoke on Friday. Mark Orten had beaten him before.")
    assert meant(article, cast_of(article, "Mark Orten", "Paul Kell", "him"), "him") == "Paul Kell"


def test_a_spokesman_and_whom_he_speaks_for_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str | None, list[str]] = {}
    plain = pronouns.candidates

    def noting(*given: Any) -> list[tuple[Draft, list[str]]]:
        found = plain(*given)
        seen.update({draft.name: signs for draft, signs in found if given[2].text == "he"})
        return found

    monkeypatch.setattr(pronouns, "candidates", noting)
    article = Article.of("President Tarkas kept silent. His spokesman, Milo Denning, repeated that he would come.")
    said = ("His spokesman, Milo Denning", "he would come")
    cast_of(article, "President Tarkas", said=said, form="indirect")
    assert "speaker's principal, indirect" in seen["Tarkas"]
    assert "speaker around, indirect" in seen["Milo Denning"]


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Renn said he left.", "subject"),
        ("Renn met him.", "object"),
        ("Renn met her.", "object"),
        ("Renn met her on Friday.", "object"),
        ("Renn met her father.", "owner"),
        ("Renn hurt himself.", "self"),
    ],
)
def test_the_case_of_a_pronoun(text: str, case: str) -> None:
    scene = Scene(Article.of(text), [], [])
    assert [case_of(scene, r) for r in scene.references if r.phrase.shape == "pronoun"] == [case]


@pytest.mark.parametrize(
    ("text", "inner", "quoted"),
    [
        ("“He said his hand would stay,” Orten recalled.", "his hand would stay", False),
        ("“He said ‘I will not go’,” Orten recalled.", "I will not go", True),
    ],
)
def test_words_in_somebody_elses_quotation(text: str, inner: str, quoted: bool) -> None:
    article = Article.of(text)
    outer = (article.span(1, text.index(",”")),)
    attributions = [
        Attribution(source=find(article, "Orten"), cue=None, content=outer, form="direct"),
        Attribution(source=find(article, "He"), cue=None, content=(find(article, inner),), form="direct", within=0),
    ]
    scene = Scene(article, attributions, [])
    assert [is_quoted(scene, attribution) for attribution in attributions] == [True, quoted]


def test_who_is_told_of_in_a_quotation_may_call_himself_he() -> None:
    article = Article.of("Mark Orten met Paul Kell. “Kell said his hand would stay,” Orten recalled.")
    outer, inner = find(article, "Kell said his hand would stay"), find(article, "his hand would stay")
    attributions = [
        Attribution(source=find(article, "Orten", nth=2), cue=None, content=(outer,), form="direct"),
        Attribution(source=find(article, "Kell", nth=2), cue=None, content=(inner,), form="direct", within=0),
    ]
    mentions = [Mention(span=find(article, name), kind="person") for name in ("Mark Orten", "Paul Kell")]
    assert meant(article, resolve(article, attributions, mentions), "his") == "Paul Kell"


def test_a_reflexive_beside_a_name_means_its_bearer() -> None:
    article = Article.of("Ada Renn met Mark Orten and Paul Kell. Mr Kell himself said nothing.")
    cast = cast_of(article, "Ada Renn", "Mark Orten", "Paul Kell", "Mr Kell himself")
    assert meant(article, cast, "himself") == "Paul Kell"


@pytest.mark.parametrize(("pronoun", "expected"), [("who", "Ada Renn"), ("which", None)])
def test_which_is_no_person(pronoun: str, expected: str | None) -> None:
    article = Article.of(f"Ada Renn has won the harbour, {pronoun} supports the reform.")
    cast = cast_of(article, "Ada Renn", pronoun)
    assert meant(article, cast, pronoun) == expected
    assert cast.actor(cast.of(find(article, pronoun)) or "").kind == ("person" if expected else "document")


def test_those_who_were_only_told_something_tell_nothing() -> None:
    article = Article.of("The envoys of Telva spoke to reporters. “They left at dawn,” they said.")
    people = [Mention(span=find(article, who), kind="group") for who in ("The envoys of Telva", "reporters", "they")]
    said = Attribution(
        source=find(article, "they"), cue=None, content=(find(article, "They left at dawn"),), form="direct"
    )
    cast = resolve(article, [said], people)
    assert cast.of(find(article, "they")) == cast.of(find(article, "The envoys of Telva"))


def test_whoever_is_quoted_speaks_of_another_him() -> None:
    article = Article.of("Ilmar Toth left. Sandu Bratu was against it. “Not with him,” he said.", outlet="The Lantern")
    him, end = find(article, "him"), find(article, " said").start
    he = article.span(end - 2, end)
    said = Attribution(source=he, cue=find(article, "said"), content=(find(article, "Not with him"),), form="direct")
    names = [find(article, name) for name in ("Ilmar Toth", "Sandu Bratu")]
    cast = resolve(article, [said], [Mention(span=span, kind="person") for span in (*names, him, he)])
    assert [cast.of(him), cast.of(he)] == [cast.of(name) for name in names]


def test_she_and_others_are_whom_she_means() -> None:
    article = Article.of("Ada Renn left. She and Mark Orten wrote it.")
    cast = cast_of(article, "Ada Renn", "She and Mark Orten", "Mark Orten")
    assert meant(article, cast, "She and Mark Orten") == meant(article, cast, "She") == "Ada Renn"


@pytest.mark.parametrize(("words", "expected"), [("the Norwegians", True), ("Norway", False)])
def test_they_are_a_country_that_is_called_by_its_people(words: str, expected: bool) -> None:
    article = Article.of(f"Zorn met {words}. Now they want two ships.")
    mentions = [
        Mention(span=find(article, "Zorn"), kind="person"),
        Mention(span=find(article, words), kind="government"),
    ]
    cast = resolve(article, [], mentions)
    assert (meant(article, cast, "they") is not None) == expected


@pytest.mark.parametrize(("letter", "expected"), [("Ada Renn's letter", "Ada Renn"), ("The letter", None)])
def test_in_a_letter_i_am_who_wrote_it(letter: str, expected: str | None) -> None:
    article = Article.of(f"{letter} came at noon. “I will go,” the letter says.")
    words = ("the letter", "I will go")
    source, content = (find(article, one) for one in words)
    told = Attribution(source=source, cue=find(article, "says"), content=(content,), form="direct")
    mentions = [Mention(span=find(article, letter), kind="document"), Mention(span=source, kind="document")]
    if expected is not None:
        mentions.append(Mention(span=find(article, expected), kind="person"))
    cast = resolve(article, [told], mentions)
    assert meant(article, cast, "I") == expected


def test_who_asks_does_not_answer() -> None:
    article = Article.of("Asked by Ada Renn about it, she said no.")
    given = Attribution(
        source=find(article, "she"), cue=find(article, "said"), content=(find(article, "no"),), form="indirect"
    )
    cast = resolve(article, [given], [Mention(span=find(article, "Ada Renn"), kind="person")])
    assert meant(article, cast, "she") is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The judge asked Tom Vale about it. He replied that it was true.", "Tom Vale"),
        ("The judge asked Tom Vale about it. He added that it was true.", "Otto Renn"),
        ("The judge asked Tom Vale about it. Otto Renn rose. He replied that it was true.", "Otto Renn"),
        (
            "The judge asked Tom Vale about it. It was late. It rained. Snow fell. He replied that it was true.",
            "Otto Renn",
        ),
    ],
)
def test_whoever_was_asked_replies(text: str, who: str) -> None:
    article = Article.of(f"Otto Renn was there. {text} Otto Renn wept.")
    cue = "replied" if "replied" in text else "added"
    given = [
        Attribution(
            source=find(article, "Otto Renn"),
            cue=find(article, "there"),
            content=(find(article, "was"),),
            form="indirect",
        ),
        Attribution(
            source=find(article, "He"), cue=find(article, cue), content=(find(article, "it was true"),), form="indirect"
        ),
    ]
    mentions = [Mention(span=find(article, name), kind="person") for name in ("Otto Renn", "The judge", "Tom Vale")]
    assert meant(article, resolve(article, given, mentions), "He") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Renn (her aide, Eva Lund, was out) left.", "Ada Renn"),
        ("Ada Renn, whose sister, the painter Eva Lund, was out, left.", "Ada Renn"),
        ("Ada Renn met (in May) her aide, Eva Lund.", "Eva Lund"),
    ],
)
def test_she_is_nobody_told_of_in_an_aside(text: str, who: str) -> None:
    article = Article.of(f"{text} She wept.")
    mentions = [Mention(span=find(article, name), kind="person") for name in ("Ada Renn", "Eva Lund", "She")]

    def antecedents(mention: Span, earlier: Sequence[Span]) -> list[float]:
        return [6.0 if span.text == "Eva Lund" else -6.0 for span in earlier]

    assert meant(article, resolve(article, [], mentions, antecedents), "She") == who
