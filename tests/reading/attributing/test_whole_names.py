"""Names of bodies that the encoder cut at a comma or at "and"."""

from __future__ import annotations

import pytest

from reportedly.reading.attributing.whole_names import with_whole_names
from reportedly.reading.attribution import Attribution, Mention
from reportedly.records import ActorKind, Article
from tests.byhand import find


def test_the_pieces_of_a_list_in_a_name_are_the_whole_name() -> None:
    article = Article.of("The Department for Ports, Wool and Salt said it was over.")
    said = Attribution(
        source=find(article, "The Department for Ports"), cue=find(article, "said"),
        content=(find(article, "it was over"),), form="indirect",
    )  # fmt: skip
    pieces = [
        Mention(span=find(article, "The Department for Ports"), kind="organisation"),
        Mention(span=find(article, "Wool and Salt"), kind="outlet"),
    ]
    attributions, mentions = with_whole_names(article, [said], pieces)
    whole = find(article, "The Department for Ports, Wool and Salt")
    assert [a.source for a in attributions] == [whole]
    assert mentions == [Mention(span=whole, kind="organisation")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Department of Ports and Renn said it was over.",
            {"The Department of Ports": "organisation", "Renn": "person"},
        ),
        (
            "A spokesman for the Ministry of Wool and Salt said so.",
            {
                "A spokesman for the Ministry of Wool and Salt": "person",
                "the Ministry of Wool and Salt": "organisation",
            },
        ),
        (
            "The Department of Health and Medair said it was over.",
            {"The Department of Health": "organisation", "Medair": "organisation"},
        ),
    ],
)
def test_others_behind_a_body_and_the_words_around_its_name_stay(text: str, names: dict[str, ActorKind]) -> None:
    article = Article.of(text)
    mentions = [Mention(span=find(article, name), kind=kind) for name, kind in names.items()]
    assert with_whole_names(article, [], mentions) == ([], mentions)
