from __future__ import annotations

import pytest

from reportedly.reading.attributing.running_on import with_quotations_whole
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find


def read(text: str, *told: tuple[str | None, str | None, str]) -> list[tuple[str | None, list[str]]]:
    """Source and content of what is left, of attributions by source, cue and content."""
    article = Article.of(text)
    given = [
        Attribution(
            source=find(article, source) if source else None,
            cue=find(article, cue) if cue else None,
            content=(find(article, content),),
            form="direct",
        )
        for source, cue, content in told
    ]
    return [
        (a.source.text if a.source else None, [span.text for span in a.content])
        for a in with_quotations_whole(article, given)
    ]


@pytest.mark.parametrize(("first", "last"), [("“", "”"), ('"', '"'), ("«", "»")])
def test_a_quotation_that_is_not_closed_goes_on_in_the_next_paragraph(first: str, last: str) -> None:
    text = f"The pump is old. {first}It leaks.\n\n{first}We know,{last} Renn wrote of it."
    whole = [("Renn", ["It leaks.", "We know,"])]
    assert read(text, ("The pump", None, "It leaks."), ("Renn", "wrote", "We know,")) == whole
    assert read(text, (None, None, "It leaks."), ("Renn", "wrote", "We know,")) == whole


def test_a_line_behind_it_that_closes_the_quotation_is_more_of_it() -> None:
    text = "Renn spoke. ``It leaks.\nWe know,'' Renn said."
    assert read(text, (None, None, "It leaks."), ("Renn", "said", "We know,")) == [("Renn", ["It leaks.", "We know,"])]


@pytest.mark.parametrize(
    "text",
    [
        "Renn said: “It leaks.”\n\n“We know,” Voss wrote.",
        "Renn said: “It leaks.\n\n“We know,” Voss wrote.",
        'Renn said so, "It leaks."\n\n"We know," Voss wrote.',
    ],
)
def test_what_is_closed_or_has_two_cues_stays_apart(text: str) -> None:
    told = [("Renn", "said", "It leaks."), ("Voss", "wrote", "We know,")]
    assert read(text, *told) == [(source, [content]) for source, _, content in told]


def test_what_is_told_inside_the_part_that_goes_stands_inside_the_whole() -> None:
    article = Article.of("“Voss said no.\n\n“We know,” Renn wrote.")
    parts = [find(article, words) for words in ("Voss said no.", "We know,", "no", "Voss", "Renn")]
    floating = Attribution(source=None, cue=None, content=(parts[0],), form="direct")
    inner = Attribution(source=parts[3], cue=find(article, "said"), content=(parts[2],), within=0, form="indirect")
    wrote = Attribution(source=parts[4], cue=find(article, "wrote"), content=(parts[1],), form="direct")
    assert [a.within for a in with_quotations_whole(article, [floating, inner, wrote])] == [1, None]
