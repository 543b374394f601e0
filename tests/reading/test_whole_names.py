"""Names of bodies that the encoder cut at a comma or at "and"."""

from __future__ import annotations

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.whole_names import with_whole_names
from reportedly.records import Article
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


def test_somebody_named_behind_a_body_is_no_part_of_its_name() -> None:
    article = Article.of("The Department of Ports and Renn said it was over.")
    both = [
        Mention(span=find(article, "The Department of Ports"), kind="organisation"),
        Mention(span=find(article, "Renn"), kind="person"),
    ]
    assert with_whole_names(article, [], both) == ([], both)


def test_a_whole_name_and_the_words_around_it_stay() -> None:
    article = Article.of("A spokesman for the Ministry of Wool and Salt said so.")
    mentions = [
        Mention(span=find(article, "A spokesman for the Ministry of Wool and Salt"), kind="person"),
        Mention(span=find(article, "the Ministry of Wool and Salt"), kind="organisation"),
    ]
    assert with_whole_names(article, [], mentions) == ([], mentions)


def test_a_body_that_nobody_knows_is_no_field_of_another() -> None:
    article = Article.of("The Department of Health and Medair said it was over.")
    both = [Mention(span=find(article, name), kind="organisation") for name in ("The Department of Health", "Medair")]
    assert with_whole_names(article, [], both) == ([], both)
