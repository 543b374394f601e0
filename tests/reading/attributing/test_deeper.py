from __future__ import annotations

from reportedly.reading.attributing.deeper import with_deeper
from reportedly.records import Article
from tests.byhand import attribution


def contents(text: str, *told: tuple[str, str, list[str], int | None]) -> list[tuple[list[str], int | None]]:
    """The contents of attributions by source, cue, content and the number of the one around them; and that number."""
    article = Article.of(text)
    given = [attribution(article, *one) for one in told]
    return [([span.text for span in a.content], a.within) for a in with_deeper(article, given)]


def test_what_another_tells_of_stands_inside_it() -> None:
    whole = "he rang her at noon to say the harbour masters expected a quiet week"
    found = contents(
        f"She says {whole}.",
        ("She", "says", [whole], None),
        ("he", "rang", ["the harbour", "a quiet week"], 0),
        ("the harbour masters", "expected", ["a quiet week"], 0),
    )
    assert found == [
        ([whole], None),
        (["the harbour masters expected a quiet week"], 0),
        (["a quiet week"], 1),
    ]


def test_so_it_goes_on() -> None:
    whole = "Renn had told Vale that Marsh believed the council wanted the bridge"
    found = contents(
        f"An aide said {whole}.",
        ("An aide", "said", [whole], None),
        ("Renn", "had told", ["the bridge"], 0),
        ("Marsh", "believed", ["the bridge"], 0),
        ("the council", "wanted", ["the bridge"], 0),
    )
    assert found[1:] == [
        (["Marsh believed the council wanted the bridge"], 0),
        (["the council wanted the bridge"], 1),
        (["the bridge"], 2),
    ]


def test_two_who_say_the_same_stand_side_by_side() -> None:
    whole = "Renn had asked, and Vale had promised, that the harbour would open"
    found = contents(
        f"An aide said {whole}.",
        ("An aide", "said", [whole], None),
        ("Renn", "had asked", ["the harbour would open"], 0),
        ("Vale", "had promised", ["the harbour would open"], 0),
    )
    assert found[1:] == [(["the harbour would open"], 0), (["the harbour would open"], 0)]


def test_each_with_a_content_of_its_own_stays() -> None:
    whole = "Renn had asked for a bridge. Vale had promised a tunnel"
    found = contents(
        f"An aide said {whole}.",
        ("An aide", "said", [whole], None),
        ("Renn", "had asked for", ["a bridge"], 0),
        ("Vale", "had promised", ["a tunnel"], 0),
    )
    assert [within for _, within in found] == [None, 0, 0]


def test_a_view_of_ones_own_is_nothing_that_one_tells_of() -> None:
    whole = "she had not changed her view that the harbour must close"
    found = contents(
        f"An aide said {whole}.",
        ("An aide", "said", [whole], None),
        ("she", "had not changed", ["the harbour must close"], 0),
        ("her", "view", ["the harbour must close"], 0),
    )
    assert [within for _, within in found] == [None, 0, 0]
