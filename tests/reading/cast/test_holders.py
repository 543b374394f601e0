from __future__ import annotations

from collections.abc import Sequence

import pytest

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.actors import resolve
from reportedly.records import Article, Span
from tests.byhand import find


def meant(text: str, words: str, *people: str, trusted: str = "", odds: float = 9.0) -> str | None:
    """The name of whom the words mean; the encoder gives these odds to the trusted, and a no to all others."""
    article = Article.of(text)

    def antecedents(mention: Span, earlier: Sequence[Span]) -> list[float]:
        return [odds if span.text == trusted else -9.0 for span in earlier]

    mentions = [Mention(span=find(article, one), kind="person") for one in (*people, words)]
    cast = resolve(article, [], mentions, antecedents)
    return cast.actor(cast.of(find(article, words)) or "").name


@pytest.mark.parametrize("trusted", ["Minister Ada Renn", "Minister Otar Lind"])
def test_of_two_with_the_same_office_the_encoder_chooses(trusted: str) -> None:
    text = "Minister Ada Renn and Minister Otar Lind met. Then the minister left."
    found = meant(text, "the minister", "Minister Ada Renn", "Minister Otar Lind", trusted=trusted)
    assert found == trusted.removeprefix("Minister ")


def test_whoever_the_encoder_is_sure_of_is_meant() -> None:
    text = "Ada Renn and Otar Lind met. Then the developer left."
    assert meant(text, "the developer", "Ada Renn", "Otar Lind", trusted="Ada Renn") == "Ada Renn"


def test_nobody_is_meant_of_whom_nothing_is_sure() -> None:
    text = "Ada Renn and Otar Lind met. Then the developer left."
    assert meant(text, "the developer", "Ada Renn", "Otar Lind", trusted="Ada Renn", odds=0.5) is None


def test_whoever_is_described_by_a_clause_is_somebody_else() -> None:
    text = "Ada Renn met Otar Lind. Then the woman who drove them left."
    words = "the woman who drove them"
    assert meant(text, words, "Ada Renn", "Otar Lind", trusted="Ada Renn") is None


def test_nobody_of_another_country_or_party_is_meant() -> None:
    text = "Iranian envoy Ada Renn met Republican donor Otar Lind. Then the German lawyer met the Democratic activist."
    people = ("Iranian envoy Ada Renn", "Republican donor Otar Lind")
    assert meant(text, "the German lawyer", *people, trusted="Iranian envoy Ada Renn") is None
    assert meant(text, "the Democratic activist", *people, trusted="Republican donor Otar Lind") is None


@pytest.mark.parametrize(("words", "found"), [("the Republican activist", "Otar Lind"), ("the activist", None)])
def test_whoever_is_of_the_party_is_meant_sooner(words: str, found: str | None) -> None:
    text = f"Engineer Ada Renn met Republican donor Otar Lind. Then {words} left."
    people = ("Engineer Ada Renn", "Republican donor Otar Lind")
    assert meant(text, words, *people, trusted="Republican donor Otar Lind", odds=1.5) == found


def test_of_two_nearly_as_likely_nobody_is_meant() -> None:
    text = "Ada Renn met Otar Lind. Then the developer left."
    article = Article.of(text)
    mentions = [Mention(span=find(article, one), kind="person") for one in ("Ada Renn", "Otar Lind", "the developer")]
    cast = resolve(article, [], mentions, lambda mention, earlier: [4.0 for _ in earlier])
    assert cast.actor(cast.of(mentions[2].span) or "").name is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ada Renn of the Dock Union slept. Then the minister left.", "the minister", "Ada Renn of the Dock Union"),
        ("Ada Renn wants the winter free, the aide told us.", "the aide", "Ada Renn"),
        ("Ada Renn slept. Then the teenager left.", "the teenager", "Ada Renn"),
    ],
)
def test_who_is_of_a_body_or_in_the_sentence_or_denied_is_somebody_else(text: str, words: str, name: str) -> None:
    assert meant(text, words, name, trusted=name if "teenager" not in text else "") is None


def test_a_candidate_may_hold_an_office() -> None:
    for role, found in (("Candidate", "Ada Renn"), ("Former minister", "Ada Renn"), ("Minister", None)):
        text = f"{role} Ada Renn left early. Then the Sarnish senator left."
        assert meant(text, "the Sarnish senator", f"{role} Ada Renn", trusted=f"{role} Ada Renn") == found


def test_the_party_alone_tells_nobody() -> None:
    text = "Republican donor Otar Lind left early. Then the Republican nominee left."
    assert meant(text, "the Republican nominee", "Republican donor Otar Lind") is None


@pytest.mark.parametrize(("others", "found"), [("", "Ada Renn"), (" and Otar Lind", None)])
def test_who_can_only_be_one_is_meant_sooner(others: str, found: str | None) -> None:
    text = f"Ada Renn{others} left early. Then the prime minister left."
    people = ("Ada Renn", *(["Otar Lind"] if others else []))
    assert meant(text, "the prime minister", *people, trusted="Ada Renn", odds=1.7) == found


def test_a_child_holds_no_office() -> None:
    text = "Judge Ada Renn met Otar Lind. Then the girl left."
    assert meant(text, "the girl", "Judge Ada Renn", "Otar Lind", trusted="Judge Ada Renn") is None


@pytest.mark.parametrize(("behind", "found"), [(" ", "Ada Renn"), ("\n\n", None)])
def test_whoever_alone_is_named_in_a_paragraph_goes_on_there(behind: str, found: str | None) -> None:
    text = f"Otar Lind watched.\n\nCaptain Ada Renn said it was late.{behind}“We lost,” the striker said."
    article = Article.of(text)
    words = find(article, "the striker")

    def antecedents(mention: Span, earlier: Sequence[Span]) -> list[float]:
        return [2.5 if span.text == "Otar Lind" else 0.0 for span in earlier]

    said = [
        Attribution(
            source=find(article, "Captain Ada Renn"), cue=find(article, "said"),
            content=(find(article, "it was late"),), form="indirect",
        ),
        Attribution(
            source=words, cue=find(article, "said", nth=2), content=(find(article, "We lost"),), form="direct"
        ),
    ]  # fmt: skip
    mentions = [Mention(span=find(article, one), kind="person") for one in ("Otar Lind", "Captain Ada Renn")]
    cast = resolve(article, said, [*mentions, Mention(span=words, kind="person")], antecedents)
    assert cast.actor(cast.of(words) or "").name == found


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Ada Renn left. Then the minister spoke.", "Ada Renn"),
        ("Asked by Ada Renn, the minister spoke.", None),
        ("Pressed on the cuts by Ada Renn, the minister spoke.", None),
        ("Ada Renn, a reporter, left. Then the minister spoke.", None),
        ("Ada Renn, a former reporter, left. Then the minister spoke.", "Ada Renn"),
        ("Ada Renn of the Elswick Courier left. Then the minister spoke.", None),
        ("Ada Renn of Elswick left. Then the minister spoke.", "Ada Renn"),
        ("The Courier's Ada Renn left. Then the minister spoke.", None),
        ("Ada Renn of the Elswick Courier left. Then the columnist spoke.", "Ada Renn"),
    ],
)
def test_who_asks_and_a_journalist_hold_no_office(text: str, holder: str | None) -> None:
    words = "the columnist" if "columnist" in text else "the minister"
    assert meant(text, words, "Ada Renn", trusted="Ada Renn") == holder


@pytest.mark.parametrize("title", ["Dame", "General", "Father"])
def test_a_rank_or_style_leaves_room_for_an_office(title: str) -> None:
    text = f"{title} Robin Renn and Otar Lind met. Then the chair of the board left."
    people = (f"{title} Robin Renn", "Otar Lind")
    assert meant(text, "the chair", *people, trusted=f"{title} Robin Renn") == "Robin Renn"
