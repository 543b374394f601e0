from __future__ import annotations

import pytest

from reportedly.records import Actor, ActorKind, Article


@pytest.mark.parametrize(
    ("kind", "mentions", "role", "label"),
    [
        ("person", ("My", "I"), None, "somebody"),
        ("person", ("He", "the\nmayor"), None, "the mayor"),
        ("person", ("He",), "mayor", "mayor"),
        ("person", ("the ministers of Sarn and Olden",), "minister of Sarn", "minister of Sarn"),
        ("person", ("the minister of Sarn and Olden",), "minister of Sarn", "the minister of Sarn and Olden"),
        ("group", ("Their",), None, "somebody"),
        ("organisation", ("its",), None, "organisation"),
        ("outlet", (), None, "outlet"),
    ],
)
def test_a_pronoun_calls_nobody_anything(
    kind: ActorKind, mentions: tuple[str, ...], role: str | None, label: str
) -> None:
    article = Article.of("; ".join(mentions) or "-")
    spans = tuple(article.span(article.text.index(words), article.text.index(words) + len(words)) for words in mentions)
    actor = Actor(id="a1", kind=kind, roles=(role,) if role else (), mentions=spans)
    assert actor.label == label


def test_the_words_here_come_before_the_words_elsewhere() -> None:
    article = Article.of("A pilot said so. The captain slept. He did.")
    pilot, captain, he = article.span(0, 7), article.span(17, 28), article.span(36, 38)
    actor = Actor(id="a1", kind="person", mentions=(pilot, captain, he))
    assert [actor.label_here(mention) for mention in (captain, he)] == ["The captain"] * 2
    named = Actor(id="a1", kind="person", name="Ada Renn", mentions=(pilot, captain))
    assert named.label_here(captain) == "Ada Renn"


def test_a_label_ends_before_the_relative_pronoun() -> None:
    article = Article.of("A fire chief, who wrote, left.")
    chief = article.span(0, len("A fire chief, who"))
    assert Actor(id="a2", kind="person", unnamed=True, mentions=(chief,)).label_here(chief) == "A fire chief"
