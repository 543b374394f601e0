from __future__ import annotations

import pytest

from reportedly.reading.attributing.continuations import with_continuations
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find

MORE = "We will mend the pump"


def read(text: str, *, form: str = "direct", inside: str | None = None) -> list[Attribution]:
    """What Lund said first, what floats behind it, and somebody's words inside that."""
    article = Article.of(text, id="one", language="en")
    words = "It is late."
    first = Attribution(
        source=find(article, "Lund"), cue=find(article, "said"), content=(find(article, words),), form=form,  # type: ignore[arg-type]
    )  # fmt: skip
    given = [first, Attribution(source=None, cue=None, content=(find(article, MORE),), form="direct")]
    if inside is not None:
        content = (find(article, inside),)
        given.append(Attribution(source=None, cue=None, content=content, within=1, form="indirect"))
    named = [find(article, name) for name in ("Lund", "Voss") if name in text]
    return with_continuations(article, given, sorted(named, key=lambda span: span.start))


@pytest.mark.parametrize(
    "text",
    [
        f"Lund said: “It is late.\n\n“{MORE}.”",
        f"“It is late.” Lund said so.\n\n“{MORE}.”",
        f'Lund said: "It is late.\n\n"{MORE}.',
    ],
)
def test_a_quotation_goes_on_in_the_next_paragraph(text: str) -> None:
    whole, inner = read(text, inside="the pump")
    assert [span.text for span in whole.content] == ["It is late.", MORE]
    assert inner.within == 0


def test_after_indirect_words_a_quotation_is_their_source_s() -> None:
    first, second = read(f"Lund said that It is late.\n\n“{MORE}.”", form="indirect")
    assert (second.source, second.cue, len(first.content)) == (first.source, None, 1)


@pytest.mark.parametrize(
    "text",
    [
        f"“It is late.” Lund said so. Or is it?\n\n“{MORE}.”",
        f"“It is late.” Lund said so. Voss rose to speak.\n\n“{MORE}.”",
        f"“It is late.” Lund said so. The answer:\n\n“{MORE}.”",
        f"“It is late,” Lund said. “It is late.” {MORE}.",
        f"“It is late.” Lund said so.\n\n“{MORE}.” That is not all of it.",
        f"“It is late.” Lund said so.\n\nIt rained.\n\n“{MORE}.”",
        f"“It is late.” Lund said so.\n\n{MORE}.",
        f"Lund said: “It is late.\n\n“VOSS: {MORE}.”",
        f"Lund said: “It is late.\n\n“Élodie von Voss (laughing): {MORE}.”",
    ],
)
def test_other_quotations_float(text: str) -> None:
    first, second = read(text)
    assert (second.source, len(first.content)) == (None, 1)


def test_a_quotation_within_goes_on_with_all_around_it_and_for_all_who_say_it() -> None:
    article = Article.of(f"Lund recalled that Vale and Voss told him: “It is late.\n\n“{MORE}.”")
    outer, inner = find(article, "that Vale and Voss told him: “It is late."), find(article, "It is late.")
    given = [
        Attribution(source=find(article, "Lund"), cue=find(article, "recalled"), content=(outer,), form="mixed"),
        *(
            Attribution(
                source=find(article, name), cue=find(article, "told"), content=(inner,), within=0, form="direct"
            )
            for name in ("Vale", "Voss")
        ),
        Attribution(source=None, cue=None, content=(find(article, MORE),), form="direct"),
    ]
    found = with_continuations(article, given, [])
    assert [(one.source and one.source.text, len(one.content)) for one in found] == [
        ("Lund", 2),
        ("Vale", 2),
        ("Voss", 2),
    ]
