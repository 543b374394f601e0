from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.reading.attributing.quoting import with_quoted
from reportedly.reading.attribution import Attribution, Mention, Relay
from reportedly.records import ActorKind, Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "source", "cue", "quoted"),
    [
        ("The Mirror quoted two aides as saying that it was late.", "The Mirror", "quoted", "two aides"),
        ("Voss also cites two aides: it was late.", "Voss", "also cites", "two aides"),
        ("“it was late,” the Mirror quotes Voss.", "the Mirror", "quotes", "Voss"),
        ("Voss was quoted by the Mirror as saying it was late.", "the Mirror", "saying", "Voss"),
        ("Voss, now in Ulm, was cited by the Mirror as saying it was late.", "the Mirror", "saying", "Voss"),
        ("Voss left. Found by the Mirror as saying it was late.", "the Mirror", "saying", None),
        ("Quoting two aides of hers, the Mirror says it was late.", "the Mirror", "says", "two aides"),
        ("Quoting two aides, Voss says it was late.", "Voss", "says", None),  # she is one of those who said so
        ("Voss quoted a poem: it was late.", "Voss", "quoted", None),
        ("Voss said it was late.", "Voss", "said", None),
        ("it was late, quoted by Voss.", "Voss", "quoted", None),
    ],
)
def test_whoever_is_quoted_is_the_source(text: str, source: str, cue: str, quoted: str | None) -> None:
    article = Article.of(text, id="one", language="en")
    kinds: dict[str, ActorKind] = {
        "The Mirror": "outlet",
        "the Mirror": "outlet",
        "two aides": "group",
        "Voss": "person",
    }
    mentions = [Mention(span=find(article, one), kind=kind) for one, kind in kinds.items() if one in text]
    quotes, verb = find(article, source), find(article, cue)
    given = Attribution(source=quotes, cue=verb, content=(find(article, "it was late"),), form="indirect")
    (found,) = with_quoted(article, [given], mentions)
    if quoted is None:
        assert found == given
    else:
        assert (found.source, found.relays) == (find(article, quoted), (Relay(mention=quotes, cue=verb),))


@pytest.mark.parametrize("pieces", [["two aides as saying that it was late"], ["as saying", "it was late"]])
def test_what_they_are_quoted_as_saying_is_told_once(pieces: list[str]) -> None:
    article = Article.of("The Mirror quoted two aides as saying that it was late.", id="one", language="en")
    aides, late = find(article, "two aides"), find(article, "it was late")
    quoted = Attribution(
        source=aides,
        cue=find(article, "quoted"),
        content=tuple(find(article, piece) for piece in pieces),
        relays=(Relay(mention=find(article, "The Mirror")),),
        form="indirect",
    )
    again = Attribution(source=aides, cue=find(article, "as saying"), content=(late,), within=0, form="indirect")
    deeper = Attribution(
        source=late, cue=find(article, "was"), content=(find(article, "late"),), within=1, form="indirect"
    )
    assert with_quoted(article, [quoted, again, deeper], []) == [
        replace(quoted, content=(late,)),
        replace(deeper, within=0),
    ]


@pytest.mark.parametrize(
    ("text", "content", "said"),
    [
        ("It quoted Voss as saying: “it was late.”", "Voss as saying: “it was late", "it was late"),
        ("It quoted Voss as saying “late” was late.", "Voss as saying “late” was late", "“late” was late"),
        ("It quoted Voss as saying no.", "no", "no"),
    ],
)
def test_marks_around_all_that_is_said_are_none_of_it(text: str, content: str, said: str) -> None:
    article = Article.of(text, id="one", language="en")
    given = Attribution(
        source=find(article, "Voss"), cue=find(article, "quoted"), content=(find(article, content),), form="indirect"
    )
    (found,) = with_quoted(article, [given], [])
    assert [span.text for span in found.content] == [said]


@pytest.mark.parametrize(("kind", "quoted"), [("outlet", True), ("document", False)])
def test_an_outlet_that_quotes_is_a_relay_where_all_was_taken_for_content(kind: ActorKind, quoted: bool) -> None:
    article = Article.of("The Note cited the envoy as saying that it was late.", id="one", language="en")
    note, envoy = find(article, "The Note"), find(article, "the envoy")
    whole = article.span(envoy.start, len(article.text) - 1)
    given = Attribution(source=note, cue=find(article, "cited"), content=(whole,), form="indirect")
    mentions = [Mention(span=note, kind=kind), Mention(span=envoy, kind="person")]
    (found,) = with_quoted(article, [given], mentions)
    assert (found.source, found.content) == ((envoy, (find(article, "it was late"),)) if quoted else (note, (whole,)))


def test_whom_a_sentence_begins_by_citing_passes_nothing_on() -> None:
    article = Article.of("Citing two aides, Marca said it was late.", id="one", language="en")
    aides, marca = find(article, "two aides"), find(article, "Marca")
    given = Attribution(
        source=marca, cue=find(article, "said"), content=(find(article, "it was late"),), form="indirect",
        relays=(Relay(mention=aides),),
    )  # fmt: skip
    mentions = [Mention(span=aides, kind="group"), Mention(span=marca, kind="organisation")]
    (found,) = with_quoted(article, [given], mentions)
    assert (found.source, found.relays) == (aides, (Relay(mention=marca, cue=find(article, "said")),))
